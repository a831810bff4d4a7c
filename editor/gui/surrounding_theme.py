"""The theme of the window that a dialog opens over."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from editor.gui.theme import DARK, LIGHT, Theme


def surrounding_theme(widget: QWidget) -> Theme:
    """Light or dark, as the palette that the widget got from its surroundings."""
    return LIGHT if widget.palette().window().color().lightness() > 127 else DARK
