"""Dates as people write and read them in the form: `21 Nov 2025, 18:21:53`."""

from __future__ import annotations

import re
from datetime import datetime, tzinfo

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

_DAY = "d MMM yyyy"
_DAY_PATTERNS = ("d MMM yyyy", "d MMMM yyyy", "d. MMMM yyyy", "d.M.yyyy", "MMM d, yyyy", "MMMM d, yyyy")
_TIME_PATTERNS = ("", ", HH:mm:ss", ", HH:mm", " HH:mm:ss", " HH:mm")
_ISO = re.compile(
    r"(\d{4}-\d{1,2}-\d{1,2})(?:[T ]+(\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|UTC|[+-]\d{1,2}:?(?:\d{2})?)?)?",
    re.IGNORECASE,
)
_TIME_OF_DAY = re.compile(r"\d:\d\d|T\d")


def friendly_date(moment: datetime, *, written: str, locale: QLocale) -> str:
    """A moment in words; without the time where the post gives only a day."""
    day = locale.toString(QDate(moment.year, moment.month, moment.day), _DAY)
    if not _TIME_OF_DAY.search(written):
        return day
    return f"{day}, {moment:%H:%M:%S}" if moment.second else f"{day}, {moment:%H:%M}"


def parse_date(text: str, *, zone: tzinfo | None, locale: QLocale) -> datetime | None:
    """The moment that a typed text means in `zone` (None: the computer's), or None where it is no date."""
    text = " ".join(text.split())
    try:
        return _parse_iso(text, zone) or _parse_words(text, zone, locale)
    except (ValueError, OverflowError):
        return None


def in_zone(moment: datetime, zone: tzinfo | None) -> datetime:
    """A clock time without zone as a moment of `zone` (None: the computer's)."""
    return moment.astimezone() if zone is None else moment.replace(tzinfo=zone)


def _parse_iso(text: str, zone: tzinfo | None) -> datetime | None:
    found = _ISO.fullmatch(text)
    if found is None:
        return None
    day, time, offset = found.groups()
    year, month, date = (int(part) for part in day.split("-"))
    clock = [int(part) for part in (time or "0:0").split(":")]
    moment = datetime(year, month, date).replace(hour=clock[0], minute=clock[1], second=sum(clock[2:]))
    return in_zone(moment, zone) if offset is None else moment.replace(tzinfo=_offset(offset))


def _offset(text: str) -> tzinfo | None:
    if text.upper() in ("Z", "UTC"):
        text = "+0000"
    digits = text[1:].replace(":", "")
    hours, minutes = digits[:2].zfill(2), digits[2:] or "00"
    return datetime.strptime(f"{text[0]}{hours}{minutes}", "%z").tzinfo


def _parse_words(text: str, zone: tzinfo | None, locale: QLocale) -> datetime | None:
    for spoken in (locale, QLocale.c()):
        for day in _DAY_PATTERNS:
            for time in _TIME_PATTERNS:
                read = spoken.toDateTime(text, day + time)
                if read.isValid():
                    return in_zone(_from_qt(read), zone)
    return None


def _from_qt(read: QDateTime) -> datetime:
    day, time = read.date(), read.time()
    return datetime(day.year(), day.month(), day.day(), time.hour(), time.minute(), time.second())


def qt_date(moment: datetime) -> QDate:
    """The day of a moment, for Qt's calendar."""
    return QDate(moment.year, moment.month, moment.day)


def qt_time(moment: datetime) -> QTime:
    """The time of day of a moment, for Qt's time field."""
    return QTime(moment.hour, moment.minute, moment.second)


def from_calendar(day: QDate, time: QTime, *, zone: tzinfo | None) -> datetime:
    """The moment that a calendar and a time field show, in `zone` (None: the computer's)."""
    clock = datetime(day.year(), day.month(), day.day(), time.hour(), time.minute(), time.second())
    return in_zone(clock, zone)
