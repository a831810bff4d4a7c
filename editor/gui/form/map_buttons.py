"""The buttons in the heading of a group of rows."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QToolButton

from editor.gui.icons import icon
from editor.gui.theme import Theme

_ICON = 14


class AddButton(QPushButton):
    """“Add…”, for the groups of the form itself."""

    def __init__(self) -> None:
        super().__init__("Add…")
        self.setProperty("quiet", True)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self.setIcon(icon("plus", theme.secondary, size=_ICON))
        self.setIconSize(QSize(_ICON, _ICON))

    def set_near(self, _is_near: bool) -> None:
        """It is always seen."""


class Glyph(QToolButton):
    """A small button of a group inside another; its picture is seen only where the mouse or the focus is."""

    def __init__(self, picture: str) -> None:
        super().__init__()
        self._name = picture
        self._picture = QIcon()
        self._is_near = False
        self.setProperty("glyph", True)
        self.setIconSize(QSize(_ICON, _ICON))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._picture = icon(self._name, theme.secondary, size=_ICON)
        self.set_near(self._is_near)

    def set_near(self, is_near: bool) -> None:
        """Show or hide the picture; its place stays."""
        self._is_near = is_near
        self.setIcon(self._picture if is_near else QIcon())
