"""Where blocks that stand apart may begin and end (kramdown/parser/kramdown/block_boundary.rb)."""

from __future__ import annotations

import re

from editor.kramdown.blocks.frames import Frame, Source
from editor.kramdown.patterns import BLANK_LINE, EOB_MARKER
from editor.kramdown.tree import Node

_BLANK_OR_EOB = re.compile(f"{BLANK_LINE}|{EOB_MARKER}")


def is_after_block_boundary(frame: Frame) -> bool:
    """Whether nothing, a blank line, an EOB marker or a block IAL that waits stands before."""
    if frame.block_ial is not None or not frame.node.children:
        return True
    last = frame.node.children[-1]
    return isinstance(last, Node) and (last.kind == "blank" or (last.kind == "eob" and not last.value))


def is_before_block_boundary(source: Source, pos: int) -> bool:
    """Whether a blank line, an EOB marker, a block IAL or the end stands at `pos`."""
    if pos >= len(source.text) or _BLANK_OR_EOB.match(source.text, pos):
        return True
    return source.braces.ial_at(pos) is not None
