"""One date in three views: as written, as Jekyll reads it in the site's zone, and as the URL shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from editor.errors import InvalidDate
from editor.site.dates import read_date
from editor.site.permalink import DATE_PARTS
from editor.site.scalars import Timestamp, Value
from editor.site.time_parse import civil_time, local_time

_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_NAIVE = re.compile(
    r"(?P<day>\d{4}-\d{1,2}-\d{1,2}) (?P<gap>[Tt]|\s+) (?P<clock>(?P<hour>\d{1,2}):\d\d:\d\d) (?P<fraction>\.\d*)?",
    re.X,
)
_PLACEHOLDER = re.compile(r":([a-z_]+)")
_CLOCK = re.compile(r"(?<!\d)(\d{1,2}):(\d\d)(?::(\d\d))?+(?!\s*[AaPp]\.?[Mm])")


@dataclass(frozen=True)
class DateViews:
    """A date that Jekyll can read, and the two ways to spell it where its day is not the day that is written."""

    written: str  # the YAML of the value, quotes and all
    read: datetime  # aware, in the site's zone: what Jekyll sorts by and makes the URL of
    moves_day: bool  # unquoted, with seconds and no offset, and so another day in the site's zone
    keep_clock: str = ""  # YAML: the same clock time in the site's zone, with its offset; "" where nothing moves
    keep_instant: str = ""  # YAML: the moment that Jekyll reads now, spelled in the site's zone; "" likewise
    meant: datetime | None = None  # what `keep_clock` means, aware, in the site's zone
    day: date | None = None  # the day as written; None where it is written in words
    clock: str = ""  # the time of day as written, without fraction; "" where only the day is written
    is_utc: bool = False  # Jekyll reads the clock as UTC though no offset says so

    @property
    def is_other_day(self) -> bool:
        """Whether Jekyll reads another day than is written, for whatever reason: an explicit offset tells so too."""
        return self.day is not None and self.day != self.read.date()

    @property
    def is_other_time(self) -> bool:
        """Whether Jekyll reads another day or another time of day than is written."""
        clock = _CLOCK.match(self.clock)
        if clock is None or self.day is None:
            return self.is_other_day
        hour, minute, second = (int(part or 0) for part in clock.groups())
        return self.is_other_day or (hour % 24, minute, second) != (self.read.hour, self.read.minute, self.read.second)


def view_date(value: Value, written: str, zone: tzinfo) -> DateViews | None:
    """The views of a date `value`, whose YAML is `written`, in the site's zone; None where Jekyll cannot read it.

    An unquoted date with seconds and no offset is a moment of UTC (`lib/jekyll/utils.rb:130-135`). Where that is
    another day in `zone`, the views offer two spellings with an offset: of the clock time that is written, and of the
    moment. Of a clock time that comes twice there it is the later one, as Jekyll reads times without zone; one that a
    change of the clocks skips is moved on by as much as the clocks. Neither is offered where the zone's offset has no
    whole minutes, as before there were standard times.
    """
    try:
        read = read_date(value, zone)
    except InvalidDate:
        return None
    text = value if isinstance(value, str) else ""
    naive = _NAIVE.fullmatch(text.strip()) if isinstance(value, Timestamp) else None
    day = _civil_day(text) if naive is None else _civil_time(naive).date()
    clock = _clock_in(text)
    if naive is None or day == read.date():
        return DateViews(written, read, moves_day=False, day=day, clock=clock, is_utc=naive is not None)
    before = written[: -len(text)] if written.endswith(text) and written.startswith("&") else ""  # an anchor stays
    own = local_time(_civil_time(naive), zone)
    keep_clock, keep_instant = (_respelled(moment, naive) for moment in (own, read))
    return DateViews(
        written,
        read,
        moves_day=True,
        keep_clock=keep_clock and before + keep_clock,
        keep_instant=keep_instant and before + keep_instant,
        meant=own,
        day=day,
        clock=clock,
        is_utc=True,
    )


def date_in_url(template: str, moment: datetime) -> str:
    """What a permalink `template` shows of a date, such as `2025/11/22`; "" where it has no date placeholders.

    From its first placeholder of a date to its last; what is no date between them is left out: `2025/…/22`.
    """
    dated = [found for found in _PLACEHOLDER.finditer(template) if _date_part(found) in DATE_PARTS]
    if not dated:
        return ""

    def fill(found: re.Match[str]) -> str:
        part = _date_part(found)
        return DATE_PARTS[part](moment) + found[1][len(part) :] if part in DATE_PARTS else "…"

    return _PLACEHOLDER.sub(fill, template[dated[0].start() : dated[-1].end()]).rstrip("_")


def _date_part(found: re.Match[str]) -> str:
    """The placeholder's name; an underscore behind it is text (`drops/url_drop.rb`)."""
    return found[1].removesuffix("_")


def _clock_in(text: str) -> str:
    """The time of day that is written behind the day."""
    found = _CLOCK.search(text, 8)
    return found[0] if found is not None else ""


def _civil_day(text: str) -> date | None:
    """The day that a text begins with; 30 February is 2 March, as Ruby reads it."""
    found = _DAY.match(text.strip())
    try:
        return None if found is None else civil_time((int(found[1]), int(found[2]), int(found[3]))).date()
    except ValueError:
        return None


def _civil_time(naive: re.Match[str]) -> datetime:
    year, month, day = (int(part) for part in naive["day"].split("-"))
    hour, minute, second = (int(part) for part in naive["clock"].split(":"))
    return civil_time((year, month, day), (hour, minute, second))


def _respelled(moment: datetime, like: re.Match[str]) -> str:
    """The moment with its offset, in all else written as `like`: `T…+09:00`, or `… +0900` after a space."""
    offset = moment.utcoffset() or timedelta()
    if offset % timedelta(minutes=1):
        return ""
    _, month, day = like["day"].split("-")
    spelled_day = f"{moment.year:04}-{moment.month:0{len(month)}}-{moment.day:0{len(day)}}"
    clock = f"{moment.hour:0{len(like['hour'])}}:{moment:%M:%S}"
    zone = moment.strftime("%z")[:5]
    tail = f"{zone[:3]}:{zone[3:]}" if like["gap"] in "Tt" else f" {zone}"
    return f"{spelled_day}{like['gap']}{clock}{like['fraction'] or ''}{tail}"
