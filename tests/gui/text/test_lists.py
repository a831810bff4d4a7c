"""Enter, Tab and Shift+Tab in lists do what a writer expects, and numbers stay in order."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, strategies
from hypothesis import settings as hypothesis_settings

from editor.gui.text.lists import enter, indent, outdent, read_line, renumber
from editor.gui.text.passage import Passage

Read, Write = Callable[[str], Passage], Callable[[Passage], str]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- one¦", "- one\n- ¦"),
        ("* one¦", "* one\n* ¦"),
        ("- on¦e", "- on\n- ¦e"),
        ("- one¦ two", "- one\n- ¦two"),
        ("1. one¦", "1. one\n2. ¦"),
        ("1. one¦\n\n2. two\n   more\n\n3. three", "1. one\n2. ¦\n\n3. two\n   more\n\n4. three"),
        ("1. one\n1. two¦\n1. three", "1. one\n1. two\n1. ¦\n1. three"),
        ("8. one¦\n9. two\n   - in", "8. one\n9. ¦\n10. two\n    - in"),
        ("- [x] done¦", "- [x] done\n- [ ] ¦"),
        ("  - in¦", "  - in\n  - ¦"),
        ("> quote¦", "> quote\n> ¦"),
        ("> - one¦", "> - one\n> - ¦"),
        ("> 1. one¦", "> 1. one\n> 2. ¦"),
        ("- one\n- ¦", "- one\n\n¦"),
        ("- one\n- [ ] ¦", "- one\n\n¦"),
        ("- one\n  more\n- ¦", "- one\n  more\n\n¦"),
        ("- one\n\n- ¦", "- one\n\n¦"),
        ("1. one\n2. ¦\n3. three", "1. one\n\n¦\n\n3. three"),
        ("text\n\n- ¦", "text\n\n¦"),
        ("> one\n> ¦", "> one\n\n¦"),
        ("> - one\n> - ¦", "> - one\n>\n> ¦"),
        ("- one\n  - in\n  - ¦", "- one\n  - in\n- ¦"),
        ("1. one\n   1. in\n   2. ¦\n2. two", "1. one\n   1. in\n2. ¦\n3. two"),
        ("> ¦", "¦"),
        ("> - ¦", "> ¦"),
    ],
)
def test_enter(before: str, after: str, read: Read, write: Write) -> None:
    made = enter(read(before))
    assert made is not None
    assert write(made) == after


@pytest.mark.parametrize(
    "before", ["1) one¦", "plain¦", "¦- one", "-¦ one", "***¦", "- - -¦", "«- a\n- b»", "-¦", "1.5 is a number¦"]
)
def test_enter_elsewhere_just_breaks_the_line(before: str, read: Read) -> None:
    assert enter(read(before)) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- one\n- tw¦o", "- one\n  - tw¦o"),
        ("1. one\n2. tw¦o\n3. three", "1. one\n   1. tw¦o\n2. three"),
        ("1. one\n   1. in\n2. tw¦o", "1. one\n   1. in\n   2. tw¦o"),
        ("10. one\n11. tw¦o", "10. one\n    1. tw¦o"),
        ("- [ ] one\n- [ ] tw¦o", "- [ ] one\n  - [ ] tw¦o"),
        ("- one\n- tw¦o\n  - in\n\n    more\n- three", "- one\n  - tw¦o\n    - in\n\n      more\n- three"),
        ("- one\n«- two\n- three»\n- four", "- one\n«  - two\n  - three»\n- four"),
        ("> - one\n> - tw¦o", "> - one\n>   - tw¦o"),
        ("- o¦ne", "- o¦ne"),
        ("- one\n  - tw¦o", "- one\n  - tw¦o"),
        ("- one\n- ¦", "- one\n  - ¦"),
    ],
)
def test_tab(before: str, after: str, read: Read, write: Write) -> None:
    made = indent(read(before))
    assert made is not None
    assert write(made) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- one\n  - tw¦o", "- one\n- tw¦o"),
        ("1. one\n   1. tw¦o\n2. three", "1. one\n2. tw¦o\n3. three"),
        ("- one\n  - tw¦o\n    - in", "- one\n- tw¦o\n  - in"),
        ("- o¦ne", "- o¦ne"),
        ("  - o¦ne", "- o¦ne"),
        ("- a\n«  - b\n  - c»\n- d", "- a\n«- b\n- c»\n- d"),
    ],
)
def test_shift_tab(before: str, after: str, read: Read, write: Write) -> None:
    made = outdent(read(before))
    assert made is not None
    assert write(made) == after


def test_tab_outside_a_list_is_not_a_matter_of_lists(read: Read) -> None:
    assert indent(read("pla¦in")) is None
    assert outdent(read("pla¦in")) is None


def test_the_first_number_of_a_list_is_the_writers() -> None:
    assert renumber(["3. a", "7. b", "", "text", "", "5. c"], 0) == ["3. a", "4. b", "", "text", "", "5. c"]


@hypothesis_settings(deadline=None)
@given(strategies.text("ab -*+1.)[]x>\t #", max_size=30))
def test_a_line_taken_apart_is_the_line_again(text: str) -> None:
    line = str(read_line(text))
    assert line == text or "\t" in text


@hypothesis_settings(deadline=None)
@given(strategies.lists(strategies.sampled_from(["- a", "1. b", "  - c", "", "   2. d", "text", "> - q"]), max_size=8))
def test_tab_and_back_loses_nothing(lines: list[str]) -> None:
    text = "\n".join(lines)
    for position in range(len(text) + 1):
        for command in (enter, indent, outdent):
            made = command(Passage(text, position, position))
            if made is not None:
                assert [c for c in made.text if c.isalpha()] == [c for c in text if c.isalpha()]
                assert 0 <= made.caret <= len(made.text)
