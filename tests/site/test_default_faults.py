"""Sets of front matter defaults that stop Jekyll are told."""

from __future__ import annotations

import pytest

from editor.site.default_faults import find_default_faults
from editor.site.scalars import load


@pytest.mark.parametrize(
    ("sets", "word"),
    [
        ("[{scope: null, values: {a: b}}]", "“scope”"),
        ("[{scope: {path: ''}, values: {a: b}}, {values: {a: b}}]", "“scope”"),
        ("[{scope: {type: 5}, values: {a: b}}]", "“type”"),
        ("[{scope: {path: 5}, values: {a: b}}, {scope: {}, values: {a: b}}]", "“path”"),
        ("[{scope: {}, values: {date: 2025-01-01}}]", "“date”"),
        ("[{scope: {}, values: {date: soon}}]", "“date”"),
        ("[{scope: {}, values: {date: null}}]", "“date”"),
    ],
)
def test_a_set_that_stops_jekyll_is_told(sets, word):
    (fault,) = find_default_faults(load(sets))
    assert word in fault


@pytest.mark.parametrize(
    "sets",
    [
        "{}",
        "[5, null, {}, {values: 5}]",
        "[{values: {a: b}}, {values: null}]",
        "[{values: {a: b}}, {values: {a: c}}]",
        "[{scope: {path: 5}, values: {a: b}}]",
        "[{scope: {path: null}, values: {date: 2025-01-01 10:00:00}}]",
        "[{scope: {}, values: {date: '2025-01-01'}}]",
    ],
)
def test_what_jekyll_passes_over_is_no_fault(sets):
    assert list(find_default_faults(load(sets))) == []
