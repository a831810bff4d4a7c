"""The sign of a problem's severity, the same wherever a problem is told."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from editor.gui.icons import icon
from editor.gui.theme import Theme

_SIGNS = {"error": "circle-x", "warning": "triangle-alert"}


def severity_icon(severity: str, theme: Theme) -> QIcon:
    """Its icon, in its colour."""
    return icon(_SIGNS.get(severity, "info"), theme.error if severity == "error" else theme.scheduled)
