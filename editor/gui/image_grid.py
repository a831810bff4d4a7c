"""The grid of image cards, as many to a row as there is room for, all of one width."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QWidget

from editor.gui.image_card import GAP, ImageCard
from editor.gui.theme import chrome_font
from editor.gui.thumbnails import Thumbnails

_NARROWEST = 176 + GAP
_MARGIN = 12


class ImageGrid(QListView):
    """Shows a model of images; `empty_words` stand where it has none."""

    def __init__(self, card: ImageCard, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty_words = ""
        self._card = card
        self._thumbnails = thumbnails
        self.setItemDelegate(card)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setViewportMargins(_MARGIN, 0, _MARGIN, 0)
        self.setProperty("surface", "paper")
        thumbnails.ready.connect(lambda _path: self.viewport().update())

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Qt keeps room for a scroll bar, shown or not, and starts a new row when cells fill the width exactly.
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self.verticalScrollBar())
        room = self.maximumViewportSize().width() - bar - 1
        width = room // max(1, room // _NARROWEST)
        self._card.width = width
        self.setGridSize(self._card.cell_size(width))
        ratio = self.devicePixelRatioF()
        picture = self._card.picture_size(width)
        self._thumbnails.set_size(QSize(round(picture.width() * ratio), round(picture.height() * ratio)))
        super().resizeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt makes a card the current one, and does not show it."""
        super().focusInEvent(event)
        if self.currentIndex().isValid() and not self.selectedIndexes():
            self.setCurrentIndex(self.currentIndex())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.empty_words and self.model().rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setFont(chrome_font())
            painter.setPen(self._card.theme.hint)
            area = self.viewport().rect().adjusted(40, 0, -40, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.empty_words)
