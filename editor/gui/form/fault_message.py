"""What is wrong with the YAML, told on a line or two that lead to its place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeySequence, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from editor.gui.form.field import SMALL
from editor.gui.plain import tool_tip
from editor.gui.theme import LIGHT, Theme, chrome_font


class FaultMessage(QAbstractButton):
    """Plain text in the colour of errors, wrapped to a few lines and then elided; a click or the space bar leads on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._most_lines = 2
        self.setFont(chrome_font(scale=SMALL))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leads into the text, and must not stop here
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_message(self, text: str) -> None:
        """Tell another fault."""
        self.setText(text)
        self.setShortcut(QKeySequence())  # which Qt takes from an “&” in the text
        self.setAccessibleName(text)
        self.setToolTip(tool_tip(text))
        self.update()

    def set_most_lines(self, count: int) -> None:
        """Keep room for so many lines."""
        self._most_lines = count
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Room for all lines, used or not: what stands around must not move while one types."""
        return QSize(120, self._most_lines * self.fontMetrics().lineSpacing() + 2)

    def shown_lines(self) -> list[str]:
        """The lines as they are painted."""
        text, font = self.text(), self.font()
        layout = QTextLayout(text, font)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        spans: list[tuple[int, int]] = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(self.width() - 2, 1))
            spans.append((line.textStart(), line.textLength()))
        layout.endLayout()
        units = text.encode("utf-16-le", "surrogatepass")
        lines = [units[2 * start : 2 * (start + length)].decode("utf-16-le", "replace") for start, length in spans]
        if len(lines) > self._most_lines:
            rest = "".join(lines[self._most_lines - 1 :])
            elided = self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, self.width() - 2)
            lines = [*lines[: self._most_lines - 1], elided]
        return lines

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The text, underlined where the mouse or the focus is."""
        painter = QPainter(self)
        font = QFont(self.font())
        font.setUnderline(self.underMouse() or self.hasFocus())
        painter.setFont(font)
        painter.setPen(QColor(self._theme.error))
        lines = self.shown_lines()
        metrics = self.fontMetrics()
        top = (self.height() - len(lines) * metrics.lineSpacing()) / 2 + metrics.ascent()
        for number, line in enumerate(lines):
            painter.drawText(QPointF(1, top + number * metrics.lineSpacing()), line)

    def event(self, event: QEvent) -> bool:
        """Hovering shows that it leads somewhere."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)
