"""Jekyll's rules for the names that it passes over."""

from __future__ import annotations

import pytest

from editor.site.folders import EntryFilter


@pytest.mark.parametrize(
    ("entry", "folder", "kept"),
    [
        ("a.md", "", True),
        ("_a.md", "", False),
        ("a.", "", False),
        ("_kept.md", "", True),
        ("tmp", "", False),
        ("tmpfile", "", False),
        ("tmp", "sub", True),
        ("b.bak", "sub", False),
        ("build", "", False),
        ("builds", "", True),
    ],
)
def test_include_and_exclude_match_beginnings_and_globs(entry, folder, kept):
    entry_filter = EntryFilter(include=("_kept",), exclude=("tmp", "*.bak", "build/"))
    assert entry_filter.keeps(entry, folder=folder, is_folder=True) is kept
