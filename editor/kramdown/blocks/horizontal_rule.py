"""Horizontal rules: three or more `*`, `-` or `_` and nothing else."""

from __future__ import annotations

import re

from editor.kramdown.blocks.frames import BlockParser, Frame, new_block
from editor.kramdown.patterns import OPT_SPACE
from editor.kramdown.tree import Node

_RULES = (rf"{mark}[ \t]*+{mark}[ \t]*+{mark}[{mark} \t]*+" for mark in (r"\*", r"\-", "_"))
HORIZONTAL_RULE = re.compile(rf"{OPT_SPACE}(?:{'|'.join(_RULES)})\n")


def read_horizontal_rule(parser: BlockParser, frame: Frame) -> bool:
    """A line of one mark over and over (kramdown/parser/kramdown/horizontal_rule.rb)."""
    source = frame.source
    match = HORIZONTAL_RULE.match(source.text, source.pos)
    if match is None:
        return False
    new_block(frame, Node("hr", line=source.line))
    source.pos = match.end()
    return True
