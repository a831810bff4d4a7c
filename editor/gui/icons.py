"""Lucide's line icons in any colour, sharp on every screen."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from editor.resources import resource

_SCALES = (1.0, 1.25, 1.5, 2.0, 3.0)  # what screens have; Qt takes the nearest


@lru_cache(maxsize=512)
def icon(name: str, color: str, *, size: int = 16) -> QIcon:
    """The icon `resources/icons/<name>.svg` in `color` (`#RRGGBB`), drawn for `size` logical pixels.

    Raises FileNotFoundError when there is no icon of that name: a fault of the program.
    """
    renderer = _renderer(name, color)
    made = QIcon()
    for scale in _SCALES:
        made.addPixmap(_draw(renderer, round(size * scale)))
    return made


def pixmap(name: str, color: str, *, size: int = 16, ratio: float = 1.0) -> QPixmap:
    """One drawing of an icon, for labels and painters; `ratio` is the screen's device pixel ratio."""
    drawn = _draw(_renderer(name, color), round(size * ratio))
    drawn.setDevicePixelRatio(ratio)
    return drawn


def application_icon() -> QIcon:
    """Galley's own icon, for windows and the task bar."""
    renderer = QSvgRenderer(str(resource("icons/galley.svg")))
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(_draw(renderer, size))
    return made


def _renderer(name: str, color: str) -> QSvgRenderer:
    source = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(source.replace("currentColor", color).encode()))


def _draw(renderer: QSvgRenderer, pixels: int) -> QPixmap:
    drawn = QPixmap(pixels, pixels)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return drawn
