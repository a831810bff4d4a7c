"""What the posts list is made of: the list itself, and what stands there when it is empty."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from editor.gui.plain import in_ink


class PostsView(QTableView):
    """A list in which arrow keys look around, and Return or a click chooses.

    A table of one column, because a QListView with rows of two heights asks for the size of every row whenever one
    row changes: a quarter of a second for 50,000 posts.
    """

    row_chosen = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("plain", True)
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self._heading_height = 0
        self._headings: frozenset[int] = frozenset()
        self.clicked.connect(self.row_chosen)

    def set_heights(self, *, row: int, heading: int) -> None:
        """Set before the list is filled: with many rows Qt takes its time over it."""
        self._heading_height = heading
        self.verticalHeader().setMinimumSectionSize(min(row, heading))
        self.verticalHeader().setDefaultSectionSize(row)

    def set_headings(self, rows: Iterable[int]) -> None:
        """These rows are headings, and no others: Qt keeps a row's height when other rows come and go."""
        header, before = self.verticalHeader(), self._headings
        self._headings = frozenset(rows)
        for row in before - self._headings:
            if row < header.count():
                header.resizeSection(row, header.defaultSectionSize())
        for row in self._headings:
            header.resizeSection(row, self._heading_height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.row_chosen.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class EmptyList(QWidget):
    """Says why the list is empty, and offers what helps."""

    new_post_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = in_ink(QLabel(), "secondary")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text.setWordWrap(True)
        self._button = QPushButton(self.tr("New post"))
        self._button.clicked.connect(self.new_post_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 32, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._text)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()

    def explain(self, *, search: str, posts: int, reading: bool) -> None:
        if search:
            text = self.tr("No post matches “{text}”.").format(text=search)
        elif reading:
            text = self.tr("Reading posts…")
        else:
            text = self.tr("Nothing here.") if posts else self.tr("No posts yet.")
        self._text.setText(text)
        self._button.setVisible(not (search or reading or posts))
