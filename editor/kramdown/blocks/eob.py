"""The EOB marker `^`, which parts blocks without a trace."""

from __future__ import annotations

import re

from editor.kramdown.blocks.frames import BlockParser, Frame, new_block
from editor.kramdown.patterns import EOB_MARKER
from editor.kramdown.tree import Node

EOB = re.compile(EOB_MARKER)


def read_eob_marker(parser: BlockParser, frame: Frame) -> bool:
    """A `^` alone on its line (kramdown/parser/kramdown/eob.rb); its node has no value, unlike those of definitions."""
    match = EOB.match(frame.source.text, frame.source.pos)
    if match is None:
        return False
    frame.source.pos = match.end()
    new_block(frame, Node("eob"))
    return True
