"""Foreign text made safe for the places where Qt would read it as markup."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def tool_tip(text: str) -> str:
    """A tool tip that shows `text` literally and wraps it; Qt guesses markup in what it is given."""
    return f"<p style='white-space: pre-wrap'>{escape(text)}</p>" if text else ""


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
