"""One chip: a word in a pill with a cross that removes it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor.gui.plain import tool_tip
from editor.gui.theme import LIGHT, Theme

HEIGHT = 20
_CROSS = 16  # room for the cross at the right
_PADDING = 8


class Chip(QWidget):
    """Focusable by arrow keys and by mouse; Delete, Backspace and the cross ask for its removal."""

    removed = Signal()
    arrow_pressed = Signal(int)  # -1 to the left, 1 to the right

    def __init__(self, text: str, parent: QWidget, *, given_by: str = "") -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._is_read_only = bool(given_by)
        self._is_given = bool(given_by)  # by the site: not the post's to remove
        self.text = text
        self.setAccessibleName(text)
        self.setAccessibleDescription(f"From {given_by}" if given_by else "Delete removes it")
        self.setToolTip(tool_tip(f"From {given_by}") if given_by else "")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if given_by else Qt.FocusPolicy.ClickFocus)
        font = self.font()
        font.setItalic(bool(given_by))
        self.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, theme: Theme, *, read_only: bool) -> None:
        """Take colours, and show a cross or none."""
        self._theme, self._is_read_only = theme, read_only or self._is_given
        self.update()

    def sizeHint(self) -> QSize:
        """The word and its cross."""
        cross = 0 if self._is_read_only else _CROSS
        return QSize(self.fontMetrics().horizontalAdvance(self.text) + 2 * _PADDING + cross - 2, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Pill, word, cross."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        ground = theme.sidebar if theme.name == "light" else theme.line
        if self._is_given:
            outline = QColor(theme.hint)
            outline.setAlphaF(0.5)
            painter.setPen(QPen(outline, 1.0))
        else:
            painter.setPen(QPen(QColor(theme.accent), 1.0) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.selection if self.hasFocus() else ground))
        pill = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(pill, HEIGHT / 2, HEIGHT / 2)
        painter.setPen(QColor(self._ink()))
        cross = 0 if self._is_read_only else _CROSS
        words = self.rect().adjusted(_PADDING, 0, -cross, 0)
        shown = self.fontMetrics().elidedText(self.text, Qt.TextElideMode.ElideMiddle, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        if cross:
            self._paint_cross(painter)

    def _ink(self) -> str:
        if self._is_given:
            return self._theme.hint
        return self._theme.secondary if self._is_read_only else self._theme.ink

    def _paint_cross(self, painter: QPainter) -> None:
        center, reach = QRectF(self._cross()).center(), 3.0
        painter.setPen(QPen(QColor(self._theme.secondary), 1.3, c=Qt.PenCapStyle.RoundCap))
        for slope in (1, -1):
            away = QPointF(reach, reach * slope)
            painter.drawLine(center - away, center + away)

    def _cross(self) -> QRect:
        return QRect(self.width() - _CROSS - 2, 0, _CROSS, self.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the cross removes."""
        if self._is_given:
            event.ignore()  # the box takes the focus to the line
        elif not self._is_read_only and self._cross().contains(event.position().toPoint()):
            self.removed.emit()
        else:
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace remove; arrows walk."""
        key = event.key()
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self._is_read_only:
            self.removed.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.arrow_pressed.emit(1 if key == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)
