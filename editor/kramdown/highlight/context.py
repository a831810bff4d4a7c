"""What a token shows of itself and of its neighbours: the questions that the rules of a class map ask."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

_BLANKS = re.compile(r"[ \t]*")
_SPACE = re.compile(r"\s*")
_SHAPES = re.compile(
    r"(?P<number>[+-]?[0-9]+(?:\.[0-9]+)?\Z)|(?P<one>[0-9])"
    r"|(?P<AA>[A-Z][A-Z0-9_]+(?!\w))|(?P<A>[A-Z](?!\w))|(?P<Aa>[A-Z])|(?P<aA>[a-z_]+[A-Z])|(?P<a>[a-z_])"
)
_OPENING = re.compile(r"[^\w\s]{0,3}(?: [|^])?")
LONGEST_NEIGHBOUR = 12


class Context(NamedTuple):
    """A token where it stands: `previous` and its class are those of the nearest token before that is not blank."""

    code: str
    start: int
    word: str
    previous: str
    previous_class: str


def shape_of(word: str) -> str:
    """`AA` for all capitals, `A`, `Aa`, `aA`, `a`, `number`, `one` where a digit begins; else the first character."""
    match = _SHAPES.match(word)
    return word[:1] if match is None else str(match.lastgroup)


def _shape(context: Context) -> str:
    return shape_of(context.word)


def _first(context: Context) -> str:
    return context.word[:1]


def _opening(context: Context) -> str:
    """The signs that it begins with: what tells a comment's kind."""
    match = _OPENING.match(context.word)
    return match[0] if match else ""


def _last(context: Context) -> str:
    return context.word[-1:]


def _after(context: Context) -> str:
    """The token before; a long one by its shape, in angle brackets."""
    previous = context.previous
    return previous if len(previous) <= LONGEST_NEIGHBOUR else f"<{shape_of(previous)}>"


def _after_class(context: Context) -> str:
    return context.previous_class


def _before(context: Context) -> str:
    """The next character on the line that is not blank; the line's end is one."""
    match = _BLANKS.match(context.code, context.start + len(context.word))
    at = match.end() if match else len(context.code)
    return context.code[at : at + 1]


def _before_sign(context: Context) -> str:
    """The next two characters, on whichever line, if they do not begin a word."""
    match = _SPACE.match(context.code, context.start + len(context.word))
    at = match.end() if match else len(context.code)
    sign = context.code[at : at + 2]
    return "" if sign[:1].isalnum() else sign


def _touches(context: Context) -> str:
    """The character right before: a blank for any space, `w` for a letter or digit."""
    left = context.code[context.start - 1 : context.start] if context.start else ""
    if not left or left.isspace():
        return " "
    return "w" if left.isalnum() else left


def _place(context: Context) -> str:
    """`first` for the first token of a line."""
    line = context.code.rfind("\n", 0, context.start) + 1
    return "" if context.code[line : context.start].strip() else "first"


QUESTIONS: dict[str, Callable[[Context], str]] = {
    "shape": _shape,
    "first": _first,
    "opening": _opening,
    "last": _last,
    "after": _after,
    "after class": _after_class,
    "before": _before,
    "before sign": _before_sign,
    "touches": _touches,
    "place": _place,
}
