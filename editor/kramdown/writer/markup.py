"""Writes what may be block or span: HTML elements, comments, raw text, math (kramdown/converter/html.rb)."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Final

from editor.kramdown.fragment import NotesPlace, Piece, TocPlace
from editor.kramdown.html.elements import ELEMENTS_WITHOUT_BODY
from editor.kramdown.tree import HtmlElement, Markup, Node, Raw
from editor.kramdown.writer.escaping import attributes
from editor.kramdown.writer.math import write_math
from editor.kramdown.writer.writer import Open, Opener, Writer, pad


def _html_element(writer: Writer, node: Node, indent: int) -> Open | None:
    assert isinstance(node, HtmlElement)
    out, name = writer.out, node.value
    if name == "img":
        writer.images.append(node.attrs.get("src", ""))
    is_block = node.category == "block"
    is_on_own_line = is_block and not _is_in_raw_html(writer)
    space = pad(indent) if is_on_own_line else ""
    start_tag = f"{space}<{name}{attributes(node.attrs)}"
    out.append(start_tag)
    start = len(out)
    writer.html_depth += 1

    def close() -> None:
        writer.html_depth -= 1
        has_content = len(out) > start
        if is_block and node.is_closed and node.content_model == "raw":
            del out[start:]
            out.append(" />")
        elif has_content and is_block and node.content_model == "block":
            out[start - 1] = f"{start_tag}>\n"
            out[-1] = _chomped(out[-1])
            out.append(f"\n{pad(indent)}</{name}>")
        elif has_content:
            out[start - 1] = f"{start_tag}>"
            out.append(f"</{name}>")
        else:
            out.append(" />" if name in ELEMENTS_WITHOUT_BODY else f"></{name}>")
        if is_on_own_line:
            out.append("\n")

    return iter(node.children), indent + 2, node, close


def _chomped(piece: Piece) -> Piece:
    """Without its last line end; of a place for the TOC or the footnotes, for when it stays the list that it is."""
    if isinstance(piece, str):
        return piece.removesuffix("\n")
    if isinstance(piece, TocPlace | NotesPlace):
        return replace(piece, otherwise=(*piece.otherwise[:-1], _chomped(piece.otherwise[-1])))
    return piece


def _is_in_raw_html(writer: Writer) -> bool:
    parent = writer.parent
    return isinstance(parent, HtmlElement) and parent.content_model == "raw"


def _xml_comment(writer: Writer, node: Node, indent: int) -> None:
    """A comment or a processing instruction, as it is in the source."""
    if isinstance(node, Markup) and node.category == "block" and not _is_in_raw_html(writer):
        writer.out.append(f"{pad(indent)}{node.value}\n")
    elif node.value:
        writer.out.append(node.value)


def _comment(writer: Writer, node: Node, indent: int) -> None:
    if isinstance(node, Markup) and node.category == "block":
        writer.out.append(f"{pad(indent)}<!-- {node.value} -->\n")
    else:
        writer.out.append(f"<!-- {node.value} -->")


def _raw(writer: Writer, node: Node, _indent: int) -> None:
    if isinstance(node, Raw) and node.types and "html" not in node.types:
        return
    written = f"{node.value}\n" if isinstance(node, Markup) and node.category == "block" else node.value
    if written:
        writer.out.append(written)


def _math(writer: Writer, node: Node, indent: int) -> None:
    assert isinstance(node, Markup)
    writer.out.append(write_math(node, writer.options, pad=pad(indent)))


MARKUP: Final = MappingProxyType[str, Opener](
    {
        "html_element": _html_element,
        "xml_comment": _xml_comment,
        "xml_pi": _xml_comment,
        "comment": _comment,
        "raw": _raw,
        "math": _math,
    }
)
