"""Block quotes: lines after `>`, and lazily those that follow."""

from __future__ import annotations

import re

from editor.kramdown.blocks.frames import BlockParser, Frame, Source, new_block
from editor.kramdown.blocks.lazy_lines import end_of_lines, lines_until
from editor.kramdown.patterns import LAZY_END
from editor.kramdown.tree import Node

_LINES = lines_until(LAZY_END, ordinary=r"^ \t\n\v\f\r\^{<")
_START = re.compile(" {0,3}+> ?")
_FURTHER_MARKS = re.compile("\n {0,3}+> ?")


def read_blockquote(parser: BlockParser, frame: Frame) -> bool:
    """All lines up to a blank one, without their marks (kramdown/parser/kramdown/blockquote.rb)."""
    source = frame.source
    start = _START.match(source.text, source.pos)
    if start is None:
        return False
    end = end_of_lines(parser, source, _LINES)
    content = _FURTHER_MARKS.sub("\n", source.text[start.end() : end])
    line = source.line
    node = new_block(frame, Node("blockquote", line=line))
    source.pos = end
    parser.open(Frame(node, Source(content, line=line)))
    return True
