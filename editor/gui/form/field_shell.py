"""A field with one small button inside its right end: to remove the field, or to go back to the site's value."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QEnterEvent, QIcon, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from editor.gui.form.field import ROOM, Field
from editor.gui.form.field_frame import HEIGHT
from editor.gui.icons import icon
from editor.gui.plain import tool_tip
from editor.gui.theme import LIGHT, Theme

_INSET = 3  # pixels between the button and the box
_ICON = 14


class EndButton(QToolButton):
    """Takes the key out of the post; its picture is seen only where the mouse or the focus is."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._field = field
        self._theme = LIGHT
        self._picture = QIcon()
        self._reset = ""
        self._is_near = False
        self.setProperty("glyph", True)
        self.setIconSize(QSize(_ICON, _ICON))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._press)
        self.set_reset("")

    def set_reset(self, words: str) -> None:
        """Say what the site gives instead, once the key has gone ("" where that is nothing)."""
        self._reset = words
        self.setAccessibleName(f"{'Reset' if words else 'Remove field'} {self._field.label}")
        self.setAccessibleDescription(words)
        self.setToolTip(tool_tip(words) or "Remove field")
        self.set_theme(self._theme)

    def _press(self) -> None:
        if self._reset:
            self._field.editor().setFocus(Qt.FocusReason.OtherFocusReason)  # this button is about to go
            self._field.reset()
        else:
            self._field.remove()

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self._picture = icon("rotate-ccw" if self._reset else "x", theme.secondary, size=_ICON)
        self.set_near(self._is_near)

    def set_near(self, is_near: bool) -> None:
        """Show or hide the picture; its place stays."""
        self._is_near = is_near
        self.setIcon(self._picture if is_near or self.hasFocus() else QIcon())


class FieldShell(QWidget):
    """The field, its button, and its label above it where that is long."""

    def __init__(self, field: Field, *, above: QLabel | None) -> None:
        super().__init__()
        self.above = above
        self.button = EndButton(field)
        self.button.setParent(self)
        self.button.hide()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._field = field
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if above is not None:
            column.addWidget(above)
        column.addWidget(field)
        for stop in (*field.tab_stops(), self.button):
            stop.installEventFilter(self)

    def offer(self, *, is_removable: bool, reset: str) -> None:
        """Show the button where there is something to take away."""
        if reset != self.button.accessibleDescription():
            self.button.set_reset(reset)
        is_offered = is_removable or bool(reset)
        self._field.keep_room(ROOM if is_offered else 0)
        if is_offered == self.button.isHidden():
            self.button.setVisible(is_offered)
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button in its place."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        side = HEIGHT - 2 * _INSET
        right = self.width() - _INSET - self._field.button_inset
        self.button.setGeometry(right - side, self._field.y() + _INSET, side, side)
        self.button.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the picture while the focus is here."""
        if event.type() is QEvent.Type.FocusIn:
            self.button.set_near(True)
        elif event.type() is QEvent.Type.FocusOut:
            self.button.set_near(self.underMouse())
        return super().eventFilter(watched, event)

    def enterEvent(self, _event: QEnterEvent) -> None:
        """Show the picture under the mouse."""
        self.button.set_near(True)

    def leaveEvent(self, _event: QEvent) -> None:
        """Hide it again."""
        focused = self.window().focusWidget()
        self.button.set_near(focused is not None and self.isAncestorOf(focused))
