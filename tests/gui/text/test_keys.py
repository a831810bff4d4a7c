"""Tab and Shift+Tab outside lists move by spaces."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from editor.gui.text.keys import shift_tab, tab
from editor.gui.text.passage import Passage

Read, Write = Callable[[str], Passage], Callable[[Passage], str]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a¦b", "a   ¦b"),
        ("¦ab", "    ¦ab"),
        ("a«b»c", "a   ¦c"),
        ("«a\n\nb»", "«    a\n\n    b»"),
        ("- a\n- ¦b", "- a\n  - ¦b"),
    ],
)
def test_tab(before: str, after: str, read: Read, write: Write) -> None:
    assert write(tab(read(before))) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("      a¦b", "  a¦b"),
        ("  a¦b", "a¦b"),
        ("\ta¦b", "a¦b"),
        ("a¦b", "a¦b"),
        ("«    a\n  b»", "«a\nb»"),
        ("- a\n  - ¦b", "- a\n- ¦b"),
    ],
)
def test_shift_tab(before: str, after: str, read: Read, write: Write) -> None:
    assert write(shift_tab(read(before))) == after
