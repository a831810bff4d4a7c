"""Turns the text of a body into pieces of HTML, converting only the chunks that it has not met before."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from editor.kramdown.stock.assemble import assemble
from editor.kramdown.stock.chunks import NOTHING, rescan
from editor.kramdown.stock.convert import Converter
from editor.kramdown.stock.definitions import NO_DEFINITIONS, Definitions, Lookup, join_definitions
from editor.kramdown.stock.fragment import Fragment

Item = TypeVar("Item")

_MEMO_SIZE = 16_000_000  # characters of source and HTML kept: some twenty long posts


class RenderCancelled(Exception):
    """The caller's `cancelled` said so between two chunks."""


@dataclass(frozen=True)
class Body:
    """The chunks of a text, the fragment and the finished HTML of each, and the footnotes' section."""

    chunks: tuple[str, ...] = ()
    fragments: tuple[Fragment, ...] = ()
    pieces: tuple[str, ...] = ()
    footnotes: str = ""


class BodyPipeline:
    """Remembers the last text, so that a keystroke costs what it changed, and every chunk it has converted."""

    def __init__(self) -> None:
        self._converter = Converter()
        self._memo: OrderedDict[tuple[str, Definitions], Fragment] = OrderedDict()
        self._memo_size = 0
        self._scan = NOTHING
        self._fragments: tuple[Fragment, ...] = ()
        self._parts: tuple[Definitions, ...] = ()  # what each chunk defines
        self._lookup = Lookup(NO_DEFINITIONS)

    def render(self, text: str, cancelled: Callable[[], bool]) -> Body:
        """Scan, convert what is new, assemble. Raises RenderCancelled."""
        scan = rescan(self._scan, text)
        head, tail = _common_ends(self._scan.chunks, scan.chunks)
        middle = scan.chunks[head : len(scan.chunks) - tail]
        parts = _splice(self._parts, head, tail, tuple(self._converter.definitions(chunk) for chunk in middle))
        lookup = self._lookup
        if parts[head : len(parts) - tail] != self._parts[head : len(self._parts) - tail]:
            definitions = join_definitions(parts)
            lookup = lookup if definitions == lookup.definitions else Lookup(definitions)
        if lookup is self._lookup:
            fragments = _splice(self._fragments, head, tail, self._convert(middle, lookup, cancelled))
        else:
            fragments = self._convert(scan.chunks, lookup, cancelled)
        notes = dict(lookup.definitions.footnotes)
        assembled = assemble(fragments, lambda name: self._fragment(notes[name], lookup))
        self._scan, self._fragments, self._parts, self._lookup = scan, fragments, parts, lookup
        return Body(scan.chunks, fragments, assembled.pieces, assembled.footnotes)

    def _convert(self, chunks: Sequence[str], lookup: Lookup, cancelled: Callable[[], bool]) -> tuple[Fragment, ...]:
        fragments = []
        for chunk in chunks:
            if cancelled():
                raise RenderCancelled
            fragments.append(self._fragment(chunk, lookup))
        return tuple(fragments)

    def _fragment(self, chunk: str, lookup: Lookup) -> Fragment:
        key = (chunk, lookup.used_by(chunk))
        fragment = self._memo.get(key)
        if fragment is not None:
            self._memo.move_to_end(key)
            return fragment
        fragment = self._converter.fragment(*key)
        self._memo[key] = fragment
        self._memo_size += len(chunk) + len(fragment.html)
        while self._memo_size > _MEMO_SIZE and len(self._memo) > 1:
            (old, _), forgotten = self._memo.popitem(last=False)
            self._memo_size -= len(old) + len(forgotten.html)
        return fragment


def _common_ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many chunks are the same at both ends."""
    least, head, tail = min(len(old), len(new)), 0, 0
    while head < least and old[head] == new[head]:
        head += 1
    while tail < least - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return head, tail


def _splice(old: tuple[Item, ...], head: int, tail: int, middle: tuple[Item, ...]) -> tuple[Item, ...]:
    return old[:head] + middle + old[len(old) - tail :]
