from __future__ import annotations

import os
from pathlib import Path

import pytest

from editor.gui.preview.site_files import find_file


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "assets").mkdir(parents=True)
    for name in ("a.png", "Ä b.JPG", "page.html", "notes.md", "data.json"):
        (folder / "assets" / name).write_bytes(b"x")
    (tmp_path / "site-secret").mkdir()
    (tmp_path / "site-secret" / "a.png").write_bytes(b"x")
    return folder


def test_a_picture_of_the_site_is_found_with_its_type(root: Path):
    assert find_file(root, "", "/assets/a.png") == ((root / "assets" / "a.png").resolve(), "image/png")
    assert find_file(root, "/blog", "/blog/assets/%C3%84%20b.JPG") == (
        (root / "assets/Ä b.JPG").resolve(),
        "image/jpeg",
    )


def test_a_site_that_is_reached_through_a_link_is_served(root: Path, tmp_path: Path):
    (tmp_path / "alias").symlink_to(root)
    assert find_file(tmp_path / "alias", "", "/assets/a.png") is not None


@pytest.mark.parametrize(
    ("baseurl", "path"),
    [
        ("", "/"),
        ("", "/assets"),
        ("", "/assets/none.png"),
        ("", "/assets/page.html"),
        ("", "/assets/notes.md"),
        ("", "/assets/data.json"),
        ("", "/_config.yml"),
        ("", "/../site-secret/a.png"),
        ("", "/%2e%2e/site-secret/a.png"),
        ("", "/..%2fsite-secret/a.png"),
        ("", "/assets/..%5c..%5csite-secret/a.png"),
        ("", "/assets/a.png%00.png"),
        ("", "/assets/%ff.png"),
        ("/blog", "/assets/a.png"),
        ("/blog", "/blogassets/a.png"),
        ("/blog", "/blog"),
    ],
)
def test_nothing_else_is_served(root: Path, baseurl: str, path: str):
    assert find_file(root, baseurl, path) is None


def test_a_pipe_that_is_named_like_a_picture_is_not_opened(root: Path):
    os.mkfifo(root / "assets" / "pipe.png")
    assert find_file(root, "", "/assets/pipe.png") is None
