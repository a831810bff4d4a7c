"""Horizontal rules: three or more `*`, `-` or `_` and nothing else."""

from __future__ import annotations

import re

from editor.kramdown.blocks.frames import BlockParser, Frame, Source, new_block
from editor.kramdown.patterns import OPT_SPACE
from editor.kramdown.tree import Node

_RULES = (rf"{mark}[ \t]*+{mark}[ \t]*+{mark}[{mark} \t]*+" for mark in (r"\*", r"\-", "_"))
HORIZONTAL_RULE = re.compile(rf"{OPT_SPACE}(?:{'|'.join(_RULES)})\n")


def read_horizontal_rule(parser: BlockParser, frame: Frame) -> bool:
    """A line of one mark over and over (kramdown/parser/kramdown/horizontal_rule.rb)."""
    source = frame.source
    if source.pos < _last_other_character(source):
        return False
    match = HORIZONTAL_RULE.match(source.text, source.pos)
    if match is None:
        return False
    new_block(frame, Node("hr", line=source.line))
    source.pos = match.end()
    return True


def _last_other_character(source: Source) -> int:
    """Before which no rule begins on this line; looked for only where blocks nest on the line, and once."""
    if source.known is None:
        return -1
    text, pos = source.text, source.pos
    end = source.line_end(pos)
    mark = text[pos : pos + 4].lstrip(" ")[:1]
    return source.ask(("rule", mark, end), lambda: pos - 1 + len(text[pos:end].rstrip(f"{mark} \t")))
