"""Classes of characters as Ruby's regular expressions know them."""

from __future__ import annotations

import unicodedata
from typing import Final

SPACES: Final = frozenset(" \t\n\v\f\r")  # Ruby's `\s`


def is_alphabetic(character: str) -> bool:
    """Ruby's `[[:alpha:]]`: letters, and with them letter numbers and vowel signs."""
    if character.isalpha():
        return True
    if character.isascii():
        return False
    category = unicodedata.category(character)
    return category in ("Nl", "Mc") or (category == "Mn" and not unicodedata.combining(character))


def is_alphanumeric(character: str) -> bool:
    """Ruby's `[[:alnum:]]`."""
    return character.isdecimal() or is_alphabetic(character)
