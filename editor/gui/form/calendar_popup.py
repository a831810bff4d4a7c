"""A small window below the date field: a calendar, the time of day, and “Now”."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo

from PySide6.QtCore import QDate, QPoint, Qt, QTime, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QTextCharFormat, QTransform
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTimeEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.gui.form.date_lines import zone_tip
from editor.gui.form.date_text import from_calendar, qt_date, qt_time
from editor.gui.icons import pixmap
from editor.gui.plain import in_ink, tool_tip
from editor.gui.theme import LIGHT, Theme, palette


class CalendarPopup(QFrame):
    """Lets the writer choose a moment in the site's zone; each choice is reported at once."""

    chosen = Signal(object)  # aware datetime

    def __init__(self, parent: QWidget, *, clock: Callable[[tzinfo | None], datetime] = datetime.now) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("calendar")
        self._zone: tzinfo | None = None
        self._theme = LIGHT
        self._clock = clock
        self._days = QCalendarWidget(
            verticalHeaderFormat=QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader, gridVisible=False
        )
        self._days.setAccessibleName("Day")
        self._time = QTimeEdit()
        self._time.setDisplayFormat("HH:mm:ss")
        for line in self._time.findChildren(QLineEdit):
            line.setTextMargins(6, 0, 0, 0)
        self._time.setAccessibleName("Time of day")
        self._zone_name = in_ink(QLabel(), "hint")
        self._zone_name.setTextFormat(Qt.TextFormat.PlainText)
        now = QPushButton("Now")
        self._place(now)
        self._days.clicked.connect(self._report)
        self._days.activated.connect(self._take_day)
        self._time.timeChanged.connect(self._report)
        now.clicked.connect(lambda: self._take(self._clock(self._zone)))

    def _place(self, now: QPushButton) -> None:
        below = QHBoxLayout()
        below.addWidget(QLabel("Time"))
        below.addWidget(self._time, 1)
        below.addWidget(self._zone_name)
        below.addWidget(now)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self._days)
        column.addLayout(below)

    def open_at(self, place: QPoint, moment: datetime, *, zone: tzinfo | None) -> None:
        """Show the popup with its top left corner at `place` (of the screen), inside the screen."""
        self._zone = zone
        self._show_moment(moment)
        self._mark_today()
        self.adjustSize()
        free = self.screen().availableGeometry()
        left = max(free.left(), min(place.x(), free.right() - self.width()))
        top = max(free.top(), min(place.y(), free.bottom() - self.height()))
        self.move(left, top)
        self.show()
        self._days.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.setStyleSheet(
            f"#calendar {{ background: {theme.paper}; border: 1px solid {theme.line}; }}"
            f"#qt_calendar_navigationbar {{ background: {theme.paper}; }}"
            f"QCalendarWidget QToolButton {{ color: {theme.ink}; padding: 0 6px; }}"
            "QCalendarWidget QToolButton::menu-indicator { image: none; }"
        )
        self._days.setPalette(palette(theme))
        header, day = QTextCharFormat(), QTextCharFormat()
        header.setForeground(QColor(theme.secondary))
        header.setBackground(QColor(theme.paper))
        day.setForeground(QColor(theme.ink))
        self._days.setHeaderTextFormat(header)
        for weekday in Qt.DayOfWeek:
            self._days.setWeekdayTextFormat(weekday, day)
        arrow = pixmap("chevron-right", theme.secondary, ratio=self.devicePixelRatioF())
        for name, flip in (("prevmonth", -1), ("nextmonth", 1)):
            button = self._days.findChild(QToolButton, f"qt_calendar_{name}")
            if button is not None:
                button.setIcon(QIcon(arrow.transformed(QTransform().scale(flip, 1))))

    def _mark_today(self) -> None:
        """The day that it is in the site's zone, not the computer's."""
        self._days.setDateTextFormat(QDate(), QTextCharFormat())  # takes all marks away
        mark = QTextCharFormat()
        mark.setForeground(QColor(self._theme.accent))
        mark.setFontWeight(QFont.Weight.Bold)
        mark.setFontUnderline(True)
        mark.setToolTip("Today")
        self._days.setDateTextFormat(qt_date(self._clock(self._zone)), mark)

    def _take_day(self, day: QDate) -> None:
        self._days.setSelectedDate(day)
        self._report()
        self.close()

    def _take(self, moment: datetime) -> None:
        self._show_moment(moment)
        self._report()

    def _show_moment(self, moment: datetime) -> None:
        self._time.blockSignals(True)
        self._days.setSelectedDate(qt_date(moment))
        self._time.setTime(qt_time(moment))
        self._show_zone(moment)
        self._time.blockSignals(False)

    def _show_zone(self, moment: datetime) -> None:
        """The zone's name on that day: it may be summer there."""
        self._zone_name.setText(moment.tzname() or "")
        self._zone_name.setToolTip("" if self._zone is None else tool_tip(zone_tip(self._zone)))

    def _report(self, _chosen: QDate | QTime | None = None) -> None:
        moment = from_calendar(self._days.selectedDate(), self._time.time(), zone=self._zone)
        self._show_zone(moment)
        self.chosen.emit(moment)
