"""Posts become HTML files; one bad file does not stop the others, and no source is written over."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor.errors import FileMissing, GalleyError, SameTarget
from editor.workspace.rendering_files import render_files

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def rendered(*files: Path, output: Path, site: Path | None = None, fragment: bool = False) -> list[Path | GalleyError]:
    return list(render_files(files, output, site_folder=site, fragment=fragment, now=NOW))


def test_a_post_becomes_a_page(site_folder: Path, tmp_path: Path) -> None:
    post = site_folder / "_posts" / "2025-11-21-big-news.md"
    output = tmp_path / "new" / "folder"
    assert rendered(post, output=output) == [output / "2025-11-21-big-news.html"]
    html = (output / "2025-11-21-big-news.html").read_text("utf-8")
    assert "<!DOCTYPE html>" in html[:20]
    assert "Big News: Steve Rosenberg" in html
    assert "<p>On Friday night, President Putin" in html


def test_a_fragment_is_the_converted_body_alone(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text("---\ntitle: T\n---\n*Hello*\n")
    rendered(tmp_path / "x.md", output=tmp_path / "out", fragment=True)
    assert (tmp_path / "out" / "x.html").read_text().strip() == "<p><em>Hello</em></p>"


def test_rendering_again_replaces_the_page(tmp_path: Path) -> None:
    source = tmp_path / "x.md"
    source.write_text("one")
    rendered(source, output=tmp_path / "out", fragment=True)
    source.write_text("two")
    rendered(source, output=tmp_path / "out", fragment=True)
    assert "two" in (tmp_path / "out" / "x.html").read_text()


def test_a_missing_file_is_told_and_the_others_rendered(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text("b")
    missing, written = rendered(tmp_path / "a.md", tmp_path / "b.md", output=tmp_path / "out")
    assert isinstance(missing, FileMissing)
    assert written == tmp_path / "out" / "b.html"


def test_two_files_of_one_name_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.md").write_text("x")
    with pytest.raises(SameTarget, match=r"x\.html"):
        rendered(tmp_path / "a" / "x.md", tmp_path / "b" / "x.md", output=tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_no_source_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text("<p>mine</p>")
    with pytest.raises(SameTarget):
        rendered(tmp_path / "x.html", output=tmp_path)
    assert (tmp_path / "x.html").read_text() == "<p>mine</p>"


def test_a_file_from_elsewhere_is_rendered_in_the_site_named(site_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text("text")
    assert rendered(tmp_path / "x.md", output=tmp_path / "out", site=site_folder) == [tmp_path / "out" / "x.html"]


def test_a_file_that_is_not_utf8_is_rendered_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_bytes(b"caf\xe9")
    rendered(tmp_path / "x.md", output=tmp_path / "out", fragment=True)
    assert "café" in (tmp_path / "out" / "x.html").read_text("utf-8")
