"""The text of a header (or of a term) without its markup, from which its id is made."""

from __future__ import annotations

from editor.kramdown.entities import entity_by_name
from editor.kramdown.tree import Node

_SYMBOLS = {"laquo_space": "« ", "raquo_space": " »"}


def raw_text(children: list[Node | str], *, is_gfm: bool) -> str:
    """All text of these nodes; by GFM's rule what code, math, entities and typography show, too.

    Sources: `update_raw_text` in kramdown/parser/kramdown.rb and in kramdown/parser/gfm.rb.
    """
    texts: list[str] = []
    stack = list(reversed(children))
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            texts.append(node)
        elif node.kind == "abbreviation" or (
            is_gfm and node.kind in ("codespan", "math", "entity")
        ):  # kramdown looks for abbreviations later, when this is done
            texts.append(node.value)
        elif is_gfm and node.kind in ("smart_quote", "typographic_sym"):
            entity = entity_by_name(node.value)
            texts.append(entity.character if entity else _SYMBOLS[node.value])
        else:
            stack.extend(reversed(node.children))
    return "".join(texts)
