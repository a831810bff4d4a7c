"""Reads the spans of a text from left to right, with a stack of its own, in time that grows with the text alone."""

from __future__ import annotations

from editor.kramdown.definitions import Definitions
from editor.kramdown.options import Options
from editor.kramdown.spans.constructs import constructs_for
from editor.kramdown.spans.reading import Reading
from editor.kramdown.tree import Node


class SpanParser:
    """Reads texts of one document. Which definitions it was asked for stands in `asked_…`.

    `configured`: the options before the text's own `{::options}`; they say which constructs there are.
    """

    def __init__(self, options: Options, definitions: Definitions, *, configured: Options | None = None) -> None:
        self.options = options  # a span's `{::options}` replaces it
        self.definitions = definitions
        self.constructs = constructs_for(configured or options)
        # Names that some text referred to, found or not, since the caller emptied them: what a chunk depends on.
        self.asked_links: set[str] = set()
        self.asked_footnotes: set[str] = set()
        self.asked_alds: set[str] = set()

    def parse(self, text: str, *, line: int) -> list[Node | str]:
        """The spans of a block's text; runs of text between nodes are one `str` each."""
        return Reading(str(text), self, self.constructs, line=line).run()
