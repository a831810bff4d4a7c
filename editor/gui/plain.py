"""Foreign text made safe for the places where Qt would read it as markup."""

from __future__ import annotations

from html import escape
from textwrap import wrap

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as QtText
from PySide6.QtWidgets import QLabel, QWidget

_TIP_WIDTH = 80  # characters


def tool_tip(text: str) -> str:
    """A tool tip that shows `text` literally and wraps it; Qt guesses markup in what it is given.

    Markup only where Qt would guess it: screen readers are told the tool tip as it is, tags included.
    """
    if QtText.mightBeRichText(text):
        return f"<p style='white-space: pre-wrap'>{escape(text)}</p>"
    return "\n".join(part for line in text.split("\n") for part in _wrapped(line))


def _wrapped(line: str) -> list[str]:
    """A line in parts that fit on the screen; its spaces stay where it is not parted."""
    return wrap(line, _TIP_WIDTH, break_on_hyphens=False) if len(line) > _TIP_WIDTH else [line]


def in_ink(label: QLabel, ink: str) -> QLabel:
    """Colour a label by role (see resources/styles/galley.qss); "" is plain ink."""
    label.setProperty("ink", ink)
    repolish(label)
    return label


def repolish(widget: QWidget) -> None:
    """Let the style sheet look again at a widget whose dynamic property has changed.

    Not before its first look: a font that is set between two looks is lost (seen in Qt 6.11).
    """
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
