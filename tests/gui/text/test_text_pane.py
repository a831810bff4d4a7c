"""The text pane as the rest of the window meets it: its text, signals, scrolling and commands; nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QGuiApplication,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.gui.text.text_pane import TextPane
from editor.gui.theme import DARK
from editor.settings import Settings

LONG = "\n".join(f"Paragraph {number}: " + "some words that go on and on " * 8 for number in range(300))
_SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "a\n\n",
        "« Qu'est-ce\u00a0? »\u202f!",
        "a\u2028b",
        "tab\tand trailing  \n  \n",
        "😀 👩\u200d👩\u200d👧 e\u0301",
        "nul\0 and \x0b\x0c\x1b",
        "a\ufeffb\ufffc\ufffd\ufdd2",
        "עברית \u202eabc\u202c",
    ],
)
def test_text_is_given_back_exactly(pane: TextPane, hand: Any, text: str) -> None:
    pane.set_text(text)
    assert pane.text() == text
    pane.set_caret(0, 0)
    hand.key(Qt.Key.Key_A, Qt.Key.Key_Backspace)
    assert pane.text() == text


def test_copy_and_paste_keep_no_break_spaces(pane: TextPane) -> None:
    pane.set_text("a\u00a0b\u2028c\nd")
    pane.edit.selectAll()
    pane.edit.copy()
    assert QGuiApplication.clipboard().text() == "a\u00a0b\u2028c\nd"
    pane.set_text("")
    pane.edit.paste()
    assert pane.text() == "a\u00a0b\u2028c\nd"


def test_replacing_text_touches_only_what_differs_and_is_one_step(pane: TextPane, hand: Any) -> None:
    history = hand.history()
    pane.set_text(LONG)
    pane.set_caret(120, 5)
    pane.scroll_to_line(110)
    pane.replace_text(LONG.replace("Paragraph 200", "Chapter 200"))
    assert pane.text().count("Chapter") == 1
    assert pane.caret() == (120, 5)
    assert int(pane.top_line()) == 110
    assert history.count() == 1
    history.undo()
    assert pane.text() == LONG


def test_text_edited_tells_typing_undo_and_redo_but_not_set_text(pane: TextPane, hand: Any) -> None:
    history = hand.history()
    told = hand.heard(pane.text_edited)
    pane.set_text("one")
    pane.set_theme(DARK)
    assert told == []
    hand.key(Qt.Key.Key_A)
    assert len(told) == 1
    history.undo()
    assert len(told) == 2
    history.redo()
    assert len(told) == 3


def test_zoom_and_theme_are_no_edits(pane: TextPane, hand: Any) -> None:
    pane.set_text("# Title\n\n`code`")
    told = hand.heard(pane.text_edited)
    pane.zoom_in()
    pane.set_theme(DARK)
    pane.set_settings(Settings(font_size=14, line_width=60))
    QApplication.processEvents()
    assert told == []
    assert not pane.document().isUndoAvailable()


def test_caret_and_selection_are_told(pane: TextPane, hand: Any) -> None:
    pane.set_text("one\ntwo 😀 three")
    lines, selections = hand.heard(pane.caret_moved), hand.heard(pane.selection_changed)
    hand.key(Qt.Key.Key_Down)
    assert lines[-1] == 1
    pane.set_caret(1, 6)
    assert pane.caret() == (1, 6)
    hand.key(Qt.Key.Key_X)
    assert pane.text() == "one\ntwo 😀 xthree" or pane.text() == "one\ntwo 😀x three"
    hand.key(Qt.Key.Key_Left, modifier=_SHIFT)
    assert selections


def test_a_place_beyond_the_text_is_the_nearest_one(pane: TextPane) -> None:
    pane.set_text("one\ntwo")
    pane.set_caret(99, 99)
    assert pane.caret() == (1, 3)
    pane.set_caret(-1, -1)
    assert pane.caret() == (0, 0)


def test_words_of_post_and_selection_are_counted(pane: TextPane, hand: Any) -> None:
    pane.set_text("One **two** three.\n\nFour 你好")
    assert pane.counts() == (6, 0)
    hand.select(0, 11)
    assert pane.counts() == (6, 2)


@pytest.mark.parametrize("line", [0, 1, 7.5, 120, 250.25])
def test_scrolling_to_a_line_puts_it_at_the_top(pane: TextPane, hand: Any, line: float) -> None:
    pane.set_text(LONG)
    told = hand.heard(pane.view_scrolled)
    pane.scroll_to_line(line)
    QApplication.processEvents()
    assert pane.top_line() == pytest.approx(line, abs=0.3)
    assert told == []


def test_the_writers_own_scrolling_is_told(pane: TextPane, hand: Any) -> None:
    pane.set_text(LONG)
    told = hand.heard(pane.view_scrolled)
    hand.wheel(-240)
    assert told
    assert told[-1] == pane.top_line() > 0
    hand.key(Qt.Key.Key_PageDown)
    assert told[-1] > 2


def test_placing_the_caret_is_not_the_writers_scrolling(pane: TextPane, hand: Any) -> None:
    pane.set_text(LONG)
    told = hand.heard(pane.view_scrolled)
    pane.set_caret(200)
    assert pane.edit.viewport().rect().contains(pane.edit.cursorRect().center())
    assert told == []


def test_the_last_line_can_be_scrolled_to_the_middle(pane: TextPane) -> None:
    pane.set_text(LONG)
    bar = pane.edit.verticalScrollBar()
    bar.setValue(bar.maximum())
    QApplication.processEvents()
    bar.setValue(bar.maximum())
    pane.set_caret(299, 10_000)
    bar.setValue(bar.maximum())
    middle = pane.edit.viewport().height() / 2
    assert pane.edit.cursorRect().bottom() <= middle + 2 * pane.edit.fontMetrics().height()


_COMMANDS: list[tuple[Callable[[TextPane], None], str]] = [
    (TextPane.toggle_bold, "**word**"),
    (TextPane.toggle_italic, "*word*"),
    (TextPane.toggle_strikethrough, "~~word~~"),
    (TextPane.toggle_code, "`word`"),
    (lambda pane: pane.set_heading(2), "## word"),
    (TextPane.toggle_quote, "> word"),
    (TextPane.toggle_bullets, "- word"),
    (TextPane.toggle_numbers, "1. word"),
    (TextPane.toggle_tasks, "- [ ] word"),
    (TextPane.toggle_link, "[word]()"),
    (TextPane.insert_code_block, "```\nword\n```"),
]


@pytest.mark.parametrize(("command", "after"), _COMMANDS)
def test_every_command_is_one_step(pane: TextPane, hand: Any, command: Callable[[TextPane], None], after: str) -> None:
    history = hand.history()
    pane.set_text("word")
    pane.edit.selectAll()
    command(pane)
    assert pane.text() == after
    hand.key(Qt.Key.Key_End)
    hand.key(Qt.Key.Key_X)
    assert history.count() == 2
    history.undo()
    assert pane.text() == after
    history.undo()
    assert pane.text() == "word"


@pytest.mark.parametrize(
    ("text", "caret", "after"),
    [
        ("", (0, 0), "![](x)"),
        ("one", (0, 3), "one\n\n![](x)"),
        ("one", (0, 0), "![](x)\n\none"),
        ("one two", (0, 4), "one \n\n![](x)\n\ntwo"),
        ("one\n\ntwo", (1, 0), "one\n\n![](x)\n\ntwo"),
        ("one\n\n\n\ntwo", (2, 0), "one\n\n![](x)\n\ntwo"),
    ],
)
def test_a_block_gets_blank_lines_around_it(
    pane: TextPane, hand: Any, text: str, caret: tuple[int, int], after: str
) -> None:
    history = hand.history()
    pane.set_text(text)
    pane.set_caret(*caret)
    pane.insert_block("![](x)")
    assert pane.text() == after
    assert pane.edit.textCursor().block().text().endswith("![](x)")
    assert history.count() == 1


def test_undo_takes_back_word_by_word_and_shows_the_place(pane: TextPane, hand: Any) -> None:
    history = hand.history()
    pane.set_text(LONG)
    pane.set_caret(250, 0)
    QTest.keyClicks(pane.edit, "one two three ")
    pane.set_caret(0)
    history.undo()
    assert pane.document().findBlockByNumber(250).text().startswith("one two Para")
    assert pane.caret()[0] == 250
    assert pane.edit.viewport().rect().contains(pane.edit.cursorRect().center())
    history.undo()
    history.undo()
    assert pane.text() == LONG


def test_a_new_table_waits_for_its_first_heading(pane: TextPane, hand: Any) -> None:
    pane.set_text("😀 one\n\ntwo")
    pane.set_caret(0, 5)
    pane.insert_table()
    assert pane.edit.textCursor().selectedText() == "Heading"
    hand.key(Qt.Key.Key_A)
    assert pane.text().startswith("😀 one\n\n| a | Heading |\n")
    assert pane.text().endswith("| Cell    | Cell    |\n\ntwo")


def test_a_new_link_waits_for_its_text_and_then_for_its_address(pane: TextPane, hand: Any) -> None:
    pane.set_text("")
    pane.toggle_link()
    hand.key(Qt.Key.Key_A)
    assert pane.text() == "[a]()"
    pane.set_text("word")
    hand.select(0, 4)
    pane.toggle_link()
    hand.key(Qt.Key.Key_A)
    assert pane.text() == "[word](a)"
