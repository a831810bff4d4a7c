"""Reads the block structure of a text."""

from __future__ import annotations

from editor.kramdown.blocks.constructs import constructs_for
from editor.kramdown.blocks.frames import BlockParser, Frame, Source
from editor.kramdown.definitions import Definitions
from editor.kramdown.options import Options
from editor.kramdown.tree import Node


def parse_blocks(text: str, options: Options, definitions: Definitions) -> tuple[Node, Options]:
    """The tree of a whole text (line breaks are `\\n`, the last line has one), and the options that it leaves."""
    root = Node("root", line=1)
    parser = BlockParser(options, definitions, constructs_for(options))
    parser.open(Frame(root, Source(text)))
    parser.run()
    return root, parser.options
