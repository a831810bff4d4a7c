"""Fenced code blocks, after `~~~` in kramdown, and after three backticks as well in GFM."""

from __future__ import annotations

import re

from editor.kramdown.blocks.closing_fence import ClosingFences
from editor.kramdown.blocks.frames import BlockParser, Frame, new_block
from editor.kramdown.patterns import LINE_SPACE, NO_SPACE, OPT_SPACE
from editor.kramdown.tree import CodeBlock

# Groups: 1 fence, 2 white space, 3 info string of one word at most.
_START = re.compile(rf"(~{{3,}}+)({LINE_SPACE}*+)({NO_SPACE}*+){LINE_SPACE}*+\n")
_START_GFM = re.compile(rf"{OPT_SPACE}([~`]{{3,}}+)({LINE_SPACE}*+)({NO_SPACE}*+){LINE_SPACE}*+\n")
# The language's name ends where options begin: `ruby?start_line=3`.
_NAME = re.compile(r"(.+?)(?:\?.*)?", re.DOTALL)


def read_fenced_code_block(parser: BlockParser, frame: Frame) -> bool:
    """From a fence to the next of at least its length (kramdown/parser/kramdown/codeblock.rb)."""
    return _read(parser, frame, gfm=False)


def read_fenced_code_block_gfm(parser: BlockParser, frame: Frame) -> bool:
    """The same by GFM's rule: backticks too, and up to three spaces before (kramdown/parser/gfm.rb)."""
    return _read(parser, frame, gfm=True)


def _read(parser: BlockParser, frame: Frame, *, gfm: bool) -> bool:
    source = frame.source
    start = (_START_GFM if gfm else _START).match(source.text, source.pos)
    if start is None:
        return False
    fence, space, info = start.groups()
    if source.fences is None:
        source.fences = ClosingFences(source.text, gfm=gfm)
    found = source.fences.closing(fence, start.end())
    if found is None or found[0] < len(fence):
        parser.mark_open_ended(source)
    if found is None:
        return False
    counted, closing = found
    if counted < len(fence):
        if space and info:
            return False  # what is left of the fence would be a second word
        info = fence[counted:] + info
    block = CodeBlock(source.text[start.end() : closing.start], line=source.line)
    name = _NAME.fullmatch(info)
    if name is not None:
        block.language = info
        block.attrs["class"] = f"language-{name[1]}"
    new_block(frame, block)
    source.pos = closing.end
    return True
