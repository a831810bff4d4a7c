"""Cuts a token of Pygments' where Rouge's tokens end: quotes, escapes, words, single characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

Piece = tuple[str, str]  # the type's name, with a word for the part it is, and the text
BLANK = "blank"

_QUOTED = re.compile(r"""([a-zA-Z]*(?:\"""|'''|["'`]))(.*?)(\"""|'''|["'`])\Z""", re.DOTALL)
_ESCAPE = re.compile(r"(\\(?:u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[0-7]{1,3}|.))", re.DOTALL)
_SPACES = re.compile(r"(\s+)")
_NAME = re.compile(r"([A-Za-z_]\w*)")
_CHARACTER = re.compile(r"(.)", re.DOTALL)


def _quotes(kind: str, text: str) -> list[Piece]:
    match = _QUOTED.match(text)
    if match is None:
        return [(kind, text)]
    inner = [(kind, match[2])] if match[2] else []
    return [(f"{kind} open", match[1]), *inner, (f"{kind} close", match[3])]


def _at(pattern: re.Pattern[str], part: str) -> Callable[[str, str], list[Piece]]:
    def cut(kind: str, text: str) -> list[Piece]:
        found = enumerate(pattern.split(text))
        return [(f"{kind} {part}" if index % 2 else kind, piece) for index, piece in found if piece]

    return cut


_escapes = _at(_ESCAPE, "escape")


def _quotes_escapes(kind: str, text: str) -> list[Piece]:
    pieces: list[Piece] = []
    for part, piece in _quotes(kind, text):
        pieces += _escapes(part, piece) if part == kind else [(part, piece)]
    return pieces


CUTS: dict[str, Callable[[str, str], list[Piece]]] = {
    "quotes": _quotes,
    "escapes": _escapes,
    "quotes escapes": _quotes_escapes,
    "words": _at(_SPACES, "space"),
    "names": _at(_NAME, "name"),
    "characters": _at(_CHARACTER, "character"),
}


def type_names() -> dict[Any, str]:
    """An empty map that fills itself: Pygments' token type to its name without `Token.`."""
    return _TypeNames()


class _TypeNames(dict[Any, str]):
    def __missing__(self, kind: Any) -> str:
        name = self[kind] = str(kind)[6:]
        return name


def pieces(tokens: Iterable[tuple[Any, str]], cuts: dict[str, str]) -> Iterator[Piece]:
    """The tokens with blank edges cut off, and cut as `cuts` tells for their type."""
    names = type_names()
    for kind, text in tokens:
        if not text:
            continue
        core = text.strip()
        if not core:
            yield BLANK, text
            continue
        name = names[kind]
        edge = 0
        if len(core) != len(text):
            edge = text.index(core)
            if edge:
                yield f"{name} <", text[:edge]
        if name in cuts:
            yield from CUTS[cuts[name]](name, core)
        else:
            yield name, core
        if edge + len(core) != len(text):
            yield f"{name} >", text[edge + len(core) :]
