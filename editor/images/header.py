"""What kind of picture a file is and how large, read from its header; nothing is decoded."""

from __future__ import annotations

import struct
import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from re import DOTALL
from re import compile as pattern
from typing import BinaryIO

from editor.errors import NotAnImage
from editor.files import open_regular

MAX_PIXELS = 300_000_000
_HEAD = 64 * 1024
_SIZED = (".png", ".gif", ".webp", ".jpg")
_ORIENTATION = 0x0112  # EXIF; from 5 on width and height change places

_SVG = pattern(r"(?>\s+|<\?[^>]*>|<!--.*?-->|<!(?!--)[^>\[]*(?:\[[^\]]*\]\s*)?>)*+<(?:\w+:)?svg\b([^>]*)", DOTALL)
_LENGTH = r"\s*=\s*[\"']\s*(\d+(?:\.\d+)?)\s*(px|pt|mm|cm|in)?\s*[\"']"
_WIDTH, _HEIGHT = pattern(r"\swidth" + _LENGTH), pattern(r"\sheight" + _LENGTH)
_VIEW_BOX = pattern(
    r"\bviewBox\s*=\s*[\"'][\d.eE+-]+[\s,]+[\d.eE+-]+[\s,]+(\d+(?:\.\d+)?)[\s,]+(\d+(?:\.\d+)?)\s*[\"']"
)
_PIXELS = {None: 1.0, "px": 1.0, "pt": 96 / 72, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}


@dataclass(frozen=True)
class Header:
    """The extension that fits the content, and the size as shown, in pixels (0 where an SVG has none)."""

    extension: str
    width: int
    height: int


def read_header(data: bytes, *, name: str) -> Header:
    """The header of a picture in memory; `name` is for the message. Raises NotAnImage."""
    return _read(BytesIO(data), name)


def read_file_header(path: Path) -> tuple[Header, int]:
    """The header of a picture file and the file's size in bytes. Raises NotAnImage, FileMissing, CannotRead."""
    with open_regular(path) as (file, size):
        return _read(file, str(path)), size


def _read(file: BinaryIO, name: str) -> Header:
    header = _measure(file, file.read(_HEAD), name)
    if not header.width * header.height and header.extension in _SIZED:
        raise NotAnImage(path=name, reason="its header is damaged")
    if header.width * header.height > MAX_PIXELS:
        raise NotAnImage(path=name, reason=f"{header.width} × {header.height} pixels are too many to show")
    return header


def _measure(file: BinaryIO, head: bytes, name: str) -> Header:
    if head.startswith(b"\x89PNG\r\n\x1a\n") and len(head) >= 24:
        return Header(".png", int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big"))
    if head.startswith((b"GIF87a", b"GIF89a")) and len(head) >= 10:
        return Header(".gif", int.from_bytes(head[6:8], "little"), int.from_bytes(head[8:10], "little"))
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP" and len(head) >= 30:
        return _measure_webp(head, name)
    if head.startswith(b"\xff\xd8\xff"):
        return Header(".jpg", *_measure_with_pillow(file, name, "JPEG"))
    if head[4:8] == b"ftyp" and any(brand in head[8:64] for brand in (b"avif", b"avis")):
        return Header(".avif", *_measure_with_pillow(file, name, "AVIF"))
    if svg := _SVG.match(head.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")):
        return Header(".svg", *_measure_svg(svg[1]))
    raise NotAnImage(path=name, reason="it is empty" if not head else "its content is something else")


def _measure_webp(head: bytes, name: str) -> Header:
    """Lossy, lossless or extended; Pillow would allocate the whole canvas to say so."""
    kind = head[12:16]
    if kind == b"VP8X":
        width, height = (int.from_bytes(head[at : at + 3], "little") + 1 for at in (24, 27))
    elif kind == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    elif kind == b"VP8 ":
        width, height = (int.from_bytes(head[at : at + 2], "little") & 0x3FFF for at in (26, 28))
    else:
        raise NotAnImage(path=name, reason="its WebP header is damaged")
    return Header(".webp", width, height)


def _measure_with_pillow(file: BinaryIO, name: str, kind: str) -> tuple[int, int]:
    from PIL import Image
    from PIL.AvifImagePlugin import SUPPORTED, AvifImageFile
    from PIL.ImageFile import ImageFile
    from PIL.JpegImagePlugin import JpegImageFile

    if kind == "AVIF" and not SUPPORTED:
        return 0, 0
    # Damaged EXIF is no news for a writer. Not catch_warnings: it is not safe with threads before Python 3.14.
    warnings.filterwarnings("ignore", module=r"PIL\.")
    file.seek(0)
    opened: type[ImageFile] = JpegImageFile if kind == "JPEG" else AvifImageFile
    try:
        image = opened(file)
        (width, height), turned = image.size, _is_turned(image)
    except (SyntaxError, OSError, ValueError, RuntimeError, Image.DecompressionBombError) as error:
        raise NotAnImage(path=name, reason=f"its {kind} header is damaged") from error
    return (height, width) if turned else (width, height)


def _is_turned(image: object) -> bool:
    """Whether EXIF lays the picture on its side. A damaged EXIF block does not."""
    try:
        return int(image.getexif().get(_ORIENTATION, 1)) >= 5  # type: ignore[attr-defined]
    except (SyntaxError, OSError, ValueError, TypeError, LookupError, struct.error):
        return False


def _measure_svg(attributes: str) -> tuple[int, int]:
    width, height = _WIDTH.search(attributes), _HEIGHT.search(attributes)
    if width and height:
        return _pixels(width[1], width[2]), _pixels(height[1], height[2])
    box = _VIEW_BOX.search(attributes)
    return (_pixels(box[1], None), _pixels(box[2], None)) if box else (0, 0)


def _pixels(number: str, unit: str | None) -> int:
    return round(float(number[:12]) * _PIXELS[unit])
