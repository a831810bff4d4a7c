"""Unquoted YAML scalars as Jekyll's Ruby types them: SafeYAML's rules, and the spellings on which readers differ."""

from __future__ import annotations

import datetime
import re
from typing import TypeAlias


class Timestamp(str):
    """A plain (unquoted) scalar that Ruby's YAML reads as a Date or Time, as written."""

    __slots__ = ()


# None, bool, int, float, str, Timestamp, or lists and maps of these. Keys are kept as text.
Value: TypeAlias = "bool | int | float | str | list[Value] | dict[str, Value] | None"

_WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "yes": True,
    "on": True,
    "true": True,
    "no": False,
    "off": False,
    "false": False,
}
_FLOATS = {
    ".inf": "inf",
    ".Inf": "inf",
    ".INF": "inf",
    "-.inf": "-inf",
    "-.Inf": "-inf",
    "-.INF": "-inf",
    ".nan": "nan",
    ".NaN": "nan",
    ".NAN": "nan",
}
# Longer numbers are nothing that a writer means; Python refuses to read them from 4,300 digits on.
_MAX_NUMBER = 300
_NUMERIC_START = frozenset("0123456789+-._")

_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_OCTAL = re.compile(r"[-+]?0[0-7]+")
_HEXADECIMAL = re.compile(r"[-+]?0[xX][0-9a-fA-F]+")
_BINARY = re.compile(r"[-+]?0[bB][01]+")
_FLOAT = re.compile(r"[-+]?(?:[0-9]+(?:_[0-9]+)*)?\.[0-9]+(?:[eE][-+][0-9]+)?")
_SEXAGESIMAL = re.compile(r"([-+]?)([0-9][0-9_]*)((?::[0-5]?[0-9])+)(\.[0-9]*)?")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_TIME = re.compile(
    r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:T|[ \t]+)([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]*)?"
    r"[ \t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?)?"
)


def read_plain(text: str) -> Value:
    """The value of an unquoted scalar as Jekyll (SafeYAML 1.0.5: transform.rb, parse/date.rb) reads it."""
    if len(text) <= 5 and text.lower() in _WORDS:
        return _WORDS[text.lower()]
    if text[0] not in _NUMERIC_START or len(text) > _MAX_NUMBER:
        return text
    if _is_time(text):
        return Timestamp(text)
    number = _integer(text)
    if number is not None:
        return number
    fraction = _float(text)
    return text if fraction is None else fraction


def _integer(text: str) -> int | None:
    digits = text.replace("_", "").replace(",", "")
    if _INTEGER.fullmatch(digits):
        return int(digits)
    for pattern, base in ((_OCTAL, 8), (_HEXADECIMAL, 16), (_BINARY, 2)):
        if pattern.fullmatch(digits):
            return int(digits, base)
    return None


def _float(text: str) -> float | None:
    if text in _FLOATS:
        return float(_FLOATS[text])
    if _FLOAT.fullmatch(text):
        return float(text.replace("_", ""))
    sexagesimal = _SEXAGESIMAL.fullmatch(text)
    return None if sexagesimal is None else _sexagesimal(*sexagesimal.groups(default=""))


def _sexagesimal(sign: str, first: str, rest: str, fraction: str) -> float:
    """`12:30` is 750 seconds. A minus counts twice, as in SafeYAML: `-1:30` is 30."""
    parts = [float(part) for part in rest[1:].split(":")]
    total = float(first.replace("_", "")) * (-1 if sign == "-" else 1)
    for part in parts:
        total = total * 60 + part
    total += float("0" + fraction) if fraction else 0
    return -total if sign == "-" else total


def _is_time(text: str) -> bool:
    if date := _DATE.fullmatch(text):
        return _is_day(*map(int, date.groups()))
    if time := _TIME.fullmatch(text):
        year, month, day, hour, minute, second = map(int, time.groups())
        midnight = hour == 24 and minute == 0 and second == 0
        return _is_day(year, month, day) and (hour < 24 or midnight) and minute < 60 and second <= 60
    return False


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(year or 4, month, day)  # Python has no year 0, which is a leap year
    except ValueError:
        return False
    return True


# -- spellings that are text for every reader ---------------------------------------------------------------------
# What Psych (lib/psych/scalar_scanner.rb) reads as a number where SafeYAML may read text. A point alone is text.
_PSYCH_NUMBER = re.compile(
    r"[-+]?0b[01_,]+|[-+]?0[0-7_,]+|[-+]?0x[0-9a-fA-F_,]+|[-+]?(?:0|[1-9](?:[,_]?[0-9])*)"
    r"|(?![-+]?\.\Z)[-+]?(?:[0-9][0-9_,]*)?\.[0-9]*(?:[eE][-+][0-9]+)?"
    r"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}(?:\.[0-9_]*)?"
    r"|[-+]?\.(?i:inf)|\.(?i:nan)"
)
_PSYCH_DATE = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_PSYCH_TIME = re.compile(
    r"-?[0-9]{4}-([0-9]{1,2})-([0-9]{1,2})(?:[Tt]|[ \t]+)([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]*)?"
    r"(?:[ \t]*(?:Z|[-+]([0-9]{1,2}):?(?:[0-9]{2})?))?"
)
# The numbers of YAML 1.2's core schema (10.3.2).
_YAML_1_2_NUMBER = re.compile(
    r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_INDICATORS = frozenset(",[]{}#&*!|>'\"%@`")
_SOFT_INDICATORS = frozenset("-?:")  # text may begin with them, but not with them alone
# What cannot stand in YAML as it is, or would count as the end of a line there.
UNPRINTABLE = re.compile(r"[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_UNSAFE_INSIDE = re.compile(r":[ \t]|:\Z|[ \t]#")
# Before 0.2.3 libyaml, and PyYAML without it, stumbled over "?", ":" and tabs inside a text in brackets.
_UNSAFE_IN_FLOW = re.compile(r"[,\[\]{}:?\t]|\A-\Z")


def is_plain_text(text: str, *, flow: bool = False) -> bool:
    """Whether Ruby and YAML 1.2 take these characters, unquoted, for this very text (`flow`: also inside `[…]`)."""
    if not text or text != text.strip(" \t\r\n") or UNPRINTABLE.search(text.replace("\t", "")):
        return False
    if text[0] in _INDICATORS or (text[0] in _SOFT_INDICATORS and (len(text) == 1 or text[1] in " \t")):
        return False
    if _UNSAFE_INSIDE.search(text) or (flow and _UNSAFE_IN_FLOW.search(text)):
        return False
    return _is_text_for_all(text)


def _is_text_for_all(text: str) -> bool:
    value = read_plain(text)
    if not isinstance(value, str) or isinstance(value, Timestamp) or text.startswith(":"):  # Psych: a symbol
        return False
    if text[0] not in _NUMERIC_START:
        return True
    if len(text) > _MAX_NUMBER or _PSYCH_NUMBER.fullmatch(text) or _YAML_1_2_NUMBER.fullmatch(text):
        return False
    if date := _PSYCH_DATE.fullmatch(text):
        return not _is_day(*map(int, date.groups()))
    time = _PSYCH_TIME.fullmatch(text)
    return time is None or not _is_psych_time(*map(int, time.groups(default="0")))


def _is_psych_time(month: int, day: int, hour: int, minute: int, second: int, offset: int) -> bool:
    """Whether Psych reads these numbers as a time: it counts 30 February as 1 March."""
    return 1 <= month <= 12 and 1 <= day <= 31 and hour <= 24 and minute < 60 and second <= 60 and offset < 24
