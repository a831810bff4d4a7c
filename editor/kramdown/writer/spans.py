"""Writes spans (kramdown/converter/html.rb)."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from editor.kramdown.entities import NamedEntity
from editor.kramdown.fragment import NoteMark
from editor.kramdown.tree import Entity, Node
from editor.kramdown.writer.entity_output import write_entity
from editor.kramdown.writer.escaping import attributes
from editor.kramdown.writer.writer import Open, Opener, Writer, only_text


def _element(writer: Writer, node: Node, indent: int) -> Open | None:
    """`em`, `strong`: an element of the node's own name."""
    name = node.kind
    attrs = attributes(node.attrs)
    text = only_text(node)
    if text is not None:
        writer.out.append(f"<{name}{attrs}>{writer.text(text)}</{name}>")
        return None
    writer.out.append(f"<{name}{attrs}>")
    return iter(node.children), indent + 2, node, f"</{name}>"


def _link(writer: Writer, node: Node, indent: int) -> Open | None:
    if writer.is_toc_entry:  # is a link itself
        return iter(node.children), indent + 2, node, ""
    text = only_text(node)
    if text is not None:
        writer.out.append(f"<a{attributes(node.attrs)}>{writer.text(text)}</a>")
        return None
    writer.out.append(f"<a{attributes(node.attrs)}>")
    return iter(node.children), indent + 2, node, "</a>"


def _image(writer: Writer, node: Node, _indent: int) -> None:
    writer.images.append(node.attrs.get("src", ""))
    writer.out.append(f"<img{attributes(node.attrs)} />")


def _line_break(writer: Writer, _node: Node, _indent: int) -> None:
    writer.out.append("<br />")


def _code(writer: Writer, node: Node, _indent: int) -> None:
    writer.out.append(writer.context.code.write_span(node))


def _footnote_mark(writer: Writer, node: Node, _indent: int) -> None:
    if not writer.is_toc_entry:
        writer.out.append(NoteMark(node.value))


def _entity(writer: Writer, node: Node, _indent: int) -> None:
    assert isinstance(node, Entity)
    character = node.value
    entity = NamedEntity(character, ord(character) if character else 0, node.name)
    writer.out.append(write_entity(entity, writer.options, original=node.original))


def _symbol(writer: Writer, node: Node, _indent: int) -> None:
    """A typographic symbol or a smart quote."""
    written = writer.context.symbols[node.value]
    if written:
        writer.out.append(written)


def _abbreviation(writer: Writer, node: Node, _indent: int) -> None:
    definition = writer.context.abbreviation(node.value)
    attrs = dict(node.attrs)
    if definition is not None:
        attrs.update(definition.place.attrs)
        if definition.title:
            attrs["title"] = definition.title
    writer.out.append(f"<abbr{attributes(attrs)}>{node.value}</abbr>")


SPANS: Final = MappingProxyType[str, Opener](
    {
        "em": _element,
        "strong": _element,
        "a": _link,
        "img": _image,
        "br": _line_break,
        "codespan": _code,
        "footnote": _footnote_mark,
        "entity": _entity,
        "typographic_sym": _symbol,
        "smart_quote": _symbol,
        "abbreviation": _abbreviation,
    }
)
