"""Ruby's `Time.parse`: which moment a freely written date is, for `date:` values and the dates in file names.

Written after how Ruby's `date` and `time` libraries behave; era names, Japanese eras, week dates and
some of the rarer digit strings are not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo

_LONGEST = 128  # bytes: longer texts Ruby refuses (`Date._parse`)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = "|".join(_MONTHS)
_ZONE_HOURS = {
    "utc": 0, "ut": 0, "gmt": 0, "z": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5,
    "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
}  # fmt: skip  # the names that Ruby's time.rb knows; all others are taken for local time
_JUNK = re.compile(r"[^-+',./:@\w\[\]]|_")
_DAY_NAME = re.compile(r"\b(?:sun|mon|tue|wed|thu|fri|sat)[^-/\d\s]*", re.I)
_TIME = re.compile(
    r"""(?P<hour>\d+)\s*
    (?: (?: :\s*(?P<minute>\d+) (?:\s*:\s*(?P<second>\d+)(?:[,.](?P<fraction>\d*))?)?
          | h(?:\s*(?P<minute2>\d+)m?(?:\s*(?P<second2>\d+)s?)?)? )
        (?:\s*(?P<half>[ap])(?:m\b|\.m\.))?
      | (?P<half2>[ap])(?:m\b|\.m\.) )
    (?:\s*(?P<zone>(?:gmt|utc?)?[-+]\d+(?:[,.:]\d+(?::\d+)?)?|[a-z]+\b))?""",
    re.I | re.X,
)
# Each pattern with the groups that hold year, month and day as written; Ruby tries them in this order.
_DATES = (
    re.compile(rf"(?P<d>'?\d+)[^-\d\s]*\s*(?P<m>{_MONTH})[^-\d\s']*(?:\s*(?P<y>'?-?\d+(?:(?:st|nd|rd|th)\b)?))?", re.I),
    re.compile(rf"\b(?P<m>{_MONTH})[^-\d\s']*\s*(?P<d>'?\d+)[^-\d\s']*(?:\s*,?\s*(?P<y>'?-?\d+))?", re.I),
    re.compile(r"(?P<y>'?[-+]?\d+)-(?P<m>\d+)-(?P<d>'?-?\d+)"),
    re.compile(rf"(?P<d>'?-?\d+)-(?P<m>{_MONTH})[^-/.]*-(?P<y>'?-?\d+)", re.I),
    re.compile(rf"\b(?P<m>{_MONTH})[^-/.]*-(?P<d>'?-?\d+)(?:-(?P<y>'?-?\d+))?", re.I),
    re.compile(r"(?P<y>'?-?\d+)/\s*(?P<m>'?\d+)(?:\D\s*(?P<d>'?-?\d+))?"),
    re.compile(r"(?P<y>'?-?\d+)\.\s*(?P<m>'?\d+)\.\s*(?P<d>'?-?\d+)"),
)  # fmt: skip
_YEAR_AND_DAY = re.compile(r"(?<![,.])\b(?P<y>\d{2}|\d{4})-(?P<d>\d{3})\b", re.ASCII)  # 2020-064: `iso25`
_MONTH_ALONE = re.compile(rf"\b(?P<m>{_MONTH})\S*", re.I)
_DAY_ALONE = re.compile(r"(?P<d>\d+)(?:st|nd|rd|th)\b", re.I)
_DIGITS = re.compile(r"(?P<day>\d{2,14})(?:\s*t?\s*(?P<time>\d{2,6})(?:[,.]\d*)?)?(?P<zone>z\b|[-+]\d{1,4}\b)?", re.I)


@dataclass(frozen=True)
class _Parts:
    """What was found in the text; None where it says nothing."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    day_of_year: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    zone: str = ""


def parse_time(text: str, zone: tzinfo, *, now: datetime | None = None) -> datetime:
    """The moment that Ruby's `Time.parse(text).localtime` gives with the local zone `zone`.

    Missing upper parts come from `now`, as in Ruby. Raises ValueError where Ruby raises ArgumentError.
    """
    if len(text.encode("utf-8", "surrogatepass")) > _LONGEST:
        raise ValueError("date too long")
    parts = _find_parts(text)
    if all(part is None for part in (parts.year, parts.month, parts.day, parts.day_of_year, parts.hour)):
        raise ValueError(f"no date in {text!r}")
    parts = _filled(parts, now or datetime.now(zone))
    naive = civil_time((parts.year or 0, parts.month or 0, parts.day or 0), _clock(parts))
    offset = _offset(parts.zone, zone, naive.year)
    try:
        if offset is None:
            return local_time(naive, zone)
        moment = naive - offset
        if moment.date() > naive.date() and naive.day < (parts.day or 0):
            moment = moment.replace(day=1)  # of February 30 Ruby makes March 1, when its offset leads to the next day
        return moment.replace(tzinfo=UTC).astimezone(zone)
    except OverflowError as error:
        raise ValueError("date out of range") from error


def civil_time(day: tuple[int, int, int], clock: tuple[int, int, int] = (0, 0, 0)) -> datetime:
    """A naive moment by the rules of Ruby's `Time.utc`: February 30 is March 2, 24:00:00 the next midnight.

    Raises ValueError for what Ruby refuses too.
    """
    (year, month, month_day), (hour, minute, second) = day, clock
    within = 1 <= month_day <= 31 and hour <= 24 and minute <= 59 and second <= 60
    if not within or (hour == 24 and (minute or second)):
        raise ValueError("argument out of range")
    try:
        first = datetime(year, month, 1)
        return first + timedelta(days=month_day - 1, hours=hour, minutes=minute, seconds=second)
    except OverflowError as error:
        raise ValueError("date out of range") from error


def local_time(naive: datetime, zone: tzinfo) -> datetime:
    """A wall clock's time in a zone by the rules of Ruby's `Time.local`.

    In an hour that a change of the clocks skips it is moved on by as much; of an hour that comes twice it is the
    second. Both are the later of the two readings that Python offers.
    """
    early, late = (naive.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    return max(early, late).astimezone(zone)


def _find_parts(text: str) -> _Parts:
    rest = _DAY_NAME.sub(" ", _JUNK.sub(" ", text), count=1)
    parts = _Parts()
    if match := _TIME.search(rest):
        parts = _time_parts(match)
        rest = f"{rest[: match.start()]} {rest[match.end() :]}"
    for pattern in _DATES:
        if match := pattern.search(rest):
            found = match.groupdict()
            return _with_date(parts, found["y"], found["m"], found["d"])
    if match := _YEAR_AND_DAY.search(rest):
        return replace(parts, year=_year_number(match["y"]), day_of_year=int(match["d"]))
    if match := _MONTH_ALONE.search(rest):
        return replace(parts, month=_month_number(match["m"]))
    if match := _DAY_ALONE.search(rest):
        return replace(parts, day=int(match["d"]))
    if match := _DIGITS.search(rest):
        return _with_digits(parts, match)
    return parts


def _time_parts(match: re.Match[str]) -> _Parts:
    hour = int(match["hour"])
    if half := match["half"] or match["half2"]:
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    minute, second = match["minute"] or match["minute2"], match["second"] or match["second2"]
    return _Parts(
        hour=hour,
        minute=int(minute) if minute else None,
        second=int(second) if second else None,
        zone=match["zone"] or "",
    )


def _with_date(parts: _Parts, year: str | None, month: str | None, day: str | None) -> _Parts:
    """Which of three written numbers is the year: one with an apostrophe or more than two digits (Ruby's `s3e`)."""
    if year and month and not day:
        year, month, day = None, year, month
    if year is None and day and _is_year(day):
        year, day = day, None
    if year and (match := re.match(r"\D*(\d+)(?:st|nd|rd|th)", year, re.I)):
        year, day = day, match[1]
    if month and (month[0] == "'" or (len(month) > 2 and month[0].isdigit())):
        year, month, day = month, day, year
    if day and _is_year(day):
        year, day = day, year
    return replace(parts, year=_year_number(year), month=_month_number(month), day=_number(day))


def _is_year(text: str) -> bool:
    return text[0] == "'" or len(text) > 2


def _with_digits(parts: _Parts, match: re.Match[str]) -> _Parts:
    digits, clock = match["day"], match["time"] or ""
    if len(digits) > 8 and len(digits) % 2 == 0:
        digits, clock = digits[:8], digits[8:]
    if len(digits) in (3, 5, 7):
        parts = replace(parts, year=_year_number(digits[:-3] or None), day_of_year=int(digits[-3:]))
        return _with_clock(parts, clock, match["zone"])
    sizes = {2: (0, 0, 2), 4: (0, 2, 2), 6: (2, 2, 2), 8: (4, 2, 2)}.get(len(digits))
    if sizes is None:
        return parts
    year, month, day = digits[: sizes[0]], digits[sizes[0] : -2], digits[-2:]
    parts = replace(parts, year=_year_number(year or None), month=_number(month), day=_number(day))
    return _with_clock(parts, clock, match["zone"])


def _with_clock(parts: _Parts, clock: str, zone: str | None) -> _Parts:
    if not clock:
        return parts
    hours = [int(clock[at : at + 2]) for at in range(0, len(clock), 2)] + [None] * 3
    return replace(parts, hour=hours[0], minute=hours[1], second=hours[2], zone=zone or "")


def _number(text: str | None) -> int | None:
    match = re.search(r"\d+", text or "")
    return int(match[0]) if match else None


def _month_number(text: str | None) -> int | None:
    if text and text[:3].lower() in _MONTHS:
        return _MONTHS.index(text[:3].lower()) + 1
    return _number(text)


def _year_number(text: str | None) -> int | None:
    match = re.search(r"([-+])?(\d+)", text or "")
    if match is None:
        return None
    year = int(match[0])
    if match[1] or len(match[2]) > 2:
        return year
    return year + (2000 if year < 69 else 1900)


def _filled(parts: _Parts, now: datetime) -> _Parts:
    """Parts above the first one that is given come from `now`; those below are the lowest (`time.rb`, make_time)."""
    year, month, day = parts.year, parts.month, parts.day
    if parts.day_of_year is not None:
        year = now.year if year is None else year
        return _on_day_of_year(parts, year, parts.day_of_year)
    if year is None:
        year = now.year
        if month is None:
            month = now.month
            if day is None:
                day = now.day
    return replace(parts, year=year, month=1 if month is None else month, day=1 if day is None else day)


def _on_day_of_year(parts: _Parts, year: int, number: int) -> _Parts:
    day = date(year, 1, 1) + timedelta(days=number - 1)
    if number < 1 or day.year != year:
        raise ValueError("day of the year out of range")
    return replace(parts, year=year, month=day.month, day=day.day)


def _clock(parts: _Parts) -> tuple[int, int, int]:
    return parts.hour or 0, parts.minute or 0, parts.second or 0


def _offset(zone: str, local: tzinfo, year: int) -> timedelta | None:
    """The offset of a zone as written, or None where Ruby takes the local one (`time.rb`, zone_offset).

    Of other names Ruby knows those of the local zone on the first of January and July: CET and CEST in Berlin.
    """
    name = re.sub(r"^(?:gmt|utc?)(?=[-+])", "", zone.lower())
    if name in _ZONE_HOURS:
        return timedelta(hours=_ZONE_HOURS[name])
    if match := re.fullmatch(r"([-+])(\d{2}):?(\d{2}):?(\d{2})?", name):
        hours, minutes, seconds = int(match[2]), int(match[3]), int(match[4] or 0)
    elif match := re.fullmatch(r"([-+])(\d{2})", name):
        hours, minutes, seconds = int(match[2]), 0, 0
    else:
        halves = (datetime(year, month, 1, tzinfo=local) for month in (1, 7))
        return next((each.utcoffset() for each in halves if zone and (each.tzname() or "").lower() == name), None)
    size = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return -size if match[1] == "-" else size
