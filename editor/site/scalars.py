"""YAML values as Jekyll's Ruby reads them, and new values written so that Ruby reads back what was meant."""

from __future__ import annotations

from typing import TypeAlias


class Timestamp(str):
    """A plain (unquoted) scalar that Ruby's YAML reads as a Date or Time, as written."""

    __slots__ = ()


# None, bool, int, float, str, Timestamp, or lists and maps of these. Keys are kept as text.
Value: TypeAlias = "None | bool | int | float | str | list[Value] | dict[str, Value]"


def read_plain(text: str) -> Value:
    """The value of an unquoted scalar as Jekyll (SafeYAML) reads it."""
    raise NotImplementedError


def load(source: str) -> Value:
    """The value of a YAML document. Raises InvalidYaml, DuplicateKey, TooDeep (bounded in depth, size and aliases)."""
    raise NotImplementedError


def write_text(text: str, *, quote: str = "") -> str:
    """One-line YAML for a text: plain where every YAML reader agrees that it is this text, else quoted.

    `quote` is the wanted style ('"', "'" or "" for plain if possible).
    """
    raise NotImplementedError


def write_value(value: Value) -> str:
    """YAML in flow form (one line) for any value: `[a, b]`, `{a: 1}`, `true`, `"a: b"`."""
    raise NotImplementedError
