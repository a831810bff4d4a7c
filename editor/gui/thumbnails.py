"""Small pictures of image files, read off the GUI thread and kept while their dialog is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QRect, QRunnable, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QPixmap

_MAX_MEGABYTES = 256  # what decoding one picture may take; larger ones are shown by an icon
_MAX_PROPORTION = 4  # a longer strip is shown whole, since filling the card would need a huge picture


class Thumbnails(QObject):
    """Asks for a thumbnail once; `ready` tells the path when `get` has it."""

    ready = Signal(str)
    _read = Signal(str, QImage)

    def __init__(self, root: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = root
        self._size = QSize(200, 133)
        self._known: dict[str, QPixmap | None] = {}
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        QImageReader.setAllocationLimit(_MAX_MEGABYTES)
        self._read.connect(self._keep, Qt.ConnectionType.QueuedConnection)

    def set_size(self, size: QSize) -> None:
        """The size in device pixels that thumbnails fill."""
        self._size = size

    def get(self, path: str) -> QPixmap | None:
        """The thumbnail of a file of the site; None while it is being read, a null one where it cannot be."""
        if path not in self._known:
            self._known[path] = None
            newest_first = len(self._known)  # what the writer has scrolled to, before what has gone by
            self._pool.start(_Reading(self, path, self._root / path, self._size), newest_first)
        return self._known[path]

    def stop(self) -> None:
        """Forget what waits and wait for what runs."""
        self._pool.clear()
        self._pool.waitForDone()

    def _keep(self, path: str, image: QImage) -> None:
        self._known[path] = QPixmap.fromImage(image)
        self.ready.emit(path)


class _Reading(QRunnable):
    def __init__(self, owner: Thumbnails, path: str, file: Path, size: QSize) -> None:
        super().__init__()
        self._owner = owner
        self._path = path
        self._file = file
        self._size = size

    def run(self) -> None:
        self._owner._read.emit(self._path, read_thumbnail(self._file, self._size))


def read_thumbnail(file: Path, size: QSize) -> QImage:
    """The picture scaled while it is read and cut so that it fills `size`; a null image where it cannot be read."""
    reader = QImageReader(str(file))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    whole = reader.size()
    if not whole.isValid() or whole.isEmpty():
        return reader.read()
    turned = bool(reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90)
    proportion = max(whole.width(), whole.height()) / min(whole.width(), whole.height())
    mode = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    if proportion > _MAX_PROPORTION:
        mode = Qt.AspectRatioMode.KeepAspectRatio
    scaled = whole.scaled(size.transposed() if turned else size, mode)
    reader.setScaledSize(scaled.expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull():
        return image
    cut = QRect(0, 0, min(image.width(), size.width()), min(image.height(), size.height()))
    cut.moveCenter(image.rect().center())
    return image.copy(cut)
