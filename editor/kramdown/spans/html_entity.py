"""HTML entities: `&copy;`, `&#169;`, `&#xa9;`."""

from __future__ import annotations

import re

from editor.kramdown.entities import entity_by_code_point, entity_by_name
from editor.kramdown.spans.reading import Reading
from editor.kramdown.tree import Entity

_ENTITY = re.compile(r"&(?:([A-Za-z0-9_:][A-Za-z0-9_.:-]*+)|#([0-9]++)|#x([0-9a-fA-F]++));")
_LARGEST = 0x10FFFF


def read_html_entity(reading: Reading, at: int) -> bool:
    """An entity, or where its name is unknown an ampersand (kramdown/parser/kramdown/html_entity.rb)."""
    found = _ENTITY.match(reading.text, at)
    if found is None:
        return False
    name, decimal, hexadecimal = found.groups()
    if name:
        known = entity_by_name(name, html5=reading.parser.options.version != "2.4")
    else:
        known = entity_by_code_point(_number(decimal, 10) if decimal else _number(hexadecimal, 16))
    if known is None:
        reading.add(Entity("&", name="amp"), at, at + 1)
        reading.pos = found.end()
    else:
        reading.add(Entity(known.character, name=known.name, original=found[0]), at, found.end())
    return True


def _number(digits: str, base: int) -> int:
    """The number; beyond all characters where it has more digits than Python likes to read."""
    digits = digits.lstrip("0")
    return int(digits or "0", base) if len(digits) < len(str(_LARGEST)) + 1 else _LARGEST + 1
