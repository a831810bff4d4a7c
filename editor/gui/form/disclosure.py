"""The heading of a group of rows: a triangle and a title that fold and unfold it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from editor.gui.form.field_frame import HEIGHT
from editor.gui.icons import pixmap
from editor.gui.plain import tool_tip
from editor.gui.theme import LIGHT, Theme

ROOM = 16  # pixels for the triangle
_ICON, _INSET, _RADIUS = 12, 2, 3
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Disclosure(QAbstractButton):
    """Space, Enter or a click folds and unfolds; so do the left and right arrow keys, as in a tree."""

    switched = Signal(bool)  # whether the writer wants the group open

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._title = ""
        self._is_open = True
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.switched.emit(not self._is_open))

    def title(self) -> str:
        """What the group is called."""
        return self._title

    def set_title(self, title: str) -> None:
        """Call the group so; where room is short, the end gives way."""
        title = " ".join(title.split())
        if title != self._title:
            self._title = title
            self.setToolTip(tool_tip(title))
            self.updateGeometry()
            self.update()

    def set_open(self, is_open: bool) -> None:
        """Show the triangle of an open group, or of a folded one."""
        self._is_open = is_open
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """The triangle and the whole title."""
        return QSize(heading_width(self._title), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """The triangle and a few letters."""
        return QSize(min(self.sizeHint().width(), ROOM + 40), HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Right opens, Left folds, Enter does either."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()  # the group's own keys
        elif event.key() in _ENTER:
            self.click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            if self._is_open != (event.key() == Qt.Key.Key_Right):
                self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Triangle and title, in the accent colour while the focus is here."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        ink = theme.accent if self.hasFocus() else theme.ink if self.underMouse() else theme.secondary
        painter.setPen(QColor(ink))
        top = (self.height() - _ICON) // 2
        if self.hasFocus():
            painter.drawRoundedRect(QRectF(0.5, top - 0.5, _ICON + 1, _ICON + 1), _RADIUS, _RADIUS)
        name = "chevron-down" if self._is_open else "chevron-right"
        painter.drawPixmap(1, top, pixmap(name, ink, size=_ICON, ratio=self.devicePixelRatioF()))
        room = self.rect().adjusted(ROOM, 0, -1, 0)
        title = self.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, title)


def heading_width(title: str) -> int:
    """Pixels that the triangle and a title take."""
    return ROOM + QFontMetrics(QGuiApplication.font()).horizontalAdvance(" ".join(title.split())) + _INSET
