"""Escapes: a backslash before a character that could mean something."""

from __future__ import annotations

from typing import Final

from editor.kramdown.spans.reading import Reading

ESCAPABLE: Final = "\\.*_+`<>()[]{}#!:|\"'$=-"  # kramdown/parser/kramdown/escaped_chars.rb
_ESCAPABLE: Final = frozenset(ESCAPABLE)


def read_escaped_character(reading: Reading, at: int) -> bool:
    """The character as it is, without its backslash; the text around it stays one piece."""
    if reading.text[at + 1 : at + 2] not in _ESCAPABLE:
        return False
    _unescape(reading, at)
    return True


def read_escaped_character_gfm(reading: Reading, at: int) -> bool:
    """GFM's parser lets a tilde be escaped as well."""
    character = reading.text[at + 1 : at + 2]
    if character not in _ESCAPABLE and character != "~":
        return False
    _unescape(reading, at)
    return True


def _unescape(reading: Reading, at: int) -> None:
    reading.skip(at, at + 1)
    reading.pos = at + 2
