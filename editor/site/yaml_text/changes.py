"""Changes of a text: pieces of text to put in place of spans, and whole lines to insert or remove."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Change:
    """Put `text` in place of the characters from `start` to `end`."""

    start: int
    end: int
    text: str


def apply(raw: str, changes: Sequence[Change]) -> str | None:
    """The text with all changes made; None when they overlap."""
    parts: list[str] = []
    position = 0
    for change in sorted(changes, key=lambda each: (each.start, each.end)):
        if change.start < position:
            return None
        parts += (raw[position : change.start], change.text)
        position = change.end
    return "".join((*parts, raw[position:]))


def line_start(raw: str, position: int) -> int:
    """Where the line that holds `position` begins."""
    return max(raw.rfind("\n", 0, position), raw.rfind("\r", 0, position)) + 1


def line_end(raw: str, position: int) -> int:
    """Where the line that holds `position` ends, before its line end."""
    found = LINE_END.search(raw, position)
    return found.start() if found else len(raw)


def next_line(raw: str, position: int) -> int:
    """Where the line after the one that holds `position` begins."""
    found = LINE_END.search(raw, position)
    return found.end() if found else len(raw)


def insert_line(raw: str, position: int, line: str, newline: str) -> Change:
    """A change that puts a whole line at `position`, which is the start of a line or the end of the text."""
    unfinished = position > 0 and raw[position - 1] not in "\r\n"
    return Change(position, position, (newline if unfinished else "") + line + newline)


def remove_lines(raw: str, start: int, end: int) -> Change:
    """A change that removes every line from the one that holds `start` to the one that holds `end`."""
    return Change(line_start(raw, start), next_line(raw, end), "")
