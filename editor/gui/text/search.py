"""Search patterns, what they match, and what replaces it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QRegularExpression, QRegularExpressionMatch

_Option = QRegularExpression.PatternOption
_REFERENCE = re.compile(r"\\(\d|n|t|\\)|\$(\d)")


@dataclass(frozen=True)
class Query:
    """What the writer looks for."""

    text: str
    is_case_sensitive: bool = False
    is_whole_word: bool = False
    is_regex: bool = False


@dataclass(frozen=True)
class Match:
    """A place in the text, counted as Qt counts, with its groups (the first is all of it)."""

    start: int
    end: int
    groups: tuple[str, ...]


def pattern(query: Query) -> QRegularExpression:
    """The query as a pattern; ask it `isValid()`. Qt's engine bounds its own backtracking, Python's would hang."""
    source = query.text if query.is_regex else QRegularExpression.escape(query.text)
    if query.is_whole_word:
        source = rf"(?<!\w)(?:{source})(?!\w)"
    options = _Option.UseUnicodePropertiesOption | _Option.MultilineOption
    if not query.is_case_sensitive:
        options |= _Option.CaseInsensitiveOption
    return QRegularExpression(source, options)


def matches(query: Query, text: str) -> list[Match]:
    """All places in `text`, in order; none for an empty or invalid query."""
    compiled = pattern(query)
    if not query.text or not compiled.isValid():
        return []
    found = []
    places = compiled.globalMatch(text)
    while places.hasNext():
        place = places.next()
        found.append(Match(place.capturedStart(), place.capturedEnd(), _groups(place, is_regex=query.is_regex)))
    return found


def _groups(place: QRegularExpressionMatch, *, is_regex: bool) -> tuple[str, ...]:
    return tuple(place.capturedTexts()) if is_regex else ()


def replacement(query: Query, match: Match, template: str) -> str:
    r"""What replaces a match: the template as it is, or, in a regex, with `\1`, `$1`, `\n`, `\t` filled in."""
    if not query.is_regex:
        return template

    def fill(reference: re.Match[str]) -> str:
        sign = reference[1] or reference[2]
        if sign in ("n", "t", "\\"):
            return {"n": "\n", "t": "\t", "\\": "\\"}[sign]
        number = int(sign)
        return match.groups[number] if number < len(match.groups) else ""

    return _REFERENCE.sub(fill, template)
