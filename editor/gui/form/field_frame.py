"""The box around a field: a hairline with round corners that shows focus and faults."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from editor.gui.theme import LIGHT, Theme

HEIGHT = 28
RADIUS = 6


class FieldFrame(QFrame):
    """Holds the bare editors of one field side by side and draws their common border."""

    def __init__(self, parent: QWidget | None = None, *, left: int = 9, right: int = 9) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._is_faulty = False
        self._is_locked = False
        self._target: QWidget | None = None
        self.setMinimumHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(left, 1, right, 1)
        self.row.setSpacing(6)

    def watch(self, editor: QWidget, *, is_target: bool = True) -> None:
        """Draw the focus ring while `editor` has the focus; a click on the frame goes to the target."""
        editor.installEventFilter(self)
        if is_target:
            self._target = editor

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.update()

    def set_locked(self, is_locked: bool) -> None:
        """Look like something to read, not to fill in."""
        if is_locked == self._is_locked:
            return
        self._is_locked = is_locked
        self.setProperty("locked", is_locked)
        for part in (self, *self.findChildren(QWidget)):
            part.style().unpolish(part)
            part.style().polish(part)
        self.update()

    def set_faulty(self, is_faulty: bool) -> None:
        """Draw the border in the colour of errors, or not."""
        self._is_faulty = is_faulty
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Redraw the ring when the focus comes or goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the editor is meant for it."""
        if self._target is not None and event.button() is Qt.MouseButton.LeftButton:
            self._target.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, hairline, ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._border()), 1.0))
        painter.setBrush(QColor(self._theme.chrome if self._is_locked else self._theme.field))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _border(self) -> str:
        if self._is_faulty:
            return self._theme.error
        focused = self.window().focusWidget() if self.window().isActiveWindow() else None
        return self._theme.accent if focused and self.isAncestorOf(focused) else self._theme.line
