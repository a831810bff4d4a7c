"""What can be pasted and dropped besides text: images, folders and Markdown files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

_IMAGES = frozenset((".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif", ".bmp", ".tif", ".tiff"))
_POSTS = frozenset((".md", ".markdown", ".mkd", ".mkdn", ".mkdown"))


@dataclass(frozen=True)
class OfferedImage:
    """An image that the writer pasted (`data`, as PNG) or dropped (`file`); `name` is a good file name for it."""

    data: bytes | None
    file: Path | None
    name: str


def offered_images(source: QMimeData) -> list[OfferedImage]:
    """The images in a paste or drop: files, or a picture where there is no text with it."""
    files = [path for path in _files(source) if path.suffix.lower() in _IMAGES]
    if files:
        return [OfferedImage(data=None, file=path, name=path.name) for path in files]
    if _files(source) or source.hasText() or not source.hasImage():
        return []
    data = _png(source.imageData())
    return [OfferedImage(data=data, file=None, name="image.png")] if data else []


def offered_files(source: QMimeData) -> list[Path]:
    """The folders and Markdown files in a paste or drop."""
    return [path for path in _files(source) if path.suffix.lower() in _POSTS or path.is_dir()]


def _files(source: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]


def _png(image: object) -> bytes:
    if not isinstance(image, QImage) or image.isNull():
        return b""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes, the binding wants str
    return bytes(buffer.data().data())
