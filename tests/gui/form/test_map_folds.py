"""Folded stays folded, also when items change places."""

from __future__ import annotations

from editor.gui.form.map_folds import MapFolds
from editor.gui.form.wanted_rows import Wanted


def group(*path, value=None):
    return Wanted(path, "", "", "map", value={"a": 1} if value is None else value)


def test_a_group_is_as_it_was_when_first_seen():
    folds = MapFolds()
    assert folds.is_open(group("m"))
    assert folds.is_open(group("m", value={str(n): n for n in range(99)}))


def test_groups_start_folded_once_enough_is_open():
    folds = MapFolds()
    opened = [folds.is_open(group(f"m{n}", value={"a": 1, "b": 2})) for n in range(50)]
    assert opened == [True] * 40 + [False] * 10


def test_what_was_folded_moves_with_its_item():
    folds = MapFolds()
    folds.set_open(("g", 0), False)
    folds.set_open(("g", 0, "sub"), False)
    folds.swap(("g", 0), 1)
    assert [folds.is_open(group("g", place)) for place in (0, 1)] == [True, False]
    assert not folds.is_open(group("g", 1, "sub"))


def test_items_behind_one_that_goes_keep_their_folds():
    folds = MapFolds()
    folds.set_open(("g", 2), False)
    folds.set_open(("h", 2), False)
    folds.remove(("g", 0))
    assert [folds.is_open(group("g", place)) for place in (0, 1, 2)] == [True, False, True]
    assert not folds.is_open(group("h", 2))
