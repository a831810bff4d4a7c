"""The column in which one writes: title, the quiet line, front matter, format bar, text."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from editor.gui.actions import Actions
from editor.gui.form.form_pane import FormPane
from editor.gui.form.title_field import TitleField
from editor.gui.quiet_line import PAD, QuietLine
from editor.gui.text.format_bar import FormatBar
from editor.gui.text.text_pane import TextPane
from editor.gui.theme import Theme

TITLE_SHARE = 0.22  # of the column's height, at most
TEXT_SHARE = 0.4  # of the column's height, at least, however much front matter there is
LEAST_TEXT = 64  # pixels, in a low window
_MARGIN, _NARROW_MARGIN = 28, 20  # the form's own, so that all lines up
_NARROW = 480


class DocumentColumn(QWidget):
    """Places the panes of the open post one below the other."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Post"))
        self.title_field = TitleField(self)
        self.quiet_line = QuietLine(self)
        self.form = FormPane(self)
        self.format_bar = FormatBar(self)
        self.format_bar.set_actions(actions)
        self.text_pane = TextPane(self)
        self.text_pane.setMinimumHeight(LEAST_TEXT)
        self._lay_out()
        self._order_tab_stops()
        self.title_field.finished.connect(self.text_pane.setFocus)

    def _lay_out(self) -> None:
        self._head = QVBoxLayout()
        self._head.setSpacing(2)
        title = QHBoxLayout()
        title.setContentsMargins(PAD, 0, PAD, 0)  # the words of both stand below each other
        title.addWidget(self.title_field)
        self._head.addLayout(title)
        self._head.addWidget(self.quiet_line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.form)
        column.addWidget(_hairline(self))
        column.addWidget(self.format_bar)
        column.addWidget(_hairline(self))
        column.addWidget(self.text_pane, 1)

    def _order_tab_stops(self) -> None:
        """Reading order; Qt's own is the order in which parts were made, and the format bar fills from both ends."""
        QWidget.setTabOrder(self.title_field, self.quiet_line)
        row = self.format_bar.layout()
        assert row is not None
        widgets = [item.widget() for at in range(row.count()) if (item := row.itemAt(at)) is not None]
        buttons = [widget for widget in widgets if widget is not None]
        for before, after in pairwise([*buttons, self.text_pane]):
            QWidget.setTabOrder(before, after)

    def set_theme(self, theme: Theme) -> None:
        for part in (self.title_field, self.quiet_line, self.form, self.format_bar, self.text_pane):
            part.set_theme(theme)

    def minimumSizeHint(self) -> QSize:
        return QSize(340, 300)

    def resizeEvent(self, event: QResizeEvent) -> None:
        side = _NARROW_MARGIN if self.width() < _NARROW else _MARGIN
        self._head.setContentsMargins(side - PAD, 18, side - PAD, 6)
        self.form.updateGeometry()  # it may take a share of the window's height
        self._share_height()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:  # the title grew
            self._share_height()
        return super().event(event)

    def _share_height(self) -> None:
        """The form takes what the text can spare; it scrolls."""
        self.title_field.set_most_height(round(self.height() * TITLE_SHARE))
        width = self.width()
        above = self._head.heightForWidth(width) + self.format_bar.sizeHint().height()
        spare = round(self.height() * (1 - TEXT_SHARE)) - above
        self.form.setMaximumHeight(max(self.form.minimumSizeHint().height(), spare))


def _hairline(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setProperty("line", True)
    line.setFixedHeight(1)
    return line
