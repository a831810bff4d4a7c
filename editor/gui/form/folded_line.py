"""The form folded to one line: date · author · categories · image name."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from editor.gui.form.field_frame import HEIGHT, RADIUS
from editor.gui.icons import pixmap
from editor.gui.theme import LIGHT, Theme

_ICON = 14


class FoldedLine(QAbstractButton):
    """A quiet line that opens the form when it is clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._parts: tuple[str, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_parts(())

    def show_parts(self, parts: tuple[str, ...]) -> None:
        """Show the parts that are not empty."""
        self._parts = tuple(part for part in parts if part)
        self.setAccessibleName(f"Show details: {self.words()}")
        self.setToolTip("Show details")
        self.update()

    def words(self) -> str:
        """The line as text."""
        return " · ".join(self._parts) or "No details yet"

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """One control high."""
        return QSize(120, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The words, and an arrow at the right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        if self.hasFocus():
            painter.setPen(QColor(theme.accent))
            painter.drawRoundedRect(self.contentsRect().adjusted(0, 0, -1, -1), RADIUS, RADIUS)
        room = self.contentsRect().adjusted(2, 0, -_ICON - 10, 0)
        painter.setPen(QColor(theme.ink if self.underMouse() else theme.secondary))
        shown = self.fontMetrics().elidedText(self.words(), Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        arrow = pixmap("chevron-down", theme.secondary, size=_ICON, ratio=self.devicePixelRatioF())
        painter.drawPixmap(self.contentsRect().right() - _ICON - 3, (self.height() - _ICON) // 2, arrow)
