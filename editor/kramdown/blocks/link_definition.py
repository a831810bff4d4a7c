"""Link definitions: `[id]: url "title"`."""

from __future__ import annotations

import re

from editor.kramdown.blocks.frames import BlockParser, Frame, new_block
from editor.kramdown.definitions import LinkDefinition, normalize_link_id
from editor.kramdown.patterns import OPT_SPACE
from editor.kramdown.tree import Node

_START = re.compile(rf"{OPT_SPACE}\[([^\n\]]++)\]:[ \t]*+")
_QUOTE = re.compile(r"[ \t]++([\"'])")
# A title on the next line, which it must fill.
_TITLE_LINE = re.compile(r"[ \t]*+([\"'])([^\n]+)\1[ \t]*\n")


def read_link_definition(parser: BlockParser, frame: Frame) -> bool:
    """On one line, or on two with the title on the second (kramdown/parser/kramdown/link.rb)."""
    source = frame.source
    start = _START.match(source.text, source.pos)
    if start is None:
        return False
    line_end = source.text.index("\n", start.end())
    line = source.text[start.end() : line_end].rstrip(" \t")
    if not line.strip(" \t\n\v\f\r"):
        return False
    found = _in_brackets(line) or _bare(line)
    if found is None:
        return False
    url, title = found
    end = line_end + 1
    if title is None and (further := _TITLE_LINE.match(source.text, end)) is not None:
        title, end = further[2], further.end()
    place = new_block(frame, Node("eob", "link_def"))
    parser.definitions.links[normalize_link_id(start[1])] = LinkDefinition(url, title, place)
    source.pos = end
    return True


def _in_brackets(line: str) -> tuple[str, str | None] | None:
    """A URL between `<` and the first `>` after which nothing stands but a title."""
    if line[0] != "<":
        return None
    end = line.find(">")
    while end >= 0:
        if end == len(line) - 1:
            return line[1:end], None
        title = _title_at(line, end + 1)
        if title is not None:
            return line[1:end], title
        end = line.find(">", end + 1)
    return None


def _bare(line: str) -> tuple[str, str | None] | None:
    """A URL up to the title or to the line's end; none where a quotation mark after space begins no title."""
    for quote in _QUOTE.finditer(line):
        if quote.start() == 0:
            continue
        title = _title_at(line, quote.start())
        if title is None:
            return None
        return line[: quote.start()], title
    return line, None


def _title_at(line: str, pos: int) -> str | None:
    """The title that begins at `pos` with white space and ends the line."""
    quote = _QUOTE.match(line, pos)
    if quote is None or line[-1] != quote[1] or len(line) - quote.end() < 2:
        return None
    return line[quote.end() : -1]
