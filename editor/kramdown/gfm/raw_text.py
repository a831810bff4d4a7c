"""The text of a header (or of a term) without its markup, from which its id is made."""

from __future__ import annotations

from editor.kramdown.entities import entity_by_name
from editor.kramdown.tree import Node

# kramdown looks for abbreviations later: they are still text when it makes ids.
_SHOWN = frozenset({"abbreviation"})
_SHOWN_BY_GFM = _SHOWN | {"codespan", "math", "entity"}
_SYMBOLS = {"laquo_space": "«\u00a0", "raquo_space": "\u00a0»"}


def raw_text(children: list[Node | str], *, is_gfm: bool) -> str:
    """All text of these nodes; by GFM's rule what code, math, entities and typography show, too.

    Sources: `update_raw_text` in kramdown/parser/kramdown.rb and in kramdown/parser/gfm.rb.
    """
    shown = _SHOWN_BY_GFM if is_gfm else _SHOWN
    texts: list[str] = []
    stack = list(reversed(children))
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            texts.append(node)
        elif node.kind in shown:
            texts.append(node.value)
        elif is_gfm and node.kind in ("smart_quote", "typographic_sym"):
            entity = entity_by_name(node.value)
            texts.append(entity.character if entity else _SYMBOLS[node.value])
        else:
            stack.extend(reversed(node.children))
    return "".join(texts)
