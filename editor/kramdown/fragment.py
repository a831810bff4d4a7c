"""The HTML of one chunk, with slots for what only the whole document can say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

Piece: TypeAlias = "str | HeaderId | HeaderLink | NoteMark | BackLinks | TocPlace | NotesPlace"


@dataclass(frozen=True, slots=True)
class HeaderId:
    """The attribute `id` of a header, made from its text. `gfm`: by GFM's rule, else by kramdown's own."""

    text: str
    gfm: bool


@dataclass(frozen=True, slots=True)
class HeaderLink:
    """The link of a header to itself (option `header_links`)."""

    id: HeaderId


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The `<sup>` of a footnote's mark."""

    name: str


@dataclass(frozen=True, slots=True)
class BackLinks:
    """The links at the end of a footnote back to its marks; `after_text`: the first has a space before it."""

    name: str
    after_text: bool


@dataclass(frozen=True, slots=True)
class TocPlace:
    """Where `{:toc}` stands: the list that takes the TOC, `ul` or `ol`, and its attributes."""

    tag: str
    attrs: tuple[tuple[str, str], ...]
    otherwise: tuple[Piece, ...]  # the list as it is: only the first place of a document becomes a TOC


@dataclass(frozen=True, slots=True)
class NotesPlace:
    """Where `{:footnotes}` stands."""

    otherwise: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A header that may stand in the TOC."""

    level: int
    id: str | HeaderId
    html: str  # without links and footnotes


@dataclass(frozen=True, slots=True)
class Fragment:
    """A chunk (or a footnote's list item) as HTML: strings and slots in turn; one string where it has no slots."""

    pieces: Sequence[Piece]
    toc: tuple[TocEntry, ...] = ()
    images: tuple[str, ...] = ()  # targets of its pictures, `img` in HTML included
