"""Header ids by kramdown's own rule: ASCII letters, digits and hyphens (kramdown/converter/base.rb, generate_id)."""

from __future__ import annotations

import re
import unicodedata

from editor.kramdown.options import Options

_BEFORE_LETTER = re.compile(r"^[^a-zA-Z]+", re.MULTILINE)
_NOT_IN_ID = re.compile(r"[^a-zA-Z0-9 -]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
# What taking off the marks does not make ASCII, as far as headers commonly have it.
_SPELLED = """
    ß ss  æ ae  Æ AE  ø o  Ø O  đ d  Đ D  ł l  Ł L  œ oe  Œ OE  þ th  Þ Th  ð d  Ð D  ı i  – --  — ---  … ...
    ‘ '  ’ '  “ "  ” "  « <<  » >>  © (c)  ® (r)  ¿ ?  ¡ !
"""
_LATIN = dict(zip(_SPELLED.split()[::2], _SPELLED.split()[1::2], strict=True))


def basic_id(text: str) -> str:
    """The id of a text, which may come out empty."""
    text = _BEFORE_LETTER.sub("", text)
    return _NOT_IN_ID.sub("", text).replace(" ", "-").lower()


def transliterate(text: str) -> str:
    """Letters of other alphabets as ASCII; Latin ones only, kramdown needs a library of tables for the rest."""

    def ascii_of(match: re.Match[str]) -> str:
        character = match[0]
        if character in _LATIN:
            return _LATIN[character]
        return unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode() or "?"

    return _NOT_ASCII.sub(ascii_of, text)


class HeaderIds:
    """Gives each header of a document an id of its own."""

    def __init__(self, options: Options) -> None:
        self._prefix = options.auto_id_prefix
        self._is_transliterated = options.transliterated_header_ids
        self._used: dict[str, int] = {}

    def next(self, text: str) -> str:
        """The id of the next header that has none."""
        base = basic_id(transliterate(text) if self._is_transliterated else text) or "section"
        if base not in self._used:
            self._used[base] = 0
            return self._prefix + base
        self._used[base] += 1
        return f"{self._prefix}{base}-{self._used[base]}"
