"""The days and times that YAML itself knows, as Ruby's loaders read them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, tzinfo

from editor.site.time_parse import civil_time, local_time, parse_time

_TIME = re.compile(
    r"(-?\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt]|\s+)(\d{1,2}):(\d\d):(\d\d)(?:\.\d*)?\s*(Z|[-+]\d{1,2}(?::?\d\d)?)?"
)
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def read_timestamp(text: str, zone: tzinfo) -> datetime:
    """The moment of an unquoted date, in `zone`: without an offset, a time is UTC and a day begins at local midnight.

    Psych's `scalar_scanner.rb` and SafeYAML's `parse/date.rb`. Raises ValueError.
    """
    if match := _TIME.fullmatch(text.strip()):
        year, month, day, hour, minute, second = (int(each) for each in match.groups()[:6])
        naive = civil_time((year, month, day), (hour, minute, second))
        return (naive - _offset(match[7])).replace(tzinfo=UTC).astimezone(zone)
    if match := _DAY.fullmatch(text.strip()):
        return local_time(civil_time((int(match[1]), int(match[2]), int(match[3]))), zone)
    return parse_time(text, zone)


def _offset(text: str | None) -> timedelta:
    if text is None or text == "Z":
        return timedelta()
    digits = text[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    size = timedelta(hours=int(hours), minutes=int(minutes))
    return -size if text[0] == "-" else size
