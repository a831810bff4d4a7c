"""Time zones that are written as a rule instead of a name: `CET-1CEST,M3.5.0,M10.5.0/3`, `UTC+3`."""

from __future__ import annotations

import io
import re
import struct
from datetime import tzinfo
from zoneinfo import ZoneInfo

_NAME = r"(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)"
_CLOCK = r"[-+]?\d{1,2}(?::\d{1,2}(?::\d{1,2})?)?"
_DAY = rf"(?:M\d{{1,2}}\.\d\.\d|J?\d{{1,3}})(?:/{_CLOCK})?"
_RULE = re.compile(rf"{_NAME}{_CLOCK}(?:{_NAME}(?:{_CLOCK})?,{_DAY},{_DAY})?", re.ASCII)


def posix_zone(text: str) -> tzinfo | None:
    """The zone of a rule as the C library reads the variable `TZ`, where Jekyll puts `timezone:`; None for no rule.

    A rule with a summer time must say when that begins and ends: else systems differ.
    """
    if not _RULE.fullmatch(text):
        return None
    try:
        return ZoneInfo.from_file(io.BytesIO(_zone_file(text)), key=text)
    except ValueError:
        return None


def _zone_file(rule: str) -> bytes:
    """A compiled zone (RFC 8536) without changes of its own, so that the rule at its end counts for all times."""
    block = struct.pack(">4s1s15x6l", b"TZif", b"2", 0, 0, 0, 0, 1, 4) + struct.pack(">lbb", 0, 0, 0) + b"UTC\0"
    return block + block + f"\n{rule}\n".encode("ascii")
