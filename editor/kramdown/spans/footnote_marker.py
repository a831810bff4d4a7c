"""Footnote markers: `[^name]`."""

from __future__ import annotations

import re

from editor.kramdown.attribute_lists import apply_attribute_list
from editor.kramdown.patterns import ALD_ID_NAME
from editor.kramdown.spans.reading import Reading
from editor.kramdown.tree import FootnoteMark

_MARKER = re.compile(rf"\[\^({ALD_ID_NAME})\]")


def read_footnote_marker(reading: Reading, at: int) -> bool:
    """A mark where the footnote is defined, else text (kramdown/parser/kramdown/footnote.rb)."""
    found = _MARKER.match(reading.text, at)
    if found is None:
        return False
    parser, name = reading.parser, found[1]
    parser.asked_footnotes.add(name)
    definition = parser.definitions.footnotes.get(name)
    if definition is None:
        reading.pos = found.end()
        return True
    mark = FootnoteMark(name, line=reading.line_at(at))
    if definition.place.ial is not None:
        mark.ial = definition.place.ial
        apply_attribute_list(mark.attrs, mark.ial, parser.definitions.alds, asked=parser.asked_alds)
    reading.add(mark, at, found.end())
    return True
