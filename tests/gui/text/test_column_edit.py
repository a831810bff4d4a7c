"""The text stands in a column of comfortable measure, and the margins beside it belong to it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QColor,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.gui.text.text_pane import TextPane
from editor.gui.theme import LIGHT
from editor.settings import Settings

LONG = "\n".join(f"Paragraph {number}: " + "some words that go on and on " * 8 for number in range(300))
_CONTROL = Qt.KeyboardModifier.ControlModifier


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


def test_zooming_changes_the_size_and_can_be_taken_back(pane: TextPane, hand: Any) -> None:
    pane.set_text(LONG)
    size = pane.edit.font().pointSizeF()
    pane.zoom_in()
    hand.wheel(120, modifier=_CONTROL)
    assert pane.edit.font().pointSizeF() == size + 2
    hand.wheel(-120, modifier=_CONTROL)
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
