"""Typographic symbols: `---`, `--`, `...`, `<<`, `>>`, and `\\<<` for two signs as they are."""

from __future__ import annotations

import re
from typing import Final

from editor.kramdown.spans.reading import Reading
from editor.kramdown.tree import Entity, Node

_SYMBOL = re.compile(r"---?|\.\.\.|\\<<|\\>>|<< ?| ?>>")
_NAMES: Final = {
    "---": "mdash",
    "--": "ndash",
    "...": "hellip",
    "<< ": "laquo_space",
    " >>": "raquo_space",
    "<<": "laquo",
    ">>": "raquo",
}
_SIGNS: Final = {"\\<<": ("<", "lt"), "\\>>": (">", "gt")}


def read_typographic_symbol(reading: Reading, at: int) -> bool:
    """One of the symbols (kramdown/parser/kramdown/typographic_symbol.rb)."""
    found = _SYMBOL.match(reading.text, at)
    if found is None:
        return False
    end = found.end()
    name = _NAMES.get(found[0])
    if name is not None:
        reading.add(Node("typographic_sym", name), at, end)
    else:
        character, entity = _SIGNS[found[0]]
        reading.add(Entity(character, name=entity), at, end)
        reading.add(Entity(character, name=entity), end, end)
    return True
