"""Turns the text of a body into blocks of HTML, converting only what an edit touched."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from editor.kramdown.common_ends import common_head, common_tail
from editor.kramdown.incremental import Converted, IncrementalDocument, Part
from editor.kramdown.options import JEKYLL_DEFAULTS, Options
from editor.render.formulas import mark_formulas
from editor.render.rendering import Block


class RenderCancelled(Exception):
    """The caller's `cancelled` said so between two chunks."""


@dataclass(frozen=True)
class Picture:
    """A picture that a body shows."""

    target: str
    line: int  # of the body, from 0


@dataclass(frozen=True)
class Body:
    """What a text became: one block for each chunk, and one for the footnotes where they stand at the end."""

    html: Callable[[], str]  # all of it, to the byte; rarely wanted
    blocks: tuple[Block, ...]
    pictures: tuple[Picture, ...] = ()


def as_it_is(text: str) -> Body:
    """A body that is HTML already."""
    return Body(lambda: text, (Block(text, text.count("\n")),))


class BodyPipeline:
    """Remembers the last text, so that a keystroke costs what it changed, and every chunk it has converted."""

    def __init__(self, options: Options = JEKYLL_DEFAULTS) -> None:
        self._document = IncrementalDocument(options)
        self._converted = Converted()
        self._blocks: tuple[Block, ...] = ()

    def render(self, text: str, cancelled: Callable[[], bool]) -> Body:
        """Convert what is new, keep the blocks of all else. Raises RenderCancelled."""

        def between() -> None:
            if cancelled():
                raise RenderCancelled

        old, new = self._converted, self._document.update(text, between)
        if new is not old:
            self._converted, self._blocks = new, _blocks(new, old, self._blocks)
        blocks = self._blocks
        if new.footnotes:
            blocks = (*blocks, Block(mark_formulas(new.footnotes.strip("\n")), 0))
        return Body(lambda: new.html, blocks, tuple(_pictures(new.parts)))


def _blocks(new: Converted, old: Converted, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A block for each part; those of parts that are the same at both ends are the same objects."""
    head = common_head(old.parts, new.parts)
    tail = common_tail(old.parts, new.parts, min(len(old.parts), len(new.parts)) - head)
    made = (Block(mark_formulas(part.html.strip("\n")), part.lines) for part in new.parts[head : len(new.parts) - tail])
    return (*blocks[:head], *made, *blocks[len(blocks) - tail :])


def _pictures(parts: Sequence[Part]) -> Iterator[Picture]:
    """Each picture that a part shows, once, where its target first stands in the text."""
    line = counted = 0
    for number, part in enumerate(parts):
        if part.images:
            line += sum(each.lines for each in parts[counted:number])
            counted = number
            for target in dict.fromkeys(part.images):
                yield Picture(target, line + part.text.count("\n", 0, max(part.text.find(target), 0)))
