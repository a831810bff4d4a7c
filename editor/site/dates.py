"""A date as written, as Jekyll reads it in the site's zone, and as new posts of the site spell it."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from editor.errors import InvalidDate
from editor.site.posix_zones import posix_zone
from editor.site.ruby_values import ruby_text
from editor.site.scalars import Timestamp, Value, read_plain
from editor.site.time_parse import parse_time
from editor.site.yaml_text.times import read_timestamp

_TIME_WITHOUT_ZONE = re.compile(r"\S+(?:[Tt]|\s+)\d+:\d\d:\d\d(?:\.\d*)?")
_LONGEST_SHOWN = 60  # characters of what is no date, in a message
_HABIT = re.compile(
    r"""(?P<quote>["']?) \d{4}-(?P<month>\d\d?)-(?P<day>\d\d?)
        (?: (?P<gap>[Tt]|[ ]+) (?P<hour>\d\d?):\d\d (?P<seconds>:(?P<second>\d\d)(?P<fraction>\.\d*)?)?
            (?P<space>\s*) (?P<offset>Z|[-+]\d\d:?\d\d)? )?
        (?P=quote)""",
    re.X,
)


class ComputerZone(tzinfo):
    """The computer's own zone, with its changes between summer and winter time."""

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        return _own(moment).utcoffset()

    def dst(self, moment: datetime | None) -> timedelta | None:
        return _own(moment).dst()

    def tzname(self, moment: datetime | None) -> str | None:
        return _own(moment).tzname()

    def fromutc(self, moment: datetime) -> datetime:
        own = moment.replace(tzinfo=UTC).astimezone()
        early = own.replace(tzinfo=self, fold=0)
        return early if early.utcoffset() == own.utcoffset() else early.replace(fold=1)


def _own(moment: datetime | None) -> datetime:
    return datetime.now().astimezone() if moment is None else moment.replace(tzinfo=None).astimezone()


def site_zone(name: str) -> tzinfo:
    """The zone of `timezone:` in the configuration; the computer's own where it is empty.

    A name that no system knows means UTC, as it does to Jekyll (`jekyll.rb:131-137` only sets `TZ`).
    """
    return (_zone(name) or UTC) if name else ComputerZone()


def is_zone(name: str) -> bool:
    """Whether `timezone:` names a zone that can be found; an empty name is the computer's own."""
    return not name or _zone(name) is not None


def _zone(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name.removeprefix(":"))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return posix_zone(name)


def read_date(value: Value, zone: tzinfo) -> datetime:
    """The moment that Jekyll makes of a `date:` value, in `zone`.

    Unquoted with seconds and no offset is UTC; quoted or without seconds is local; a day alone is local midnight
    (`lib/jekyll/utils.rb:130-135` and SafeYAML's `parse/date.rb`). Of anything else Jekyll reads the text that Ruby
    prints, so that a list with a date in it is one, too. Raises InvalidDate.
    """
    try:
        if isinstance(value, Timestamp):
            return read_timestamp(value, zone)
        return parse_time(ruby_text(value), zone)
    except (ValueError, OverflowError) as error:
        raise InvalidDate(text=_shown(value)) from error


def document_date(value: Value, zone: tzinfo) -> datetime:
    """The moment of a document with this `date:`: Jekyll prints the date and reads it again, once for the categories
    and once for the tags (`document.rb:459-466`); a time that YAML takes for UTC is also printed before it is read.

    Printing drops the seconds of the offsets that were in use before standard time: New York's -04:56:02, say. Raises
    InvalidDate.
    """
    moment = read_date(value, zone)
    is_time_without_zone = isinstance(value, Timestamp) and _TIME_WITHOUT_ZONE.fullmatch(value)
    for _ in range(3 if is_time_without_zone else 2):
        offset = moment.utcoffset() or timedelta()
        seconds = abs(offset) % timedelta(minutes=1)
        if not seconds:
            break
        try:
            moment = (moment.astimezone(UTC) + (seconds if offset > timedelta() else -seconds)).astimezone(zone)
        except OverflowError:  # at the first day that Python knows
            break
    return moment


def spell_date(moment: datetime, *, like: str = "") -> str:
    """YAML source for an aware moment in the site's zone, spelled as the date `like` of another post is spelled.

    Without a pattern, or where that pattern would be read as another moment, the spelling carries the offset:
    `2025-11-21 18:21:53 +0000`.
    """
    match = _HABIT.fullmatch(like.strip())
    if match is None:
        return _with_offset(moment)
    for candidate in (moment, moment.astimezone(UTC)):
        spelled = _spelled(candidate, match)
        if _means(spelled, moment):
            return spelled
    return _with_offset(moment)


def rounded_as(moment: datetime, like: str) -> datetime:
    """The moment without what the spelling `like` does not tell: its clock, or its seconds."""
    match = _HABIT.fullmatch(like.strip())
    if match is None:
        return moment
    if match["gap"] is None:
        return moment.replace(hour=0, minute=0, second=0, microsecond=0)
    return moment if match["seconds"] else moment.replace(second=0, microsecond=0)


def _with_offset(moment: datetime) -> str:
    offset = moment.utcoffset() or timedelta()
    if offset % timedelta(minutes=1):
        moment = moment.astimezone(UTC)  # before zones had whole minutes
    return _day_text(moment) + moment.strftime(" %H:%M:%S ") + _offset_text(moment, "+0000")


def _spelled(moment: datetime, like: re.Match[str]) -> str:
    """One digit stays one where `like` has one; its fraction of a second stays as long as its second does."""
    text = f"{moment.year:04}-{moment.month:0{len(like['month'])}}-{moment.day:0{len(like['day'])}}"
    if like["gap"] is not None:
        text += f"{like['gap']}{moment.hour:0{len(like['hour'])}}:{moment:%M}"
        text += moment.strftime(":%S") if like["seconds"] else ""
        text += like["fraction"] if like["fraction"] and moment.second == int(like["second"]) else ""
        if like["offset"]:
            text += like["space"] + _offset_text(moment, like["offset"])
    return f"{like['quote']}{text}{like['quote']}"


def _day_text(moment: datetime) -> str:
    return f"{moment.year:04}-{moment.month:02}-{moment.day:02}"


def _offset_text(moment: datetime, like: str) -> str:
    if like == "Z":
        return "Z"
    offset = moment.strftime("%z")[:5]
    return f"{offset[:3]}:{offset[3:]}" if ":" in like else offset


def _means(source: str, moment: datetime) -> bool:
    """Whether this YAML is read as that moment."""
    value = source[1:-1] if source[0] in "\"'" else read_plain(source)
    try:
        read = read_date(value, moment.tzinfo or UTC)
    except InvalidDate:
        return False
    # In UTC: within one zone Python compares the clocks only, and cannot tell the two readings of a repeated hour.
    return read.astimezone(UTC) == moment.astimezone(UTC).replace(microsecond=0)


def _shown(value: Value) -> str:
    text = "" if value is None else ruby_text(value)
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"
