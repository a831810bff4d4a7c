"""Addresses as people read them: `/日本語/` for `/%E6%97%A5%E6%9C%AC%E8%AA%9E/`."""

from __future__ import annotations

import re
import unicodedata

_ESCAPES = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")


def readable(address: str) -> str:
    """The address as an IRI: letters, marks and signs of all scripts as themselves, all else as it is written.

    What is escaped for a reason stays escaped: ASCII (a space, a slash in a name), what is not UTF-8, and
    characters that cannot be seen or that turn the direction of what follows.
    """
    return _ESCAPES.sub(lambda match: _decoded(match[0]), address)


def _decoded(escapes: str) -> str:
    try:
        text = bytes.fromhex(escapes.replace("%", "")).decode("utf-8")
    except UnicodeDecodeError:
        return escapes
    return "".join(sign if _is_visible(sign) else _escaped(sign) for sign in text)


def _is_visible(sign: str) -> bool:
    return unicodedata.category(sign)[0] not in "CZ"


def _escaped(sign: str) -> str:
    return "".join(f"%{byte:02X}" for byte in sign.encode())
