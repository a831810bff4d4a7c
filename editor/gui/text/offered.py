"""What can be pasted and dropped besides text: images, folders and Markdown files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

_IMAGES = frozenset((".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif", ".bmp", ".tif", ".tiff"))
_POSTS = frozenset((".md", ".markdown", ".mkd", ".mkdn", ".mkdown"))

_PICTURES = {  # in the order in which they are taken: suffix, and how such a file begins
    "image/png": (".png", re.compile(rb"\x89PNG\r\n\x1a\n")),
    "image/jpeg": (".jpg", re.compile(rb"\xff\xd8\xff")),
    "image/gif": (".gif", re.compile(rb"GIF8[79]a")),
    "image/webp": (".webp", re.compile(rb"RIFF.{4}WEBP", re.DOTALL)),
}


@dataclass(frozen=True)
class OfferedImage:
    """An image that the writer pasted (`data`) or dropped (`file`); `name` is a good file name for it."""

    data: bytes | None
    file: Path | None
    name: str


def offered_images(source: QMimeData) -> list[OfferedImage]:
    """The images in a paste or drop: files, or a picture where there is no text with it."""
    files = [path for path in _files(source) if path.suffix.lower() in _IMAGES]
    if files:
        return [OfferedImage(data=None, file=path, name=path.name) for path in files]
    if _files(source) or source.hasText():
        return []
    return _as_it_is(source) or _encoded(source)


def offered_files(source: QMimeData) -> list[Path]:
    """The folders and Markdown files in a paste or drop."""
    return [path for path in _files(source) if path.suffix.lower() in _POSTS or path.is_dir()]


def _files(source: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]


def _as_it_is(source: QMimeData) -> list[OfferedImage]:
    """The picture in the very bytes that the other program offers, so that it is the same as its file."""
    for mime, (suffix, start) in _PICTURES.items():
        data = bytes(source.data(mime).data()) if source.hasFormat(mime) else b""
        if start.match(data):
            return [OfferedImage(data=data, file=None, name=f"image{suffix}")]
    return []


def _encoded(source: QMimeData) -> list[OfferedImage]:
    data = _png(source.imageData()) if source.hasImage() else b""
    return [OfferedImage(data=data, file=None, name="image.png")] if data else []


def _png(image: object) -> bytes:
    if not isinstance(image, QImage) or image.isNull():
        return b""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes, the binding wants str
    return bytes(buffer.data().data())
