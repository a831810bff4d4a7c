"""Blank lines, which part blocks."""

from __future__ import annotations

import re

from editor.kramdown.blocks.frames import BlockParser, Frame, new_block
from editor.kramdown.tree import Node

BLANK_LINES = re.compile(r"(?>[ \t\v\f\r]*\n)+")


def read_blank_line(parser: BlockParser, frame: Frame) -> bool:
    """All blank lines from here on are one node (kramdown/parser/kramdown/blank_line.rb)."""
    match = BLANK_LINES.match(frame.source.text, frame.source.pos)
    if match is None:
        return False
    frame.source.pos = match.end()
    siblings = frame.node.children
    if siblings and isinstance(siblings[-1], Node) and siblings[-1].kind == "blank":
        siblings[-1].value += match[0]
    else:
        new_block(frame, Node("blank", match[0]))
    return True
