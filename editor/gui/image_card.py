"""Paints an image as a card: the picture 3:2, its name, and below it who uses it and its size."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor.gui.icons import pixmap
from editor.gui.image_model import USE_ROLE, file_name
from editor.gui.size_words import size_words
from editor.gui.theme import Theme, chrome_font
from editor.images import ImageUse

GAP = 16  # between cards; half of it on every side
_PADDING = 10
_RADIUS = 6
_Index = QModelIndex | QPersistentModelIndex


class ImageCard(QStyledItemDelegate):
    """The look of one image. `thumbnail` gives its picture, `use_words` says who uses it."""

    def __init__(
        self,
        theme: Theme,
        *,
        thumbnail: Callable[[str], QPixmap | None],
        use_words: Callable[[ImageUse], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.width = 200  # of a cell: set by the grid
        self._thumbnail = thumbnail
        self._use_words = use_words
        self._name_font = chrome_font()
        self._small_font = chrome_font(scale=0.9)

    def cell_size(self, width: int) -> QSize:
        """The size of a cell (card and gap) of this width."""
        text = QFontMetrics(self._name_font).height() + QFontMetrics(self._small_font).height()
        return QSize(width, self.picture_size(width).height() + text + 2 * _PADDING + GAP)

    def picture_size(self, width: int) -> QSize:
        card = width - GAP
        return QSize(card, round(card * 2 / 3))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return self.cell_size(self.width)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        use: ImageUse = index.data(USE_ROLE)
        rect: QRect = option.rect
        cell = QRect(rect.topLeft(), self.cell_size(rect.width()))
        card = cell.adjusted(GAP // 2, GAP // 2, -GAP // 2, -GAP // 2)
        picture = QRect(card.topLeft(), self.picture_size(rect.width()))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(card), _RADIUS, _RADIUS)
        painter.setClipPath(outline)
        painter.fillRect(card, QColor(self.theme.field))
        self._paint_picture(painter, picture, use)
        self._paint_words(painter, card.adjusted(_PADDING, picture.height() + _PADDING - 1, -_PADDING, 0), use)
        painter.setClipping(False)
        self._paint_outline(painter, card, option)
        painter.restore()

    def _paint_picture(self, painter: QPainter, rect: QRect, use: ImageUse) -> None:
        painter.fillRect(rect, QColor(self.theme.sidebar))
        thumbnail = self._thumbnail(use.image.path)
        if thumbnail is None:
            return  # it comes in a moment
        if thumbnail.isNull():
            thumbnail = pixmap("image", self.theme.hint, size=28, ratio=painter.device().devicePixelRatioF())
        else:
            thumbnail.setDevicePixelRatio(painter.device().devicePixelRatioF())
        shown = QRect(rect.topLeft(), thumbnail.deviceIndependentSize().toSize())
        shown.moveCenter(rect.center())
        painter.drawPixmap(shown.topLeft(), thumbnail)

    def _paint_words(self, painter: QPainter, rect: QRect, use: ImageUse) -> None:
        painter.setFont(self._name_font)
        painter.setPen(QColor(self.theme.ink))
        metrics = painter.fontMetrics()
        name = metrics.elidedText(file_name(use), Qt.TextElideMode.ElideMiddle, rect.width())
        painter.drawText(rect.left(), rect.top() + metrics.ascent(), name)
        line = rect.top() + metrics.height()
        painter.setFont(self._small_font)
        metrics = painter.fontMetrics()
        words, size = self._use_words(use), f" · {size_words(use.image.size)}"
        painter.setPen(QColor(self.theme.secondary if use.users else self.theme.scheduled))
        painter.drawText(rect.left(), line + 1 + metrics.ascent(), words)
        painter.setPen(QColor(self.theme.secondary))
        painter.drawText(rect.left() + metrics.horizontalAdvance(words), line + 1 + metrics.ascent(), size)

    def _paint_outline(self, painter: QPainter, card: QRect, option: QStyleOptionViewItem) -> None:
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        color = self.theme.accent if selected else self.theme.hint if hovered else self.theme.line
        painter.setPen(QPen(QColor(color), 2 if selected else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        distance = -2.0 if selected else 0.5
        frame = QRectF(card).adjusted(distance, distance, -distance, -distance)
        painter.drawRoundedRect(frame, _RADIUS + (2 if selected else 0), _RADIUS + (2 if selected else 0))
