"""Which files of a folder are posts, or look as if they should be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from editor.site.config import load_config
from editor.site.post_files import find_bare_posts, find_post_files, has_posts_folder


@pytest.fixture
def put(tmp_path):
    def put(*names: str) -> None:
        for name in names:
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text("Text\n")

    return put


def found(root: Path, find=find_post_files) -> list[str]:
    faults: list[str] = []
    posts = sorted(find(root, load_config(root), unreadable=lambda path, _error: faults.append(path)))
    assert not faults
    return posts


def test_posts_and_drafts_are_found_anywhere_in_the_site(tmp_path, put):
    names = ["News/World/_posts/2025-11-21-a.md", "_drafts/idea.md", "_posts/2025-11-21-b.md", "_posts/sub/c.md"]
    put(*names, "about.md", "News/page.md")
    assert found(tmp_path) == names


def test_what_jekyll_hides_or_excludes_is_passed_over(tmp_path, put):
    put(
        "_site/_posts/2025-11-21-a.md",
        ".git/_posts/2025-11-21-a.md",
        "_old/_posts/2025-11-21-a.md",
        "node_modules/x/_posts/2025-11-21-a.md",
        "vendor/bundle/_posts/2025-11-21-a.md",
        "attic/_posts/2025-11-21-a.md",
        "public/_posts/2025-11-21-a.md",
        "_posts/.hidden.md",
        "_posts/_under.md",
        "_posts/#draft.md",
        "_posts/2025-11-21-a.md~",
        "_posts/.sub/2025-11-21-a.md",
    )
    (tmp_path / "_config.yml").write_text("exclude: [att]\ndestination: ./public\n")
    assert found(tmp_path) == []


def test_pictures_among_the_posts_are_no_posts_but_odd_texts_are_shown(tmp_path, put):
    put("_posts/photo.jpg", "_posts/2025-11-21-photo.png", "_posts/data.csv", "_drafts/scan.pdf")
    put("_posts/2025-11-21-x.adoc", "_posts/2025-11-21-x", "_posts/no-date.md", "_drafts/idea")
    assert found(tmp_path) == [
        "_drafts/idea",
        "_posts/2025-11-21-x",
        "_posts/2025-11-21-x.adoc",
        "_posts/no-date.md",
    ]


def test_only_the_collections_folder_counts_where_there_is_one(tmp_path, put):
    put("_posts/2025-11-21-a.md", "content/_posts/2025-11-21-b.md", "content/x/_drafts/c.md")
    (tmp_path / "_config.yml").write_text("collections_dir: content\n")
    assert found(tmp_path) == ["content/_posts/2025-11-21-b.md", "content/x/_drafts/c.md"]


def test_links_lead_neither_out_of_the_site_nor_round_in_a_loop(tmp_path):
    site, other = tmp_path / "site", tmp_path / "other"
    for folder in (site / "real" / "_posts", other / "_posts"):
        folder.mkdir(parents=True)
        (folder / "2025-11-21-a.md").write_text("x")
    (site / "loop").symlink_to(site)
    (site / "real" / "again").symlink_to(site / "real")
    (site / "out").symlink_to(other)
    (site / "self").symlink_to(site / "self")
    (site / "_drafts").symlink_to(other / "_posts")
    told: list[str] = []
    posts = list(find_post_files(site, load_config(site), unreadable=lambda path, _error: told.append(path)))
    assert (posts, told) == (["real/_posts/2025-11-21-a.md"], ["_drafts"])


def test_a_name_that_is_not_utf8_is_found(tmp_path):
    (tmp_path / "_posts").mkdir()
    (tmp_path / "_posts" / os.fsdecode(b"2025-11-21-caf\xe9.md")).write_text("x")
    (name,) = found(tmp_path)
    assert os.fsencode(name) == b"_posts/2025-11-21-caf\xe9.md"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may list everything")
def test_a_folder_that_cannot_be_listed_is_told(tmp_path, put):
    put("a/_posts/2025-11-21-x.md", "_posts/2025-11-21-y.md")
    (tmp_path / "a").chmod(0)
    told: list[str] = []
    try:
        posts = list(find_post_files(tmp_path, load_config(tmp_path), unreadable=lambda path, _e: told.append(path)))
    finally:
        (tmp_path / "a").chmod(0o700)
    assert (posts, told) == (["_posts/2025-11-21-y.md"], ["a"])


def test_the_first_post_comes_before_the_walk_is_over(tmp_path, put):
    put("_posts/2025-11-21-a.md", "z/z/z/_posts/2025-11-21-b.md")
    posts = find_post_files(tmp_path, load_config(tmp_path), unreadable=lambda _path, _error: None)
    assert next(posts) == "_posts/2025-11-21-a.md"


def test_every_markdown_file_of_a_bare_folder_is_a_post(tmp_path, put):
    put("one.md", "two.MARKDOWN", "sub/three.md", "picture.jpg", "notes.txt", ".hidden.md", "node_modules/x.md")
    assert not has_posts_folder(tmp_path, load_config(tmp_path))
    assert found(tmp_path, find_bare_posts) == ["one.md", "sub/three.md", "two.MARKDOWN"]
