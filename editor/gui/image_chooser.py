"""Lets the writer choose one of the site's images, or add one from a file or by drop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QFont, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.errors import GalleyError
from editor.gui.elided_label import ElidedLabel
from editor.gui.icons import icon
from editor.gui.image_card import ImageCard
from editor.gui.image_grid import ImageGrid
from editor.gui.image_model import USE_ROLE, ImageModel, file_name
from editor.gui.messages import words
from editor.gui.plain import in_ink
from editor.gui.size_words import size_words
from editor.gui.surrounding_theme import surrounding_theme
from editor.gui.theme import Theme, chrome_font
from editor.gui.thumbnails import Thumbnails
from editor.images import IMAGE_EXTENSIONS, Image, ImageUse


class ImageChooser(QDialog):
    """Afterwards `chosen` is the image, or None. `add_file` stores a file in the site (raises GalleyError)."""

    def __init__(
        self,
        images: Sequence[ImageUse],
        *,
        root: Path,
        add_file: Callable[[Path], Image],
        purpose: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.chosen: Image | None = None
        self._add_file = add_file
        self.setWindowTitle(purpose)
        self.setAcceptDrops(True)
        self.resize(920, 640)
        self._model = ImageModel(images, root, self)
        self._thumbnails = Thumbnails(root, self)
        theme = surrounding_theme(self)
        self._card = ImageCard(theme, thumbnail=self._thumbnails.get, use_words=self._model.use_words, parent=self)
        self.grid = ImageGrid(self._card, self._thumbnails, self)
        self.search = QLineEdit(self)
        self._magnifier = QAction(self)
        self.add_button = QPushButton(self.tr("Add from file…"), self)
        self.choose_button = QPushButton(self.tr("Choose"), self)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._info = ElidedLabel(self, mode=Qt.TextElideMode.ElideMiddle)
        self._lay_out(purpose)
        self._connect()
        self.set_theme(theme)
        self._show_state()

    def set_theme(self, theme: Theme) -> None:
        self._card.theme = theme
        self._magnifier.setIcon(icon("search", theme.hint))
        self.grid.viewport().update()

    # -- building ----------------------------------------------------------------------------------------------
    def _lay_out(self, purpose: str) -> None:
        heading = QLabel(purpose, self)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setFont(chrome_font(scale=1.2, weight=QFont.Weight.DemiBold))
        self.search.setPlaceholderText(self.tr("Search by name or post…"))
        self.search.setAccessibleName(self.tr("Search images"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(self._magnifier, QLineEdit.ActionPosition.LeadingPosition)
        self.search.setFixedWidth(260)
        self.grid.setModel(self._model)
        self.grid.setAccessibleName(self.tr("Images"))
        self.choose_button.setProperty("primary", True)
        self.choose_button.setDefault(True)
        for button in (self.add_button, self._cancel):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_bar(self, "bottom", heading, None, self.search, self.add_button))
        column.addWidget(self.grid, 1)
        column.addWidget(_bar(self, "top", self._info, None, self._cancel, self.choose_button))
        for before, after in pairwise([self.search, self.add_button, self.grid, self._cancel, self.choose_button]):
            QWidget.setTabOrder(before, after)
        self.search.setFocus()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search)
        self.add_button.clicked.connect(self._add_from_file)
        self._cancel.clicked.connect(self.reject)
        self.choose_button.clicked.connect(self._choose)
        self.grid.doubleClicked.connect(self._choose)
        self.grid.selectionModel().selectionChanged.connect(lambda *_: self._show_state())
        self.finished.connect(self._thumbnails.stop)
        self.destroyed.connect(self._thumbnails.stop)

    # -- choosing ----------------------------------------------------------------------------------------------
    @property
    def selected(self) -> ImageUse | None:
        """The image on which the choice stands now."""
        use = next((index.data(USE_ROLE) for index in self.grid.selectedIndexes()), None)
        return use if isinstance(use, ImageUse) else None

    def select(self, path: str) -> None:
        """Put the choice on an image of the site, if it is shown."""
        self.grid.setCurrentIndex(self._model.index(self._model.row_of(path), 0))
        self.grid.scrollTo(self.grid.currentIndex())

    def _choose(self) -> None:
        if self.selected is not None:
            self.chosen = self.selected.image
            self.accept()

    def _search(self, text: str) -> None:
        selected = self.selected
        self._model.search(text)
        if selected is not None:
            self.select(selected.image.path)
        if text.strip() and self.selected is None and self._model.rowCount():
            self.grid.setCurrentIndex(self._model.index(0, 0))
        self._show_state()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.focusWidget() is self.search and self._model.rowCount():
            self.grid.setFocus()
            if not self.grid.currentIndex().isValid():
                self.grid.setCurrentIndex(self._model.index(0, 0))
            return
        super().keyPressEvent(event)

    # -- adding ------------------------------------------------------------------------------------------------
    def ask_for_file(self) -> Path | None:
        """The file that the writer picks in the system's dialog."""
        patterns = " ".join(f"*{extension}" for extension in IMAGE_EXTENSIONS)
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Add an image"), "", self.tr("Images") + f" ({patterns})")
        return Path(name) if name else None

    def _add_from_file(self) -> None:
        file = self.ask_for_file()
        if file is not None and (image := self._add(file)) is not None:
            self.chosen = image
            self.accept()

    def _add(self, file: Path) -> Image | None:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            image = self._add_file(file)
        except GalleyError as error:
            in_ink(self._info, "error").setText(words(error))
            return None
        finally:
            QGuiApplication.restoreOverrideCursor()
        self._model.put_first(ImageUse(image, ()))
        self.search.clear()
        self.select(image.path)
        return image

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self._add(Path(url.toLocalFile()))

    # -- showing -----------------------------------------------------------------------------------------------
    def _show_state(self) -> None:
        self.choose_button.setEnabled(self.selected is not None)
        self.grid.empty_words = self._empty_words()
        in_ink(self._info, "secondary").setText(self._describe(self.selected))

    def _empty_words(self) -> str:
        if self._model.everything:
            return self.tr("No image matches “{text}”.").format(text=self.search.text())
        return self.tr("This site has no images yet. Drop a picture here, or add one from a file.")

    def _describe(self, use: ImageUse | None) -> str:
        if use is None:
            count = len(self._model.everything)
            size = size_words(sum(each.image.size for each in self._model.everything))
            counted = self.tr("1 image · {size}") if count == 1 else self.tr("{count} images · {size}")
            return counted.format(count=QLocale().toString(count), size=size) if count else ""
        image = use.image
        pixels = f"{image.width} × {image.height} · " if image.width else ""
        return f"{file_name(use)} · {pixels}{size_words(image.size)} · {image.path.rpartition('/')[0]}"


def _bar(parent: QWidget, edge: str, *widgets: QWidget | None) -> QFrame:
    """A bar of chrome with a hairline; None is the gap that takes the room left over."""
    bar = QFrame(parent)
    bar.setProperty("bar", True)
    bar.setProperty("edge", edge)
    row = QHBoxLayout(bar)
    row.setContentsMargins(20, 12, 20, 12)
    row.setSpacing(8)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget, 4 if isinstance(widget, ElidedLabel) else 0)
    return bar
