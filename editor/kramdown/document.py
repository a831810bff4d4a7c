"""A whole text to HTML in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from editor.kramdown.assemble import assemble
from editor.kramdown.blocks.parser import parse_blocks
from editor.kramdown.definitions import predefined
from editor.kramdown.fragment import Fragment
from editor.kramdown.gfm.hard_breaks import break_lines, may_have_breaks
from editor.kramdown.options import JEKYLL_DEFAULTS, Options
from editor.kramdown.spans.abbreviations import settle_abbreviations
from editor.kramdown.spans.parser import SpanParser
from editor.kramdown.spans.tree_pass import read_block_by_block, read_spans
from editor.kramdown.tree import Node
from editor.kramdown.writer.fragment_writer import context_for, write_in, write_note_in

# Options that a text sets reach everywhere, what stands before them included.
OPTIONS = "{::options"


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
    if OPTIONS in text:
        read_spans(root, spans)
        blocks: Iterable[Node] = (root,)
    else:
        # Few blocks have their spans at a time: of a long text's whole tree much time would go to collecting garbage.
        settle_abbreviations(definitions)
        blocks = read_block_by_block(root, spans)
    for footnote in definitions.footnotes.values():
        read_spans(footnote.content, spans)
    if options.is_gfm and may_have_breaks(text, hard_wrap=options.hard_wrap):
        blocks = _with_breaks(blocks, options)
    context = context_for(spans.options, definitions)

    def note(name: str) -> Fragment:
        return write_note_in(context, name, definitions.footnotes[name].content)

    return write_in(context, blocks), spans.options, note


def _with_breaks(blocks: Iterable[Node], options: Options) -> Iterator[Node]:
    for block in blocks:
        break_lines(block, hard_wrap=options.hard_wrap)
        yield block
