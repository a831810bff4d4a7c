"""Text to read and to copy: wraps anywhere, is as high as its lines, and holds nothing but what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QResizeEvent, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget


class SelectableText(QPlainTextEdit):
    """A label wraps at spaces only, and a path has none; breaks put into it would be copied with it."""

    def __init__(self, parent: QWidget | None = None, *, above: int = 0) -> None:
        super().__init__(parent)
        self._above = above  # pixels
        self.setViewportMargins(0, above, 0, 0)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        for set_policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setProperty("plain", True)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.document().setUndoRedoEnabled(False)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def show_runs(self, runs: Sequence[tuple[str, str]]) -> None:
        """Show texts in colours: each run is a text and its `#RRGGBB`."""
        self.clear()
        cursor = QTextCursor(self.document())
        for text, color in runs:
            look = QTextCharFormat()
            look.setForeground(QColor(color))
            cursor.insertText(text, look)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(120, self._line_height + 1 + self._above)

    @property
    def _line_height(self) -> int:
        layout = self.document().firstBlock().layout()
        laid_out = ceil(layout.lineAt(0).height()) if layout.lineCount() else 0
        return max(laid_out, self.fontMetrics().lineSpacing())

    def _fit(self) -> None:
        lines = max(1, round(self.document().size().height()))  # Qt counts this kind of document in lines
        height = lines * self._line_height + 1 + self._above
        if height != self.height() or height != self.maximumHeight():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())
