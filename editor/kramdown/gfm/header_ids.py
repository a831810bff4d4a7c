"""Header ids by GFM's rule: all letters stay, doubles get a number (kramdown/parser/gfm.rb, generate_gfm_header_id)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from editor.kramdown.options import Options

_NOT_IN_ASCII_ID = re.compile(r"[^\w\- \t]+", re.ASCII)
_WORD_CATEGORIES = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"})
# Letters in circles and squares are symbols to Unicode's categories, but alphabetic to Ruby's \p{Word}.
_ENCLOSED_LETTERS = ((0x24B6, 0x24E9), (0x1F130, 0x1F149), (0x1F150, 0x1F169), (0x1F170, 0x1F189))


def _is_kept(character: str) -> bool:
    if character in "- \t" or unicodedata.category(character) in _WORD_CATEGORIES:
        return True
    return any(first <= ord(character) <= last for first, last in _ENCLOSED_LETTERS)


@lru_cache(maxsize=4096)
def gfm_id(text: str) -> str:
    """The id of a header's text, which may come out empty."""
    text = text.replace("Σ", "σ").lower()  # Ruby knows no final sigma
    text = _NOT_IN_ASCII_ID.sub("", text) if text.isascii() else "".join(filter(_is_kept, text))
    return text.replace(" ", "-").replace("\t", "-")


class GfmHeaderIds:
    """Gives each header of a document an id of its own; one counter, apart from that of kramdown's rule."""

    def __init__(self, options: Options) -> None:
        self._prefix = options.auto_id_prefix
        self._counts: dict[str, int] = {}

    def next(self, text: str) -> str:
        """The id of the next header that has none."""
        base = gfm_id(text)
        count = self._counts.get(base, -1) + 1
        self._counts[base] = count
        return f"{self._prefix}{base}-{count}" if count else self._prefix + base
