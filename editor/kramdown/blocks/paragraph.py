"""Paragraphs: every line that nothing else takes."""

from __future__ import annotations

import re

from editor.kramdown.blocks.frames import BlockParser, Frame, new_block
from editor.kramdown.blocks.lazy_lines import LAZY_END, end_of_lines, lines_until
from editor.kramdown.patterns import LIST_MARKER, MARKER_END, OPT_SPACE, STRIPPED
from editor.kramdown.tree import Node, Paragraph, RawText

_LINES = lines_until(
    rf"{LAZY_END}|{OPT_SPACE}:{MARKER_END}",
    ordinary=r"^ \t\n\v\f\r\^{<:",
)
# GFM's quirk: lists, headers, quotes and fences end a paragraph as well (kramdown/parser/gfm.rb, PARAGRAPH_END_GFM).
_LINES_WITH_QUIRK = lines_until(
    rf"{LAZY_END}|#{{1,6}}[ \t]|{OPT_SPACE}(?:>|[~`]{{3}}|(?:{LIST_MARKER}|:){MARKER_END})",
    ordinary=r"^ \t\n\v\f\r\^{<:>~`+*0-9#-",
)


def read_paragraph(parser: BlockParser, frame: Frame) -> bool:
    """Lines up to what ends a paragraph (kramdown/parser/kramdown/paragraph.rb)."""
    return _read(parser, frame, _LINES)


def read_paragraph_with_quirk(parser: BlockParser, frame: Frame) -> bool:
    """The same, where a paragraph ends before other blocks without a blank line."""
    return _read(parser, frame, _LINES_WITH_QUIRK)


def _read(parser: BlockParser, frame: Frame, lines: re.Pattern[str]) -> bool:
    source = frame.source
    start = source.pos
    end = end_of_lines(parser, source, lines)
    text = source.text[start:end].rstrip(STRIPPED)
    siblings = frame.node.children
    if siblings and isinstance(last := siblings[-1], Node) and last.kind == "p":
        _join(frame, last, text, "  \n" if source.text.endswith("  \n", 0, start) else "\n")
    else:
        paragraph = new_block(frame, Paragraph(line=source.line))
        if text := text.lstrip(STRIPPED):
            paragraph.children.append(RawText(text))
    source.pos = end
    return True


def _join(frame: Frame, paragraph: Node, text: str, line_break: str) -> None:
    """Lines right after a paragraph are its own, if they turned out not to begin what had ended it."""
    if frame.joined is None or frame.joined[0] is not paragraph:
        frame.settle()
        children = paragraph.children
        if not children or not isinstance(last := children[-1], RawText):  # it was empty, or HTML
            children.append(RawText(text))
            return
        frame.joined = (paragraph, [last])
    frame.joined[1].append(line_break + text)


def read_stray_line(parser: BlockParser, frame: Frame) -> bool:
    """A line after less than four spaces and a tab is no block at all: its text stands by itself."""
    source = frame.source
    end = source.text.index("\n", source.pos) + 1
    text = source.text[source.pos : end]
    siblings = frame.node.children
    if siblings and isinstance(siblings[-1], RawText):
        siblings[-1] = RawText(siblings[-1] + text)
    else:
        siblings.append(RawText(text))
    source.pos = end
    return True
