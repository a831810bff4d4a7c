"""Finds the fence that closes a fenced code block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from editor.kramdown.patterns import LINE_SPACE, OPT_SPACE

_FENCE_LINE = {
    True: re.compile(rf"^{OPT_SPACE}([~`]{{3,}}+){LINE_SPACE}*+\n", re.MULTILINE),
    False: re.compile(rf"^(~{{3,}}+){LINE_SPACE}*+\n", re.MULTILINE),
}
_RUN = re.compile(r"(.)\1*")
# GFM's fences may mix both characters, though nobody does; longer mixtures are taken for text.
_LONGEST_MIXTURE = 40


@dataclass(frozen=True)
class Fence:
    """A line that may close a code block: `run` times the same character after what may stand before it."""

    start: int
    end: int
    run: int


@dataclass
class _Fences:
    """Lines of one kind in a text's order; `longest[i]` is the longest run from the i-th on."""

    lines: list[Fence] = field(default_factory=list)
    longest: list[int] = field(default_factory=list)
    next: int = 0

    def from_position(self, pos: int) -> int:
        """The index of the first from `pos` on; positions mostly grow from one question to the next."""
        if self.next and self.lines[self.next - 1].start >= pos:
            self.next = 0
        while self.next < len(self.lines) and self.lines[self.next].start < pos:
            self.next += 1
        return self.next


class ClosingFences:
    """The lines of a text that hold nothing but a fence; all are read, once, when one was looked for in vain."""

    def __init__(self, text: str, *, gfm: bool) -> None:
        self._text = text
        self._gfm = gfm
        self._by_kind: dict[tuple[str, str], _Fences] | None = None

    def closing(self, fence: str, pos: int) -> tuple[int, Fence] | None:
        """How many characters of an opening fence count, and the line from `pos` on that closes it.

        As many as any later line can close: what is left of the opening one belongs to the info string.
        """
        if self._by_kind is None:
            nearest = self._nearest(fence, pos)
            if nearest is not None:
                return len(fence), nearest
            self._by_kind = _read_fences(self._text, gfm=self._gfm)
        for head, character, run in _runs_from_the_right(fence):
            kind = self._by_kind.get((head, character))
            if kind is None:
                continue
            index = kind.from_position(pos)
            if index == len(kind.lines):
                continue
            closed = min(run, kind.longest[index])
            if len(head) + closed < 3:
                continue
            while kind.lines[index].run < closed:
                index += 1
            return len(head) + closed, kind.lines[index]
        return None

    def _nearest(self, fence: str, pos: int) -> Fence | None:
        """The first line that closes all of an ordinary fence, if one does."""
        if fence[0] * len(fence) != fence or len(fence) > _LONGEST_MIXTURE:
            return None
        match = _closing_line(fence, gfm=self._gfm).search(self._text, pos)
        return match and Fence(match.start(), match.end(), len(match[1]))


@lru_cache
def _closing_line(fence: str, *, gfm: bool) -> re.Pattern[str]:
    indent = OPT_SPACE if gfm else ""
    return re.compile(rf"^{indent}({fence}{fence[0]}*+){LINE_SPACE}*+\n", re.MULTILINE)


def _read_fences(text: str, *, gfm: bool) -> dict[tuple[str, str], _Fences]:
    by_kind: dict[tuple[str, str], _Fences] = {}
    for match in _FENCE_LINE[gfm].finditer(text):
        fence = match[1]
        head = fence.rstrip(fence[-1])
        kind = by_kind.setdefault((head, fence[-1]), _Fences())
        kind.lines.append(Fence(match.start(), match.end(), len(fence) - len(head)))
    for kind in by_kind.values():
        longest = 0
        for line in reversed(kind.lines):
            longest = max(longest, line.run)
            kind.longest.append(longest)
        kind.longest.reverse()
    return by_kind


def _runs_from_the_right(fence: str) -> Iterator[tuple[str, str, int]]:
    if fence == fence[0] * len(fence):
        yield "", fence[0], len(fence)
    elif len(fence) <= _LONGEST_MIXTURE:
        for run in reversed(list(_RUN.finditer(fence))):
            yield fence[: run.start()], run[1], len(run[0])
