"""Cuts a text at clean marks, where what follows can be parsed on its own, and parses the chunks between them."""

from __future__ import annotations

import re

from editor.kramdown.blocks.constructs import constructs_for
from editor.kramdown.blocks.frames import BlockParser, Frame, Source
from editor.kramdown.definitions import Definitions
from editor.kramdown.options import Options
from editor.kramdown.reach import looks_further
from editor.kramdown.tree import Node

# A description; an IAL or an extension, which may leave nothing between a paragraph and the description after it.
_DESCRIPTION = re.compile(r" {0,3}(?::[\t| ]|\{:)")


class Chunk:
    """The text between two marks with what its blocks define; lines count from 1 at its own beginning.

    It depends on its text, on the one line after it and, if it is open-ended, on everything that follows.
    """

    __slots__ = ("_notes", "_tree", "definitions", "is_first", "is_open_ended", "lines", "text")

    def __init__(self, text: str, tree: Node, definitions: Definitions, *, is_first: bool, is_open_ended: bool) -> None:
        self.text = text
        self.is_first = is_first  # else a blank line stands before it
        self.is_open_ended = is_open_ended
        self.lines = text.count("\n")
        is_empty = not (definitions.links or definitions.footnotes or definitions.abbreviations or definitions.alds)
        self.definitions = None if is_empty else definitions
        self._keep(tree, definitions)

    def _keep(self, tree: Node, definitions: Definitions) -> None:
        self._tree: Node | None = tree
        self._notes = {name: footnote.content for name, footnote in definitions.footnotes.items()}

    def take_tree(self, options: Options) -> Node:
        """The tree as the block pass left it. Reading the spans changes it: it is given away once, then made anew."""
        if self._tree is None:
            self._keep(*self._parse(options))
        tree, self._tree = self._tree, None
        assert tree is not None
        return tree

    def take_note(self, name: str, options: Options) -> Node:
        """The content of a footnote that the chunk defines, in the same way."""
        if name not in self._notes:
            self._keep(*self._parse(options))
        return self._notes.pop(name)

    def _parse(self, options: Options) -> tuple[Node, Definitions]:
        return ChunkReader(self.text, 0, options).read_blocks(is_first=self.is_first, to_end=True)


class ChunkReader:
    """Reads chunk after chunk from a place of a text on."""

    def __init__(self, text: str, pos: int, options: Options) -> None:
        self._source = Source(text, pos=pos)
        self._parser = BlockParser(options, Definitions(), constructs_for(options))

    @property
    def pos(self) -> int:
        """Where the next chunk begins."""
        return self._source.pos

    @pos.setter
    def pos(self, pos: int) -> None:
        self._source.pos = pos

    @property
    def is_read(self) -> bool:
        """Whether nothing is left."""
        return self._source.is_read

    def read(self) -> Chunk:
        """The next chunk."""
        source = self._source
        start = source.pos
        tree, definitions = self.read_blocks(is_first=start == 0)
        text = source.text[start : source.pos]
        is_open_ended = self._parser.is_open_ended or looks_further(text)
        return Chunk(text, tree, definitions, is_first=start == 0, is_open_ended=is_open_ended)

    def read_blocks(self, *, is_first: bool, to_end: bool = False) -> tuple[Node, Definitions]:
        """The tree of the next chunk (or of all that is left), and what it defines."""
        source, parser = self._source, self._parser
        definitions = parser.definitions = Definitions()
        frames = parser.frames
        root = Node("root", line=1)
        if not is_first:  # a blank line looks for one to join, and leaves an IAL between them to what follows
            root.children.append(Node("blank", "\n"))
        frame = Frame(root, source)
        source.restart_lines()
        parser.is_open_ended = False
        parser.open(frame)
        while frames:
            parser.step()
            if len(frames) == 1 and not to_end and _is_mark(frame):
                parser.close()
        if not is_first:
            del root.children[0]
        return root, definitions


def _is_mark(frame: Frame) -> bool:
    """Whether what follows cannot join what stands before.

    A paragraph, an IAL, a boundary of blocks ask only whether the block before is a blank line. A definition list
    (kramdown/parser/kramdown/list.rb) takes a paragraph before one blank line for its terms, and joins the list before.
    """
    children = frame.node.children
    if not children or frame.block_ial is not None:
        return False
    last = children[-1]
    if not isinstance(last, Node) or last.kind != "blank":
        return False
    before = children[-2] if len(children) > 1 else last
    if not isinstance(before, Node) or before.kind == "dl":
        return False
    source = frame.source
    return before.kind != "p" or _DESCRIPTION.match(source.text, source.pos) is None
