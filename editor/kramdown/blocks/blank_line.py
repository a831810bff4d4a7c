"""Blank lines, which part blocks."""

from __future__ import annotations

import re

from editor.kramdown.blocks.frames import BlockParser, Frame, new_block
from editor.kramdown.patterns import BLANK_LINE
from editor.kramdown.tree import Node

BLANK_LINES = re.compile(f"(?:{BLANK_LINE})++")


def read_blank_line(parser: BlockParser, frame: Frame) -> bool:
    """All blank lines from here on are one node (kramdown/parser/kramdown/blank_line.rb)."""
    match = BLANK_LINES.match(frame.source.text, frame.source.pos)
    if match is None:
        return False
    frame.source.pos = match.end()
    siblings = frame.node.children
    if siblings and isinstance(last := siblings[-1], Node) and last.kind == "blank":
        last.value += match[0]
    else:
        new_block(frame, Node("blank", match[0]))
    return True
