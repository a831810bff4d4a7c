"""Keys, paste and drop do what a writer expects, and leave to the window what is the window's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragLeaveEvent,
    QImage,
    QInputMethodEvent,
    QKeyEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.text.offered import OfferedImage
from editor.gui.text.text_pane import TextPane

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_enter_goes_on_with_a_list_and_ends_it(pane: TextPane, hand: Any) -> None:
    pane.set_text("1. one")
    pane.set_caret(0, 6)
    hand.key(Qt.Key.Key_Return, Qt.Key.Key_A, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert pane.text() == "1. one\n2. a\n\n"


def test_enter_keeps_the_indent_and_shift_enter_only_breaks_the_line(pane: TextPane, hand: Any) -> None:
    pane.set_text("- one\n    code")
    pane.set_caret(1, 8)
    hand.key(Qt.Key.Key_Return)
    assert pane.text() == "- one\n    code\n    "
    pane.set_text("- one")
    pane.set_caret(0, 5)
    hand.key(Qt.Key.Key_Return, modifier=_SHIFT)
    assert pane.text() == "- one\n"


def test_enter_in_a_code_block_makes_no_list(pane: TextPane, hand: Any) -> None:
    pane.set_text("```\n- one\n```")
    pane.set_caret(1, 5)
    hand.key(Qt.Key.Key_Return)
    assert pane.text() == "```\n- one\n\n```"


def test_enter_replaces_the_selection(pane: TextPane, hand: Any) -> None:
    pane.set_text("- one two")
    hand.select(5, 9)
    hand.key(Qt.Key.Key_Return)
    assert pane.text() == "- one\n"


def test_tab_indents_items_and_text(pane: TextPane, hand: Any) -> None:
    pane.set_text("- one\n- two")
    pane.set_caret(1, 3)
    hand.key(Qt.Key.Key_Tab)
    assert pane.text() == "- one\n  - two"
    hand.key(Qt.Key.Key_Tab, modifier=_SHIFT)
    assert pane.text() == "- one\n- two"
    pane.set_text("x")
    hand.key(Qt.Key.Key_Tab)
    assert pane.text() == "    x"


def test_a_list_after_an_emoji_keeps_the_caret_in_place(pane: TextPane, hand: Any) -> None:
    pane.set_text("😀 intro\n- 😀 one")
    pane.set_caret(1, 7)
    hand.key(Qt.Key.Key_Return, Qt.Key.Key_X)
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


def test_undo_and_redo_keys_belong_to_the_window(pane: TextPane, hand: Any) -> None:
    hand.key(Qt.Key.Key_A)
    for one, modifier in ((Qt.Key.Key_Z, _CONTROL), (Qt.Key.Key_Y, _CONTROL), (Qt.Key.Key_Z, _CONTROL | _SHIFT)):
        override = QKeyEvent(QEvent.Type.ShortcutOverride, one, modifier)
        override.ignore()
        QApplication.sendEvent(pane.edit, override)
        assert not override.isAccepted()
        hand.key(one, modifier=modifier)
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


def test_a_read_only_text_stays_as_it_is(pane: TextPane, hand: Any) -> None:
    pane.set_text("- one", read_only=True)
    pane.set_caret(0, 5)
    hand.key(Qt.Key.Key_A, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backspace)
    pane.toggle_bold()
    pane.insert_table()
    pane.edit.insertFromMimeData(hand.mime(text="x"))
    assert pane.text() == "- one"
    pane.set_text("one")
    pane.setFocus()
    hand.key(Qt.Key.Key_A)
    assert pane.text() == "aone"


def test_an_address_pasted_over_words_makes_a_link(pane: TextPane, hand: Any) -> None:
    pane.set_text("see this page")
    hand.select(4, 8)
    pane.edit.insertFromMimeData(hand.mime(text=" https://x.org/a "))
    assert pane.text() == "see [this](https://x.org/a) page"
    hand.select(11, 26)
    pane.edit.insertFromMimeData(hand.mime(text="https://y.org"))
    assert pane.text() == "see [this](https://y.org) page"


def test_pasted_text_comes_as_it_is_with_its_line_ends_as_ours(pane: TextPane, hand: Any) -> None:
    pane.edit.insertFromMimeData(hand.mime(text="a\r\nb\rc\u00a0d\n", html="<b>other</b>"))
    assert pane.text() == "a\nb\nc\u00a0d\n"


def test_a_pasted_picture_is_offered_as_png(pane: TextPane, hand: Any) -> None:
    told = hand.heard(pane.image_offered)
    pane.edit.insertFromMimeData(hand.mime(image=True))
    (image,) = told
    assert isinstance(image, OfferedImage)
    assert image.data is not None
    assert image.data.startswith(b"\x89PNG")
    assert QImage.fromData(image.data).size() == QImage(3, 2, QImage.Format.Format_RGB32).size()
    assert pane.text() == ""


@pytest.mark.parametrize("kind", ["png", "jpeg", "gif", "webp"])
def test_a_pasted_picture_keeps_the_bytes_that_it_has(pane: TextPane, hand: Any, kind: str) -> None:
    starts = {"png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8\xff", "gif": b"GIF89a", "webp": b"RIFF\x00\x00\x00\nWEBP"}
    told, data = hand.heard(pane.image_offered), hand.mime(image=True)
    data.setData(f"image/{kind}", starts[kind] + b"as it is")
    pane.edit.insertFromMimeData(data)
    suffix = "jpg" if kind == "jpeg" else kind
    assert told == [OfferedImage(data=starts[kind] + b"as it is", file=None, name=f"image.{suffix}")]


def test_a_pasted_picture_whose_bytes_are_something_else_is_offered_as_png(pane: TextPane, hand: Any) -> None:
    told, data = hand.heard(pane.image_offered), hand.mime(image=True)
    data.setData("image/jpeg", b"<html>")
    pane.edit.insertFromMimeData(data)
    assert told[0].data.startswith(b"\x89PNG")


def test_text_copied_together_with_a_picture_of_it_is_pasted_as_text(pane: TextPane, hand: Any) -> None:
    told = hand.heard(pane.image_offered)
    pane.edit.insertFromMimeData(hand.mime(text="cells", image=True))
    assert pane.text() == "cells"
    assert told == []


def test_dropped_files_are_offered_by_kind(pane: TextPane, hand: Any, tmp_path: Path) -> None:
    for name in ("a.JPG", "b.png", "post.md", "other.bin"):
        (tmp_path / name).write_bytes(b"x")
    images, files = hand.heard(pane.image_offered), hand.heard(pane.file_dropped)
    pane.set_text("one\ntwo\nthree")
    pane.set_caret(2)
    place = QPointF(pane.edit.cursorRect().center()) + QPointF(0, 2)
    pane.set_caret(0)
    hand.drop(hand.mime(files=[tmp_path / "a.JPG", tmp_path / "b.png"]), place)
    assert [(image.file, image.data, image.name) for image in images] == [
        (tmp_path / "a.JPG", None, "a.JPG"),
        (tmp_path / "b.png", None, "b.png"),
    ]
    assert pane.caret()[0] == 2
    hand.drop(hand.mime(files=[tmp_path]), place)
    hand.drop(hand.mime(files=[tmp_path / "post.md"]), place)
    assert files == [tmp_path, tmp_path / "post.md"]
    assert pane.text() == "one\ntwo\nthree"


def test_an_image_held_over_the_text_shows_where_it_will_go(pane: TextPane, hand: Any, tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"x")
    hand.hold(hand.mime(files=[tmp_path / "a.jpg"]))
    assert pane._overlay.isVisible()
    QApplication.sendEvent(pane.edit.viewport(), QDragLeaveEvent())
    assert not pane._overlay.isVisible()
    hand.hold(hand.mime(text="words"))
    assert not pane._overlay.isVisible()
