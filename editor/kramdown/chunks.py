"""Cuts a text at clean marks, where what follows can be parsed on its own, and parses the chunks between them."""

from __future__ import annotations

import re

from editor.kramdown.blocks.constructs import constructs_at
from editor.kramdown.blocks.frames import BlockParser, Frame, Source
from editor.kramdown.definitions import Definitions
from editor.kramdown.options import Options
from editor.kramdown.reach import looks_further
from editor.kramdown.tree import Node

# Options that a text sets reach everywhere: such a text is one chunk.
OPTIONS = "{::options"

_DESCRIPTION = re.compile(r" {0,3}:[\t| ]")


class Chunk:
    """The text between two marks with what its blocks define; lines count from 1 at its own beginning.

    It depends on its text, on the one line after it and, if it is open-ended, on everything that follows. `parsed` is
    the tree and the definitions as the block pass left them; who reads the spans takes it away.
    """

    __slots__ = ("definitions", "is_first", "is_open_ended", "lines", "options", "parsed", "text")

    def __init__(self, text: str, *, is_first: bool) -> None:
        self.text = text
        self.is_first = is_first  # else a blank line stands before it
        self.lines = text.count("\n")
        self.is_open_ended = False
        self.definitions: Definitions | None = None  # None: it defines nothing
        self.options: Options | None = None  # that it leaves, if it sets any
        self.parsed: tuple[Node, Definitions] | None = None

    def parse(self, options: Options) -> tuple[Node, Definitions]:
        """The tree and the definitions of the chunk, for one reading."""
        parsed, self.parsed = self.parsed, None
        if parsed is None:
            parsed = ChunkReader(self.text, 0, options).read_blocks(to_end=True)
        return parsed


class ChunkReader:
    """Reads chunk after chunk from a place of a text on."""

    def __init__(self, text: str, pos: int, options: Options) -> None:
        self._source = Source(text, pos=pos)
        self._parser = BlockParser(options, Definitions(), constructs_at)
        self._options = options
        self._is_open_ended = False

    @property
    def pos(self) -> int:
        """Where the next chunk begins."""
        return self._source.pos

    @property
    def is_read(self) -> bool:
        """Whether nothing is left."""
        return self._source.is_read

    def read(self, *, to_end: bool = False) -> Chunk:
        """The next chunk; `to_end`: all that is left."""
        source, parser = self._source, self._parser
        start = source.pos
        tree, definitions = self.read_blocks(to_end=to_end)
        chunk = Chunk(source.text[start : source.pos], is_first=start == 0)
        chunk.is_open_ended = self._is_open_ended or looks_further(chunk.text)
        chunk.parsed = tree, definitions
        if definitions.links or definitions.footnotes or definitions.abbreviations or definitions.alds:
            chunk.definitions = definitions
        if parser.options is not self._options:
            chunk.options = parser.options
        return chunk

    def read_blocks(self, *, to_end: bool) -> tuple[Node, Definitions]:
        """The tree of the next chunk, and what it defines."""
        source, parser = self._source, self._parser
        definitions = parser.definitions = Definitions()
        frames = parser.frames
        root = Node("root", line=1)
        frame = Frame(root, source)
        source.restart_lines()
        self._is_open_ended = parser.is_open_ended = False
        parser.open(frame)
        while frames:
            is_top = frames[-1].source is source
            parser.step()
            if parser.is_open_ended:
                self._is_open_ended |= is_top  # an extracted text's end is not the document's
                parser.is_open_ended = False
            if len(frames) == 1 and not to_end and _is_mark(frame):
                frames.clear()
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
