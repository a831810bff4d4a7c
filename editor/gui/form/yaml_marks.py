"""Marks in the YAML view: a tinted line, and a wave below what is wrong in it."""

from __future__ import annotations

import re

from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat
from PySide6.QtWidgets import QTextEdit

from editor.gui.theme import Theme

_TINT, _STRONG_TINT = 30, 80  # of 255
_WORD = re.compile(r"\S+")


def fault_marks(document: QTextDocument, line: int, column: int, theme: Theme) -> list[QTextEdit.ExtraSelection]:
    """The marks of a fault; line and column count from 1, and without a column (0) the line alone is marked."""
    tinted = line_marks(document, line, theme.error)
    text = document.findBlockByNumber(line - 1).text()
    if not column or not text.strip():
        return tinted
    waved, struck = QTextEdit.ExtraSelection(), QTextEdit.ExtraSelection()
    at = min(column, len(text.rstrip())) - 1
    waved.cursor = _span(document, line, at, _end_of_word(text, at))
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    look.setUnderlineColor(QColor(theme.error))
    waved.format = look
    struck.cursor = _span(document, line, at, at + 1)
    struck.format = _ground(theme.error, _STRONG_TINT)
    return [*tinted, struck, waved]


def line_marks(document: QTextDocument, line: int, color: str) -> list[QTextEdit.ExtraSelection]:
    """The tint of a whole line, counted from 1, as far as it is wrapped."""
    block = document.findBlockByNumber(line - 1)
    starts = [block.layout().lineAt(number).textStart() for number in range(block.layout().lineCount())]
    return [_tinted(block, start, color) for start in starts or [0]]


def _tinted(block: QTextBlock, start: int, color: str) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    look = _ground(color, _TINT)
    look.setProperty(QTextFormat.Property.FullWidthSelection, True)
    mark.format = look
    mark.cursor = QTextCursor(block)
    mark.cursor.setPosition(block.position() + start)
    return mark


def place(document: QTextDocument, line: int, column: int) -> QTextCursor:
    """A caret at a line and column, both from 1."""
    return _span(document, line, column - 1, column - 1)


def _ground(color: str, alpha: int) -> QTextCharFormat:
    ground = QColor(color)
    ground.setAlpha(alpha)
    look = QTextCharFormat()
    look.setBackground(ground)
    return look


def _end_of_word(text: str, at: int) -> int:
    found = _WORD.match(text, at)
    return at + 1 if found is None else found.end()


def _span(document: QTextDocument, line: int, start: int, end: int) -> QTextCursor:
    """Characters of a line; Qt counts in UTF-16."""
    block = document.findBlockByNumber(line - 1)
    text = block.text()
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + _units(text[:start]))
    cursor.setPosition(block.position() + _units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)
