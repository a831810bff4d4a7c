"""The button in a date field that opens the calendar."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from editor.gui.icons import icon
from editor.gui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from editor.gui.form.calendar_popup import CalendarPopup

_ICON = 14


class CalendarButton(QToolButton):
    """Keeps the popup, of forty widgets, which is made when it is opened first."""

    chosen = Signal(object)  # aware datetime

    def __init__(self, label: str) -> None:
        super().__init__()
        self._theme = LIGHT
        self._popup: CalendarPopup | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("glyph", True)
        self.setIconSize(QSize(_ICON, _ICON))
        self.setAccessibleName(f"Choose {label.lower()} from a calendar")

    def open_below(self, box: QWidget, moment: datetime, *, zone: tzinfo) -> None:
        """Show the calendar on a moment, below the box of the field."""
        if self._popup is None:
            from editor.gui.form.calendar_popup import CalendarPopup

            self._popup = CalendarPopup(self)
            self._popup.set_theme(self._theme)
            self._popup.chosen.connect(self.chosen)
        self._popup.open_at(box.mapToGlobal(QPoint(0, box.height() + 2)), moment, zone=zone)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.setIcon(icon("calendar", theme.secondary, size=_ICON))
        if self._popup is not None:
            self._popup.set_theme(theme)
