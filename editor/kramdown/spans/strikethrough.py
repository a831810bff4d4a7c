"""Strikethrough: `~~text~~`, by GFM's parser."""

from __future__ import annotations

import re

from editor.kramdown.spans.characters import SPACES
from editor.kramdown.spans.reading import Reading
from editor.kramdown.tree import HtmlElement

_END = re.compile(r"[^ \t\n\v\f\r~]~~")


def read_strikethrough(reading: Reading, at: int) -> bool:
    """Up to the next tildes after text, which is read on its own (kramdown/parser/gfm.rb, parse_strikethrough_gfm).

    Such a text holds no strikethrough itself: reading it within the reading goes no deeper than this.
    """
    text, start = reading.text, at + 2
    if not text.startswith("~~", at) or text[start : start + 1] in SPACES or text.startswith("~", start):
        return False
    found = reading.next(_END, start)
    if found is None:
        return False
    key = (at, reading.frame.context, False)
    if not reading.add_known(key):
        node = HtmlElement("del", "span", line=reading.line_at(at))
        node.children = reading.parser.parse(text[start : found.end() - 2], line=node.line)
        reading.remember(key, node, found.end())
        reading.add(node, at, found.end())
    return True
