"""The form folded to one line: date · author · categories · image name."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from editor.gui.form.field_frame import HEIGHT, RADIUS
from editor.gui.icons import pixmap
from editor.gui.theme import LIGHT, Theme

_ICON = 14
_LEAST_NAME = 48  # pixels: a file's name that is shorter says nothing


class FoldedLine(QAbstractButton):
    """A quiet line that opens the form when it is clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._parts: tuple[str, ...] = ()
        self._name = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_parts(())

    def show_parts(self, parts: tuple[str, ...]) -> None:
        """Show the parts that are not empty; the last is a file's name, which gives way where room is short."""
        self._parts, self._name = tuple(part for part in parts if part), "".join(parts[-1:])
        self.setAccessibleName(f"Show details: {self.words()}")
        self.setToolTip("Show details")
        self.update()

    def words(self) -> str:
        """The line as text."""
        return " · ".join(self._parts) or "No details yet"

    def shown_words(self, room: int) -> str:
        """The words as they fit into so many pixels: first the file's name gets shorter, then the whole."""
        words, metrics = self.words(), self.fontMetrics()
        if self._name and len(self._parts) > 1:
            facts = words.removesuffix(self._name)
            left = room - metrics.horizontalAdvance(facts)
            if left < _LEAST_NAME:
                words = " · ".join(self._parts[:-1])
            else:
                words = facts + metrics.elidedText(self._name, Qt.TextElideMode.ElideMiddle, left)
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)

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
        shown = self.shown_words(room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        arrow = pixmap("chevron-down", theme.secondary, size=_ICON, ratio=self.devicePixelRatioF())
        painter.drawPixmap(self.contentsRect().right() - _ICON - 3, (self.height() - _ICON) // 2, arrow)
