"""Indented code blocks."""

from __future__ import annotations

import re

from editor.kramdown.blocks.frames import BlockParser, Frame, Source, new_block
from editor.kramdown.blocks.lazy_lines import LAZY_END_HTML, is_false_ial
from editor.kramdown.patterns import BLANK_LINE, EOB_MARKER, IAL_START, INDENT, NO_SPACE, OPT_SPACE
from editor.kramdown.tree import CodeBlock

_TEXT = rf"[ \t]*+{NO_SPACE}[^\n]*+\n"
_LAZY_LINE = rf"(?!{EOB_MARKER}|{OPT_SPACE}(?:{IAL_START}|{LAZY_END_HTML})){_TEXT}"
# Indented lines, blank ones between them, and lazily lines that are not indented (but not after a blank one).
_LINES = rf"(?:(?:{BLANK_LINE})*+(?:{INDENT}{_TEXT})++(?:{_LAZY_LINE})*+)*+"
_CODE = re.compile(_LINES)
_FURTHER_LINES = re.compile(f"(?:{_LAZY_LINE})*+{_LINES}")
_LAZY_BREAK = re.compile(rf"\n( {{0,3}}+{NO_SPACE})")
_INDENT = re.compile(rf"^{INDENT}", re.MULTILINE)
_INDENT_HERE = re.compile(INDENT)


def read_code_block(parser: BlockParser, frame: Frame) -> bool:
    """Lines after four spaces or a tab; lazy lines join the one before (kramdown/parser/kramdown/codeblock.rb)."""
    source = frame.source
    end = end_of_code(parser, source, source.pos)
    if end == source.pos:
        return False
    code = _LAZY_BREAK.sub(r" \1", source.text[source.pos : end])
    new_block(frame, CodeBlock(without_indent(code), line=source.line))
    source.pos = end
    return True


def end_of_code(parser: BlockParser, source: Source, pos: int) -> int:
    """Where the indented and lazy lines end that begin at `pos`; `pos` if there are none."""
    text = source.text
    match = _CODE.match(text, pos)
    end = pos if match is None else match.end()
    while end > pos and is_false_ial(parser, source, end):
        match = _FURTHER_LINES.match(text, text.index("\n", end) + 1)
        end = len(text) if match is None else match.end()
    return end


def end_of_indent(text: str, pos: int) -> int:
    """After the four spaces or the tab that stand at a position, if they do."""
    indent = _INDENT_HERE.match(text, pos)
    return pos if indent is None else indent.end()


def without_indent(text: str) -> str:
    """Each line without its first four spaces or its first tab."""
    return _INDENT.sub("", text)
