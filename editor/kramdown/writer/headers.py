"""Writes headers, and what the TOC says of them (kramdown/converter/html.rb, convert_header)."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from editor.kramdown.fragment import HeaderId, HeaderLink, TocEntry
from editor.kramdown.tree import Header, Node
from editor.kramdown.writer.escaping import attributes, escape_attribute
from editor.kramdown.writer.writer import Open, Opener, Writer, only_text, pad

_NO_TOC = re.compile(r"\bno_toc\b", re.ASCII)


def _header(writer: Writer, node: Node, indent: int) -> Open | None:
    assert isinstance(node, Header)
    options, out = writer.options, writer.out
    tag = f"h{min(max(node.level + options.header_offset, 1), 6)}"
    out.append(f"{pad(indent)}<{tag}{attributes(node.attrs)}")
    id_: str | HeaderId | None = node.attrs.get("id")
    if id_ is None and options.auto_ids:
        by_gfm = options.is_gfm and not writer.is_note and not writer.html_depth
        id_ = HeaderId(node.raw_text, gfm=by_gfm)
        out.append(id_)
    out.append(">")
    if options.header_links and options.version != "2.4":
        _write_link(writer, id_)
    text = only_text(node)
    html = None if text is None else writer.text(text)
    if id_ is not None and node.level in options.toc_levels and not _NO_TOC.search(node.attrs.get("class", "")):
        writer.toc.append(TocEntry(node.level, id_, _entry(writer, node) if html is None else html))
    if html is None:
        return iter(node.children), indent + 2, node, f"</{tag}>\n"
    out.append(f"{html}</{tag}>\n")
    return None


def _write_link(writer: Writer, id_: str | HeaderId | None) -> None:
    if isinstance(id_, HeaderId):
        writer.out.append(HeaderLink(id_))
    elif id_:
        writer.out.append(f'<a href="#{escape_attribute(id_)}"></a>')


def _entry(writer: Writer, node: Header) -> str:
    """The header's content in the TOC: without links and footnotes, so there is no slot in it."""
    entry = Writer(writer.context, writer.openers)
    entry.is_toc_entry = True
    entry.write(node, 0)
    return "".join(piece for piece in entry.out if isinstance(piece, str))


HEADERS: Final = MappingProxyType[str, Opener]({"header": _header})
