"""Finds the brace that ends an IAL, an ALD or an extension's tag."""

from __future__ import annotations

import re

from editor.kramdown.patterns import IAL_START, LINE_SPACE, OPT_SPACE

_REST_OF_LINE = re.compile(rf"\}}{LINE_SPACE}*+\n")
_IAL_START = re.compile(OPT_SPACE + IAL_START)


class Braces:
    """The closing braces of a text, each looked at once however many lists begin before it.

    A list may run over any number of lines. It ends with the first brace that no backslash escapes, if nothing else
    stands on that line; otherwise with the last escaped one before it that ends its line
    (kramdown/parser/kramdown/extensions.rb, ALD_ANY_CHARS).
    """

    __slots__ = ("_ends", "_first", "_from", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._from = self._first = -1  # no brace stands between these two
        self._ends: dict[int, int] = {}

    def first_after(self, start: int) -> int:
        """The first brace from `start` on, escaped or not; the text's length if there is none."""
        if not self._from <= start <= self._first:
            self._from = start
            self._first = self._text.find("}", start)
            if self._first < 0:
                self._first = len(self._text)
        return self._first

    def end_of(self, start: int) -> int:
        """The brace that ends the list whose content begins at `start`, or -1."""
        first = self.first_after(start)
        if first == start or first == len(self._text):
            return -1  # lists are not empty
        if first not in self._ends:
            self._look_at(first)
        return self._ends[first]

    def _look_at(self, brace: int) -> None:
        text = self._text
        chain = []
        while brace >= 0 and brace not in self._ends:
            chain.append(brace)
            brace = text.find("}", brace + 1) if text[brace - 1] == "\\" else -1
        end = self._ends.get(brace, -1)
        for each in reversed(chain):
            if end < 0 and _REST_OF_LINE.match(text, each):
                end = each
            self._ends[each] = end

    def ial_at(self, pos: int) -> tuple[str, int] | None:
        """The content of the IAL that makes up the lines from `pos` on, and where they end."""
        start = _IAL_START.match(self._text, pos)
        if start is None:
            return None
        end = self.end_of(start.end())
        if end < 0:
            return None
        return self._text[start.end() : end], self._text.index("\n", end) + 1
