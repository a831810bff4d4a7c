"""A whole text to HTML in one go."""

from __future__ import annotations

from collections.abc import Callable

from editor.kramdown.assemble import assemble
from editor.kramdown.blocks.parser import parse_blocks
from editor.kramdown.definitions import predefined
from editor.kramdown.fragment import Fragment
from editor.kramdown.gfm.hard_breaks import break_lines, may_have_breaks
from editor.kramdown.options import JEKYLL_DEFAULTS, Options
from editor.kramdown.spans.parser import SpanParser
from editor.kramdown.spans.tree_pass import read_spans
from editor.kramdown.writer.fragment_writer import context_for, write_in, write_note_in


def adapt_source(text: str) -> str:
    """Line breaks as `\\n`, exactly one at the end (kramdown/parser/base.rb, adapt_source)."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.endswith("\n") else text + "\n"


def to_html(text: str, options: Options = JEKYLL_DEFAULTS) -> str:
    """Convert a text as kramdown does. Never raises for what a writer may type."""
    fragment, left, note = convert_whole(adapt_source(text), options)
    return assemble([fragment], left, note).html


def convert_whole(text: str, options: Options) -> tuple[Fragment, Options, Callable[[str], Fragment]]:
    """A whole text as one fragment, the options that it leaves, and its footnotes by name."""
    definitions = predefined(options.link_defs)
    root, left = parse_blocks(text, options, definitions)
    spans = SpanParser(left, definitions, configured=options)
    read_spans(root, spans)
    for footnote in definitions.footnotes.values():
        read_spans(footnote.content, spans)
    if options.is_gfm and may_have_breaks(text, hard_wrap=options.hard_wrap):
        break_lines(root, hard_wrap=options.hard_wrap)
    context = context_for(spans.options, definitions)

    def note(name: str) -> Fragment:
        return write_note_in(context, name, definitions.footnotes[name].content)

    return write_in(context, root), spans.options, note
