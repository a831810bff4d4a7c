"""The site's images as a list model: newest first, searchable by name and by the posts that use them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from editor.gui.plain import tool_tip
from editor.gui.size_words import size_words
from editor.images import ImageUse

USE_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class ImageModel(QAbstractListModel):
    """One row per image; `USE_ROLE` gives its ImageUse."""

    def __init__(self, images: Sequence[ImageUse], root: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        times = {use.image.path: _modified(root / use.image.path) for use in images}
        self._all = sorted(images, key=lambda use: (-times[use.image.path], use.image.path))
        self._images = self._all
        self._words: list[str] = []

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._images)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        use = self._images[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return file_name(use)
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip("\n".join([use.image.path, *use.users[:12]]))
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{file_name(use)}, {self.use_words(use)}, {size_words(use.image.size)}"
            case Qt.ItemDataRole.UserRole:
                return use
        return None

    def use_words(self, use: ImageUse) -> str:
        """`used in 2 posts`; pages, layouts and styles that use it are counted alike."""
        count = len(use.users)
        if not count:
            return self.tr("unused")
        return self.tr("used in 1 post") if count == 1 else self.tr("used in {count} posts").format(count=count)

    def search(self, text: str) -> None:
        """Show the images whose path, or whose posts' paths, contain all words of `text`."""
        self.beginResetModel()
        self._words = text.casefold().split()
        self._images = [use for use in self._all if self._matches(use)]
        self.endResetModel()

    def put_first(self, use: ImageUse) -> None:
        """Note an image that was just added at the top; one that is there already moves, with its users."""
        known = next((each for each in self._all if each.image.path == use.image.path), use)
        self.beginResetModel()
        self._all = [known, *(each for each in self._all if each is not known)]
        self._images = [each for each in self._all if self._matches(each)]
        self.endResetModel()

    @property
    def everything(self) -> Sequence[ImageUse]:
        """All images, whatever is searched for."""
        return self._all

    def row_of(self, path: str) -> int:
        """The row of an image, -1 where it is not shown."""
        return next((row for row, use in enumerate(self._images) if use.image.path == path), -1)

    def _matches(self, use: ImageUse) -> bool:
        searched = "\n".join([use.image.path, *use.users]).casefold()
        return all(word in searched for word in self._words)


def file_name(use: ImageUse) -> str:
    return use.image.path.rpartition("/")[2]


def _modified(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0
