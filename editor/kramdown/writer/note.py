"""A footnote's content as the list item that it becomes, with a place for its back links."""

from __future__ import annotations

import copy

from editor.kramdown.options import Options
from editor.kramdown.tree import Node, Paragraph


def note_item(name: str, content: Node, options: Options) -> Node:
    """The `li` of a footnote; the definition's own tree stays as it is (kramdown/converter/html.rb, footnote_content).

    The back links stand at the end of the last block if that is a paragraph (with `footnote_backlink_inline`: of the
    last one within), otherwise in a paragraph of their own.
    """
    item = Node("li")
    item.attrs["id"] = f"fn:{options.footnote_prefix}{name}"
    if options.version == "2.4":
        item.attrs["role"] = "doc-endnote"
    item.children = list(content.children)
    place = _last_paragraph(item, options)
    if place is None:
        place = Paragraph()
        item.children.append(place)
        links = Node("back_links_alone", name)
    else:
        links = Node("back_links", name)
    if options.footnote_backlink:
        place.children.append(links)
    return item


def _last_paragraph(item: Node, options: Options) -> Node | None:
    """The paragraph or header at the very end; it and what it stands in are copied, so that they may be changed."""
    node = item
    while node.children:
        last = node.children[-1]
        is_inner = node is not item
        if isinstance(last, str):
            return None
        if not is_inner and last.kind != "p" and not options.footnote_backlink_inline:
            return None
        last = copy.copy(last)
        last.children = list(last.children)
        node.children[-1] = last
        if last.kind in ("p", "header"):
            return last
        node = last
    return None
