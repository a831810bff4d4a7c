"""What the date field says below a date: how it is written, what the URL shows, and that its day moves."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import QDate, QLocale

from editor.gui.form.date_text import friendly_date
from editor.site.date_views import DateViews, date_in_url
from editor.site.dates import ComputerZone

NO_ZONE = "The site sets no timezone: this computer's counts, the server's may differ."


def quiet_line(views: DateViews, template: str) -> list[str]:
    """`written 2025-11-21T18:21:53 (UTC)` and `URL 2025/11/22`, where the field shows another time than is written.

    `template` is the permalink; "" for a date that no URL shows.
    """
    if not views.is_other_time:
        return []
    in_url = date_in_url(template, views.read)
    return [f"written {_written(views)}", *([f"URL {in_url}"] if in_url else [])]


def moved_note(views: DateViews, template: str, *, locale: QLocale) -> str:
    """That the day moves, and the URL with it where it shows the day."""
    if not views.moves_day:
        return ""
    day = locale.toString(QDate(views.read.year, views.read.month, views.read.day), "d MMM")
    note = f"Read as UTC, so the day moves to {day}"
    return f"{note}, in the URL too." if _moves_url(views, template) else f"{note}."


def whole_story(views: DateViews, template: str, *, locale: QLocale) -> str:
    """All views of the date, a line each: for a tool tip, and for who listens to the screen."""
    read = friendly_date(views.read, written="0:00", locale=locale)
    in_url = date_in_url(template, views.read)
    lines = [f"As written: {_written(views)}", f"In the site's zone: {read} {views.read.tzname() or ''}".rstrip()]
    lines += [f"In the URL: {in_url}"] if in_url else []
    return "\n".join([*lines, *([NO_ZONE] if isinstance(views.read.tzinfo, ComputerZone) else [])])


def zone_tip(zone: tzinfo) -> str:
    """The zone's whole name; of the computer's, that the site sets none."""
    return NO_ZONE if isinstance(zone, ComputerZone) else f"The site's timezone: {zone}"


def choice_words(spelling: str, template: str, moment: datetime | None) -> str:
    """What a choice writes, and what the URL then shows."""
    in_url = "" if moment is None else date_in_url(template, moment)
    return f"Writes {spelling}" + (f"; the URL shows {in_url}" if in_url else "")


def clock_choice(views: DateViews) -> str:
    """The words on the button that keeps the clock time."""
    return f"Keep {views.clock}" if views.clock in views.keep_clock else "Take as local time"  # the zone skips it


def _written(views: DateViews) -> str:
    written = " ".join(views.written.split())
    return f"{written} (UTC)" if views.is_utc else written


def _moves_url(views: DateViews, template: str) -> bool:
    in_url = date_in_url(template, views.read)
    return bool(in_url) and (views.meant is None or date_in_url(template, views.meant) != in_url)
