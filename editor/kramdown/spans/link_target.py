"""Where a link leads: what follows its text, or the definition that it names."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from editor.kramdown.definitions import normalize_link_id
from editor.kramdown.patterns import SPACE, STRIPPED
from editor.kramdown.spans.escaped_chars import ESCAPABLE
from editor.kramdown.spans.reading import Reading
from editor.kramdown.tree import AttributeList

_LONGEST_ID: Final = 999  # as in CommonMark; kramdown compares texts of any length with the ids of its definitions
_ESCAPED = re.compile(rf"\\([{re.escape(ESCAPABLE)}])")
_ID = re.compile(rf"{SPACE}*+\[([^\]]*+)\]")
_PLAIN_URL = re.compile(r"\((?!<)([^() \t\n\v\f\r]*+)\)")
_ANGLE_END = re.compile(r"[>\n]")
_PARENTHESIS = re.compile(r"[()]")
_SPACE_AND_QUOTE = re.compile(rf"{SPACE}(?=[\"'])")
_TITLE_START = re.compile(rf"{SPACE}*+([\"'])")
_TITLE_END: Final = {quote: re.compile(rf"{quote}{SPACE}*+\)") for quote in "\"'"}


class Target(NamedTuple):
    """What a link says, and where it ends in the text."""

    end: int
    url: str
    title: str | None = None
    ial: AttributeList | None = None  # of the definition


def alternative_text(label: str) -> str:
    """A link's text as it was typed, without the backslashes of escapes."""
    return _ESCAPED.sub(r"\1", label) if "\\" in label else label


def find_target(reading: Reading, label: int, bracket: int) -> Target | None:
    """What the text from `label` up to the closing bracket links to; None if it is no link."""
    text, after = reading.text, bracket + 1
    if text.startswith("(", after):
        return _inline_target(reading, after)
    found = _ID.match(text, after)
    if found is not None and found[1]:
        if len(found[1]) > _LONGEST_ID:
            return None
        return _defined_target(reading, found[1], found.end())
    end = after if found is None else found.end()
    if bracket - label > _LONGEST_ID:
        return None
    if text.find("]", label, bracket) >= 0:
        return None  # the id of no definition holds a bracket, and the text may be long
    return _defined_target(reading, alternative_text(text[label:bracket]), end)


def _defined_target(reading: Reading, id_: str, end: int) -> Target | None:
    parser = reading.parser
    id_ = normalize_link_id(id_)
    parser.asked_links.add(id_)
    definition = parser.definitions.links.get(id_)
    if definition is None:
        return None
    ial = definition.place.ial if definition.place is not None else None
    return Target(end, definition.url, definition.title, ial)


def _inline_target(reading: Reading, at: int) -> Target | None:
    """`(url)`, `(<url>)`, each perhaps with a title; `at` is the opening parenthesis."""
    text = reading.text
    found = _PLAIN_URL.match(text, at)
    if found is not None:
        return Target(found.end(), found[1])
    if text.startswith("<", at + 1):
        found = reading.next(_ANGLE_END, at + 2)
        if found is not None and found[0] == ">":
            url, end = text[at + 2 : found.start()], found.end()
            return Target(end + 1, url) if text.startswith(")", end) else _titled_target(reading, url, end)
    closing = _closing_parenthesis(reading, at)
    space = reading.next(_SPACE_AND_QUOTE, at)
    if closing is not None and (space is None or closing < space.start()):
        return Target(closing + 1, text[at + 1 : closing].strip(STRIPPED))
    if space is None or reading.last(")") < space.end():
        return None
    return _titled_target(reading, text[at + 1 : space.start()].strip(STRIPPED), space.end())


def _closing_parenthesis(reading: Reading, at: int) -> int | None:
    """All parentheses of the text are matched once, as if they stood in it alone."""
    if reading.parentheses is None:
        reading.parentheses = {}
        opened: list[int] = []
        for each in _PARENTHESIS.finditer(reading.text):
            if each[0] == "(":
                opened.append(each.start())
            elif opened:
                reading.parentheses[opened.pop()] = each.start()
    return reading.parentheses.get(at)


def _titled_target(reading: Reading, url: str, at: int) -> Target | None:
    """The title ends at the first quotation mark of its kind that a parenthesis follows."""
    start = _TITLE_START.match(reading.text, at)
    if start is None:
        return None
    end = reading.next(_TITLE_END[start[1]], start.end() + 1)
    return None if end is None else Target(end.end(), url, reading.text[start.end() : end.start()])
