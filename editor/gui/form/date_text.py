"""Dates as people write and read them in the form: `21 Nov 2025, 18:21:53`."""

from __future__ import annotations

import re
from datetime import datetime, time, tzinfo

from PySide6.QtCore import QDate, QLocale, QTime

_DAY = "d MMM yyyy"
_DAY_PATTERNS = ("d MMM yyyy", "d MMMM yyyy", "d. MMMM yyyy", "d.M.yyyy", "MMM d, yyyy", "MMMM d, yyyy")
_MIDNIGHT = time()
_CLOCK = r"(\d{1,2}:\d{2}(?::\d{2})?)"
_ISO = re.compile(
    rf"(\d{{4}}-\d{{1,2}}-\d{{1,2}})(?:(?:T|,? ){_CLOCK}(?:\.\d+)?\s*(Z|UTC|[+-]\d{{1,2}}:?(?:\d{{2}})?)?)?",
    re.IGNORECASE,
)
_WORDS = re.compile(rf"(.*?)(?:,? {_CLOCK})?")
_TIME_OF_DAY = re.compile(r"\d:\d\d|T\d")


def friendly_date(moment: datetime, *, written: str, locale: QLocale) -> str:
    """A moment in words; without the time where the post gives only a day."""
    day = locale.toString(QDate(moment.year, moment.month, moment.day), _DAY)
    if not tells_time(written):
        return day
    return f"{day}, {moment:%H:%M:%S}" if moment.second else f"{day}, {moment:%H:%M}"


def tells_time(written: str) -> bool:
    """Whether a date as written says more than the day."""
    return _TIME_OF_DAY.search(written) is not None


def parse_date(text: str, *, zone: tzinfo | None, locale: QLocale, time_of_day: time = _MIDNIGHT) -> datetime | None:
    """The moment that a typed text means in `zone` (None: the computer's), or None where it is no date.

    A day alone gets `time_of_day`.
    """
    text = " ".join(text.split()).removesuffix(",")
    try:
        return _parse_iso(text, zone, time_of_day) or _parse_words(text, zone, locale, time_of_day)
    except (ValueError, OverflowError):
        return None


def in_zone(moment: datetime, zone: tzinfo | None) -> datetime:
    """A clock time without zone as a moment of `zone` (None: the computer's)."""
    return moment.astimezone() if zone is None else moment.replace(tzinfo=zone)


def _parse_iso(text: str, zone: tzinfo | None, time_of_day: time) -> datetime | None:
    found = _ISO.fullmatch(text)
    if found is None:
        return None
    day, clock, offset = found.groups()
    year, month, date = (int(part) for part in day.split("-"))
    moment = datetime.combine(datetime(year, month, date), _read_clock(clock, time_of_day))
    return in_zone(moment, zone) if offset is None else moment.replace(tzinfo=_offset(offset))


def _read_clock(text: str | None, time_of_day: time) -> time:
    if text is None:
        return time_of_day
    hour, minute, *seconds = (int(part) for part in text.split(":"))
    return time(hour, minute, sum(seconds))


def _offset(text: str) -> tzinfo | None:
    if text.upper() in ("Z", "UTC"):
        text = "+0000"
    digits = text[1:].replace(":", "")
    hours, minutes = digits[:2].zfill(2), digits[2:] or "00"
    return datetime.strptime(f"{text[0]}{hours}{minutes}", "%z").tzinfo


def _parse_words(text: str, zone: tzinfo | None, locale: QLocale, time_of_day: time) -> datetime | None:
    found = _WORDS.fullmatch(text)
    if found is None:
        return None
    for spoken in (locale, QLocale.c()):
        for pattern in _DAY_PATTERNS:
            day = spoken.toDate(found[1], pattern)
            if day.isValid():
                clock = _read_clock(found[2], time_of_day)
                return in_zone(datetime.combine(datetime(day.year(), day.month(), day.day()), clock), zone)
    return None


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
