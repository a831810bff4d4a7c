"""Publish, unpublish and rename move a post whole, keep its words and its URL, and never overwrite another."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from editor.errors import AlreadyExists, EmptySlug, FrontMatterError, InvalidDate, NotAPost, NotUtf8
from editor.workspace.moving import renamed
from editor.workspace.workspace import Workspace

Make = Callable[[dict[str, str]], Workspace]
UTC_SITE = "timezone: Etc/UTC\n"
POST = "_posts/2025-11-21-big-news.md"


def names(workspace: Workspace) -> set[str]:
    return {str(path.relative_to(workspace.site.root)) for path in workspace.site.root.rglob("*.*") if path.is_file()}


def read(workspace: Workspace, relative: str) -> str:
    return workspace.site.absolute(relative).read_bytes().decode()


def test_a_draft_without_a_date_is_published_now(make_workspace: Make) -> None:
    workspace = make_workspace({"_config.yml": UTC_SITE, "_drafts/idea.md": "---\ntitle: Idea\n---\nText.\n"})
    assert workspace.publish("_drafts/idea.md") == "_posts/2026-11-22-idea.md"
    assert read(workspace, "_posts/2026-11-22-idea.md") == (
        "---\ntitle: Idea\ndate: 2026-11-22 23:30:00 +0000\n---\nText.\n"
    )
    assert names(workspace) == {"_config.yml", "_posts/2026-11-22-idea.md"}


def test_a_draft_with_a_date_is_published_on_it_byte_for_byte(make_workspace: Make) -> None:
    draft = "---\r\ntitle: 'x'  # mine\r\ndate:   2026-01-02 23:30:00\r\n---\r\n\r\nText"
    workspace = make_workspace({"_config.yml": "timezone: Europe/Berlin", "_drafts/idea.md": draft})
    # Unquoted and without offset: UTC for Jekyll, and the next day in Berlin.
    assert workspace.publish("_drafts/idea.md") == "_posts/2026-01-03-idea.md"
    assert read(workspace, "_posts/2026-01-03-idea.md") == draft


def test_a_date_asked_for_beats_the_own_one_and_keeps_its_spelling(make_workspace: Make) -> None:
    draft = "---\ntitle: x\ndate: 2026-01-02T10:00:00 # soon\n---\n"
    workspace = make_workspace({"_config.yml": UTC_SITE, "_drafts/idea.md": draft})
    moved = workspace.publish("_drafts/idea.md", date=datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC))
    assert moved == "_posts/2026-03-04-idea.md"
    assert read(workspace, moved) == "---\ntitle: x\ndate: 2026-03-04T05:06:07 # soon\n---\n"


def test_a_date_is_added_in_the_spelling_of_the_other_posts(workspace: Workspace) -> None:
    draft = workspace.create_post("Idea", draft=True)
    moved = workspace.publish(draft, date=datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC))
    assert "date: 2026-03-04T05:06:07\n" in read(workspace, moved)


def test_a_date_is_added_with_its_offset_where_it_could_be_read_as_another_time(make_workspace: Make) -> None:
    files = {
        "_posts/2025-01-01-a.md": "---\ndate: 2025-01-01T10:30:00\n---\n",
        "_drafts/idea.md": "---\ntitle: x\n---\n",
    }
    workspace = make_workspace({"_config.yml": "timezone: Asia/Tokyo\n", **files})
    moved = workspace.publish("_drafts/idea.md")
    assert moved == "_posts/2026-11-23-idea.md"
    assert "date: 2026-11-23T08:30:00+09:00\n" in read(workspace, moved)


def test_a_draft_named_by_date_is_published_on_that_day(make_workspace: Make) -> None:
    workspace = make_workspace({"_config.yml": "", "_drafts/2026-01-02-idea.md": "---\ntitle: x\n---\n"})
    assert workspace.publish("_drafts/2026-01-02-idea.md") == "_posts/2026-01-02-idea.md"


def test_folders_are_kept(make_workspace: Make) -> None:
    workspace = make_workspace({"_config.yml": "", "news/_drafts/deep/x.md": "---\ndate: 2026-01-02\n---\n"})
    assert workspace.publish("news/_drafts/deep/x.md") == "news/_posts/deep/2026-01-02-x.md"
    assert workspace.unpublish("news/_posts/deep/2026-01-02-x.md") == "news/_drafts/deep/x.md"


def test_the_outermost_special_folder_says_what_a_file_is(make_workspace: Make) -> None:
    post = "---\ndate: 2026-01-02\n---\n"
    workspace = make_workspace({"_config.yml": "", "_drafts/_posts/x.md": post, "_posts/_drafts/2026-01-02-y.md": post})
    with pytest.raises(NotAPost):
        workspace.publish("_posts/_drafts/2026-01-02-y.md")
    assert workspace.publish("_drafts/_posts/x.md") == "_posts/_posts/2026-01-02-x.md"


def test_a_date_in_the_name_that_is_none_is_told(make_workspace: Make) -> None:
    workspace = make_workspace({"_config.yml": "", "_posts/9999-12-99-x.md": "Text.\n"})
    with pytest.raises(InvalidDate):
        workspace.unpublish("_posts/9999-12-99-x.md")


def test_a_draft_without_front_matter_gets_its_date(make_workspace: Make) -> None:
    workspace = make_workspace({"_config.yml": UTC_SITE, "_drafts/x.md": "Only text.\n"})
    moved = workspace.publish("_drafts/x.md")
    assert read(workspace, moved) == "---\ndate: 2026-11-22 23:30:00 +0000\n---\nOnly text.\n"


def test_unpublish_keeps_the_date_and_publishing_again_gives_the_same_bytes_and_url(workspace: Workspace) -> None:
    before = workspace.site.read(POST, now=workspace.now())
    text = read(workspace, POST)
    draft = workspace.unpublish(POST)
    assert draft == "_drafts/big-news.md"
    assert read(workspace, draft) == text
    assert workspace.publish(draft) == POST
    assert read(workspace, POST) == text
    assert workspace.site.read(POST, now=workspace.now()).url == before.url


def test_the_date_in_the_name_is_not_lost(make_workspace: Make) -> None:
    workspace = make_workspace({"_posts/2025-02-30-Mixed_Case.md": "---\ntitle: x\n---\n", "_config.yml": ""})
    url = workspace.site.read("_posts/2025-02-30-Mixed_Case.md", now=workspace.now()).url
    draft = workspace.unpublish("_posts/2025-02-30-Mixed_Case.md")
    assert read(workspace, draft) == "---\ntitle: x\ndate: 2025-03-02\n---\n"
    assert workspace.site.read(workspace.publish(draft), now=workspace.now()).url == url


def test_rename_changes_only_the_slug(workspace: Workspace) -> None:
    text = read(workspace, POST)
    assert workspace.rename(POST, "Quite other News!") == "_posts/2025-11-21-quite-other-news.md"
    assert read(workspace, "_posts/2025-11-21-quite-other-news.md") == text
    assert POST not in names(workspace)


def test_a_rename_to_the_same_slug_does_nothing(workspace: Workspace) -> None:
    assert workspace.rename(POST, "big-news") == POST


def test_a_draft_can_be_renamed(make_workspace: Make) -> None:
    workspace = make_workspace({"_config.yml": "", "_drafts/x.y.markdown": "text"})
    assert workspace.rename("_drafts/x.y.markdown", "z") == "_drafts/z.markdown"


@pytest.mark.parametrize(
    ("move", "taken"),
    [
        (lambda w: w.publish("_drafts/a.md"), "_posts/2026-01-02-a.md"),
        (lambda w: w.unpublish("_posts/2026-01-02-b.md"), "_drafts/b.md"),
        (lambda w: w.rename("_posts/2026-01-02-c.md", "d"), "_posts/2026-01-02-d.md"),
    ],
)
def test_a_clash_is_refused_with_another_name(
    make_workspace: Make, move: Callable[[Workspace], str], taken: str
) -> None:
    post = "---\ndate: 2026-01-02\n---\n"
    sources = {"_drafts/a.md": post, "_posts/2026-01-02-b.md": post, "_posts/2026-01-02-c.md": post}
    workspace = make_workspace(sources | {taken: "taken", "_config.yml": ""})
    before = names(workspace)
    with pytest.raises(AlreadyExists, match=r"-2\.md"):
        move(workspace)
    assert names(workspace) == before
    assert read(workspace, taken) == "taken"


def test_a_post_that_would_have_the_page_of_another_is_refused(make_workspace: Make) -> None:
    """Of `x.md` and `x.markdown` Jekyll writes only one."""
    workspace = make_workspace(
        {
            "_config.yml": "",
            "_drafts/a.md": "---\ndate: 2026-01-02\n---\n",
            "_posts/2026-1-2-a.markdown": "taken",
            "_posts/2026-01-02-a-2.html": "taken",
            "_posts/2026-01-02-a.txt": "another page",
        }
    )
    with pytest.raises(AlreadyExists, match=r"2026-1-2-a\.markdown exists .* 2026-01-02-a-3\.md"):
        workspace.publish("_drafts/a.md")
    assert workspace.rename("_drafts/a.md", "b") == "_drafts/b.md"
    assert workspace.publish("_drafts/b.md") == "_posts/2026-01-02-b.md"


def test_a_draft_that_jekyll_would_ignore_as_a_post_stays_a_draft(make_workspace: Make) -> None:
    workspace = make_workspace({"_drafts/a": "", "_config.yml": ""})
    with pytest.raises(NotAPost, match=r"\.md"):
        workspace.publish("_drafts/a")
    assert workspace.site.absolute("_drafts/a").is_file()


def test_only_drafts_are_published_and_only_posts_unpublished(make_workspace: Make) -> None:
    workspace = make_workspace({"_drafts/a.md": "", "_posts/2025-01-01-b.md": "", "c.md": "", "_config.yml": ""})
    for wrong in ("_posts/2025-01-01-b.md", "c.md"):
        with pytest.raises(NotAPost, match="draft"):
            workspace.publish(wrong)
    for wrong in ("_drafts/a.md", "c.md"):
        with pytest.raises(NotAPost, match="_posts"):
            workspace.unpublish(wrong)


@pytest.mark.parametrize(
    ("draft", "error"),
    [
        ("---\ntitle: [\n---\n", FrontMatterError),
        ("---\ndate: someday\n---\n", InvalidDate),
        ("---\ndate: 2025-13-45\n---\n", InvalidDate),
        ("---\ntitle: not closed\n", FrontMatterError),
        ("\n---\ntitle: not first\n---\n", FrontMatterError),
    ],
)
def test_a_draft_that_jekyll_could_not_date_stays_a_draft(
    make_workspace: Make, draft: str, error: type[Exception]
) -> None:
    workspace = make_workspace({"_drafts/a.md": draft, "_config.yml": ""})
    with pytest.raises(error):
        workspace.publish("_drafts/a.md")
    assert names(workspace) == {"_drafts/a.md", "_config.yml"}


def test_a_draft_that_is_not_utf8_is_not_given_a_date(make_workspace: Make) -> None:
    workspace = make_workspace({"_drafts/a.md": "", "_config.yml": ""})
    workspace.site.absolute("_drafts/a.md").write_bytes(b"caf\xe9")
    with pytest.raises(NotUtf8, match="byte 3"):
        workspace.publish("_drafts/a.md")
    assert workspace.rename("_drafts/a.md", "b") == "_drafts/b.md"
    assert workspace.site.absolute("_drafts/b.md").read_bytes() == b"caf\xe9"


@pytest.mark.parametrize("slug", ["", "../..", "…"])
def test_a_slug_cannot_leave_its_folder_or_be_empty(workspace: Workspace, slug: str) -> None:
    with pytest.raises(EmptySlug):
        workspace.rename(POST, slug)
    assert workspace.rename(POST, "../../etc/passwd") == "_posts/2025-11-21-etc-passwd.md"


@pytest.mark.jekyll
@pytest.mark.slow
def test_jekyll_gives_the_url_that_was_promised(make_workspace: Make, tmp_path: Path) -> None:
    workspace = make_workspace(
        {"_config.yml": "timezone: Asia/Tokyo\n", "_drafts/Idea.md": "---\ntitle: x\n---\nText.\n"}
    )
    moved = workspace.publish("_drafts/Idea.md", date=datetime(2026, 3, 4, 23, 0, tzinfo=UTC))
    document = workspace.site.read(moved, now=workspace.now())
    subprocess.run(["jekyll", "build", "-q", "-s", workspace.site.root, "-d", tmp_path / "out"], check=True)
    assert moved == "_posts/2026-03-05-Idea.md"
    assert "Text." in (tmp_path / "out" / document.output).read_text()


@hypothesis_settings(deadline=None)
@given(st.text(st.characters(exclude_characters="/", exclude_categories=["Cs"])))
def test_law_another_slug_changes_nothing_else_of_the_path(slug: str) -> None:
    assert renamed(f"news/_posts/deep/2025-1-2-{slug}.md", "New") == "news/_posts/deep/2025-1-2-new.md"
