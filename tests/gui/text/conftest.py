"""Passages written with marks, a text pane on the screen, and the hand of its writer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.gui.history import History
from editor.gui.text.passage import Passage
from editor.gui.text.text_pane import TextPane
from editor.gui.theme import LIGHT

_NONE = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton
_COPY = Qt.DropAction.CopyAction


def _read(marked: str) -> Passage:
    if "¦" in marked:
        return Passage(marked.replace("¦", ""), marked.index("¦"), marked.index("¦"))
    start, end = marked.index("«"), marked.index("»") - 1
    return Passage(marked.replace("«", "").replace("»", ""), start, end)


def _write(passage: Passage) -> str:
    text = passage.text
    if passage.start == passage.end:
        return text[: passage.caret] + "¦" + text[passage.caret :]
    return text[: passage.start] + "«" + text[passage.start : passage.end] + "»" + text[passage.end :]


@pytest.fixture
def read() -> Callable[[str], Passage]:
    """`read("a «b» c")`: the text with `b` selected; `¦` is a caret."""
    return _read


@pytest.fixture
def write() -> Callable[[Passage], str]:
    """The way back."""
    return _write


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


@pytest.fixture
def hand(pane: TextPane) -> Hand:
    return Hand(pane)


class Hand:
    """What a writer does with keys and mouse."""

    def __init__(self, pane: TextPane) -> None:
        self._pane = pane

    def key(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = _NONE) -> None:
        for one in keys:
            QTest.keyClick(self._pane.edit, one, modifier)

    def select(self, start: int, end: int) -> None:
        cursor = self._pane.edit.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._pane.edit.setTextCursor(cursor)

    def wheel(self, turn: int, modifier: Qt.KeyboardModifier = _NONE) -> None:
        place = QPointF(50, 50)
        event = QWheelEvent(
            place,
            place,
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            modifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self._pane.edit.viewport(), event)

    def hold(self, data: QMimeData) -> None:
        """Hold something over the text."""
        event = QDragEnterEvent(QPoint(20, 20), _COPY, data, _LEFT, _NONE)
        QApplication.sendEvent(self._pane.edit.viewport(), event)
        assert event.isAccepted()

    def drop(self, data: QMimeData, place: QPointF) -> None:
        self.hold(data)
        QApplication.sendEvent(self._pane.edit.viewport(), QDropEvent(place, _COPY, data, _LEFT, _NONE))

    def history(self) -> History:
        """An undo history for the pane, as the window has one."""
        history = History(self._pane)
        history.attach(self._pane.document())
        return history

    @staticmethod
    def heard(signal: Any) -> list[Any]:
        """What a signal tells from now on."""
        told: list[Any] = []
        signal.connect(lambda *values: told.append(values[0] if values else None))
        return told

    @staticmethod
    def mime(*, text: str = "", html: str = "", image: bool = False, files: list[Path] | None = None) -> QMimeData:
        """What is on the clipboard or is dragged."""
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
