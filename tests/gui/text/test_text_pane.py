"""The text pane as a writer meets it: typed keys, paste and drop, undo, scrolling; nothing is lost or altered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QInputMethodEvent,
    QKeyEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.history import History
from editor.gui.text.offered import OfferedImage
from editor.gui.text.text_pane import TextPane
from editor.gui.theme import DARK, LIGHT
from editor.settings import Settings

LONG = "\n".join(f"Paragraph {number}: " + "some words that go on and on " * 8 for number in range(300))
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def pane(qtbot: QtBot) -> TextPane:
    pane = TextPane()
    qtbot.addWidget(pane)
    pane.resize(640, 500)
    pane.set_theme(LIGHT)
    pane.show()
    qtbot.waitExposed(pane)
    pane.setFocus()
    return pane


def heard(signal: Any) -> list[Any]:
    """What a signal tells from now on."""
    told: list[Any] = []
    signal.connect(lambda *values: told.append(values[0] if values else None))
    return told


def key(pane: TextPane, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for one in keys:
        QTest.keyClick(pane.edit, one, modifier)


def select(pane: TextPane, start: int, end: int) -> None:
    cursor = pane.edit.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    pane.edit.setTextCursor(cursor)


# -- nothing is lost ---------------------------------------------------------------------------------------------
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
def test_text_is_given_back_exactly(pane: TextPane, text: str) -> None:
    pane.set_text(text)
    assert pane.text() == text
    pane.set_caret(0, 0)
    key(pane, Qt.Key.Key_A, Qt.Key.Key_Backspace)
    assert pane.text() == text


def test_copy_and_paste_keep_no_break_spaces(pane: TextPane) -> None:
    pane.set_text("a\u00a0b\u2028c\nd")
    pane.edit.selectAll()
    pane.edit.copy()
    assert QGuiApplication.clipboard().text() == "a\u00a0b\u2028c\nd"
    pane.set_text("")
    pane.edit.paste()
    assert pane.text() == "a\u00a0b\u2028c\nd"


def test_replacing_text_touches_only_what_differs_and_is_one_step(pane: TextPane) -> None:
    history = attached(pane)
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


# -- signals -----------------------------------------------------------------------------------------------------
def test_text_edited_tells_typing_undo_and_redo_but_not_set_text(pane: TextPane) -> None:
    history = attached(pane)
    told = heard(pane.text_edited)
    pane.set_text("one")
    pane.set_theme(DARK)
    assert told == []
    key(pane, Qt.Key.Key_A)
    assert len(told) == 1
    history.undo()
    assert len(told) == 2
    history.redo()
    assert len(told) == 3


def test_zoom_and_theme_are_no_edits(pane: TextPane) -> None:
    pane.set_text("# Title\n\n`code`")
    told = heard(pane.text_edited)
    pane.zoom_in()
    pane.set_theme(DARK)
    pane.set_settings(Settings(font_size=14, line_width=60))
    QApplication.processEvents()
    assert told == []
    assert not pane.document().isUndoAvailable()


def test_caret_and_selection_are_told(pane: TextPane) -> None:
    pane.set_text("one\ntwo 😀 three")
    lines, selections = heard(pane.caret_moved), heard(pane.selection_changed)
    key(pane, Qt.Key.Key_Down)
    assert lines[-1] == 1
    pane.set_caret(1, 6)
    assert pane.caret() == (1, 6)
    key(pane, Qt.Key.Key_X)
    assert pane.text() == "one\ntwo 😀 xthree" or pane.text() == "one\ntwo 😀x three"
    key(pane, Qt.Key.Key_Left, modifier=_SHIFT)
    assert selections


def test_a_place_beyond_the_text_is_the_nearest_one(pane: TextPane) -> None:
    pane.set_text("one\ntwo")
    pane.set_caret(99, 99)
    assert pane.caret() == (1, 3)
    pane.set_caret(-1, -1)
    assert pane.caret() == (0, 0)


def test_words_of_post_and_selection_are_counted(pane: TextPane) -> None:
    pane.set_text("One **two** three.\n\nFour 你好")
    assert pane.counts() == (6, 0)
    select(pane, 0, 11)
    assert pane.counts() == (6, 2)


# -- scrolling ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("line", [0, 1, 7.5, 120, 250.25])
def test_scrolling_to_a_line_puts_it_at_the_top(pane: TextPane, line: float) -> None:
    pane.set_text(LONG)
    told = heard(pane.view_scrolled)
    pane.scroll_to_line(line)
    QApplication.processEvents()
    assert pane.top_line() == pytest.approx(line, abs=0.3)
    assert told == []


def test_the_writers_own_scrolling_is_told(pane: TextPane) -> None:
    pane.set_text(LONG)
    told = heard(pane.view_scrolled)
    wheel(pane, -240)
    assert told
    assert told[-1] == pane.top_line() > 0
    key(pane, Qt.Key.Key_PageDown)
    assert told[-1] > 2


def test_placing_the_caret_is_not_the_writers_scrolling(pane: TextPane) -> None:
    pane.set_text(LONG)
    told = heard(pane.view_scrolled)
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


# -- looks -------------------------------------------------------------------------------------------------------
def test_the_text_column_is_at_most_as_wide_as_chosen_and_centred(pane: TextPane) -> None:
    pane.resize(1400, 500)
    pane.set_text("x" * 60 + " " + "y" * 60)
    QApplication.processEvents()
    view = pane.edit.viewport().geometry()
    across = view.width() / pane.edit.fontMetrics().averageCharWidth()
    assert 76 <= across <= 82
    assert abs(view.center().x() - pane.edit.width() / 2) <= 12
    assert pane.document().firstBlock().layout().lineCount() == 2


def test_lines_have_room_between_them(pane: TextPane) -> None:
    pane.set_text("one\ntwo\nthree")
    pane.set_settings(Settings(line_spacing=2.0))
    QApplication.processEvents()
    pane.set_caret(0)
    first = pane.edit.cursorRect().top()
    pane.set_caret(1)
    assert pane.edit.cursorRect().top() - first == pytest.approx(2 * pane.edit.fontMetrics().height(), abs=2)


def test_a_click_between_two_lines_keeps_its_column(pane: TextPane) -> None:
    """Between lines Qt itself would jump to the end of the line above."""
    pane.set_text("a long line of words " * 20)
    QApplication.processEvents()
    pane.set_caret(0, 5)
    place = pane.edit.cursorRect()
    for below in range(0, 40, 3):
        point = QPoint(place.x(), place.center().y() + below)
        QTest.mouseClick(pane.edit.viewport(), Qt.MouseButton.LeftButton, pos=point)
        line = pane.edit.textCursor().block().layout().lineForTextPosition(pane.caret()[1])
        assert pane.caret()[1] - line.textStart() == 5


def test_a_click_in_the_margin_places_the_caret_too(pane: TextPane) -> None:
    pane.resize(1400, 500)
    pane.set_text("one\ntwo\nthree")
    QApplication.processEvents()
    pane.set_caret(2)
    height = pane.edit.cursorRect().center().y()
    pane.set_caret(0)
    QTest.mouseClick(pane.edit, Qt.MouseButton.LeftButton, pos=QPoint(1300, height))
    assert pane.caret() == (2, 5)
    QTest.mouseClick(pane.edit, Qt.MouseButton.LeftButton, pos=QPoint(10, height))
    assert pane.caret() == (2, 0)


def test_selecting_by_mouse_may_begin_and_end_in_the_margins(pane: TextPane) -> None:
    pane.resize(1400, 500)
    pane.set_text("one\ntwo")
    QApplication.processEvents()
    height = pane.edit.cursorRect().center().y()
    QTest.mousePress(pane.edit, Qt.MouseButton.LeftButton, pos=QPoint(10, height))
    QTest.mouseMove(pane.edit, QPoint(1300, height))
    QTest.mouseRelease(pane.edit, Qt.MouseButton.LeftButton, pos=QPoint(1300, height))
    assert pane.edit.textCursor().selectedText() == "one"


def test_zooming_changes_the_size_and_can_be_taken_back(pane: TextPane) -> None:
    pane.set_text(LONG)
    size = pane.edit.font().pointSizeF()
    pane.zoom_in()
    wheel(pane, 120, modifier=_CONTROL)
    assert pane.edit.font().pointSizeF() == size + 2
    wheel(pane, -120, modifier=_CONTROL)
    pane.zoom_out()
    pane.zoom_out()
    assert pane.edit.font().pointSizeF() == size - 1
    pane.zoom_reset()
    assert pane.edit.font().pointSizeF() == size


def test_zoom_has_limits_and_one_step_back_works_at_once(pane: TextPane) -> None:
    for _ in range(100):
        pane.zoom_in()
    largest = pane.edit.font().pointSizeF()
    pane.zoom_out()
    assert pane.edit.font().pointSizeF() == largest - 1


def test_headings_are_coloured_and_code_has_a_ground(pane: TextPane) -> None:
    pane.set_text("# Title\n\n```\ncode\n```\n")
    formats = pane.document().firstBlock().layout().formats()
    assert formats[-1].format.foreground().color() == QColor(LIGHT.accent)
    shown = pane.edit.viewport().grab().toImage()
    pane.set_caret(3)
    height = pane.edit.cursorRect().center().y()
    assert shown.pixelColor(pane.edit.viewport().width() - 4, height) == QColor(LIGHT.chrome)


def test_a_fence_opened_far_above_recolours_what_follows(pane: TextPane) -> None:
    pane.set_text("text\n# Title\n")
    pane.set_caret(0, 0)
    pane.insert("```\n")
    formats = pane.document().findBlockByNumber(2).layout().formats()
    assert formats[0].format.background().color() == QColor(LIGHT.chrome)


# -- keys --------------------------------------------------------------------------------------------------------
def test_enter_goes_on_with_a_list_and_ends_it(pane: TextPane) -> None:
    pane.set_text("1. one")
    pane.set_caret(0, 6)
    key(pane, Qt.Key.Key_Return, Qt.Key.Key_A, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert pane.text() == "1. one\n2. a\n"


def test_enter_keeps_the_indent_and_shift_enter_only_breaks_the_line(pane: TextPane) -> None:
    pane.set_text("- one\n    code")
    pane.set_caret(1, 8)
    key(pane, Qt.Key.Key_Return)
    assert pane.text() == "- one\n    code\n    "
    pane.set_text("- one")
    pane.set_caret(0, 5)
    key(pane, Qt.Key.Key_Return, modifier=_SHIFT)
    assert pane.text() == "- one\n"


def test_enter_in_a_code_block_makes_no_list(pane: TextPane) -> None:
    pane.set_text("```\n- one\n```")
    pane.set_caret(1, 5)
    key(pane, Qt.Key.Key_Return)
    assert pane.text() == "```\n- one\n\n```"


def test_enter_replaces_the_selection(pane: TextPane) -> None:
    pane.set_text("- one two")
    select(pane, 5, 9)
    key(pane, Qt.Key.Key_Return)
    assert pane.text() == "- one\n"


def test_tab_indents_items_and_text(pane: TextPane) -> None:
    pane.set_text("- one\n- two")
    pane.set_caret(1, 3)
    key(pane, Qt.Key.Key_Tab)
    assert pane.text() == "- one\n  - two"
    key(pane, Qt.Key.Key_Tab, modifier=_SHIFT)
    assert pane.text() == "- one\n- two"
    pane.set_text("x")
    key(pane, Qt.Key.Key_Tab)
    assert pane.text() == "    x"


def test_a_list_after_an_emoji_keeps_the_caret_in_place(pane: TextPane) -> None:
    pane.set_text("😀 intro\n- 😀 one")
    pane.set_caret(1, 7)
    key(pane, Qt.Key.Key_Return, Qt.Key.Key_X)
    assert pane.text() == "😀 intro\n- 😀 one\n- x"


def test_the_keyboard_can_leave_the_text(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    pane, button = TextPane(), QPushButton("next")
    column.addWidget(pane)
    column.addWidget(button)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    for keys in (
        ((Qt.Key.Key_Tab, _CONTROL),),
        ((Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)),
    ):
        pane.edit.setFocus()
        qtbot.waitUntil(pane.edit.hasFocus)
        for one, modifier in keys:
            QTest.keyClick(pane.edit, one, modifier)
        assert button.hasFocus()
    assert pane.text() == ""


def test_undo_and_redo_keys_belong_to_the_window(pane: TextPane) -> None:
    key(pane, Qt.Key.Key_A)
    for one, modifier in ((Qt.Key.Key_Z, _CONTROL), (Qt.Key.Key_Y, _CONTROL), (Qt.Key.Key_Z, _CONTROL | _SHIFT)):
        override = QKeyEvent(QEvent.Type.ShortcutOverride, one, modifier)
        override.ignore()
        QApplication.sendEvent(pane.edit, override)
        assert not override.isAccepted()
        key(pane, one, modifier=modifier)
    assert pane.text() == "a"


def test_shortcuts_of_the_window_come_before_the_fields_own(pane: TextPane) -> None:
    for one in (Qt.Key.Key_K, Qt.Key.Key_B, Qt.Key.Key_I, Qt.Key.Key_E, Qt.Key.Key_D, Qt.Key.Key_U, Qt.Key.Key_H):
        override = QKeyEvent(QEvent.Type.ShortcutOverride, one, _CONTROL)
        override.ignore()
        QApplication.sendEvent(pane.edit, override)
        assert not override.isAccepted()
    for one in (Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_Left):
        override = QKeyEvent(QEvent.Type.ShortcutOverride, one, _CONTROL)
        override.ignore()
        QApplication.sendEvent(pane.edit, override)
        assert override.isAccepted()


def test_the_context_menu_has_no_undo_of_its_own(pane: TextPane) -> None:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(pane.edit.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [action.objectName() for action in menu.actions()]
    menu.close()
    assert "edit-undo" not in names
    assert names[0] == "edit-cut"


def test_composed_input_arrives(pane: TextPane) -> None:
    event = QInputMethodEvent()
    event.setCommitString("日本")
    QApplication.sendEvent(pane.edit, event)
    assert pane.text() == "日本"


def test_a_read_only_text_stays_as_it_is(pane: TextPane) -> None:
    pane.set_text("- one", read_only=True)
    pane.set_caret(0, 5)
    key(pane, Qt.Key.Key_A, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backspace)
    pane.toggle_bold()
    pane.insert_table()
    pane.edit.insertFromMimeData(mime(text="x"))
    assert pane.text() == "- one"
    pane.set_text("one")
    pane.setFocus()
    key(pane, Qt.Key.Key_A)
    assert pane.text() == "aone"


# -- commands ----------------------------------------------------------------------------------------------------
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
def test_every_command_is_one_step(pane: TextPane, command: Callable[[TextPane], None], after: str) -> None:
    history = attached(pane)
    pane.set_text("word")
    pane.edit.selectAll()
    command(pane)
    assert pane.text() == after
    key(pane, Qt.Key.Key_End)
    key(pane, Qt.Key.Key_X)
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
def test_a_block_gets_blank_lines_around_it(pane: TextPane, text: str, caret: tuple[int, int], after: str) -> None:
    history = attached(pane)
    pane.set_text(text)
    pane.set_caret(*caret)
    pane.insert_block("![](x)")
    assert pane.text() == after
    assert pane.edit.textCursor().block().text().endswith("![](x)")
    assert history.count() == 1


def test_undo_takes_back_word_by_word_and_shows_the_place(pane: TextPane) -> None:
    history = attached(pane)
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


# -- paste and drop ----------------------------------------------------------------------------------------------
def test_an_address_pasted_over_words_makes_a_link(pane: TextPane) -> None:
    pane.set_text("see this page")
    select(pane, 4, 8)
    pane.edit.insertFromMimeData(mime(text=" https://x.org/a "))
    assert pane.text() == "see [this](https://x.org/a) page"
    select(pane, 11, 26)
    pane.edit.insertFromMimeData(mime(text="https://y.org"))
    assert pane.text() == "see [this](https://y.org) page"


def test_pasted_text_comes_as_it_is_with_its_line_ends_as_ours(pane: TextPane) -> None:
    pane.edit.insertFromMimeData(mime(text="a\r\nb\rc\u00a0d\n", html="<b>other</b>"))
    assert pane.text() == "a\nb\nc\u00a0d\n"


def test_a_pasted_picture_is_offered_as_png(pane: TextPane) -> None:
    told = heard(pane.image_offered)
    pane.edit.insertFromMimeData(mime(image=True))
    (image,) = told
    assert isinstance(image, OfferedImage)
    assert image.data is not None
    assert image.data.startswith(b"\x89PNG")
    assert QImage.fromData(image.data).size() == QImage(3, 2, QImage.Format.Format_RGB32).size()
    assert pane.text() == ""


def test_text_copied_together_with_a_picture_of_it_is_pasted_as_text(pane: TextPane) -> None:
    told = heard(pane.image_offered)
    pane.edit.insertFromMimeData(mime(text="cells", image=True))
    assert pane.text() == "cells"
    assert told == []


def test_dropped_files_are_offered_by_kind(pane: TextPane, tmp_path: Path) -> None:
    for name in ("a.JPG", "b.png", "post.md", "other.bin"):
        (tmp_path / name).write_bytes(b"x")
    images, files = heard(pane.image_offered), heard(pane.file_dropped)
    pane.set_text("one\ntwo\nthree")
    pane.set_caret(2)
    place = QPointF(pane.edit.cursorRect().center()) + QPointF(0, 2)
    pane.set_caret(0)
    drop(pane, mime(files=[tmp_path / "a.JPG", tmp_path / "b.png"]), place)
    assert [(image.file, image.data, image.name) for image in images] == [
        (tmp_path / "a.JPG", None, "a.JPG"),
        (tmp_path / "b.png", None, "b.png"),
    ]
    assert pane.caret()[0] == 2
    drop(pane, mime(files=[tmp_path]), place)
    drop(pane, mime(files=[tmp_path / "post.md"]), place)
    assert files == [tmp_path, tmp_path / "post.md"]
    assert pane.text() == "one\ntwo\nthree"


def test_an_image_held_over_the_text_shows_where_it_will_go(pane: TextPane, tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"x")
    enter(pane, mime(files=[tmp_path / "a.jpg"]))
    assert pane._overlay.isVisible()
    QApplication.sendEvent(pane.edit.viewport(), QDragLeaveEvent())
    assert not pane._overlay.isVisible()
    enter(pane, mime(text="words"))
    assert not pane._overlay.isVisible()


# -- find and replace --------------------------------------------------------------------------------------------
def test_find_takes_over_the_selection_and_counts(pane: TextPane) -> None:
    pane.set_text("the cat\nand the dog\nTHE END")
    select(pane, 0, 3)
    pane.find()
    bar = pane.find_bar
    assert bar.query_field.text() == "the"
    assert bar.query_field.hasFocus()
    assert bar.message.text() == "1 of 3"
    QTest.keyClick(bar.query_field, Qt.Key.Key_Return)
    assert bar.message.text() == "2 of 3"
    QTest.keyClick(bar.query_field, Qt.Key.Key_Return, _SHIFT)
    QTest.keyClick(bar.query_field, Qt.Key.Key_Return, _SHIFT)
    assert bar.message.text() == "3 of 3"
    bar.case_switch.click()
    assert "2" in bar.message.text()


def test_escape_closes_the_bar_and_keeps_what_is_selected(pane: TextPane) -> None:
    pane.set_text("one two three")
    pane.find()
    QTest.keyClicks(pane.find_bar.query_field, "two")
    QTest.keyClick(pane.find_bar.query_field, Qt.Key.Key_Escape)
    assert pane.find_bar.isHidden()
    assert pane.edit.hasFocus()
    assert pane.edit.textCursor().selectedText() == "two"
    assert pane.edit.extraSelections() == []


def test_an_invalid_pattern_is_told_in_the_bar(pane: TextPane) -> None:
    pane.set_text("one")
    pane.find()
    pane.find_bar.regex_switch.click()
    QTest.keyClicks(pane.find_bar.query_field, "(")
    assert "valid" in pane.find_bar.message.text()
    QTest.keyClick(pane.find_bar.query_field, Qt.Key.Key_Return)
    QTest.keyClicks(pane.find_bar.query_field, "x)")
    assert pane.find_bar.message.text() == "No match"


def test_replace_goes_on_to_the_next_match(pane: TextPane) -> None:
    pane.set_text("a b a b")
    pane.replace()
    bar = pane.find_bar
    QTest.keyClicks(bar.query_field, "a")
    QTest.keyClicks(bar.replacement_field, "aa")
    bar.replace_button.click()
    assert pane.text() == "aa b a b"
    assert pane.edit.textCursor().selectionStart() == 5
    QTest.keyClick(bar.replacement_field, Qt.Key.Key_Return)
    assert pane.text() == "aa b aa b"


def test_replacing_everything_is_one_step(pane: TextPane) -> None:
    history = attached(pane)
    text = "one 😀 two\nTwo\n" * 50
    pane.set_text(text)
    pane.replace()
    bar = pane.find_bar
    bar.regex_switch.click()
    QTest.keyClicks(bar.query_field, "(two)")
    QTest.keyClicks(bar.replacement_field, r"<\1>")
    bar.replace_all_button.click()
    assert pane.text() == "one 😀 <two>\n<Two>\n" * 50
    assert "100" in bar.message.text()
    assert history.count() == 1
    history.undo()
    assert pane.text() == text


def test_only_matches_in_view_are_coloured(pane: TextPane) -> None:
    pane.set_text(LONG)
    pane.find()
    QTest.keyClicks(pane.find_bar.query_field, "words")
    QApplication.processEvents()
    assert 0 < len(pane.edit.extraSelections()) < 200
    pane.scroll_to_line(150)
    QApplication.processEvents()
    shown = [one.cursor.block().blockNumber() for one in pane.edit.extraSelections()]
    assert 149 <= min(shown) <= max(shown) < 175


def test_matches_follow_what_is_typed(pane: TextPane, qtbot: QtBot) -> None:
    pane.set_text("one two")
    pane.find()
    QTest.keyClicks(pane.find_bar.query_field, "two")
    pane.set_caret(0)
    QTest.keyClicks(pane.edit, "two ")
    qtbot.waitUntil(lambda: "2" in pane.find_bar.message.text())


def test_find_in_a_read_only_text_offers_no_replacing(pane: TextPane) -> None:
    pane.set_text("one", read_only=True)
    pane.replace()
    assert pane.find_bar.isVisible()
    assert not pane.find_bar.replacement_field.isVisible()


def test_everything_has_an_accessible_name(pane: TextPane) -> None:
    assert pane.edit.accessibleName()
    bar = pane.find_bar
    for part in (bar.query_field, bar.replacement_field, bar.case_switch, bar.close_button, bar.next_button):
        assert part.accessibleName()


# -- what the tests above say in short ---------------------------------------------------------------------------
def attached(pane: TextPane) -> History:
    history = History(pane)
    history.attach(pane.document())
    return history


def wheel(pane: TextPane, turn: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    event = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pane.edit.viewport(), event)


def mime(*, text: str = "", html: str = "", image: bool = False, files: list[Path] | None = None) -> QMimeData:
    made = QMimeData()
    if text:
        made.setText(text)
    if html:
        made.setHtml(html)
    if image:
        picture = QImage(3, 2, QImage.Format.Format_RGB32)
        picture.fill(QColor("red"))
        made.setImageData(picture)
    if files:
        made.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    return made


def enter(pane: TextPane, data: QMimeData) -> None:
    event = QDragEnterEvent(
        QPoint(20, 20), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(pane.edit.viewport(), event)
    assert event.isAccepted()


def drop(pane: TextPane, data: QMimeData, place: QPointF) -> None:
    enter(pane, data)
    event = QDropEvent(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(pane.edit.viewport(), event)
