"""Which constructs may begin at a line, in the order in which kramdown asks them (kramdown/parser/kramdown.rb)."""

from __future__ import annotations

from collections.abc import Sequence

from editor.kramdown.blocks.blank_line import read_blank_line
from editor.kramdown.blocks.frames import Construct
from editor.kramdown.blocks.paragraph import read_paragraph


def constructs_at(text: str, pos: int) -> Sequence[Construct]:
    """The constructs that the first characters of the line leave possible."""
    return (read_blank_line, read_paragraph)
