"""Setting and removing keys from the command line: what is named changes, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Galley = Callable[..., Any]
POST = "_posts/2025-11-21-big-news.md"


def one_line(errors: str) -> bool:
    return errors.startswith("galley: ") and errors.count("\n") == 1


# -- set, unset -----------------------------------------------------------------------------------------------------
def test_set_changes_only_the_keys_named(galley: Galley, site_folder: Path) -> None:
    before = (site_folder / POST).read_text()
    done = galley("set", site_folder / POST, "tags=[a, b]", 'title="A: b"', "date=2025-11-21 18:21:53 +0000", "new=1=2")
    assert (done.status, done.output, done.errors) == (0, "", "")
    after = (site_folder / POST).read_text()
    assert "\ntags: [a, b]\n" in after
    assert '\ntitle: "A: b"\n' in after
    assert "\ndate: 2025-11-21 18:21:53 +0000\n" in after
    assert "\nnew: 1=2\n" in after
    assert len(set(before.splitlines()) - set(after.splitlines())) == 3


def test_set_is_all_or_nothing_and_names_file_and_key(galley: Galley, site_folder: Path) -> None:
    before = (site_folder / POST).read_bytes()
    done = galley("set", site_folder / POST, "layout=essay", "tags=[a")
    assert done.status == 1
    assert one_line(done.errors)
    assert "2025-11-21-big-news.md" in done.errors
    assert "“tags”" in done.errors
    assert (site_folder / POST).read_bytes() == before


@pytest.mark.parametrize("wrong", ["tags", "=x", " =x"])
def test_set_wants_a_key_and_a_value(galley: Galley, site_folder: Path, wrong: str) -> None:
    assert galley("set", site_folder / POST, wrong).status == 2


def test_unset_removes_a_key(galley: Galley, site_folder: Path) -> None:
    assert galley("unset", site_folder / POST, "author", "tags").status == 0
    text = (site_folder / POST).read_text()
    assert "author" not in text
    assert "tags" not in text
    assert "excerpt" in text


def test_set_and_unset_reach_into_maps_and_lists(galley: Galley, site_folder: Path) -> None:
    path = site_folder / POST
    before = path.read_text()
    added = ["seo.title=x", "gallery[0].image=a.jpg", 'gallery[0].caption="A: b"', "gallery[1].image=b.jpg"]
    assert galley("set", path, *added).status == 0
    block = '\nseo:\n  title: x\ngallery:\n  - image: a.jpg\n    caption: "A: b"\n  - image: b.jpg\n'
    assert block in path.read_text()
    assert path.read_text().replace(block, "\n") == before
    assert galley("unset", path, "gallery[0].caption", "gallery[1]", "seo.title").status == 0
    assert "\nseo: {}\ngallery:\n  - image: a.jpg\n" in path.read_text()
    assert galley("unset", path, "seo", "gallery").status == 0
    assert path.read_text() == before


@pytest.mark.parametrize("wrong", ["title.x=1", "gallery[1]=1", "tags.a=1"])
def test_set_tells_where_a_path_leads_nowhere(galley: Galley, site_folder: Path, wrong: str) -> None:
    before = (site_folder / POST).read_bytes()
    done = galley("set", site_folder / POST, wrong)
    assert (done.status, one_line(done.errors)) == (1, True)
    assert "cannot be set" in done.errors
    assert (site_folder / POST).read_bytes() == before


def test_unset_of_an_absent_key_fails_and_writes_nothing(galley: Galley, site_folder: Path) -> None:
    before = (site_folder / POST).read_bytes()
    done = galley("unset", site_folder / POST, "author", "nothing")
    assert done.status == 1
    assert "nothing" in done.errors
    assert one_line(done.errors)
    assert (site_folder / POST).read_bytes() == before
