"""The document behind the text pane: plain text that loses nothing, with room between its lines."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

# What QTextDocument alters: it takes these for ends of paragraphs or frames; lone surrogates are no characters, and
# a byte order mark at the beginning is dropped on the way into a QString.
_ALTERED = re.compile("[\r\u2029\ufdd0\ufdd1\ud800-\udfff]|\\A\ufeff")


def is_lossless(text: str) -> bool:
    """Whether the text pane can hold `text` and give back exactly the same."""
    return _ALTERED.search(text) is None


def raw_text(document: QTextDocument) -> str:
    """The whole text. `toPlainText` would make spaces of no-break spaces and line ends of U+2028."""
    return document.toRawText().replace("\u2029", "\n")


class SpacedLayout(QPlainTextDocumentLayout):
    """Qt's layout for long plain text, with extra room between lines, above the first and below the last.

    Qt breaks the lines; this only moves them apart, so that its speed on long texts stays: it asks for blocks that
    are seen or were changed, and for no others. (`QTextEdit`, which knows line heights, lays out the whole text.)
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.spacing = 0  # extra pixels between two lines, half above and half below each
        self.top = 0  # pixels above the first line
        self.bottom = 0  # pixels below the last line

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        rect = super().blockBoundingRect(block)
        layout = block.layout()
        count = layout.lineCount()
        if not block.isVisible() or not count:
            return rect
        first = layout.lineAt(0)
        y = float(self.spacing // 2 + (self.top if block.blockNumber() == 0 else 0))
        if first.y() != y:
            for number in range(count):
                line = layout.lineAt(number)
                line.setPosition(QPointF(line.x(), y))
                y += line.height() + self.spacing
        last = layout.lineAt(count - 1)
        below = self.spacing - self.spacing // 2 + (0 if block.next().isValid() else self.bottom)
        rect.setHeight(last.y() + last.height() + below)
        return rect


class PlainDocument(QTextDocument):
    """A plain text document that tells where an undo or redo has happened, so that the caret can go there."""

    caret_wanted = Signal(int)  # position

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.spaced_layout = SpacedLayout(self)
        self.setDocumentLayout(self.spaced_layout)

    def undo(self, cursor: QTextCursor | None = None) -> None:
        cursor = cursor or QTextCursor(self)
        super().undo(cursor)
        self.caret_wanted.emit(cursor.position())

    def redo(self, cursor: QTextCursor | None = None) -> None:
        cursor = cursor or QTextCursor(self)
        super().redo(cursor)
        self.caret_wanted.emit(cursor.position())
