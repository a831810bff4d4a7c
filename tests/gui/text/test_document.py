"""The document keeps every text that it says it can keep, and its lines keep their distance."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies
from hypothesis import settings as hypothesis_settings
from PySide6.QtGui import QTextCursor

from editor.gui.text.document import PlainDocument, is_lossless, raw_text

_SPECIAL = "\0\t\n\r\x0b\x0c\x85\xa0\u2028\u2029\ufeff\ufdd0\ufdd1\ufdd2\ufffc\ufffe\uffff😀\u200d\u202ee\u0301"


@hypothesis_settings(deadline=None, max_examples=300)
@given(text=strategies.text(strategies.one_of(strategies.sampled_from(_SPECIAL), strategies.characters()), max_size=20))
def test_what_is_lossless_comes_back_exactly(qapp: object, text: str) -> None:
    if is_lossless(text):
        document = PlainDocument()
        document.setPlainText(text)
        assert raw_text(document) == text


@pytest.mark.parametrize("text", ["a\rb", "a\u2029b", "a\ufdd0", "\ufdd1", "\ud800", "\ufeffa"])
def test_what_would_be_altered_is_known(qapp: object, text: str) -> None:
    document = PlainDocument()
    document.setPlainText(text)
    assert raw_text(document) != text
    assert not is_lossless(text)


def test_undo_and_redo_tell_where_they_changed_something(qapp: object) -> None:
    document = PlainDocument()
    document.setPlainText("one two")
    cursor = QTextCursor(document)
    cursor.setPosition(4)
    cursor.insertText("and ")
    told: list[int] = []
    document.caret_wanted.connect(told.append)
    document.undo()
    document.redo()
    assert told == [4, 8]


def test_lines_are_moved_apart_with_room_above_and_below(qapp: object) -> None:
    document = PlainDocument()
    document.setPlainText("one\ntwo\nthree")
    layout = document.spaced_layout
    plain = [layout.blockBoundingRect(document.findBlockByNumber(number)).height() for number in range(3)]
    layout.spacing, layout.top, layout.bottom = 10, 7, 50
    spaced = [layout.blockBoundingRect(document.findBlockByNumber(number)).height() for number in range(3)]
    assert spaced[0] == plain[0] + 10 + 7
    assert spaced[1] == plain[1] + 10
    assert spaced[2] >= plain[1] + 10 + 50
