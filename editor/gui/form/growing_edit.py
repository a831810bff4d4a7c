"""A plain text edit that is as high as its lines, for titles and excerpts."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from editor.gui.form.undo_keys import UndoKeys, without_undo

_PARAGRAPH = "\u2029"  # what Qt puts between the blocks of a document


class GrowingEdit(QPlainTextEdit):
    """Frameless; Tab moves on; undo is the window's. `text_edited` tells of the writer's changes only."""

    text_edited = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, most_lines: int = 100) -> None:
        super().__init__(parent)
        self._most_lines = most_lines
        self._placeholder_is_inherited = False
        self._is_ours = False  # the change under way is not the writer's
        self.on_remove: Callable[[], None] | None = None
        self.setProperty("bare", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.installEventFilter(UndoKeys(self))
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def text(self) -> str:
        """The text, no-break spaces and all."""
        return self.document().toRawText().replace(_PARAGRAPH, "\n")

    def set_text(self, text: str) -> None:
        """Show a text; emits nothing, and keeps the caret where it can."""
        if text == self.text():
            return
        position = self.textCursor().position()
        self._is_ours = True
        self.setPlainText(text)
        self._is_ours = False
        if self.hasFocus():
            cursor = self.textCursor()
            cursor.setPosition(min(position, self.document().characterCount() - 1))
            self.setTextCursor(cursor)
        self._fit()

    def set_placeholder(self, text: str, *, is_inherited: bool = False) -> None:
        """What to show while there is no text; slanted where it tells of what the post gets anyway."""
        self.setPlaceholderText(text)
        self._placeholder_is_inherited = is_inherited
        self._slant()

    def line_count(self) -> int:
        """How many lines the text takes at the present width, at least one."""
        return max(1, round(self.document().size().height()))

    def set_most_height(self, height: int) -> None:
        """Take so many pixels at most, but room for two lines; of a longer text the rest is scrolled to."""
        most = max(2, height // line_height(self))
        if most != self._most_lines:
            self._most_lines = most
            self._fit()

    def _slant(self) -> None:
        font = self.font()
        slanted = self._placeholder_is_inherited and self.document().isEmpty()
        if font.italic() != slanted:
            font.setItalic(slanted)
            self.setFont(font)
        if self.viewport().font().italic() != slanted:  # which paints; a style sheet keeps it from taking ours
            self.viewport().setFont(font)

    def _on_text_changed(self) -> None:
        self._slant()
        if not self._is_ours:
            self.text_edited.emit(self.text())

    def _fit(self) -> None:
        lines = min(self.line_count(), self._most_lines)
        height = lines * line_height(self) + 1
        always, never = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(always if self.line_count() > self._most_lines else never)
        if height != self.height() or height != self.maximumHeight():
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        """One line and no wish for a width."""
        return QSize(80, line_height(self) + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width takes another number of lines."""
        super().resizeEvent(event)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Drop the selection on leaving by key, as a line edit does."""
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as plain text."""
        self.insertPlainText(source.text())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's menu without its own undo, and with the way to remove the field."""
        menu = without_undo(self.createStandardContextMenu())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.on_remove is not None and not self.isReadOnly():
            menu.addSeparator()
            menu.addAction("Remove field", self.on_remove)
        menu.popup(event.globalPos())


def line_height(edit: QPlainTextEdit) -> int:
    """Pixels from line to line as the edit lays them out; its font alone may say less."""
    layout = edit.document().firstBlock().layout()
    laid_out = ceil(layout.lineAt(0).height()) if layout.lineCount() else 0
    return max(laid_out, edit.fontMetrics().lineSpacing())
