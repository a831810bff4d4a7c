"""How wide the text column is, and the room between lines."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from editor.settings import Settings

_MARGIN, _NARROW_MARGIN = 28, 20  # left of the text, as in the form above it
_NARROW = 480
SMALLEST, LARGEST = 6.0, 48.0  # points


def text_font(settings: Settings, zoom: float = 0.0) -> QFont:
    """The writer's font, or the system's monospace one, `zoom` points larger."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    if settings.font_family:
        font.setFamily(settings.font_family)
    font.setPointSizeF(min(max(settings.font_size + zoom, SMALLEST), LARGEST))
    return font


def line_gap(font: QFont, line_spacing: float) -> int:
    """Pixels to leave between lines."""
    return max(0, round(QFontMetricsF(font).height() * (line_spacing - 1)))


def side_margins(width: int, *, font: QFont, characters: int, text_margin: float, bar: int) -> tuple[int, int]:
    """Left and right of the text column in a field of `width`: centred, at most `characters` wide.

    `text_margin` is the document's own; `bar` is the width of the scroll bar, which stands in the right margin.
    """
    margin = (_NARROW_MARGIN if width < _NARROW else _MARGIN) - round(text_margin)
    measure = round(QFontMetricsF(font).averageCharWidth() * characters + 2 * text_margin) + 1
    left = max(margin, (width - measure) // 2)
    right = max(width - left - measure, margin)
    return left, max(0, right - bar)
