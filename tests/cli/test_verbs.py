"""The verbs: a stable contract of output and exit status."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from editor.errors import CannotWrite

Galley = Callable[..., Any]
POST = "_posts/2025-11-21-big-news.md"


def one_line(errors: str) -> bool:
    return errors.startswith("galley: ") and errors.count("\n") == 1


# -- new ------------------------------------------------------------------------------------------------------------
def test_new_prints_a_path_that_can_be_typed_here(
    galley: Galley, site_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site_folder.parent)
    done = galley("new", "site", "--title", "Hello World", "--date", "2026-02-03")
    assert (done.status, done.output) == (0, "site/_posts/2026-02-03-hello-world.md\n")
    assert Path(done.output.strip()).read_text().startswith("---\nlayout: post\ntitle: ")


def test_new_prints_an_absolute_path_for_an_absolute_site(galley: Galley, site_folder: Path) -> None:
    done = galley("new", site_folder, "--title", "Half a thought", "--draft")
    assert done.output == f"{site_folder}/_drafts/half-a-thought.md\n"


def test_new_takes_a_title_that_begins_with_a_dash(galley: Galley, site_folder: Path) -> None:
    done = galley("new", site_folder, "--draft", "--title", "-x")
    assert (done.status, done.output) == (0, f"{site_folder}/_drafts/x.md\n")
    assert 'title: "-x"' in Path(done.output.strip()).read_text()


def test_an_empty_site_is_not_the_current_folder(
    galley: Galley, site_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site_folder)
    done = galley("new", "", "--title", "From a variable without value")
    assert done.status == 2
    assert len(list((site_folder / "_posts").iterdir())) == 1


@pytest.mark.parametrize("verb", [("new", "--title", "x"), ("check",), ("images", "list")])
def test_a_site_is_a_folder(galley: Galley, site_folder: Path, verb: tuple[str, ...]) -> None:
    done = galley(verb[0], site_folder / POST, *verb[1:])
    assert (done.status, done.output) == (1, "")
    assert "is not a folder" in done.errors


def test_new_refuses_an_existing_post_with_another_name(galley: Galley, site_folder: Path) -> None:
    galley("new", site_folder, "--title", "Same", "--draft")
    done = galley("new", site_folder, "--title", "Same", "--draft")
    assert (done.status, done.output) == (1, "")
    assert one_line(done.errors)
    assert "same-2.md" in done.errors


@pytest.mark.parametrize("arguments", [("--title", "!!!"), ("--title", "x", "--date", "tomorrow")])
def test_new_refuses_what_jekyll_cannot_use(galley: Galley, site_folder: Path, arguments: tuple[str, ...]) -> None:
    done = galley("new", site_folder, *arguments)
    assert done.status == 1
    assert one_line(done.errors)
    assert len(list((site_folder / "_posts").iterdir())) == 1


# -- publish, unpublish, rename -------------------------------------------------------------------------------------
def test_a_post_moves_and_its_new_path_is_printed(
    galley: Galley, site_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site_folder)
    assert galley("unpublish", POST).output == "_drafts/big-news.md\n"
    assert galley("rename", "_drafts/big-news.md", "--slug", "News").output == "_drafts/news.md\n"
    monkeypatch.chdir("_drafts")
    assert galley("publish", "news.md").output == "../_posts/2025-11-21-news.md\n"
    assert galley("publish", site_folder / POST).status == 1
    assert galley("unpublish", "../_posts/2025-11-21-news.md").status == 0
    assert galley("publish", "news.md", "--date", "2026-01-02 10:00").output == "../_posts/2026-01-02-news.md\n"


def test_a_draft_that_cannot_be_read_is_named(galley: Galley, site_folder: Path) -> None:
    (site_folder / "_drafts").mkdir()
    draft = site_folder / "_drafts" / "x.md"
    draft.write_text("---\ntitle: [\n---\n")
    done = galley("publish", draft)
    assert done.status == 1
    assert one_line(done.errors)
    assert str(draft) in done.errors


@pytest.mark.parametrize("verb", [("publish",), ("unpublish",), ("rename", "--slug", "x")])
def test_a_folder_is_no_post(galley: Galley, site_folder: Path, verb: tuple[str, ...]) -> None:
    done = galley(verb[0], site_folder, *verb[1:])
    assert done.status == 1
    assert one_line(done.errors)


# -- check ----------------------------------------------------------------------------------------------------------
def test_check_prints_each_fault_with_its_place(galley: Galley, site_folder: Path) -> None:
    (site_folder / "_posts" / "2025-01-01-x.md").write_text("---\ntitle: [\n---\n")
    done = galley("check", site_folder)
    assert done.status == 1
    assert one_line(done.errors)
    line = next(line for line in done.output.splitlines() if line.startswith("_posts/2025-01-01-x.md:"))
    _, row, column, rule, message = line.split(":", 4)
    assert (row.isdigit(), column.isdigit(), bool(rule.strip()), bool(message.strip())) == (True,) * 4


def test_check_tells_an_option_of_kramdown_that_stops_jekyll(galley: Galley, site_folder: Path) -> None:
    (site_folder / "_config.yml").write_text("title: A\nkramdown:\n  toc_levels: 1,2,3\n")
    done = galley("check", site_folder)
    assert "_config.yml:3:1: kramdown: “kramdown: toc_levels” must be like “1..3”" in done.output


def test_check_in_json_names_file_line_rule_and_message(galley: Galley, site_folder: Path) -> None:
    (site_folder / "_posts" / "2025-01-01-x.md").write_text("---\ntitle: [\n---\n")
    faults = json.loads(galley("check", site_folder, "--format", "json").output)
    assert {"_posts/2025-01-01-x.md"} <= {fault["file"] for fault in faults}
    keys = {"file", "line", "column", "rule", "severity", "message", "advice"}
    assert all(set(fault) == keys for fault in faults)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("---\nb: 1\na: c: d\n---\n", '3:5: A value with a colon needs quotes. Put quotes around the value: a: "c: d"'),
        ("---\na: 1\na: 2\n---\n", "3:1: “a” stands twice. Remove one of them as text."),
    ],
)
def test_a_refused_change_names_file_line_reason_and_cure(galley: Galley, tmp_path: Path, content, told) -> None:
    post = tmp_path / "post.md"
    post.write_text(content)
    for change in (["set", post, "a=3"], ["unset", post, "a"]):
        done = galley(*change)
        assert (done.status, done.errors) == (1, f"galley: {post}:{told}\n")
    assert post.read_text() == content


def test_a_value_that_others_repeat_is_left_alone(galley: Galley, tmp_path: Path) -> None:
    post = tmp_path / "post.md"
    post.write_text("---\nb: 1\na: &x 1\nc: *x\n---\n")
    told = "“a” cannot be changed without touching other values ({}). Edit it as text."
    for change, reason in (
        (["set", post, "a=3"], "“c” depends on it"),
        (["unset", post, "a"], "another value repeats it"),
    ):
        assert galley(*change).errors == f"galley: {post}:3:1: {told.format(reason)}\n"


def test_check_tells_how_to_mend_front_matter_where_that_is_certain(galley: Galley, site_folder: Path) -> None:
    (site_folder / "_posts" / "2025-01-01-x.md").write_text("---\ntags: []\ntitle: Big News: Steve\n---\n")
    (site_folder / "_posts" / "2025-01-02-y.md").write_text("---\ntitle: x\ntitle: x\n---\n")
    (site_folder / "_posts" / "2025-01-03-z.md").write_text("---\ntitle: x\ntitle: y\n---\n")
    lines = galley("check", site_folder).output.splitlines()
    assert (
        "_posts/2025-01-01-x.md:3:16: front-matter: A value with a colon needs quotes. "
        'Put quotes around the value: title: "Big News: Steve"'
    ) in lines
    twice = "3:1: front-matter: “title” stands twice. Remove one of them as text."
    assert f"_posts/2025-01-02-y.md:{twice} Remove the second “title”." in lines
    assert f"_posts/2025-01-03-z.md:{twice}" in lines
    faults = json.loads(galley("check", site_folder, "--format", "json").output)
    assert 'Put quotes around the value: title: "Big News: Steve"' in [fault["advice"] for fault in faults]


def test_check_of_a_healthy_site_says_nothing(galley: Galley, site_folder: Path) -> None:
    galley("unset", site_folder / POST, "image")
    done = galley("check", site_folder)
    assert (done.status, done.output, done.errors) == (0, "", "")
    assert json.loads(galley("check", site_folder, "--format", "json").output) == []


def test_names_and_keys_cannot_make_lines_or_colours_of_their_own(galley: Galley, site_folder: Path) -> None:
    (site_folder / "_posts" / "2025-01-01-a\n\x1b[31m.md").write_text('---\n"\\e[32m": 1\n"\\e[32m": 2\n---\n')
    done = galley("check", site_folder)
    assert "\x1b" not in done.output
    assert (
        sum("stands twice" in line and line.startswith("_posts/2025-01-01-a") for line in done.output.split("\n")) == 1
    )


# -- images ---------------------------------------------------------------------------------------------------------
def test_images_are_added_listed_found_unused_and_removed(galley: Galley, site_folder: Path, tmp_path: Path) -> None:
    Image.new("RGB", (40, 20), "teal").save(tmp_path / "teal.png")
    added = galley("images", site_folder, "add", tmp_path / "teal.png")
    name = added.output.strip()
    assert (added.status, name.startswith("assets/images/"), name.endswith(".png")) == (0, True, True)
    size = (tmp_path / "teal.png").stat().st_size
    assert galley("images", site_folder, "list").output == f"{name}\t{size}\t40x20\t0\n"
    assert galley("images", site_folder, "unused").output == f"{name}\n"
    galley("set", site_folder / POST, f"image={name}")
    assert galley("images", site_folder, "list").output.endswith("\t1\n")
    refused = galley("images", site_folder, "remove", name)
    assert (refused.status, one_line(refused.errors)) == (1, True)
    galley("unset", site_folder / POST, "image")
    assert galley("images", site_folder, "remove", name).status == 0
    assert not (site_folder / name).exists()


def test_one_wrong_file_does_not_stop_the_others(galley: Galley, site_folder: Path, tmp_path: Path) -> None:
    Image.new("RGB", (4, 4)).save(tmp_path / "good.png")
    (tmp_path / "bad.png").write_text("no picture")
    done = galley("images", site_folder, "add", tmp_path / "bad.png", tmp_path / "good.png")
    assert done.status == 1
    assert "bad.png" in done.errors
    assert done.output.startswith("assets/images/")


@pytest.mark.parametrize("arguments", [("add",), ("remove",), ("list", "x"), ("unused", "x"), ("paint",), ()])
def test_images_wants_the_right_words(galley: Galley, site_folder: Path, arguments: tuple[str, ...]) -> None:
    assert galley("images", site_folder, *arguments).status == 2


# -- export ---------------------------------------------------------------------------------------------------------
def test_export_says_what_it_does_and_twice_changes_nothing(
    galley: Galley, site_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other").mkdir()
    planned = galley("export", site_folder, tmp_path / "other", "--dry-run")
    assert (planned.status, planned.output) == (0, f"create {POST}\n")
    assert "17421b" in planned.errors  # the missing image is told, and stops nothing
    assert not (tmp_path / "other" / POST).exists()
    assert galley("export", site_folder, tmp_path / "other", POST).output == f"create {POST}\n"
    assert (tmp_path / "other" / POST).read_bytes() == (site_folder / POST).read_bytes()
    monkeypatch.chdir(site_folder / "_posts")
    assert galley("export", "..", tmp_path / "other", "2025-11-21-big-news.md").output == f"keep {POST}\n"


@pytest.mark.parametrize("dry", [(), ("--dry-run",)])
def test_a_conflict_stops_everything(galley: Galley, site_folder: Path, tmp_path: Path, dry: tuple[str, ...]) -> None:
    galley("new", site_folder, "--title", "Another")
    target = tmp_path / "other" / POST
    target.parent.mkdir(parents=True)
    target.write_text("theirs")
    done = galley("export", site_folder, tmp_path / "other", *dry)
    assert done.status == 1
    assert f"conflict {POST}: " in done.output
    assert "create " in done.output
    assert target.read_text() == "theirs"
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_export_takes_posts_of_the_site_only(
    galley: Galley, site_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    (other / "_posts").mkdir(parents=True)
    for wrong in (site_folder / "_config.yml", "_config.yml", "_posts", "/etc/passwd"):
        done = galley("export", site_folder, other, wrong)
        assert (done.status, done.output, one_line(done.errors)) == (1, "", True)
    monkeypatch.chdir(other)  # where a file of the same name may be: the one of the site is meant
    assert galley("export", "../site", ".", POST).output == f"create {POST}\n"
    assert galley("export", "../site", ".", POST).output == f"keep {POST}\n"
    assert [path.name for path in other.iterdir()] == ["_posts"]


def test_export_says_only_what_it_has_done(galley: Galley, site_folder: Path, tmp_path: Path, monkeypatch: Any) -> None:
    (tmp_path / "other").mkdir()

    def full(*_: object, **__: object) -> None:
        raise CannotWrite(path=POST, reason="the disk is full")

    monkeypatch.setattr("editor.publish.export.write_new", full)
    done = galley("export", site_folder, tmp_path / "other")
    assert (done.status, done.output) == (1, "")
    assert "disk is full" in done.errors


def test_export_names_a_post_that_is_not_there(galley: Galley, site_folder: Path, tmp_path: Path) -> None:
    done = galley("export", site_folder, tmp_path, "nothing.md")
    assert (done.status, one_line(done.errors)) == (1, True)


# -- render ---------------------------------------------------------------------------------------------------------
def test_render_writes_pages_and_names_them(galley: Galley, site_folder: Path, tmp_path: Path) -> None:
    done = galley("render", site_folder / POST, "--output-dir", tmp_path / "out")
    assert (done.status, done.output) == (0, f"{tmp_path}/out/2025-11-21-big-news.html\n")
    assert "President Putin" in (tmp_path / "out" / "2025-11-21-big-news.html").read_text()


def test_render_tells_each_missing_file_and_renders_the_others(galley: Galley, tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text("*b*")
    done = galley(
        "render", tmp_path / "a.md", tmp_path / "b.md", tmp_path / "c.md", "--output-dir", tmp_path / "o", "--fragment"
    )
    assert done.status == 1
    assert done.errors.count("galley: ") == done.errors.count("\n") == 2
    assert (tmp_path / "o" / "b.html").read_text().strip() == "<p><em>b</em></p>"


def test_render_refuses_two_files_of_one_name(galley: Galley, tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text("1")
    (tmp_path / "x.markdown").write_text("2")
    done = galley("render", tmp_path / "x.md", tmp_path / "x.markdown", "--output-dir", tmp_path / "o")
    assert (done.status, one_line(done.errors)) == (1, True)
    assert not (tmp_path / "o").exists()


# -- all ------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "arguments",
    [
        ("new", "GONE", "--title", "x"),
        ("set", "GONE", "a=b"),
        ("unset", "GONE", "a"),
        ("publish", "GONE"),
        ("unpublish", "GONE"),
        ("rename", "GONE", "--slug", "x"),
        ("check", "GONE"),
        ("images", "GONE", "list"),
        ("export", "GONE", "."),
        ("render", "GONE", "--output-dir", "out"),
        ("GONE",),
    ],
)
def test_a_wrong_path_is_one_line_that_names_it(
    galley: Galley, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    done = galley(*arguments)
    assert done.status == 1
    assert done.output == ""
    assert one_line(done.errors)
    assert "GONE" in done.errors
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "verb", ["new", "set", "unset", "publish", "unpublish", "rename", "check", "images", "export", "render"]
)
def test_every_verb_explains_itself_and_refuses_to_run_without_arguments(galley: Galley, verb: str) -> None:
    helped = galley(verb, "--help")
    assert helped.status == 0
    assert helped.output.startswith(f"usage: galley {verb}")
    refused = galley(verb)
    assert refused.status == 2
    assert "usage" in refused.errors.lower()


def test_ctrl_c_ends_it_quietly(galley: Galley, site_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("editor.cli.check.open_site", interrupted)
    done = galley("check", site_folder)
    assert (done.status, done.output, done.errors) == (130, "", "")
