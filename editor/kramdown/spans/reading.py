"""The span pass's state: one text, how far it has been read, and the open frames on a stack of our own."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from editor.kramdown.spans.starts import finder
from editor.kramdown.tree import AttributeList, Node

if TYPE_CHECKING:
    from editor.kramdown.spans.parser import SpanParser

# The kinds of elements whose nesting matters, as bits: what a frame reads depends on its position and on these.
EM: Final = 1
STRONG: Final = 2
LINK: Final = 4
IMAGE: Final = 8

# How often frames that may be taken back may be asked where they end: what a writer means takes a few questions per
# character at most. No memory keeps every text from being read again and again that was made to that end.
_MOST_QUESTIONS_PER_CHARACTER: Final = 5
_FREE_QUESTIONS: Final = 100_000

# Where an element stands, the kinds of elements around it, and whether that is raw HTML.
ElementKey: TypeAlias = tuple[int, int, bool]


class _Known(NamedTuple):
    """An element that has been read, where it ends, and what it was before an IAL after it changed it."""

    node: Node
    end: int
    attrs: dict[str, str]
    ial: AttributeList | None


Find: TypeAlias = "Callable[[str, int], re.Match[str] | None]"
# Reads its span at `reading.pos` and returns True, or leaves everything as it was and returns False.
Construct: TypeAlias = "Callable[[Reading, int], bool]"
Constructs: TypeAlias = Mapping[str, Sequence[Construct]]


class Frame:
    """An element whose content is being read, up to what ends it (kramdown.rb, parse_spans)."""

    __slots__ = ("children", "constructs", "context", "find", "is_raw", "outer_pending", "start", "stop_characters")
    may_be_text = False  # whether it is taken back where its end does not follow

    def __init__(self, start: int, context: int, *, stop_characters: str = "") -> None:
        self.start = start
        self.context = context  # the kinds of this element and of all around it
        self.children: list[Node | str] = []
        self.stop_characters = stop_characters  # only there may it end
        self.outer_pending = 0
        self.is_raw = False  # in raw HTML only tags are read
        # How the next special place is found and what may begin there; None: as everywhere in the text.
        self.find: Find | None = None
        self.constructs: Constructs | None = None

    def stops(self, reading: Reading) -> bool:
        """Whether the frame ends at `reading.pos`, where one of its stop characters is; it has been closed then."""
        raise NotImplementedError

    def run_out(self, reading: Reading) -> None:
        """The text has ended within the frame: close it, or take everything back."""
        raise NotImplementedError


class Reading:
    """Reads one text, special place by special place; what lies between is plain text, taken in slices.

    Text from `pending` to `pos` has been read and belongs to the last frame, but is not among its children yet.
    """

    def __init__(self, text: str, parser: SpanParser, constructs: Constructs, *, line: int) -> None:
        self.text = text
        self.parser = parser
        self.constructs = constructs
        self.pos = 0
        self.pending = 0
        self.find: Find = finder(text, constructs)
        self.frame = Frame(0, 0)
        self.outer_frames: list[Frame] = []
        self.questions_left = _FREE_QUESTIONS + _MOST_QUESTIONS_PER_CHARACTER * len(text)
        self.is_split = False  # text that kramdown keeps in one piece may stand among children in several
        # What was found out, so that reading a place again (after a frame was taken back) costs nothing:
        # where emphasis cannot end, by delimiter and context
        self.dead: dict[tuple[str, int], set[int]] = {}
        # the closing bracket of an opening one, or -1, by context
        self.partners: dict[int, dict[int, int]] = {}
        # the last open bracket at each place, by context
        self.innermost: dict[int, dict[int, int]] = {}
        # elements that were read whole
        self.elements: dict[ElementKey, _Known] = {}
        # whether underscores up to a position follow a word
        self.ends_with_word: dict[int, bool] = {}
        self.parentheses: dict[int, int] | None = None
        self.ticks: tuple[int, int] | None = None  # no such long run of backticks from this position on
        self._next: dict[re.Pattern[str], tuple[int, re.Match[str] | None]] = {}
        self._last: dict[str, int] = {}
        self._line = line
        self._counted = 0

    def run(self) -> list[Node | str]:
        """Read everything."""
        text, root = self.text, self.frame
        while True:
            frame = self.frame
            match = (frame.find or self.find)(text, self.pos)
            if match is None:
                if frame is root:
                    break
                frame.run_out(self)
                continue
            at = match.start()
            character = text[at]
            if at > self.pos:
                at = self._beginning(at, character)
            self.pos = at
            if character in frame.stop_characters and frame.stops(self):
                continue
            for construct in (frame.constructs or self.constructs)[character]:
                if construct(self, at):
                    break
            else:
                self.pos = at + 1
        self.flush(len(text))
        return self.finished(root.children)

    def _beginning(self, at: int, character: str) -> int:
        """Some constructs begin before the character that gives them away, if nothing else has taken that place."""
        if character in "\"'":
            return at - 1
        if character == "[":
            return at - (self.text[at - 1] == "!")
        if character == ">":
            return at - (self.text[at - 1] == " ")
        if character == "\n" and at - 2 >= self.pos:
            return at - 2
        return at

    def flush(self, end: int) -> None:
        """Text up to `end` that waits becomes the frame's; nothing waits from there on."""
        if end > self.pending:
            self.frame.children.append(self.text[self.pending : end])
        self.pending = end

    def add(self, node: Node, at: int, end: int) -> None:
        """The element that stands from `at` to `end`."""
        children = self.frame.children
        if at > self.pending:
            children.append(self.text[self.pending : at])
        children.append(node)
        self.pos = self.pending = end

    def skip(self, at: int, end: int) -> None:
        """What stands from `at` to `end` says nothing in the text; the text around it is one piece."""
        self.flush(at)
        self.pos = self.pending = end
        self.is_split = True

    def open(self, frame: Frame) -> None:
        """Read this frame's content before what is left of the one below."""
        self.outer_frames.append(self.frame)
        frame.outer_pending = self.pending
        self.frame = frame
        self.pos = self.pending = frame.start

    def close(self, node: Node, at: int, end: int) -> None:
        """The last frame's content, which ends here, is the node's; the node stands from `at` to `end`."""
        self.flush(self.pos)
        frame = self.frame
        node.children = self.finished(frame.children)
        self.frame = self.outer_frames.pop()
        self.pending = frame.outer_pending
        self.add(node, at, end)

    def take_back(self, pos: int) -> None:
        """The last frame was none: its content is read again from `pos` on as part of the one below."""
        self.pending = self.frame.outer_pending
        self.frame = self.outer_frames.pop()
        self.pos = pos

    def is_used_up(self) -> bool:
        """Ask whether so much has been read again that whatever is open is text from now on, and all that may open."""
        self.questions_left -= 1
        if self.questions_left >= 0:
            return False
        frames = [*self.outer_frames, self.frame]
        left = [frames[0]]
        for frame in frames[1:]:
            if not frame.may_be_text:
                left.append(frame)
                continue
            if frame.start > frame.outer_pending:
                left[-1].children.append(self.text[frame.outer_pending : frame.start])
            left[-1].children.extend(frame.children)
        self.frame = left.pop()
        self.outer_frames = left
        self.is_split = True
        return True

    def remember(self, key: ElementKey, node: Node, end: int) -> None:
        """Within a frame that may be taken back, an element that is complete need not be read again."""
        if key[1]:
            self.elements[key] = _Known(node, end, dict(node.attrs), node.ial)

    def add_known(self, key: ElementKey) -> bool:
        """Add the element that has been read here before, if any."""
        known = self.elements.get(key)
        if known is None:
            return False
        known.node.attrs, known.node.ial = dict(known.attrs), known.ial
        self.add(known.node, key[0], known.end)
        return True

    def finished(self, children: list[Node | str]) -> list[Node | str]:
        """The children of a frame that ends, with one `str` for each run of text."""
        if not self.is_split:
            return children
        merged: list[Node | str] = []
        run: list[str] = []
        for child in children:
            if isinstance(child, str):
                run.append(child)
                continue
            if run:
                merged.append("".join(run))
                run = []
            merged.append(child)
        if run:
            merged.append("".join(run))
        return merged

    def next(self, pattern: re.Pattern[str], at: int) -> re.Match[str] | None:
        """The first match from a position on; a search is not repeated where its result is known."""
        known = self._next.get(pattern)
        if known is not None:
            searched_from, match = known
            if searched_from <= at and (match is None or match.start() >= at):
                return match
        match = pattern.search(self.text, at)
        self._next[pattern] = (at, match)
        return match

    def last(self, part: str) -> int:
        """Where a part of the text stands for the last time, or -1."""
        position = self._last.get(part)
        if position is None:
            position = self._last[part] = self.text.rfind(part)
        return position

    def line_at(self, at: int) -> int:
        """The line of the document at a position of the text."""
        if at < self._counted:
            self._line -= self.text.count("\n", at, self._counted)
        else:
            self._line += self.text.count("\n", self._counted, at)
        self._counted = at
        return self._line
