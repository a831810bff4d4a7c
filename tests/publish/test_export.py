"""An export copies posts and exactly the images they use, overwrites only its own, and can be run again."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from editor.errors import (
    CannotRead,
    ChangedOnDisk,
    ExportConflict,
    FileMissing,
    NotAPost,
    NotASite,
    OutsideSite,
    SameFolder,
)
from editor.files import read_bytes
from editor.publish import export as export_module
from editor.publish.export import ExportPlan, apply_export, difference, plan_export
from editor.site.site import Site

POST = "_posts/2025-11-21-big-news.md"
IMAGE = "assets/images/17421b3991c0aa5b91e820ced4df2658.jpg"

Write = Callable[[str, bytes | str], Path]
MakePlan = Callable[..., ExportPlan]
Export = Callable[..., list[str]]
Snapshot = Callable[[], dict[str, object]]


def actions(plan: ExportPlan) -> list[tuple[str, str]]:
    return [(item.action.value, item.target) for item in plan.items]


# -- what is copied -----------------------------------------------------------------------------------------------
def test_a_post_and_its_image_are_copied_byte_for_byte(
    plan: MakePlan, export: Export, site_folder: Path, destination: Path
) -> None:
    assert actions(plan()) == [("create", POST), ("create", IMAGE)]

    assert export() == [IMAGE, POST]

    for path in (POST, IMAGE):
        assert (destination / path).read_bytes() == (site_folder / path).read_bytes()
    assert actions(plan()) == [("keep", POST), ("keep", IMAGE)]


def test_exactly_the_images_that_the_posts_use_are_copied(plan: MakePlan, in_site: Write, destination: Path) -> None:
    for name in ("a b", "c", "d", "full", "unused", "code"):
        in_site(f"img/{name}.png", name)
    in_site("_config.yml", "baseurl: /blog\n")
    in_site(
        "_posts/2025-12-01-x.md",
        "---\nimage:\n  path: /img/c.png\n---\n![x](/img/a%20b.png) ![x](/blog/img/d.png) `![x](/img/code.png)`\n"
        "[![x](/img/c.png)](/img/full.png) ![x](https://elsewhere.example/img/unused.png)",
    )

    assert actions(plan("_posts/2025-12-01-x.md")) == [
        ("create", path) for path in ("_posts/2025-12-01-x.md", "img/a b.png", "img/c.png", "img/d.png", "img/full.png")
    ]


def test_a_missing_image_is_told_and_stops_nothing(plan: MakePlan, in_site: Write) -> None:
    in_site("_posts/2025-12-01-x.md", "![x](/none.jpg) [y](/other.jpg) ![z](https://elsewhere.example/z.jpg)")

    found = plan("_posts/2025-12-01-x.md")

    assert actions(found) == [("create", "_posts/2025-12-01-x.md")]
    assert [(each.rule, each.path, each.line, each.column) for each in found.problems] == [
        ("missing-image", "_posts/2025-12-01-x.md", 1, 6)
    ]


def test_a_fault_of_a_post_is_told_and_stops_nothing(plan: MakePlan, in_site: Write) -> None:
    in_site("_posts/2025-12-01-x.md", "---\ntitle: [\n---\ntext")

    found = plan("_posts/2025-12-01-x.md")

    assert actions(found) == [("create", "_posts/2025-12-01-x.md")]
    assert [(each.rule, each.path) for each in found.problems] == [("front-matter", "_posts/2025-12-01-x.md")]


@pytest.mark.parametrize(
    ("mine", "theirs", "post", "target"),
    [
        ("", "", "_posts/2025-12-01-x.md", "_posts/2025-12-01-x.md"),
        ("", "collections_dir: content\n", "_posts/2025-12-01-x.md", "content/_posts/2025-12-01-x.md"),
        ("collections_dir: content\n", "", "content/_posts/2025-12-01-x.md", "_posts/2025-12-01-x.md"),
        ("", "", "news/_posts/2025-12-01-x.md", "news/_posts/2025-12-01-x.md"),
        ("", "", "_drafts/x.md", "_drafts/x.md"),
    ],
)
def test_posts_go_where_the_destination_keeps_them(
    plan: MakePlan, in_site: Write, in_destination: Write, mine: str, theirs: str, post: str, target: str
) -> None:
    in_site("_config.yml", "title: a\n" + mine)
    in_site(post, "text")
    in_destination("_config.yml", "title: b\n" + theirs)

    assert actions(plan(post)) == [("create", target)]


def test_a_post_of_a_bare_folder_goes_to_posts(tmp_path: Path, destination: Path, state: Path) -> None:
    bare = tmp_path / "bare"
    (bare / "notes").mkdir(parents=True)
    (bare / "notes" / "2025-12-01-x.md").write_text("text")

    plan = plan_export(Site.open(bare), destination, ["notes/2025-12-01-x.md"], state=state)

    assert actions(plan) == [("create", "_posts/2025-12-01-x.md")]


def test_a_bare_post_goes_where_jekyll_finds_it(tmp_path: Path, destination: Path, state: Path) -> None:
    bare = tmp_path / "bare"
    for name, text in {
        "dated.md": "---\ndate: 2025-12-01\n---\n",
        "undated.md": "",
        "a/x.md": "1",
        "b/x.md": "2",
    }.items():
        (bare / name).parent.mkdir(parents=True, exist_ok=True)
        (bare / name).write_text(text)

    plan = plan_export(Site.open(bare), destination, ["dated.md", "undated.md", "a/x.md", "b/x.md"], state=state)

    assert actions(plan) == [
        ("create", "_posts/2025-12-01-dated.md"),
        ("create", "_posts/undated.md"),
        ("create", "_posts/x.md"),
        ("conflict", "_posts/x.md"),
    ]
    assert plan.conflicts[0].reason == "a/x.md would go there, too"
    assert [each.path for each in plan.problems] == ["undated.md", "a/x.md", "b/x.md"]


# -- laws ---------------------------------------------------------------------------------------------------------
def test_planning_writes_nothing(
    plan: MakePlan, in_site: Write, in_destination: Write, export: Export, snapshot: Snapshot
) -> None:
    export()
    in_site(POST, "changed")
    in_destination(IMAGE, "other")
    in_site("_posts/2025-12-01-x.md", "![x](/none.jpg)")
    before = snapshot()

    found = plan(POST, "_posts/2025-12-01-x.md")
    for item in found.items:
        difference(found, item)

    assert snapshot() == before


def test_exporting_twice_changes_nothing(export: Export, snapshot: Snapshot) -> None:
    export()
    before = snapshot()

    assert export() == []
    assert snapshot() == before


def test_nothing_else_in_the_destination_is_touched(export: Export, in_destination: Write, destination: Path) -> None:
    others = [in_destination("_posts/2020-01-01-mine.md", "mine"), in_destination("assets/images/mine.jpg", "mine")]

    export()

    assert [file.read_text() for file in others] == ["mine", "mine"]
    assert not [file for file in destination.rglob("*") if ".galley" in file.name]


# -- what differs there -------------------------------------------------------------------------------------------
def test_what_galley_exported_may_be_updated(plan: MakePlan, export: Export, in_site: Write, destination: Path) -> None:
    export()
    in_site(POST, "---\ntitle: new\n---\nnew")

    assert actions(plan()) == [("update", POST)]
    assert export() == [POST]
    assert (destination / POST).read_text() == "---\ntitle: new\n---\nnew"
    in_site(POST, "again")
    assert export() == [POST]


def test_a_file_that_was_the_same_before_may_be_updated(
    export: Export, in_site: Write, in_destination: Write, site_folder: Path
) -> None:
    in_destination(POST, (site_folder / POST).read_bytes())
    assert export() == [IMAGE]

    in_site(POST, "changed")

    assert export() == [POST]


@pytest.mark.parametrize("exported_before", [True, False])
def test_what_was_changed_there_is_a_conflict(
    plan: MakePlan, export: Export, in_destination: Write, state: Path, snapshot: Snapshot, exported_before: bool
) -> None:
    if exported_before:
        export()
    in_destination(POST, "theirs")
    before = snapshot()

    found = plan()

    reason = "it was changed there since your last export"
    reason = reason if exported_before else "another file is there that Galley did not put there"
    assert [(item.target, item.reason) for item in found.conflicts] == [(POST, reason)]
    with pytest.raises(ExportConflict, match=r"Nothing was exported.*big-news"):
        apply_export(found, state=state)
    assert snapshot() == before
    written = apply_export(found.without_conflicts(), state=state)
    assert [item.target for item in written] == ([] if exported_before else [IMAGE])


def test_a_folder_or_a_link_where_a_file_should_go_is_a_conflict(
    plan: MakePlan, destination: Path, tmp_path: Path
) -> None:
    (destination / POST).mkdir()
    (destination / "assets").symlink_to(tmp_path)

    assert [(item.action.value, item.reason) for item in plan().items] == [
        ("conflict", "it is a folder"),
        ("conflict", "a link there leads out of the folder"),
    ]
    (destination / POST).rmdir()
    (destination / POST).symlink_to(destination / "none")
    assert plan().items[0].reason == "a link is there that leads nowhere"


def git(folder: Path, *arguments: str) -> None:
    settings = ("-c", "user.name=Writer", "-c", "user.email=writer@proof.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.mark.parametrize("below", ["", "docs"])
def test_what_git_can_give_back_may_be_updated(plan: MakePlan, destination: Path, tmp_path: Path, below: str) -> None:
    folder = destination / below
    file = folder / POST
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("committed\n")
    git(destination, "init", "-q")
    assert actions(plan(to=folder))[0] == ("conflict", POST)
    git(destination, "add", ".")
    assert actions(plan(to=folder))[0] == ("conflict", POST)
    git(destination, "commit", "-q", "-m", "first")

    assert actions(plan(to=folder))[0] == ("update", POST)
    file.write_bytes(b"committed\r\n")
    assert actions(plan(to=folder))[0] == ("update", POST)
    file.write_text("not committed\n")
    found = plan(to=folder)
    assert actions(found)[0] == ("conflict", POST)
    assert found.items[0].reason == "it was changed there and not committed"


def test_a_repository_set_up_by_somebody_else_runs_no_program(
    plan: MakePlan, destination: Path, in_destination: Write, tmp_path: Path
) -> None:
    in_destination(POST, "committed\n")
    in_destination(".gitattributes", "*.md filter=evil\n")
    git(destination, "init", "-q")
    git(destination, "add", ".")
    git(destination, "commit", "-q", "-m", "first")
    marker = tmp_path / "ran"
    for key in ("core.fsmonitor", "filter.evil.clean", "filter.evil.process", "core.sshCommand", "core.pager"):
        git(destination, "config", key, f"touch {marker}")
    os.utime(destination / POST, (1, 1))

    assert actions(plan())[0] == ("update", POST)
    assert not marker.exists()


def test_without_git_a_difference_is_a_conflict(
    plan: MakePlan, in_destination: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_destination(POST, "theirs")
    monkeypatch.setenv("PATH", "")

    assert actions(plan())[0] == ("conflict", POST)


# -- refusals -----------------------------------------------------------------------------------------------------
def test_a_destination_must_be_another_folder(plan: MakePlan, site_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(site_folder)
    for folder in (site_folder, site_folder / "_posts", site_folder.parent, tmp_path / "link"):
        with pytest.raises(SameFolder):
            plan(to=folder)
    with pytest.raises(NotASite):
        plan(to=site_folder / POST)
    with pytest.raises(FileMissing):
        plan(to=tmp_path / "none")


def test_posts_must_exist_in_the_site(plan: MakePlan, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("secret")
    (tmp_path / "site" / "_posts" / "folder").mkdir()

    with pytest.raises(FileMissing):
        plan("_posts/none.md")
    with pytest.raises(OutsideSite):
        plan("../secret.md")
    for other in ("_config.yml", "_layouts/post.html"):
        with pytest.raises(NotAPost):
            plan(other)
    with pytest.raises(CannotRead):
        plan("_posts/folder")


def test_a_plan_that_the_disk_has_overtaken_is_not_applied(
    plan: MakePlan, in_site: Write, in_destination: Write, state: Path, snapshot: Snapshot
) -> None:
    found = plan()
    in_site(IMAGE, "newer")
    before = snapshot()
    with pytest.raises(ChangedOnDisk):
        apply_export(found, state=state)
    assert snapshot() == before

    found = plan()
    in_destination(IMAGE, "appeared")
    before = snapshot()
    with pytest.raises(ExportConflict, match="changed a moment ago"):
        apply_export(found, state=state)
    assert snapshot() == before


# -- interrupted --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("before_death", [0, 1, 2])
def test_a_killed_export_can_be_run_again(
    plan: MakePlan,
    export: Export,
    in_site: Write,
    site_folder: Path,
    destination: Path,
    state: Path,
    monkeypatch: pytest.MonkeyPatch,
    before_death: int,
) -> None:
    """Whatever was written before the end counts as Galley's own, even if the site changes before the next run."""
    export()
    in_site(POST, f"second ![x](/{IMAGE})")
    in_site(IMAGE, "second picture")
    copy, copied = export_module._copy, []

    def die(*arguments: object) -> None:
        if len(copied) == before_death:
            raise KeyboardInterrupt
        copied.append(arguments)
        copy(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(export_module, "_copy", die)
        if before_death < 2:
            with pytest.raises(KeyboardInterrupt):
                apply_export(plan(), state=state)
        else:
            apply_export(plan(), state=state)
    in_site(POST, f"third ![x](/{IMAGE})")
    in_site(IMAGE, "third picture")

    assert plan().conflicts == ()
    assert export() == [IMAGE, POST]
    for path in (POST, IMAGE):
        assert (destination / path).read_bytes() == (site_folder / path).read_bytes()


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"files": 3}', b'{"files": {"a": 3}}', b"[" * 99999, b"\xff"])
def test_a_damaged_record_counts_as_none(
    export: Export, plan: MakePlan, state: Path, in_site: Write, content: bytes
) -> None:
    export()
    (record,) = (state / "exports").iterdir()
    record.write_bytes(content)
    in_site(POST, "changed")

    assert actions(plan())[0] == ("conflict", POST)
    assert read_bytes(record) == content
