"""Writes a tree (of a whole text or of a chunk) or a footnote as a fragment, without recursion."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType
from typing import Final

from editor.kramdown.definitions import Definitions
from editor.kramdown.fragment import Fragment
from editor.kramdown.options import Options
from editor.kramdown.tree import Node
from editor.kramdown.writer.blocks import BLOCKS
from editor.kramdown.writer.code import Highlight
from editor.kramdown.writer.headers import HEADERS
from editor.kramdown.writer.markup import MARKUP
from editor.kramdown.writer.note import note_item
from editor.kramdown.writer.pieces import joined
from editor.kramdown.writer.spans import SPANS
from editor.kramdown.writer.tables import TABLES
from editor.kramdown.writer.writer import Context, Opener, Writer

_OPENERS: Final = MappingProxyType[str, Opener]({**BLOCKS, **HEADERS, **TABLES, **MARKUP, **SPANS})


def _highlight(code: str, language: str) -> str | None:
    from editor.kramdown.highlight.highlighter import highlight  # late: many posts have no code

    return highlight(code, language)


def context_for(options: Options, definitions: Definitions, highlight: Highlight = _highlight) -> Context:
    """What all fragments of a document share. The options are those that its `{::options}` leave."""
    return Context(options, definitions, highlight)


def write_in(context: Context, roots: Iterable[Node]) -> Fragment:
    """The blocks below one root or several, byte for byte as kramdown writes them (kramdown/converter/html.rb)."""
    return _write(Writer(context, _OPENERS), roots, indent=0)


def write_note_in(context: Context, name: str, content: Node) -> Fragment:
    """A footnote's list item from its definition's content."""
    holder = Node("ol")
    holder.children.append(note_item(name, content, context.options))
    return _write(Writer(context, _OPENERS, is_note=True), (holder,), indent=4)


def _write(writer: Writer, roots: Iterable[Node], *, indent: int) -> Fragment:
    for root in roots:
        writer.write(root, indent)
    return Fragment(joined(writer.out), tuple(writer.toc), tuple(writer.images))
