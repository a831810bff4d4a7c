"""Emphasis: `*em*`, `_em_`, `**strong**`, `__strong__`."""

from __future__ import annotations

from typing import Final

from editor.kramdown.spans.characters import SPACES, is_alphabetic, is_alphanumeric
from editor.kramdown.spans.reading import EM, STRONG, Frame, Reading
from editor.kramdown.tree import Node

_SPACES_OR_NOTHING: Final = frozenset((*SPACES, ""))
# All places where something may begin, but `{`: what an IAL is depends on what stands before it.
_STEPS: Final = "*_`<[]\"'$&\\~-.>\n"


class EmphasisFrame(Frame):
    """Emphasis whose end is being looked for, up to the end of the text if need be.

    kramdown tries every beginning on its own, which takes exponential time. Here each place is tried once: where one
    attempt with a delimiter (within the same kinds of elements) passed without ending, no later one can end.
    """

    __slots__ = ("at", "dead", "delimiter", "visited", "width")
    may_be_text = True

    def __init__(self, reading: Reading, at: int, start: int, delimiter: str, context: int, *, width: int) -> None:
        super().__init__(start, context, stop_characters=_STEPS)
        self.at = at  # where it stands; its delimiter ends at `start`
        self.delimiter = delimiter
        self.width = width  # of what stands there: two where `**` is tried as `*` in the end
        self.dead = reading.dead.setdefault((delimiter, context), set())
        self.visited: list[int] = []

    def stops(self, reading: Reading) -> bool:
        """Ends at its delimiter (kramdown/parser/kramdown/emphasis.rb), or is given up where no end can follow."""
        if reading.is_used_up():
            return True
        at = reading.pos
        if not self.children and at == reading.pending:
            return False
        if self._ends_at(reading.text, at):
            kind = "em" if len(self.delimiter) == 1 else "strong"
            reading.close(Node(kind), self.at, at + len(self.delimiter))
            return True
        if at in self.dead:
            self.run_out(reading)
            return True
        self.visited.append(at)
        return False

    def _ends_at(self, text: str, at: int) -> bool:
        delimiter = self.delimiter
        if not text.startswith(delimiter, at) or text[at - 1] in SPACES:
            return False
        end = at + len(delimiter)
        if len(delimiter) == 1 and text.startswith(delimiter, end) and not text.startswith(delimiter, end + 1):
            return False
        return delimiter[0] != "_" or end >= len(text) or not is_alphanumeric(text[end])

    def run_out(self, reading: Reading) -> None:
        """No emphasis; `**` is tried once more, as a `*` before the text (but not right within `em`)."""
        self.dead.update(self.visited)
        reading.take_back(self.at + self.width)
        if len(self.delimiter) == 2 and not _is_em(reading.frame):
            _open(reading, self.at, self.delimiter[0], reading.frame.context | EM, width=2)


def _is_em(frame: Frame) -> bool:
    return isinstance(frame, EmphasisFrame) and len(frame.delimiter) == 1


def _open(reading: Reading, at: int, delimiter: str, context: int, *, width: int) -> bool:
    """Look for the end, if the delimiter stands once more at all."""
    start = at + len(delimiter)
    if reading.last(delimiter) < start:
        return False
    reading.open(EmphasisFrame(reading, at, start, delimiter, context, width=width))
    return True


def read_emphasis(reading: Reading, at: int) -> bool:
    """A run of one or two `*` or `_` is emphasis or text (kramdown/parser/kramdown/emphasis.rb)."""
    text, character = reading.text, reading.text[at]
    delimiter = character * (2 if text.startswith(character, at + 1) else 1)
    end = at + len(delimiter)
    reading.pos = end  # it is text, if nothing better
    frame = reading.frame
    kind = EM if len(delimiter) == 1 else STRONG
    if (
        frame.context & kind
        or reading.questions_left < 0
        or text[end : end + 1] in _SPACES_OR_NOTHING
        or (character == "_" and _is_in_word(reading, at, end))
    ):
        return True
    if not _open(reading, at, delimiter, frame.context | kind, width=end - at) and kind == STRONG and not _is_em(frame):
        _open(reading, at, character, frame.context | EM, width=2)
    return True


def _is_in_word(reading: Reading, at: int, end: int) -> bool:
    """Whether underscores follow a word; since kramdown 2.5 it may have underscores at its end itself."""
    if reading.parser.options.version == "2.4":
        return _ends_with_word(reading.text, at)
    is_in_word = reading.ends_with_word.get(at)
    if is_in_word is None:
        word_end = at
        while word_end > 0 and reading.text[word_end - 1] == "_":
            word_end -= 1
        is_in_word = _ends_with_word(reading.text, word_end)
    reading.ends_with_word[end] = is_in_word  # a long run of underscores is not walked back from each of them
    return is_in_word


def _ends_with_word(text: str, at: int) -> bool:
    """Whether a letter stands before the position, or a letter and a hyphen."""
    if at == 0:
        return False
    before = text[at - 1]
    return is_alphabetic(before) or (before == "-" and at > 1 and is_alphabetic(text[at - 2]))
