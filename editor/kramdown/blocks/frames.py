"""The block pass's state: open frames on a stack of our own, so that no nesting is too deep for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from typing import TypeAlias, TypeVar

from editor.kramdown.blocks.closing_brace import Braces
from editor.kramdown.blocks.closing_fence import ClosingFences
from editor.kramdown.definitions import Definitions
from editor.kramdown.options import Options
from editor.kramdown.tree import AttributeList, Node, RawText

# Reads its block at the frame's position and returns True, or leaves everything as it was and returns False.
Construct: TypeAlias = "Callable[[BlockParser, Frame], bool]"
# The constructs that may begin at a position of a text, in the order in which they are asked.
ConstructsAt: TypeAlias = Callable[[str, int], Sequence[Construct]]
Reader: TypeAlias = "Callable[[BlockParser, Frame], None]"
Closer: TypeAlias = "Callable[[BlockParser, Frame], None]"
T = TypeVar("T")


class Source:
    """A text (its last line ends with a line break) and how far it has been read."""

    __slots__ = ("_braces", "_counted", "_last_line", "_line", "_missing", "fences", "known", "pos", "text")

    def __init__(self, text: str, *, line: int = 1, pos: int = 0) -> None:
        self.text = text
        self.pos = pos
        self._line = line
        self._counted = pos
        self._missing: dict[str | re.Pattern[str], int] | None = None
        self._braces: Braces | None = None
        self.fences: ClosingFences | None = None  # of this text, once somebody has looked for one
        # What was found out about a text that several sources share, by what was asked.
        self.known: dict[object, object] | None = None
        self._last_line = (0, -1)  # part of a line: no line break stands in it but at its end

    def rest(self, start: int, *, line: int) -> Source:
        """The text from a position on as a source of its own, without a copy.

        Blocks that nest on one line would else need space and time that grow with the square of their number.
        """
        rest = Source(self.text, line=line, pos=start)
        rest._braces = self.braces
        if self._missing is None:
            self._missing = {}
        rest._missing = self._missing
        rest.fences = self.fences
        if self.known is None:
            self.known = {}
        rest.known = self.known
        rest._last_line = self._last_line
        return rest

    def line_end(self, pos: int) -> int:
        """Where the line ends (its line break) that a position stands in."""
        start, end = self._last_line
        if not start <= pos <= end:
            end = self.text.index("\n", pos)
            self._last_line = (pos, end)
        return end

    def ask(self, key: Hashable, find: Callable[[], T]) -> T:
        """What `find` finds out about the text; no source that shares it need find it out again."""
        if self.known is None:
            return find()
        if key not in self.known:
            self.known[key] = find()
        found: T = self.known[key]  # type: ignore[assignment]
        return found

    @property
    def braces(self) -> Braces:
        """Where the IALs of this text end."""
        if self._braces is None:
            self._braces = Braces(self.text)
        return self._braces

    @property
    def line(self) -> int:
        """The line of the document at `pos`."""
        if self.pos != self._counted:
            low, high = min(self.pos, self._counted), max(self.pos, self._counted)
            lines = self.text.count("\n", low, high)
            self._line += lines if self.pos > self._counted else -lines
            self._counted = self.pos
        return self._line

    def restart_lines(self) -> None:
        """Call the line at `pos` the first one."""
        self._line, self._counted = 1, self.pos

    @property
    def is_read(self) -> bool:
        """Whether nothing is left."""
        return self.pos >= len(self.text)

    def find(self, needle: str, start: int) -> int:
        """Where the needle next stands from `start` on, or -1; what was not found once is not looked for further on."""
        if self._missing is not None and start >= self._missing.get(needle, start + 1):
            return -1
        found = self.text.find(needle, start)
        if found < 0:
            self._note_missing(needle, start)
        return found

    def search(self, pattern: re.Pattern[str], start: int) -> re.Match[str] | None:
        """The next match from `start` on; what was not found once is not looked for further on."""
        if self._missing is not None and start >= self._missing.get(pattern, start + 1):
            return None
        match = pattern.search(self.text, start)
        if match is None:
            self._note_missing(pattern, start)
        return match

    def _note_missing(self, looked_for: str | re.Pattern[str], start: int) -> None:
        if self._missing is None:
            self._missing = {}
        self._missing[looked_for] = start


class Frame:
    """A node whose content is being read; frames of HTML elements share the source of the frame below."""

    __slots__ = ("block_ial", "closer", "joined", "node", "reader", "source")

    def __init__(
        self, node: Node, source: Source, *, reader: Reader | None = None, closer: Closer | None = None
    ) -> None:
        self.node = node
        self.source = source
        self.reader = reader  # None: block by block, by the constructs
        self.closer = closer
        self.block_ial: AttributeList | None = None  # waits for the block that follows
        # A paragraph that further lines were joined to, and all its text so far: joined at the end, in one go.
        self.joined: tuple[Node, list[str]] | None = None

    def settle(self) -> None:
        """Give the last paragraph all the text that was joined to it."""
        if self.joined is not None:
            paragraph, texts = self.joined
            paragraph.children[-1] = RawText("".join(texts))
            self.joined = None


class BlockParser:
    """Holds what the constructs share: the open frames, the definitions met so far, the options in force."""

    def __init__(self, options: Options, definitions: Definitions, constructs_at: ConstructsAt) -> None:
        self._constructs_at = constructs_at
        self.options = options  # `{::options}` replaces it
        self.definitions = definitions
        self.frames: list[Frame] = []
        # Set by a construct that looked for its end up to the end of the text and did not find it:
        # what stands far below may then still change what it is.
        self.is_open_ended = False

    def mark_open_ended(self, source: Source) -> None:
        """Tell that an end was looked for up to the document's end; a text taken out of it ends where it ends."""
        if source is self.frames[0].source:
            self.is_open_ended = True

    def open(self, frame: Frame) -> None:
        """Read this frame's content before what is left of the one below."""
        self.frames.append(frame)

    def close(self) -> None:
        """The content of the last frame has been read (or its end tag was found)."""
        frame = self.frames.pop()
        if frame.joined is not None:
            frame.settle()
        if frame.closer is not None:
            frame.closer(self, frame)

    def step(self) -> None:
        """Read one block (or one piece of raw HTML) of the last frame."""
        frame = self.frames[-1]
        if frame.source.pos >= len(frame.source.text):
            self.close()
        elif frame.reader is not None:
            frame.reader(self, frame)
        else:
            self._read_block(frame)

    def _read_block(self, frame: Frame) -> None:
        source = frame.source
        for construct in self._constructs_at(source.text, source.pos):
            if construct(self, frame):
                return
        raise AssertionError(source.text[source.pos : source.pos + 40])  # the last ones take every line

    def run(self) -> None:
        """Read everything."""
        while self.frames:
            self.step()


def new_block(frame: Frame, node: Node) -> Node:
    """Put a block into the frame's node; an IAL that waits goes to it (kramdown's new_block_el)."""
    if frame.block_ial is not None:
        node.ial, frame.block_ial = frame.block_ial, None
    frame.node.children.append(node)
    return node
