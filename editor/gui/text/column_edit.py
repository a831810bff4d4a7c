"""A text field whose text stands in a column: a measure to read by, room between lines, margins that belong to it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from editor.gui.text.document import PlainDocument
from editor.gui.text.measure import line_gap, side_margins
from editor.gui.text.painting import paint_code_ground, paint_selection
from editor.gui.theme import LIGHT, Theme

_MOUSE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
)
_TOP = 16  # pixels above the first line
_CARET = 2


class ColumnEdit(QPlainTextEdit):
    """Looks and mouse of the text field; what keys do is in `PlainEdit`."""

    zoom_wanted = Signal(int)  # steps, by the mouse wheel

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._is_strong = False
        self._line_spacing = 1.6
        self._line_width = 78
        self._paper = PlainDocument(self)
        self.setDocument(self._paper)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.verticalScrollBar().setCursor(Qt.CursorShape.ArrowCursor)
        self.setCursorWidth(_CARET)
        self._paper.caret_wanted.connect(self._go_to)

    # -- looks -------------------------------------------------------------------------------------------------
    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        ground, ink = (theme.scheduled, theme.on_accent) if self._is_strong else (theme.selection, theme.ink)
        colors = self.palette()
        for role, color in (
            (QPalette.ColorRole.Base, theme.paper),
            (QPalette.ColorRole.Window, theme.paper),
            (QPalette.ColorRole.Text, theme.ink),
            (QPalette.ColorRole.PlaceholderText, theme.hint),
            (QPalette.ColorRole.Highlight, ground),
            (QPalette.ColorRole.HighlightedText, ink),
        ):
            colors.setColor(role, QColor(color))
        self.setPalette(colors)
        self.viewport().setPalette(colors)

    def set_selection_strong(self, strong: bool) -> None:
        """Show what is selected louder than what else is marked, as the match one is at among the others."""
        if strong != self._is_strong:
            self._is_strong = strong
            self.set_theme(self._theme)

    def set_measure(self, *, characters: int, line_spacing: float) -> None:
        """At most so many characters in a line; so many times the font's height from line to line."""
        self._line_width = characters
        self._line_spacing = line_spacing
        self._space()

    def _space(self) -> None:
        """Give lines their room and the text column its margins, after a change of font or size."""
        layout = self._paper.spaced_layout
        wanted = (line_gap(self.font(), self._line_spacing), _TOP, self.contentsRect().height() // 2)
        if wanted != (layout.spacing, layout.top, layout.bottom):
            is_respaced = wanted[0] != layout.spacing
            layout.spacing, layout.top, layout.bottom = wanted
            if is_respaced:
                layout.requestUpdate()
        bar = self.verticalScrollBar()
        left, right = side_margins(
            self.contentsRect().width(),
            font=self.font(),
            characters=self._line_width,
            text_margin=self._paper.documentMargin(),
            bar=bar.width() if bar.isVisible() else 0,
        )
        margins = self.viewportMargins()
        if (margins.left(), margins.right()) != (left, right):
            self.setViewportMargins(left, 0, right, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._space()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        spacing = self._paper.spaced_layout.spacing
        paint_code_ground(self, painter, QColor(self._theme.chrome), spacing)
        paint_selection(self, painter, self.palette().color(QPalette.ColorRole.Highlight), spacing)
        painter.end()
        super().paintEvent(event)
        if self.hasFocus() and self.getPaintContext().cursorPosition >= 0:
            painter = QPainter(self.viewport())
            painter.fillRect(self.cursorRect(), QColor(self._theme.accent))

    # -- the mouse ---------------------------------------------------------------------------------------------
    def event(self, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Resize:
            self._space()
        elif kind in _MOUSE and isinstance(event, QMouseEvent):
            return self._forward(event)
        elif kind == QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            self.wheelEvent(event)
            return True
        return super().event(event)

    def _forward(self, event: QMouseEvent) -> bool:
        """The margins beside the text column belong to it."""
        handlers = dict(
            zip(
                _MOUSE,
                (self.mousePressEvent, self.mouseReleaseEvent, self.mouseDoubleClickEvent, self.mouseMoveEvent),
                strict=True,
            )
        )
        handlers[event.type()](_moved(event, event.position() - QPointF(self.viewport().pos())))
        event.accept()
        return True

    def snapped(self, point: QPointF) -> QPointF:
        """The nearest point that is on a line: in the room between lines Qt would take the end of the line above."""
        gap = self._paper.spaced_layout.spacing
        cursor = super().cursorForPosition(point.toPoint())
        for block in (cursor.block(), cursor.block().next(), cursor.block().previous()):
            if not block.isValid():
                continue
            origin = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
            for number in range(block.layout().lineCount()):
                line = block.layout().lineAt(number)
                top = origin + line.y()
                if top - gap / 2 - 1 <= point.y() <= top + line.height() + gap / 2 + 1:
                    return QPointF(point.x(), min(max(point.y(), top + 1), top + line.height() - 1))
        return point

    def cursorForPosition(self, position: QPoint) -> QTextCursor:
        return super().cursorForPosition(self.snapped(QPointF(position)).toPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(self._on_line(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(self._on_line(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(self._on_line(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(self._on_line(event))

    def _on_line(self, event: QMouseEvent) -> QMouseEvent:
        return _moved(event, self.snapped(event.position()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = event.angleDelta().y()
            if steps:
                self.zoom_wanted.emit(1 if steps > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def _go_to(self, position: int) -> None:
        """Undo and redo show what they changed."""
        cursor = self.textCursor()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()


def _moved(event: QMouseEvent, position: QPointF) -> QMouseEvent:
    """The same mouse event at another position."""
    made = QMouseEvent(
        event.type(),
        position,
        position,
        event.globalPosition(),
        event.button(),
        event.buttons(),
        event.modifiers(),
        event.pointingDevice(),
    )
    made.setAccepted(event.isAccepted())
    return made
