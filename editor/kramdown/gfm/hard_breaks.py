"""Line breaks at `\\` before a line's end, or at every line's end with `hard_wrap` (kramdown/parser/gfm.rb)."""

from __future__ import annotations

import re

from editor.kramdown.tree import HtmlElement, Markup, Node

_BLOCKS = frozenset({"p", "header", "li", "dt", "dd", "td", "blockquote"})  # those that may hold text
_BACKSLASH_AT_LINE_END = re.compile(r"\\[\0 \t\v\f\r]*+\n")


def break_lines(root: Node, *, hard_wrap: bool) -> None:
    """Put a `br` wherever a text of the tree has a hard line break; the text of HTML elements stays as it is."""
    mark = "\n" if hard_wrap else "\\\n"
    stack = [root]
    while stack:
        node = stack.pop()
        children = node.children
        for child in children:
            if isinstance(child, str) and mark in child:
                node.children = _broken(node, mark)
                break
        stack.extend(child for child in children if isinstance(child, Node) and not isinstance(child, HtmlElement))


def _broken(node: Node, mark: str) -> list[Node | str]:
    children: list[Node | str] = []
    last = len(node.children) - 1
    for index, child in enumerate(node.children):
        if not isinstance(child, str) or mark not in child:
            children.append(child)
            continue
        lines = child.split(mark)
        # A block's text does not end with a break.
        is_last_omitted = not lines[-1] and index == last and _is_block(node)
        for number, line in enumerate(lines):
            children.append(f"\n{line}" if number else line)
            if number < len(lines) - 2 or (number == len(lines) - 2 and not is_last_omitted):
                children.append(Node("br"))
    return children


def _is_block(node: Node) -> bool:
    return node.kind in _BLOCKS or (isinstance(node, Markup) and node.category == "block")


def may_have_breaks(text: str, *, hard_wrap: bool) -> bool:
    """Whether a source text is worth a walk through its tree; white space at a line's end may be stripped later."""
    return hard_wrap or _BACKSLASH_AT_LINE_END.search(text) is not None
