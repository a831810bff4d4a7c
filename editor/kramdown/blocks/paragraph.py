"""Paragraphs: every line that nothing else takes."""

from __future__ import annotations

import re

from editor.kramdown.blocks.frames import BlockParser, Frame, new_block
from editor.kramdown.tree import Paragraph, RawText

_LINES = re.compile(r"(?:[^\n]*\S[^\n]*\n)+")


def read_paragraph(parser: BlockParser, frame: Frame) -> bool:
    """Lines up to what ends a paragraph (kramdown/parser/kramdown/paragraph.rb)."""
    match = _LINES.match(frame.source.text, frame.source.pos)
    if match is None:
        return False
    node = new_block(frame, Paragraph(line=frame.source.line))
    frame.source.pos = match.end()
    node.children.append(RawText(match[0].strip()))
    return True
