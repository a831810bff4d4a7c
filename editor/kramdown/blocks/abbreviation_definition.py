"""Abbreviation definitions: `*[HTML]: Hypertext Markup Language`."""

from __future__ import annotations

import re

from editor.kramdown.blocks.frames import BlockParser, Frame, new_block
from editor.kramdown.definitions import Abbreviation
from editor.kramdown.patterns import OPT_SPACE, STRIPPED
from editor.kramdown.tree import Node

_DEFINITION = re.compile(rf"{OPT_SPACE}\*\[([^\n]+?)\]:([^\n]*+)\n")


def read_abbreviation_definition(parser: BlockParser, frame: Frame) -> bool:
    """One line (kramdown/parser/kramdown/abbreviation.rb)."""
    match = _DEFINITION.match(frame.source.text, frame.source.pos)
    if match is None:
        return False
    place = new_block(frame, Node("eob", "abbrev_def"))
    parser.definitions.abbreviations[match[1]] = Abbreviation(match[2].strip(STRIPPED), place)
    frame.source.pos = match.end()
    return True
