"""A text cut into chunks, and cut again after an edit: only around what the edit touched."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from editor.kramdown.chunks import Chunk, ChunkReader
from editor.kramdown.common_ends import common_head, common_tail
from editor.kramdown.options import Options


@dataclass(frozen=True)
class Cut:
    """The chunks of a text and where each begins.

    The first `head` and the last `tail` chunks are those of the cut before.
    """

    text: str = ""
    chunks: tuple[Chunk, ...] = ()
    starts: tuple[int, ...] = ()
    head: int = 0
    tail: int = 0


NOTHING = Cut()


def cut_again(old: Cut, text: str, options: Options, between: Callable[[], None]) -> Cut:
    """Cut a text of which the old one was an earlier state. `between` is called between two chunks and may raise."""
    if not old.chunks:
        return _cut(text, options, between)
    same_head = common_head(old.text, text)
    same_tail = common_tail(old.text, text, min(len(old.text), len(text)) - same_head)
    shift = len(text) - len(old.text)
    reader = ChunkReader(text, 0, options)
    first = _first_touched(old, text, same_head, reader)
    reader.pos = old.starts[first]
    # The chunk at the top is read otherwise than one after a blank line, so it is never met again further down.
    met = max(bisect_left(old.starts, len(old.text) - same_tail), 1)
    known = {chunk.text: chunk for chunk in old.chunks[first:met]}
    made: list[Chunk] = []
    starts: list[int] = []
    while not reader.is_read and not _is_start(old, met, reader.pos - shift, made):
        between()
        starts.append(reader.pos)
        made.append(_kept(known, reader.read()))
        met = bisect_left(old.starts, reader.pos - shift, met)
    if reader.is_read:
        met = len(old.chunks)
    rest = old.starts[met:]
    return Cut(
        text,
        (*old.chunks[:first], *made, *old.chunks[met:]),
        (*old.starts[:first], *starts, *((start + shift for start in rest) if shift else rest)),
        first + common_head(old.chunks[first:met], tuple(made)),
        len(old.chunks) - met,
    )


def _is_start(old: Cut, met: int, pos: int, made: list[Chunk]) -> bool:
    return bool(made) and met < len(old.starts) and old.starts[met] == pos


def _cut(text: str, options: Options, between: Callable[[], None]) -> Cut:
    reader = ChunkReader(text, 0, options)
    chunks: list[Chunk] = []
    starts: list[int] = []
    while not reader.is_read:
        if chunks:
            between()
        starts.append(reader.pos)
        chunks.append(reader.read())
    return Cut(text, tuple(chunks), tuple(starts))


def _kept(known: dict[str, Chunk], chunk: Chunk) -> Chunk:
    """The same chunk as it was, if it was there."""
    old = known.get(chunk.text)
    if old is None or old.is_first != chunk.is_first or (chunk.is_open_ended and not old.is_open_ended):
        return chunk
    return old


def _first_touched(old: Cut, text: str, same_head: int, reader: ChunkReader) -> int:
    """The first chunk that may be another one: by its text, by the line after it, or open to all that follows."""
    first = min(bisect_right(old.starts, same_head), len(old.chunks)) - 1
    start = old.starts[first]
    if (
        first
        and same_head <= old.text.find("\n", start)
        and not (_is_plain(old.text, start) and _is_plain(text, start))
    ):
        first -= 1
    for number, chunk in enumerate(old.chunks[:first]):
        if chunk.is_open_ended:
            reader.pos = old.starts[number]
            if reader.read().text != chunk.text:
                return number
    return first


def _is_plain(text: str, pos: int) -> bool:
    """No list, code block or definition goes on with a letter at the beginning of a line."""
    return text[pos : pos + 1].isalpha()
