"""After the block pass: raw text becomes spans, attribute lists become attributes, eob marks go."""

from __future__ import annotations

from editor.kramdown.spans.parser import SpanParser
from editor.kramdown.tree import Node, RawText


def read_spans(root: Node, spans: SpanParser, *, after_blank: bool = False) -> None:
    """Change the tree in place (kramdown.rb, update_tree, without its recursion).

    `after_blank`: a blank line stands before the tree's first block, so that it needs none itself.
    """
    stack = [root]
    while stack:
        node = stack.pop()
        children: list[Node | str] = []
        for child in node.children:
            if isinstance(child, RawText):
                children.extend(spans.parse(child, line=node.line))
            elif isinstance(child, Node) and child.kind == "eob":
                continue
            else:
                children.append(child)
                if isinstance(child, Node):
                    stack.append(child)
        node.children = children
