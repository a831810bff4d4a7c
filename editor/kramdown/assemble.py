"""Joins fragments to a document: header ids without doubles, footnote numbers and their section, the TOC."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from editor.kramdown.fragment import Fragment
from editor.kramdown.options import Options
from editor.kramdown.slots import NoteOf, Slots


@dataclass(frozen=True)
class Assembled:
    """The HTML of each fragment, all slots filled, and the footnotes' section ("" without footnotes at the end)."""

    pieces: tuple[str, ...]
    footnotes: str

    @property
    def html(self) -> str:
        """The whole document, byte for byte as kramdown writes it."""
        return "".join(self.pieces) + self.footnotes


def assemble(fragments: Sequence[Fragment], options: Options, note: NoteOf) -> Assembled:
    """Fill the slots of all fragments in order; `note` gives the list item of a footnote by its name."""
    return Assembler().assemble(fragments, options, note)


class Assembler:
    """Assembles a document again and again while it changes: text that comes out the same is the same object."""

    def __init__(self) -> None:
        # By the fragment's identity: the fragment itself, so that no other takes its place; its parts; their text.
        self._texts: dict[int, tuple[Fragment, list[str], str]] = {}

    def assemble(self, fragments: Sequence[Fragment], options: Options, note: NoteOf) -> Assembled:
        """As the function of this name."""
        slots = Slots(options)
        filled = [slots.fill(each) for each in fragments]
        footnotes = slots.fill_notes(note)
        texts: dict[int, tuple[Fragment, list[str], str]] = {}
        pieces = tuple(self._text(each, parts, texts) for each, parts in zip(fragments, filled, strict=True))
        self._texts = texts
        return Assembled(pieces, footnotes)

    def _text(self, fragment: Fragment, parts: list[str], texts: dict[int, tuple[Fragment, list[str], str]]) -> str:
        if len(parts) < 2:
            return parts[0] if parts else ""
        known = self._texts.get(id(fragment))
        if known is None or known[1] != parts:
            known = fragment, parts, "".join(parts)
        texts[id(fragment)] = known
        return known[2]
