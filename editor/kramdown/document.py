"""A whole text to HTML in one go."""

from __future__ import annotations

from editor.kramdown.assemble import assemble
from editor.kramdown.blocks.parser import parse_blocks
from editor.kramdown.definitions import Definitions
from editor.kramdown.options import JEKYLL_DEFAULTS, Options
from editor.kramdown.spans.parser import SpanParser
from editor.kramdown.spans.tree_pass import read_spans
from editor.kramdown.writer.fragment_writer import write_fragment


def adapt_source(text: str) -> str:
    """Line breaks as `\\n`, exactly one at the end (kramdown/parser/base.rb, adapt_source)."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.endswith("\n") else text + "\n"


def to_html(text: str, options: Options = JEKYLL_DEFAULTS) -> str:
    """Convert a text as kramdown does. Never raises for what a writer may type."""
    definitions = Definitions()
    root, options = parse_blocks(adapt_source(text), options, definitions)
    spans = SpanParser(options, definitions)
    read_spans(root, spans)
    fragment = write_fragment(root, spans.options, definitions)
    return assemble([fragment], spans.options, lambda _name: None).html
