"""A replacement is as small as can be and makes exactly the new text."""

from __future__ import annotations

from hypothesis import given, strategies
from hypothesis import settings as hypothesis_settings

from editor.gui.text.passage import Passage, Replacement, difference

_TEXTS = strategies.text("ab\n😀", max_size=12)


@hypothesis_settings(deadline=None)
@given(_TEXTS, _TEXTS)
def test_the_difference_turns_the_old_text_into_the_new(old: str, new: str) -> None:
    found = difference(old, new)
    assert old[: found.start] + found.new + old[found.end :] == new
    assert found.start <= found.end


def test_only_what_differs_is_replaced() -> None:
    assert difference("one two three", "one TWO three") == Replacement(4, 7, "TWO")
    assert difference("aa", "aaa") == Replacement(2, 2, "a")
    assert difference("same", "same") == Replacement(4, 4, "")


def test_the_selection_keeps_to_its_text() -> None:
    assert Passage("one two", 4, 7).replaced(0, 3, "seven") == Passage("seven two", 6, 9)
    assert Passage("one two", 0, 7).replaced(4, 7, "2") == Passage("one 2", 0, 5)
