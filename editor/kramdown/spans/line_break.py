"""Line breaks: two spaces or `\\\\` at the end of a line."""

from __future__ import annotations

from editor.kramdown.spans.reading import Reading
from editor.kramdown.tree import Node


def read_line_break(reading: Reading, at: int) -> bool:
    """A break, right before the line's end (kramdown/parser/kramdown/line_break.rb)."""
    if not reading.text.startswith(("  \n", "\\\\\n"), at):
        return False
    reading.add(Node("br"), at, at + 2)
    return True
