"""Math blocks between `$$`."""

from __future__ import annotations

import re

from editor.kramdown.blocks.block_boundary import is_after_block_boundary, is_before_block_boundary
from editor.kramdown.blocks.frames import BlockParser, Frame, new_block
from editor.kramdown.patterns import LINE_SPACE, OPT_SPACE, STRIPPED
from editor.kramdown.tree import Markup

_START = re.compile(rf"{OPT_SPACE}(\\)?+\$\$")
_REST_OF_LINE = re.compile(rf"{LINE_SPACE}*+\n")


def read_block_math(parser: BlockParser, frame: Frame) -> bool:
    """Between block boundaries, from `$$` to the next `$$` (kramdown/parser/kramdown/math.rb)."""
    source = frame.source
    start = _START.match(source.text, source.pos)
    if start is None or not is_after_block_boundary(frame):
        return False
    end = source.find("$$", start.end())
    if end < 0:
        parser.mark_open_ended(source)
        return False
    rest = _REST_OF_LINE.match(source.text, end + 2)
    if start[1] is not None:
        if rest is not None:
            source.pos = start.end() - 2  # the backslash goes: what follows is a paragraph with math in it
        return False
    after = end + 2 if rest is None else rest.end()
    if not is_before_block_boundary(source, after):
        return False
    value = source.text[start.end() : end].strip(STRIPPED)
    new_block(frame, Markup("math", value, "block", line=source.line))
    source.pos = after
    return True
