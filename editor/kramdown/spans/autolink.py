"""Autolinks: `<https://example.com/>`, `<me@example.com>`."""

from __future__ import annotations

import re

from editor.kramdown.spans.characters import is_alphanumeric
from editor.kramdown.spans.reading import Reading
from editor.kramdown.tree import Node

_ADDRESS = re.compile(r"<(mailto|https?|ftps?):[^\n]")
_END = re.compile(r"[>\n]")
_MAIL = re.compile(r"<([\w.\-\u0300-\U000e01ef]++@[\w.\-\u0300-\U000e01ef]++)>")


def read_autolink(reading: Reading, at: int) -> bool:
    """An address in angle brackets, on one line (kramdown/parser/kramdown/autolink.rb)."""
    text = reading.text
    found = _ADDRESS.match(text, at)
    if found is not None:
        end = reading.next(_END, found.end())
        if end is not None and end[0] == ">":
            _add_link(reading, at, end.end(), text[at + 1 : end.start()], mail=False)
            return True
    found = _MAIL.match(text, at)
    if found is None or not all(each in "-_.@" or is_alphanumeric(each) for each in found[1]):
        return False
    _add_link(reading, at, found.end(), found[1], mail=True)
    return True


def _add_link(reading: Reading, at: int, end: int, address: str, *, mail: bool) -> None:
    link = Node("a", line=reading.line_at(at))
    link.attrs["href"] = f"mailto:{address}" if mail else address
    link.children.append(address.removeprefix("mailto:"))
    reading.add(link, at, end)
