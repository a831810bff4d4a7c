"""The spelling of a new or changed date: as other posts or the post itself spell it, unless that would mislead."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from editor.site.dates import ComputerZone, spell_date

_WITHOUT_OFFSET = re.compile(
    r"""(?P<quote>["']?) (?P<date>\d{4}-\d\d?-\d\d?(?P<gap>[Tt]|[ ]+)\d\d?:\d\d) (?P<seconds>:\d\d(?:\.\d*)?)? \s*
        (?P=quote)""",
    re.X,
)

_FRACTION = re.compile(r"(:\d\d)\.\d*")


def spell_new_date(moment: datetime, *, like: str = "") -> str:
    """YAML for an aware moment in the site's zone, spelled like the date `like` of another post if that is unambiguous.

    A clock time without offset is ambiguous. Unquoted and with seconds it is UTC, which is not the clock that the
    writer sees, unless the site's zone agrees with UTC then; quoted or without seconds it is local, which is another
    moment on a server in another zone, unless the site sets its `timezone:`. There the offset is added, in the style
    of `like`: `T18:21:53+09:00`, `18:21 +0900`. A day alone stays one: it is the same day wherever the site is built.
    """
    like = _FRACTION.sub(r"\1", like)
    found = _WITHOUT_OFFSET.fullmatch(like.strip())
    if found is None or _is_unambiguous(moment, is_utc=_is_utc(found)):
        return spell_date(moment, like=like)
    return _spell_with_offset(moment, found)


def spell_changed_date(moment: datetime, *, like: str) -> str:
    """YAML for an aware moment in the site's zone, spelled as the post spelled its date before: `like`.

    A clock time in UTC whose day is not the day in the site's zone gets the offset: the post says the day that its
    writer has chosen.
    """
    found = _WITHOUT_OFFSET.fullmatch(like.strip())
    if found is not None and _is_utc(found) and moment.astimezone(UTC).date() != moment.date():
        return _spell_with_offset(moment, found)
    return spell_date(moment, like=like)


def _spell_with_offset(moment: datetime, found: re.Match[str]) -> str:
    offset = "+00:00" if found["gap"] in "Tt" else " +0000"
    return spell_date(moment, like=f"{found['quote']}{found['date']}{found['seconds'] or ''}{offset}{found['quote']}")


def _is_utc(found: re.Match[str]) -> bool:
    """Whether YAML takes it for a time itself, and so for UTC."""
    return bool(found["seconds"]) and not found["quote"]


def _is_unambiguous(moment: datetime, *, is_utc: bool) -> bool:
    return moment.utcoffset() == timedelta() if is_utc else not isinstance(moment.tzinfo, ComputerZone)
