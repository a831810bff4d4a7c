"""Whatever path of a site the writer gives, the site opens."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor.errors import FileMissing, NotAPost
from editor.settings import Folders
from editor.workspace.opening import open_path
from editor.workspace.workspace import Workspace

POST = "_posts/2025-11-21-big-news.md"


def test_a_folder_opens_as_a_site(site_folder: Path) -> None:
    site, relative = open_path(site_folder)
    assert (site.root, relative) == (site_folder, None)


def test_a_post_opens_in_the_site_that_holds_it(site_folder: Path) -> None:
    site, relative = open_path(site_folder / POST)
    assert (site.root, relative) == (site_folder, POST)


@pytest.mark.parametrize("name", ["_posts", "_drafts"])
def test_the_folder_of_posts_means_the_site_around_it(site_folder: Path, name: str) -> None:
    (site_folder / name).mkdir(exist_ok=True)
    assert open_path(site_folder / name)[0].root == site_folder


def test_a_path_from_inside_the_site_is_enough(site_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site_folder / "_posts")
    assert open_path(Path("2025-11-21-big-news.md"))[1] == POST
    assert open_path(Path(".."))[0].root == site_folder


def test_a_page_opens_too(site_folder: Path) -> None:
    (site_folder / "about.md").write_text("---\ntitle: About\n---\n")
    assert open_path(site_folder / "about.md")[1] == "about.md"


def test_a_bare_post_opens_in_its_own_folder(tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("# Note\n")
    site, relative = open_path(tmp_path / "note.md")
    assert (site.root, relative, site.bare) == (tmp_path, "note.md", True)


def test_a_picture_is_no_post(site_folder: Path) -> None:
    (site_folder / "cat.jpg").write_bytes(b"\xff\xd8")
    with pytest.raises(NotAPost, match=r"cat\.jpg"):
        open_path(site_folder / "cat.jpg")


def test_a_wrong_name_is_told(site_folder: Path) -> None:
    with pytest.raises(FileMissing):
        open_path(site_folder / "nothing")


def test_every_post_is_listed_even_where_it_is_at_fault(site_folder: Path, folders: Folders) -> None:
    posts = site_folder / "_posts"
    (posts / "2025-01-01-broken.md").write_bytes(b"---\ntitle: [\n---\n")
    (posts / "2025-01-02-latin.md").write_bytes(b"---\ntitle: caf\xe9\n---\n")
    (posts / "no-date.md").write_bytes(b"text")
    (posts / "2025-01-03-gone.md").symlink_to("nowhere.md")
    os.mkfifo(posts / "2025-01-04-pipe.md")
    workspace, _ = Workspace.open(site_folder, folders, lambda: datetime(2026, 1, 1, tzinfo=UTC))
    found = {document.path: document for document in workspace.documents()}
    assert {f"_posts/{path.name}" for path in posts.iterdir()} == set(found)
    faulty = set(found) - {POST}
    assert all(found[path].problems for path in faulty), [path for path in faulty if not found[path].problems]
