"""Fills the slots of fragments from the top of a document to its end, counting as it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from editor.kramdown.footnotes import Footnote, Footnotes
from editor.kramdown.fragment import (
    BackLinks,
    Fragment,
    HeaderId,
    HeaderLink,
    NoteMark,
    NotesPlace,
    Piece,
    TocEntry,
    TocPlace,
)
from editor.kramdown.gfm.header_ids import GfmHeaderIds
from editor.kramdown.header_ids import HeaderIds
from editor.kramdown.options import Options
from editor.kramdown.toc import Heading, write_toc
from editor.kramdown.writer.escaping import escape_attribute

NoteOf: TypeAlias = Callable[[str], Fragment]


@dataclass(frozen=True)
class _Hole:
    """A part that can be written only when all others are known."""

    parts: list[str]
    index: int


class Slots:
    """What the document has shown so far: its ids, footnotes, headings and the places of TOC and footnotes."""

    def __init__(self, options: Options) -> None:
        self._gfm_ids = GfmHeaderIds(options)
        self._ids = HeaderIds(options)
        self._id_of: dict[int, str] = {}  # of the fragment being filled, by the identity of the slot
        self._footnotes = Footnotes(options)
        self._open_note: tuple[Footnote, int] | None = None  # the one whose item is being filled; its marks so far
        self._headings: list[Heading] = []
        self._toc: tuple[TocPlace, _Hole] | None = None
        self._notes: _Hole | None = None

    def fill(self, fragment: Fragment) -> list[str]:
        """The fragment's parts in order. TOC and footnotes are still missing where they have their place."""
        self._id_of.clear()  # equal parts of a document may be one fragment
        pieces = fragment.pieces
        parts: list[str] = []
        open_places: list[Iterator[Piece]] = [iter(pieces)]
        while open_places:
            for piece in open_places[-1]:
                if isinstance(piece, str):
                    parts.append(piece)
                elif isinstance(piece, TocPlace | NotesPlace):
                    if not self._take(piece, parts):
                        open_places.append(iter(piece.otherwise))
                        break
                else:
                    parts.append(self._value(piece))
            else:
                open_places.pop()
        self._headings.extend(self._listed(fragment.toc))
        return parts

    def _take(self, place: TocPlace | NotesPlace, parts: list[str]) -> bool:
        """Whether the TOC or the footnotes go to this place: only to the first one."""
        if isinstance(place, TocPlace):
            if self._toc is not None:
                return False
            self._toc = place, _Hole(parts, len(parts))
        else:
            if self._notes is not None or self._open_note is not None:
                return False
            self._notes = _Hole(parts, len(parts))
        parts.append("")
        return True

    def _value(self, slot: HeaderId | HeaderLink | NoteMark | BackLinks) -> str:
        if isinstance(slot, HeaderId):
            id_ = (self._gfm_ids if slot.gfm else self._ids).next(slot.text)
            self._id_of[id(slot)] = id_
            return f' id="{escape_attribute(id_)}"' if id_.strip() else ""
        if isinstance(slot, HeaderLink):
            id_ = self._id_of[id(slot.id)]
            return f'<a href="#{escape_attribute(id_)}"></a>' if id_ else ""
        if isinstance(slot, NoteMark):
            return self._footnotes.mark(slot.name)
        if self._open_note is None:
            return ""
        note, repeats = self._open_note
        return self._footnotes.back_links(note, repeats, after_text=slot.after_text)

    def fill_notes(self, note: NoteOf) -> str:
        """After all fragments: the TOC and the footnotes at their places; the footnotes' section if it has none."""
        items = list(self._items(note))
        if self._toc is not None:
            place, hole = self._toc
            hole.parts[hole.index] = write_toc(self._headings, tag=place.tag, attrs=dict(place.attrs))
        section = self._footnotes.section(["".join(parts) for parts in items])
        if self._notes is None:
            return section
        self._notes.parts[self._notes.index] = section
        return ""

    def _items(self, note: NoteOf) -> Iterator[list[str]]:
        """The footnotes' list items; a footnote may have marks of further ones."""
        for footnote in self._footnotes.in_order:  # grows meanwhile
            content = note(footnote.name)
            self._open_note = footnote, footnote.repeats
            yield self.fill(content)

    def _listed(self, entries: Iterable[TocEntry]) -> Iterator[Heading]:
        """The headings of the TOC; a header in the list whose place the TOC takes is gone."""
        for each in entries:
            id_ = self._id_of.get(id(each.id)) if isinstance(each.id, HeaderId) else each.id
            if id_ is not None:
                yield Heading(each.level, id_, each.html)
