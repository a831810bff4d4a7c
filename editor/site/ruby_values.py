"""How Ruby sees a value of YAML: the text that it prints, and whether it counts as true."""

from __future__ import annotations

import math
import re
import unicodedata
from datetime import UTC
from typing import Any

from editor.site.scalars import Timestamp, Value
from editor.site.yaml_text.times import read_timestamp

_ESCAPES = {
    '"': '\\"',
    "\\": "\\\\",
    "\a": "\\a",
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\v": "\\v",
    "\f": "\\f",
    "\r": "\\r",
    "\x1b": "\\e",
}
_UNSEEN = ("Cc", "Cn", "Cs", "Zl", "Zp")  # kinds of characters that Ruby escapes
_INTERPOLATION = re.compile(r"#(?=[{$@])")
_FIRST_GREGORIAN_DAY = 2299161


def is_true(value: Any) -> bool:
    """Ruby's truth: everything but nil and false, so 0 and "" too."""
    return value is not None and value is not False


def ruby_text(value: Value) -> str:
    """A value as Ruby prints it (`to_s`): what Liquid shows, and what a category or tag of that value is called."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        return _inspected(value)
    return _number_text(value) if isinstance(value, float) else str(value)


def _number_text(value: float) -> str:
    if math.isnan(value) or math.isinf(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    mantissa, exponent, power = repr(value).partition("e")
    return mantissa + ("" if "." in mantissa else ".0") + exponent + power


def _inspected(value: Value) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(_inspected, value)) + "]"
    if isinstance(value, dict):
        pairs = (f"{_inspected(key)}=>{_inspected(each)}" for key, each in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, Timestamp):
        return _inspected_time(value)
    if isinstance(value, str):
        return '"' + _INTERPOLATION.sub(r"\#", "".join(map(_escaped, value))) + '"'
    return "nil" if value is None else ruby_text(value)


def _inspected_time(value: Timestamp) -> str:
    """A date inside a list or map, which Ruby prints with its calendar; a time, in UTC."""
    if len(value) == len("2025-11-21"):
        day = _day_number(*map(int, value.split("-")))
        return f"#<Date: {value} (({day}j,0s,0n),+0s,{_FIRST_GREGORIAN_DAY}j)>"
    try:
        return f"{read_timestamp(value, UTC).replace(tzinfo=None).isoformat(' ', 'seconds')} UTC"
    except (ValueError, OverflowError):  # in a year that Python does not know
        return str(value)


def _day_number(year: int, month: int, day: int) -> int:
    """The Julian day number. Ruby counts by the Julian calendar until October 1582."""
    years, months = year + 4800 - (month < 3), (month - 3) % 12  # from a March long ago: leap days come last
    days = day + (153 * months + 2) // 5 + 365 * years + years // 4
    gregorian = days - years // 100 + years // 400 - 32045
    return gregorian if gregorian >= _FIRST_GREGORIAN_DAY else days - 32083


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if unicodedata.category(character) not in _UNSEEN or character == "\x85":
        return character
    code = ord(character)
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\u{{{code:X}}}"
