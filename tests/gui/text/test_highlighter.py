"""Every line of a text gets its colours, however long it is: those that are seen at once, the others soon."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor

from editor.gui.text.document import PlainDocument
from editor.gui.text.highlighter import AT_ONCE, Highlighter, is_in_fence
from editor.gui.text.text_pane import TextPane
from editor.gui.theme import LIGHT

LONG = AT_ONCE * 5


@pytest.fixture
def document(qtbot):
    made = PlainDocument()
    made.highlighter = Highlighter(made, LIGHT)
    qtbot.wait(1)  # Qt begins with the first turn of the event loop
    return made


def coloured(document):
    """The numbers of the lines that have formats."""
    return [n for n in range(document.blockCount()) if document.findBlockByNumber(n).layout().formats()]


def test_a_long_text_has_its_first_lines_coloured_with_it_and_the_others_step_by_step(document):
    document.highlighter.begin()
    document.setPlainText("*a*\n" * LONG)
    assert coloured(document) == list(range(AT_ONCE))
    while document.highlighter.go_on():
        pass
    assert coloured(document) == list(range(LONG))


def test_lines_that_will_be_seen_are_coloured_when_asked_for(document):
    document.highlighter.begin()
    document.setPlainText("```\n" + "*a*\n" * LONG)
    document.highlighter.reach(AT_ONCE * 3)
    assert coloured(document) == list(range(AT_ONCE * 3))
    assert is_in_fence(document.findBlockByNumber(AT_ONCE * 3 - 1))


@pytest.mark.parametrize("change", ["insert", "remove"])
def test_a_text_that_is_edited_meanwhile_is_coloured_to_its_end(document, change):
    document.highlighter.begin()
    document.setPlainText("*a*\n" * LONG)
    document.highlighter.go_on()
    cursor = QTextCursor(document)
    if change == "insert":
        cursor.insertText("*b*\n" * 30)
    else:
        cursor.movePosition(QTextCursor.MoveOperation.Down, QTextCursor.MoveMode.KeepAnchor, 40)
        cursor.removeSelectedText()
    while document.highlighter.go_on():
        pass
    assert coloured(document) == list(range(document.blockCount() - 1))


def test_colouring_on_does_not_count_as_an_edit(qtbot):
    pane = TextPane()
    qtbot.addWidget(pane)
    with qtbot.assertNotEmitted(pane.text_edited):
        pane.set_text("*a*\n" * LONG)
        qtbot.waitUntil(lambda: len(coloured(pane.document())) == LONG, timeout=5_000)


def test_a_line_becomes_a_heading_with_the_row_of_signs_below_it_and_text_again_without(qtbot, document):
    document.setPlainText("Title\n\nother")
    qtbot.wait(1)
    assert coloured(document) == []
    cursor = QTextCursor(document.findBlockByNumber(1))
    cursor.insertText("=")
    assert coloured(document) == [0, 1]
    cursor.deletePreviousChar()
    assert coloured(document) == []
    cursor.insertText("--")
    assert coloured(document) == [0, 1]
    cursor.insertText("x")
    assert coloured(document) == []


def test_a_key_below_a_title_is_told_once(qtbot):
    pane = TextPane()
    qtbot.addWidget(pane)
    pane.set_text("Title\n")
    told = []
    pane.text_edited.connect(lambda: told.append(pane.text()))
    pane.set_caret(1)
    pane.insert("=")
    assert told == ["Title\n="]
    assert coloured(pane.document()) == [0, 1]
