"""One date in three views: as written, as Jekyll reads it in the site's zone, and as the URL shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class DateViews:
    """A date that Jekyll can read, and the two ways to spell it where its day is not the day that is written."""

    written: str  # the YAML of the value, quotes and all
    read: datetime  # aware, in the site's zone: what Jekyll sorts by and makes the URL of
    moves_day: bool  # unquoted, with seconds and no offset, and so another day in the site's zone
    keep_clock: str = ""  # YAML: the same clock time in the site's zone, with its offset; "" where nothing moves
    keep_instant: str = ""  # YAML: the moment that Jekyll reads now, spelled in the site's zone; "" likewise
