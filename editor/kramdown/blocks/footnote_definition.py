"""Footnote definitions."""

from __future__ import annotations

import re
from functools import partial

from editor.kramdown.blocks.code_block import end_of_code, end_of_indent, without_indent
from editor.kramdown.blocks.frames import BlockParser, Frame, Source, new_block
from editor.kramdown.definitions import FootnoteDefinition
from editor.kramdown.patterns import ALD_ID_NAME, OPT_SPACE
from editor.kramdown.tree import Node

_START = re.compile(rf"{OPT_SPACE}\[\^({ALD_ID_NAME})\]:")


def read_footnote_definition(parser: BlockParser, frame: Frame) -> bool:
    """The rest of the line and what is indented like code below it (kramdown/parser/kramdown/footnote.rb)."""
    source = frame.source
    start = _START.match(source.text, source.pos)
    if start is None:
        return False
    line = source.line
    first_end = source.line_end(start.end()) + 1
    end = source.ask((end_of_code, first_end), lambda: end_of_code(parser, source, first_end))
    if end == first_end == len(source.text):
        content = source.rest(end_of_indent(source.text, start.end()), line=line)
    else:
        content = Source(without_indent(source.text[start.end() : end]), line=line)
    source.pos = end
    parser.open(Frame(Node("footnote_def", line=line), content, closer=partial(_define, name=start[1])))
    return True


def _define(parser: BlockParser, frame: Frame, *, name: str) -> None:
    """Footnotes within the content are defined before it."""
    place = new_block(parser.frames[-1], Node("eob", "footnote_def"))
    parser.definitions.footnotes[name] = FootnoteDefinition(frame.node, place)
