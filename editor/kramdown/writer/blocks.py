"""Writes blocks that hold blocks or text (kramdown/converter/html.rb)."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from editor.kramdown.fragment import BackLinks, NotesPlace, TocPlace
from editor.kramdown.header_ids import basic_id
from editor.kramdown.tree import Node, Paragraph, Term
from editor.kramdown.writer.escaping import attributes
from editor.kramdown.writer.pieces import joined
from editor.kramdown.writer.writer import Open, Opener, Writer, only_text, pad

_AUTO_IDS = re.compile(r"auto_ids(?:-([A-Za-z0-9_-]+))?")


def _blank(writer: Writer, _node: Node, _indent: int) -> None:
    writer.out.append("\n")


def _paragraph(writer: Writer, node: Node, indent: int) -> Open | None:
    text = only_text(node)
    if isinstance(node, Paragraph) and node.transparent:
        if text is None:
            return iter(node.children), indent + 2, node, ""
        if text:
            writer.out.append(writer.text(text))
        return None
    attrs = attributes(node.attrs)
    if text is not None:
        writer.out.append(f"{pad(indent)}<p{attrs}>{writer.text(text)}</p>\n")
        return None
    image = node.children[0] if len(node.children) == 1 else None
    if isinstance(image, Node) and image.kind == "img" and _refers_to(image, "standalone"):
        _figure(writer, node, image, indent)
        return None
    writer.out.append(f"{pad(indent)}<p{attrs}>")
    return iter(node.children), indent + 2, node, "</p>\n"


def _refers_to(node: Node, name: str) -> bool:
    """Whether the node's IAL has this name in it: `{:toc}`."""
    return node.ial is not None and name in node.ial.refs


def _figure(writer: Writer, node: Node, image: Node, indent: int) -> None:
    """A paragraph of one image with `{:standalone}`."""
    attrs, image_attrs = dict(node.attrs), dict(image.attrs)
    for name in ("class", "id"):
        if name in image_attrs and name not in attrs:
            attrs[name] = image_attrs.pop(name)
    writer.images.append(image_attrs.get("src", ""))
    inner = pad(indent + 2)
    writer.out.append(
        f"{pad(indent)}<figure{attributes(attrs)}>\n{inner}<img{attributes(image_attrs)} />\n"
        f"{inner}<figcaption>{image_attrs.get('alt', '')}</figcaption>\n{pad(indent)}</figure>\n"
    )


def _container(writer: Writer, node: Node, indent: int) -> Open:
    """A block that holds blocks: its tags stand on lines of their own."""
    name, space = node.kind, pad(indent)
    writer.out.append(f"{space}<{name}{attributes(node.attrs)}>\n")
    return iter(node.children), indent + 2, node, f"{space}</{name}>\n"


def _list(writer: Writer, node: Node, indent: int) -> Open | None:
    is_toc, is_notes = _refers_to(node, "toc"), _refers_to(node, "footnotes")
    opened = _container(writer, node, indent)
    if not (is_toc or is_notes):
        return opened
    children, inner, _, end = opened
    start = len(writer.out) - 1

    def close() -> None:
        assert isinstance(end, str)
        otherwise = joined([*writer.out[start:], end])
        del writer.out[start:]
        place: TocPlace | NotesPlace = NotesPlace(otherwise)
        if is_toc:
            place = TocPlace(node.kind, tuple(node.attrs.items()), (place,) if is_notes else otherwise)
        writer.out.append(place)

    return children, inner, node, close


def _item(writer: Writer, node: Node, indent: int) -> Open | None:
    """`li`, `dd`: the text of a tight one stands in the line of its tags."""
    name, space, out = node.kind, pad(indent), writer.out
    attrs = attributes(node.attrs)
    first = node.children[0] if node.children else None
    is_tight = isinstance(first, Paragraph) and first.transparent
    if first is not None and not is_tight:
        out.append(f"{space}<{name}{attrs}>\n")
        return iter(node.children), indent + 2, node, f"{space}</{name}>\n"
    text = only_text(first) if isinstance(first, Paragraph) and len(node.children) == 1 else None
    if text is not None and not text.endswith("\n"):
        out.append(f"{space}<{name}{attrs}>{writer.text(text)}</{name}>\n")
        return None
    out.append(f"{space}<{name}{attrs}>")

    def close() -> None:
        last = out[-1]
        is_line_ended = isinstance(last, str) and last.endswith("\n")
        out.append(f"{space if is_line_ended else ''}</{name}>\n")

    return iter(node.children), indent + 2, node, close


def _term(writer: Writer, node: Node, indent: int) -> Open | None:
    attrs = dict(node.attrs)
    terms = writer.parent
    if "id" not in attrs and terms.ial is not None and isinstance(node, Term):
        match = next(filter(None, map(_AUTO_IDS.match, terms.ial.refs)), None)
        if match is not None:
            attrs["id"] = f"{match[1] or ''}{basic_id(node.raw_text)}"
    writer.out.append(f"{pad(indent)}<dt{attributes(attrs)}>")
    return iter(node.children), indent + 2, node, "</dt>\n"


def _rule(writer: Writer, node: Node, indent: int) -> None:
    writer.out.append(f"{pad(indent)}<hr{attributes(node.attrs)} />\n")


def _code_block(writer: Writer, node: Node, indent: int) -> None:
    writer.out.append(writer.context.code.write_block(node, pad=pad(indent)))


def _back_links(writer: Writer, node: Node, _indent: int) -> None:
    writer.out.append(BackLinks(node.value, after_text=True))


def _back_links_alone(writer: Writer, node: Node, _indent: int) -> None:
    writer.out.append(BackLinks(node.value, after_text=False))


BLOCKS: Final = MappingProxyType[str, Opener](
    {
        "blank": _blank,
        "p": _paragraph,
        "blockquote": _container,
        "ul": _list,
        "ol": _list,
        "dl": _container,
        "li": _item,
        "dd": _item,
        "dt": _term,
        "hr": _rule,
        "codeblock": _code_block,
        # Not of kramdown's tree: put there for a footnote.
        "back_links": _back_links,
        "back_links_alone": _back_links_alone,
    }
)
