"""Cuts a Markdown text into chunks that can be converted one by one; when in doubt it does not cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editor.kramdown.stock.constructs import find_construct

_GAP = re.compile(r"\n(?:[ \t]*\n)+")  # the end of a run of lines, and the blank lines after it
_FIRST_LINE = re.compile(r"(?:[ \t]*\n)*")
# A line that may belong to what stands before the blank line: indented, quote, table row, description, IAL, EOB marker.
_CONTINUES = re.compile(r"[ \t>|]|:[ \t]|\{:|\^[ \t]*$", re.MULTILINE)
_ITEM = re.compile(r"^(?:[*+-]|\d+\.)[ \t]", re.MULTILINE)
_DESCRIPTION = re.compile(r"^ {0,3}:[ \t]", re.MULTILINE)
_DEFINITION = re.compile(r"\*?\[[^\]\n]*\] ?:")
_MAY_GO_ON = re.compile(r"^(?: {0,3}[>:*+-]|\d+\.| {4}|\t)", re.MULTILINE)


@dataclass(frozen=True)
class Scan:
    """The chunks of a text, each with the blank lines after it, so that `"".join(chunks) == text`.

    `unsettled` is the first chunk that holds an unclosed construct: text far below it may change what it means.
    """

    chunks: tuple[str, ...]
    unsettled: int


NOTHING = Scan((), 0)  # of an empty text


def scan(text: str) -> Scan:
    """Cut a whole text."""
    return rescan(NOTHING, text)


def rescan(old: Scan, text: str) -> Scan:
    """As `scan(text)`, cutting again only around what differs from the old text."""
    head, tail = common_ends(old.chunks, text)
    # Whether to cut is decided by looking ahead two runs of lines at most, or, for an unclosed construct, to the end.
    head = max(0, min(head - 2, old.unsettled))
    position = sum(map(len, old.chunks[:head]))
    kept = _offsets_from_end(old.chunks[head:], len(text), tail)
    chunks = list(old.chunks[:head])
    unsettled = -1
    for cut, open_at in _cuts(text, position):
        if open_at >= 0 and unsettled < 0:
            unsettled = len(chunks)
        chunks.append(text[position:cut])
        position = cut
        if cut in kept:
            rest = old.chunks[len(old.chunks) - kept[cut] :]
            if unsettled < 0:
                unsettled = max(old.unsettled - len(old.chunks) + len(rest), 0) + len(chunks)
            return Scan((*chunks, *rest), unsettled)
    return Scan(tuple(chunk for chunk in chunks if chunk), unsettled if unsettled >= 0 else len(chunks))


def common_ends(chunks: tuple[str, ...], text: str) -> tuple[int, int]:
    """How many of the chunks stand unchanged at the start of `text`, and how many of the others at its end."""
    head, start = 0, 0
    for chunk in chunks:
        if not text.startswith(chunk, start):
            break
        head, start = head + 1, start + len(chunk)
    tail, end = 0, len(text)
    for chunk in reversed(chunks[head:]):
        if end - len(chunk) < start or not text.endswith(chunk, start, end):
            break
        tail, end = tail + 1, end - len(chunk)
    return head, tail


def _offsets_from_end(chunks: tuple[str, ...], length: int, tail: int) -> dict[int, int]:
    """Offset in the new text of each unchanged chunk at the end, and the number of chunks from there on."""
    offsets, end = {}, length
    for count, chunk in enumerate(reversed(chunks), start=1):
        if count > tail:
            break
        end -= len(chunk)
        offsets[end] = count
    return offsets


def _cuts(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The end of each chunk from `start` on, with the place of its first unclosed construct (-1: none)."""
    position, open_at = start, -1
    while True:
        end, unclosed = _run_end(text, position)
        if unclosed >= 0 and open_at < 0:
            open_at = unclosed
        gap = _GAP.search(text, end)
        if gap is None or gap.end() == len(text):
            yield len(text), open_at
            return
        position = gap.end()
        if _may_cut(text, start, position):
            yield position, open_at
            start, open_at = position, -1


def _run_end(text: str, position: int) -> tuple[int, int]:
    """Where the lines without a blank line between them end, constructs that open in them included."""
    unclosed, least = -1, position
    while True:
        gap = _GAP.search(text, least)
        stop = gap.start() + 1 if gap else len(text)
        found = find_construct(text, position, stop)
        if found is None:
            return least, unclosed
        position, least = found.resume, max(least, found.end)
        if not found.settled and unclosed < 0:
            unclosed = position


def _may_cut(text: str, start: int, at: int) -> bool:
    """Whether the lines from `at` on surely do not belong to the chunk that began at `start`."""
    if _CONTINUES.match(text, at):
        return False
    if _DEFINITION.match(text, at) and _MAY_GO_ON.search(text, start, at):
        return False  # a definition leaves nothing behind: a list or quote after it may join the one before it
    if _ITEM.match(text, at):
        first = _FIRST_LINE.match(text, start)
        begins = text[first.end()] if first and first.end() < len(text) else ""
        return begins not in " \t>" and not _ITEM.search(text, start, at)
    if _DESCRIPTION.search(text, start, at):
        return not _DESCRIPTION.search(text, at, _two_runs(text, at))
    return True


def _two_runs(text: str, at: int) -> int:
    """The end of the first line of the next but one run of lines: a term may have a blank line after it."""
    gap = _GAP.search(text, at)
    if gap is None:
        return len(text)
    line_end = text.find("\n", gap.end())
    return len(text) if line_end < 0 else line_end
