"""A line edit without a frame, for use inside a field's box."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from editor.gui.form.undo_keys import UndoKeys, without_undo
from editor.gui.plain import tool_tip

_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class BareLine(QLineEdit):
    """Leaves undo to the window; slants a placeholder that tells of an inherited value."""

    left = Signal()  # the writer went to another widget (not to a popup or another window)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setProperty("bare", True)
        self.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, False)
        self.on_remove: Callable[[], None] | None = None  # adds "Remove field" to the context menu
        self._placeholder = ""
        self._placeholder_is_inherited = False
        self._origin = ""
        self.installEventFilter(UndoKeys(self))
        self.textChanged.connect(self._slant)

    def set_placeholder(self, text: str, *, is_inherited: bool = False) -> None:
        """What to show while there is no text."""
        if (text, is_inherited) == (self._placeholder, self._placeholder_is_inherited):
            return
        self._placeholder = text
        self._placeholder_is_inherited = is_inherited
        self._slant()

    def set_origin(self, origin: str) -> None:
        """Where an inherited value comes from, for the tool tip."""
        if origin != self._origin:
            self._origin = origin
            self._slant()

    def _slant(self) -> None:
        told = "" if self.text() else self._placeholder  # Qt tells it to screen readers beside any text
        self.setPlaceholderText(told)
        self.setToolTip(tool_tip(f"{told}\nFrom {self._origin}" if self._origin and not self.text() else told))
        font = self.font()
        slanted = self._placeholder_is_inherited and not self.text()
        if font.italic() != slanted:
            font.setItalic(slanted)
            self.setFont(font)

    def changeEvent(self, event: QEvent) -> None:
        """Slant again: with another theme a combo box gives its line its own upright font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._slant()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell when the writer is done here."""
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.left.emit()
            self.setCursorPosition(0)  # a long text is read from its start

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's menu without its own undo, and with the way to remove the field."""
        menu = without_undo(self.createStandardContextMenu())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.on_remove is not None and not self.isReadOnly():
            menu.addSeparator()
            menu.addAction("Remove field", self.on_remove)
        menu.popup(event.globalPos())
