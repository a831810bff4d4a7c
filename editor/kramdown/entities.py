"""Entities by name or code point, as kramdown's table knows them (kramdown/utils/entities.rb)."""

from __future__ import annotations

import html.entities
from dataclasses import dataclass

# Where kramdown's table is not HTML 4's: two names more, and two pairs that it has the other way round.
_NAMED = {
    **html.entities.name2codepoint,
    "apos": 39,
    "vellip": 8942,
    "rceil": 8968,
    "lceil": 8969,
    "rang": 9001,
    "lang": 9002,
}
_NAMES = {code_point: name for name, code_point in _NAMED.items()}
_WINDOWS_1252 = range(128, 160)  # numbers that browsers, and kramdown, read as Windows' characters
_SURROGATES = range(0xD800, 0xE000)


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """A character with its name ("" if it has none); `character` is "" for a number that is none."""

    character: str
    code_point: int
    name: str = ""


def _entity(code_point: int) -> NamedEntity:
    is_character = code_point <= 0x10FFFF and code_point not in _SURROGATES
    return NamedEntity(chr(code_point) if is_character else "", code_point, _NAMES.get(code_point, ""))


def entity_by_name(name: str, *, html5: bool = False) -> NamedEntity | None:
    """The entity of this name, or None: kramdown then writes the text as it is, its `&` escaped.

    `html5`: the names of HTML 5 as well, which kramdown knows since 2.5.
    """
    code_point = _NAMED.get(name)
    if code_point is not None:
        return _entity(code_point)
    character = html.entities.html5.get(f"{name};", "") if html5 else ""
    return NamedEntity(character, ord(character), name) if len(character) == 1 else None


def entity_by_code_point(code_point: int) -> NamedEntity:
    """The entity of this number; every number is one."""
    if code_point in _WINDOWS_1252:
        character = bytes((code_point,)).decode("cp1252", errors="ignore")
        return _entity(ord(character)) if character else _entity(code_point)
    return _entity(code_point)
