"""Block quotes: lines after `>`, and lazily those that follow."""

from __future__ import annotations

import re

from editor.kramdown.blocks.frames import BlockParser, Frame, Source, new_block
from editor.kramdown.blocks.lazy_lines import end_of_lines, lines_until
from editor.kramdown.patterns import LAZY_END
from editor.kramdown.tree import Node

_LINES = lines_until(LAZY_END, ordinary=r"^ \t\n\v\f\r\^{<")
_MARK = " {0,3}+> ?"
_FIRST_MARK = re.compile(_MARK)
_FURTHER_MARKS = re.compile(f"\n{_MARK}")
_ALL_MARKS = re.compile(f"(?:{_MARK})++")


def read_blockquote(parser: BlockParser, frame: Frame) -> bool:
    """All lines up to a blank one, without their marks (kramdown/parser/kramdown/blockquote.rb)."""
    source = frame.source
    start = _FIRST_MARK.match(source.text, source.pos)
    if start is None:
        return False
    end = end_of_lines(parser, source, _LINES)
    content = _FURTHER_MARKS.sub("\n", source.text[start.end() : end])
    line = source.line
    node = new_block(frame, Node("blockquote", line=line))
    if _FIRST_MARK.match(content):
        node, content = _open_inner_quotes(node, content)
    source.pos = end
    parser.open(Frame(node, Source(content, line=line)))
    return True


def _open_inner_quotes(node: Node, content: str) -> tuple[Node, str]:
    """The innermost of the quotes that hold all the lines, and its content: all marks are taken off at once."""
    depth = min(_depth(line) for line in content.split("\n")[:-1])
    if depth > 0:
        content = re.sub(f"^(?:{_MARK}){{{depth}}}", "", content, flags=re.MULTILINE)
    for _ in range(depth):
        inner = Node("blockquote", line=node.line)
        node.children.append(inner)
        node = inner
    return node, content


def _depth(line: str) -> int:
    marks = _ALL_MARKS.match(line)
    return 0 if marks is None else marks[0].count(">")
