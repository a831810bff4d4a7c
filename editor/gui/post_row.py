"""Paints a row of the posts list: the title, and below it state, date, category and whether it is edited."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor.gui.post_words import date_words, row_state, shown_title
from editor.gui.posts_model import ROW_ROLE, UNSAVED_ROLE, Heading
from editor.gui.theme import Theme, chrome_font
from editor.site.document import Document, State

_LEFT = 14
_DOT = 7
_GAP = 7


class PostRow(QStyledItemDelegate):
    """The look of a row. `opened` is the path of the post that is open."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.opened: str | None = None
        self.measure()

    def measure(self) -> None:
        """Take fonts and heights from the system again."""
        self._title = chrome_font(weight=QFont.Weight.DemiBold)
        self._small = chrome_font(scale=0.92)
        self._heading = chrome_font(scale=0.86, weight=QFont.Weight.DemiBold)
        self._heading.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 104)
        self._heading.setCapitalization(QFont.Capitalization.AllUppercase)
        text = QFontMetrics(self._title).height() + QFontMetrics(self._small).height()
        self.row_height = _on_grid(text + 18)
        self.heading_height = _on_grid(QFontMetrics(self._heading).height() + 18)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            self._paint_heading(painter, rect, row)
        elif isinstance(row, Document):
            state: QStyle.StateFlag = option.state
            self._paint_ground(painter, rect, row, state)
            self._paint_title(painter, rect, row)
            self._paint_facts(painter, rect, row, edited=bool(index.data(UNSAVED_ROLE)))
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, heading: Heading) -> None:
        painter.setFont(self._heading)
        painter.setPen(QColor(self.theme.secondary))
        box = rect.adjusted(_LEFT, 0, -_LEFT, -6)
        painter.drawText(box, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, heading.text)

    def _paint_ground(self, painter: QPainter, rect: QRect, row: Document, state: QStyle.StateFlag) -> None:
        theme = self.theme
        marked = row.path == self.opened or bool(state & QStyle.StateFlag.State_Selected)
        if marked:  # the whole row: Qt has painted its own selection there
            painter.fillRect(rect, QColor(theme.selection))
        elif state & QStyle.StateFlag.State_MouseOver:
            veil = QColor(theme.ink)
            veil.setAlpha(10)
            painter.fillRect(rect, veil)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(theme.line))
        if marked:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), QColor(theme.accent))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.accent), 1))
            painter.drawRoundedRect(rect.adjusted(4, 2, -4, -3), 5, 5)

    def _paint_title(self, painter: QPainter, rect: QRect, row: Document) -> None:
        metrics = QFontMetrics(self._title)
        box = self._lines(rect)[0]
        painter.setFont(self._title)
        faulty = row.state is State.BROKEN and row.path != self.opened
        painter.setPen(QColor(self.theme.error if faulty else self.theme.ink))
        text = metrics.elidedText(_one_line(shown_title(row)), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_facts(self, painter: QPainter, rect: QRect, row: Document, *, edited: bool) -> None:
        box = self._lines(rect)[1]
        metrics = QFontMetrics(self._small)
        painter.setFont(self._small)
        painter.setPen(Qt.PenStyle.NoPen)
        self._dot(painter, QPoint(box.left(), box.center().y()), self._state_color(row))
        right = self._paint_edited(painter, box, metrics) if edited else box.right()
        painter.setPen(QColor(self.theme.secondary))
        box.setLeft(box.left() + _DOT + 6)
        box.setRight(right)
        text = metrics.elidedText("  ".join(_facts(row)), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_edited(self, painter: QPainter, box: QRect, metrics: QFontMetrics) -> int:
        word = self.tr("edited")
        left = box.right() - metrics.horizontalAdvance(word)
        self._dot(painter, QPoint(left - _DOT - 5, box.center().y()), QColor(self.theme.secondary))
        painter.setPen(QColor(self.theme.secondary))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, word)
        return left - _DOT - _GAP - 6

    def _lines(self, rect: QRect) -> tuple[QRect, QRect]:
        title, small = QFontMetrics(self._title).height(), QFontMetrics(self._small).height()
        top = rect.top() + (rect.height() - title - small - 2) // 2
        width = rect.width() - 2 * _LEFT
        left = rect.left() + _LEFT
        return QRect(left, top, width, title), QRect(left, top + title + 2, width, small)

    def _state_color(self, row: Document) -> QColor:
        theme, state = self.theme, row.state
        if state is State.LIVE and shares_url(row):
            return QColor(theme.scheduled)
        if row.is_page:
            return QColor(theme.hint)
        faults = {State.BROKEN: theme.error, State.IGNORED: theme.error}
        return QColor({State.LIVE: theme.live, State.SCHEDULED: theme.scheduled, **faults}.get(state, theme.hint))

    @staticmethod
    def _dot(painter: QPainter, left_middle: QPoint, color: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(left_middle.x(), left_middle.y() - _DOT // 2, _DOT, _DOT)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _facts(row: Document) -> list[str]:
    """Date and category; the state in words wherever it is not simply live, never by colour alone."""
    named = [] if row.state in (State.LIVE, State.SCHEDULED) else [row_state(row)]
    dated = [] if row.state is State.DRAFT else [date_words(row)]
    named += [_tr("Same URL")] if shares_url(row) else []
    return [fact for fact in [*named, *dated, *row.categories[:1]] if fact]


def shares_url(row: Document) -> bool:
    """Whether another post writes the same page."""
    return any(problem.rule == "same-url" for problem in row.problems)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PostRow", text)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _on_grid(height: int) -> int:
    return (height + 3) // 4 * 4
