"""The HTML of one chunk, with slots for what only the whole document can say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

Piece: TypeAlias = "str | HeaderId | NoteMark | TocPlace | NotesPlace"


@dataclass(frozen=True)
class HeaderId:
    """The value of a header's id, made from its text. `gfm`: by GFM's rule, else by kramdown's own."""

    text: str
    gfm: bool


@dataclass(frozen=True)
class NoteMark:
    """The `<sup>` of a footnote's mark."""

    name: str


@dataclass(frozen=True)
class TocPlace:
    """Where `{:toc}` stands: the list that takes the TOC, `ul` or `ol`, and its attributes."""

    tag: str
    attrs: tuple[tuple[str, str], ...]
    otherwise: tuple[Piece, ...]  # the list as it is: only the first place of a document becomes a TOC


@dataclass(frozen=True)
class NotesPlace:
    """Where `{:footnotes}` stands."""

    otherwise: tuple[Piece, ...]


@dataclass(frozen=True)
class TocEntry:
    """A header that may stand in the TOC."""

    level: int
    id: str | HeaderId
    html: str  # without links and footnotes


@dataclass(frozen=True)
class Fragment:
    """A chunk as HTML: strings and slots in turn; `lines` are what the blocks say of their place in the source."""

    pieces: Sequence[Piece]
    toc: tuple[TocEntry, ...] = ()
    images: tuple[str, ...] = ()  # targets of its pictures, `img` in HTML included
