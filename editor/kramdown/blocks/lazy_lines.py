"""The lines that belong together without a mark of their own: of paragraphs, and lazily of quotes."""

from __future__ import annotations

import re
from typing import Final

from editor.kramdown.blocks.frames import BlockParser, Source
from editor.kramdown.html.elements import SPAN_ELEMENTS
from editor.kramdown.html.syntax import NAME
from editor.kramdown.patterns import BLANK_LINE, EOB_MARKER, IAL_START, OPT_SPACE, SPACE

# HTML that ends the lines of a paragraph, quote or item; after OPT_SPACE (kramdown/parser/kramdown/paragraph.rb).
_NOT_A_SPAN = rf"(?!(?:{'|'.join(sorted(SPAN_ELEMENTS))}|script)\b)"
LAZY_END_HTML: Final = rf"(?:</{_NOT_A_SPAN}{NAME}{SPACE}*+>|<{_NOT_A_SPAN}{NAME})"
# All that ends them; whether the IAL is one has still to be asked.
LAZY_END: Final = rf"(?:{BLANK_LINE}|{EOB_MARKER}|{OPT_SPACE}(?:{IAL_START}|{LAZY_END_HTML}))"

_IAL = re.compile(f"{OPT_SPACE}{IAL_START}")


def lines_until(stop: str, *, ordinary: str) -> re.Pattern[str]:
    """All lines from a position on up to one that `stop` matches; the first is not asked.

    A line that begins with one of the `ordinary` characters (a class of them) needs no question either.
    """
    return re.compile(rf"[^\n]*+\n(?:[{ordinary}][^\n]*+\n|(?!{stop})[^\n]*+\n)*+")


def end_of_lines(parser: BlockParser, source: Source, lines: re.Pattern[str]) -> int:
    """Where the lines end; `lines` stops at everything that looks like an IAL, which is looked at here."""
    text = source.text
    pos = source.pos
    while True:
        match = lines.match(text, pos)
        pos = len(text) if match is None else match.end()
        if not is_false_ial(parser, source, pos):
            return pos


def is_false_ial(parser: BlockParser, source: Source, pos: int) -> bool:
    """Whether the line at `pos` begins like an IAL and is none."""
    start = _IAL.match(source.text, pos)
    if start is None or source.braces.end_of(start.end()) >= 0:
        return False
    mark_far_brace(parser, source, start.end())
    return True


def mark_far_brace(parser: BlockParser, source: Source, start: int) -> None:
    """A list without an end: tell so if another line might hold the end one day."""
    brace = source.braces.first_after(start)
    if source.text.find("\n", start, brace) >= 0:
        parser.mark_open_ended(source)
