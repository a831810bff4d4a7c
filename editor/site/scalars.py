"""YAML values as Jekyll's Ruby reads them, and new values written so that Ruby reads back what was meant."""

from __future__ import annotations

import math
import re

from editor.site.yaml_text.nodes import compose
from editor.site.yaml_text.plain_scalars import UNPRINTABLE, Timestamp, Value, is_plain_text, read_plain

__all__ = ["Timestamp", "Value", "load", "read_plain", "same", "write_text", "write_value"]

_ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\0": "\\0",
    "\a": "\\a",
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\v": "\\v",
    "\f": "\\f",
    "\r": "\\r",
    "\x1b": "\\e",
}
_ESCAPED = re.compile(f'{UNPRINTABLE.pattern}|[\\\\"]')


def load(source: str) -> Value:
    """The value of a YAML document. Raises InvalidYaml, DuplicateKey, TooDeep (bounded in depth, size and aliases)."""
    tree = compose(source)
    if tree.fault is not None:
        raise tree.fault
    return None if tree.root is None else tree.root.value


def same(one: Value, other: Value) -> bool:
    """Whether two values are equal for Jekyll: `1`, `1.0`, `true` and `"1"` all differ."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, float) and isinstance(other, float) and math.isnan(one):
        return math.isnan(other)
    return type(one) is type(other) and one == other


def write_text(text: str, *, quote: str = "", flow: bool = False) -> str:
    """One-line YAML for a text: plain where every YAML reader agrees that it is this text, else quoted.

    `quote` is the wanted style ('"', "'" or "" for plain if possible); `flow`: it must also fit inside `[…]`.
    """
    if not quote and is_plain_text(text, flow=flow):
        return text
    if UNPRINTABLE.search(text):
        quote = '"'  # only double quotes know escapes
    elif not quote:
        quote = "'" if ('"' in text or "\\" in text) and "'" not in text else '"'
    if quote == "'":
        return "'" + text.replace("'", "''") + "'"
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if character in _ESCAPES:
        return _ESCAPES[character]
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"  # half of a pair is no character
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def write_value(value: Value, *, flow: bool = False) -> str:
    """YAML in flow form (one line) for any value: `[a, b]`, `{a: 1}`, `true`, `"a: b"`.

    `flow`: a text among it must also fit inside `[…]`.
    """
    if isinstance(value, Timestamp):
        return str(value) if isinstance(read_plain(value), Timestamp) else write_text(value, flow=flow)
    if isinstance(value, str):
        return write_text(value, flow=flow)
    if isinstance(value, list):
        return "[" + ", ".join(write_value(item, flow=True) for item in value) + "]"
    if isinstance(value, dict):
        pairs = (f"{write_text(key, flow=True)}: {write_value(item, flow=True)}" for key, item in value.items())
        return "{" + ", ".join(pairs) + "}"
    return _write_number(value)


def _write_number(value: bool | int | float | None) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if math.isnan(value) or math.isinf(value):
        return ".nan" if math.isnan(value) else ".inf" if value > 0 else "-.inf"
    mantissa, exponent, power = repr(value).partition("e")
    if "." not in mantissa:
        mantissa += ".0"  # without a point, YAML 1.1 reads `1e-07` as text
    return mantissa + exponent + power
