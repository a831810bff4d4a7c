"""Header ids by GFM's rule: all letters stay, doubles get a number (kramdown/parser/gfm.rb, generate_gfm_header_id)."""

from __future__ import annotations

import re
import unicodedata

from editor.kramdown.options import Options

# ASCII and dashes and quotation marks that no id has: most of what goes.
_DROPPED = re.compile(r"[^A-Za-z0-9_\- \t\u0080-\U0010ffff]+|[\u2010-\u2027]+")
# All but letters of the commonest alphabets, digits, and what stays besides.
_UNSURE = re.compile(
    r"[^A-Za-z0-9_\- \t\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u03b1-\u03c9\u0400-\u0481"
    r"\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fef\uac00-\ud7a3]"
)
_WORD_CATEGORIES = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"})
# Letters in circles and squares are symbols to Unicode's categories, but alphabetic to Ruby's \p{Word}.
_ENCLOSED_LETTERS = ((0x24B6, 0x24E9), (0x1F130, 0x1F149), (0x1F150, 0x1F169), (0x1F170, 0x1F189))


def gfm_id(text: str) -> str:
    """The id of a header's text, which may come out empty."""
    text = text.replace("Σ", "σ").lower()  # Ruby knows no final sigma
    return _UNSURE.sub(_kept, _DROPPED.sub("", text)).replace(" ", "-").replace("\t", "-")


def _kept(match: re.Match[str]) -> str:
    """A character that Ruby's \\p{Word} has, or nothing."""
    character = match[0]
    is_enclosed_letter = any(first <= ord(character) <= last for first, last in _ENCLOSED_LETTERS)
    return character if is_enclosed_letter or unicodedata.category(character) in _WORD_CATEGORIES else ""


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
