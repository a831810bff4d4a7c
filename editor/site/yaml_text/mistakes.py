"""Usual mistakes behind a fault of YAML, found in the lines themselves: YAML tells where it stumbled, not over what."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from editor.site.yaml_text.line import YamlLine, closing_quote, read_line

GLUED = re.compile(r"[ ]*[^\W\d][\w-]*:(?=[^\s:/])")  # a key whose colon lacks its space
_CONFLICT = re.compile(r"<{7}(?: |\Z)")
_FOREIGN_COMMENT = re.compile(r"[ \t]*(?://|<!--|/\*)")
_EQUALS = re.compile(r"[ \t]*[\w-]+[ \t]*=(?:[ \t]|\Z)")
_APOSTROPHE = re.compile(r"\w'\w")
_MAX_LINES = 20_000

_BEHIND_QUOTE = "text stands behind the closing quote; put quotes around all of it"
_APOSTROPHE_REASON = "an apostrophe in single quotes must be doubled; or use double quotes"
_INDENTED = "this line is indented, but the value above it is complete; take away its spaces"
_NO_ITEM = "this line is no item of the list above it: it lacks “- ”, or its indentation is wrong"


@dataclass(frozen=True)
class Mistake:
    """Where it is, both counted from 0, and what it is."""

    line: int
    column: int
    reason: str


@dataclass(frozen=True)
class _Stumble:
    """Where YAML stumbled, both from 0, and its own words."""

    lines: Sequence[str]
    line: int
    column: int
    said: str

    @property
    def here(self) -> YamlLine:
        return read_line(self.lines[self.line])


def find_mistake(lines: Sequence[str], line: int, column: int, said: str) -> Mistake | None:
    """What the writer did wrong, where it is a usual mistake; `said` are YAML's own words for it."""
    if line >= len(lines) or line > _MAX_LINES:
        return None
    stumble = _Stumble(lines, line, column, said)
    return next(filter(None, (look(stumble) for look in _LOOKS)), None)


def _conflict(stumble: _Stumble) -> Mistake | None:
    lines = stumble.lines[: stumble.line + 1]
    found = next((at for at, text in enumerate(lines) if _CONFLICT.match(text)), None)
    if found is None:
        return None
    reason = "a merge conflict is left here; keep one side, and remove the lines “<<<<<<<”, “=======” and “>>>>>>>”"
    return Mistake(found, 0, reason)


def _directive(stumble: _Stumble) -> Mistake | None:
    if not stumble.lines[stumble.line].startswith("%"):
        return None
    return Mistake(stumble.line, 0, "a line that begins with “%” needs quotes")


def _unclosed_quote(stumble: _Stumble) -> Mistake | None:
    """A quote that only the opening quote of a later line closes."""
    if not stumble.here.key:
        return None
    at = 0
    while at < stumble.line:
        line = read_line(stumble.lines[at])
        if line.has_block_below:
            at = _behind_block(stumble.lines, at)
            continue
        if (line.key or line.is_item) and line.value[:1] in ("'", '"') and closing_quote(line.value) < 0:
            closed = _closed_in(stumble.lines, at, line)
            if closed == stumble.line:
                return Mistake(at, line.start, "a quote is not closed")
            if closed is None or closed > stumble.line:
                return None
            at = closed
        at += 1
    return None


def _closed_in(lines: Sequence[str], at: int, line: YamlLine) -> int | None:
    quote = line.value[0]
    for number in range(at + 1, len(lines)):
        if quote in lines[number] and closing_quote(quote + lines[number]) >= 0:
            return number
    return None


def _behind_block(lines: Sequence[str], at: int) -> int:
    """The first line that is no part of the block scalar whose mark stands at `at`."""
    indent = read_line(lines[at]).indent
    at += 1
    while at < len(lines) and (not lines[at].strip() or read_line(lines[at]).indent > indent):
        at += 1
    return at


def _line_above(stumble: _Stumble) -> Mistake | None:
    """A line that is right by itself, but not behind the one above it."""
    here = stumble.here
    if "mapping values are not allowed" not in stumble.said or here.colon != stumble.column:
        return None
    above = _above(stumble)
    if above is None:
        return None
    line = read_line(stumble.lines[above])
    if not line.key and not line.is_item:
        return _colonless(stumble.lines, above) or Mistake(
            above, line.indent, "a line lacks its colon: it must be “key: value”"
        )
    if line.value and here.indent > line.indent:
        return Mistake(stumble.line, here.indent, _INDENTED)
    return None


def _above(stumble: _Stumble) -> int | None:
    """The line above that says something."""
    numbers = range(stumble.line - 1, -1, -1)
    return next((at for at in numbers if not read_line(stumble.lines[at]).is_blank), None)


def _no_colon(stumble: _Stumble) -> Mistake | None:
    if "expected ':'" not in stumble.said:
        return None
    above = _above(stumble)
    if above is not None and (line := read_line(stumble.lines[above])).has_block_below:
        return Mistake(stumble.line, stumble.column, f"the text below “{line.value}” must be indented")
    return _colonless(stumble.lines, stumble.line)


def _colonless(lines: Sequence[str], at: int) -> Mistake | None:
    """What else than a missing colon makes a line without one."""
    text = lines[at]
    indent = len(text) - len(text.lstrip(" \t"))
    if glued := GLUED.match(text):
        return Mistake(at, glued.end(), "a space is missing behind the colon")
    if _FOREIGN_COMMENT.match(text):
        return Mistake(at, indent, "a comment begins with “#”")
    if _EQUALS.match(text):
        return Mistake(at, text.index("="), "a colon must stand in place of “=”")
    return None


def _behind_value(stumble: _Stumble) -> Mistake | None:
    """Text behind what YAML takes for a whole value."""
    here = stumble.here
    first = here.value[:1]
    if stumble.column <= here.start or not first or first not in "'\"[{*":
        return None
    if first in "'\"":
        return _behind_quote(stumble, here)
    if first == "*":
        return Mistake(stumble.line, here.start, "a value that begins with “*” needs quotes")
    if first in "[{" and stumble.column > here.start:
        if here.value.startswith(("{%", "{{")):
            return Mistake(stumble.line, here.start, "a value that begins with “{” needs quotes")
        if "parsing a flow" not in stumble.said and "cannot start any token" not in stumble.said:
            closing = {"[": "]", "{": "}"}[first]
            if stumble.lines[stumble.line][stumble.column] == closing:
                return Mistake(stumble.line, stumble.column, f"there is one “{closing}” too many")
            reason = f"text stands behind the “{closing}”; a value that begins with “{first}” needs quotes"
            return Mistake(stumble.line, stumble.column, reason)
    return None


def _behind_quote(stumble: _Stumble, here: YamlLine) -> Mistake | None:
    closed = closing_quote(here.value)
    if closed < 0 or here.start + closed >= stumble.column or "unknown escape" in stumble.said:
        return None
    is_apostrophe = here.value[0] == "'" and _APOSTROPHE.match(here.value, closed - 1)
    column = here.start + closed if is_apostrophe else stumble.column
    return Mistake(stumble.line, column, _APOSTROPHE_REASON if is_apostrophe else _BEHIND_QUOTE)


def _no_item(stumble: _Stumble) -> Mistake | None:
    here = stumble.here
    if "expected '-' indicator" not in stumble.said or here.is_item:
        return None
    return Mistake(stumble.line, stumble.column, _NO_ITEM)


_LOOKS: tuple[Callable[[_Stumble], Mistake | None], ...] = (
    _conflict,
    _directive,
    _unclosed_quote,
    _line_above,
    _no_colon,
    _behind_value,
    _no_item,
)
