"""Block quotes: lines after `>`, and lazily those that follow."""

from __future__ import annotations

import re

from editor.kramdown.blocks.frames import BlockParser, Frame, Source, new_block
from editor.kramdown.blocks.lazy_lines import LAZY_END, end_of_lines, lines_until
from editor.kramdown.tree import Node

_LINES = lines_until(LAZY_END, ordinary=r"^ \t\n\v\f\r\^{<")
_MARK = " {0,3}+> ?"
_FIRST_MARK = re.compile(_MARK)
_FURTHER_MARKS = re.compile(f"\n{_MARK}")
_ALL_MARKS = re.compile(f"(?:{_MARK})++")


def read_blockquote(parser: BlockParser, frame: Frame) -> bool:
    """All lines up to a blank one, without their marks (kramdown/parser/kramdown/blockquote.rb)."""
    source, text = frame.source, frame.source.text
    start = _FIRST_MARK.match(text, source.pos)
    if start is None:
        return False
    first_end = source.line_end(start.end())
    end = source.ask((_LINES, first_end), lambda: end_of_lines(parser, source, _LINES))
    line = source.line
    node = new_block(frame, Node("blockquote", line=line))
    if end == len(text) and not source.ask((_MARK, first_end), lambda: _FURTHER_MARKS.search(text, first_end)):
        source.pos = end
        parser.open(Frame(node, source.rest(start.end(), line=line)))
        return True
    content = _FURTHER_MARKS.sub("\n", text[start.end() : end])
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
