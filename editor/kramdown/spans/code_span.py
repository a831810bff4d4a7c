"""Code spans: `` `code` ``."""

from __future__ import annotations

import re

from editor.kramdown.spans.characters import SPACES
from editor.kramdown.spans.reading import Reading
from editor.kramdown.tree import Node

_RUN = re.compile("`++")


def read_code_span(reading: Reading, at: int) -> bool:
    """Up to as many backticks as it began with, else they are text (kramdown/parser/kramdown/codespan.rb)."""
    text = reading.text
    start = at + 1
    if text.startswith("`", start):
        match = _RUN.match(text, at)
        start = match.end() if match else start
    width = start - at
    reading.pos = start
    if width == 1 and (at == 0 or text[at - 1] in SPACES) and text[start : start + 1] in SPACES:
        return True
    end = _end(reading, width, start)
    if end < 0:
        return True
    code = text[start:end]
    if width > 1:
        code = code.removeprefix(" ").removesuffix(" ")
    reading.add(Node("codespan", code), at, end + width)
    return True


def _end(reading: Reading, width: int, start: int) -> int:
    """Where the closing run begins, or -1; what is known to be missing is not searched for again."""
    if reading.ticks is not None and width >= reading.ticks[0] and start >= reading.ticks[1]:
        return -1
    end = reading.text.find("`" * width, start)
    if end < 0:
        reading.ticks = (width, start)
    return end
