"""Smart quotes: which of two forms a typed quotation mark takes."""

from __future__ import annotations

import re
from typing import Final

from editor.kramdown.spans.reading import Reading
from editor.kramdown.tree import Node

# The first rule that fits decides; each begins at the character before the quotation mark, if it can be had.
_RULES = re.compile(
    r"""
    (["'])(?=[_*]{1,2}[^ \t\n\v\f\r])
    |(["'])(?=[!"\#$%'()*+,\-./:;<=>?@\[\\\]^_`{|}~](?!\.\.)\B)
    |([ \t\n\v\f\r]?)"'(?=[A-Za-z0-9_])     # he said, "'Quoted' words in a larger quote"
    |([ \t\n\v\f\r]?)'"(?=[A-Za-z0-9_])
    |([ \t\n\v\f\r]?)'(?=[0-9][0-9]s)       # the '80s
    |([ \t\n\v\f\r])(["'])(?=[A-Za-z0-9_])  # most that open
    |([^\ \\\t\r\n\[{(-])(["'])             # those that close
    |(["'])(?=[ \t\n\v\f\r]|s\b|\Z)         # after an element: <i>Custer</i>'s
    |(.?)'
    |(.?)"
    """,
    re.VERBOSE | re.DOTALL,
)
_OPENING: Final = {"'": "lsquo", '"': "ldquo"}
_CLOSING: Final = {"'": "rsquo", '"': "rdquo"}
# By the rule's last group: the group with the quotation mark and what it becomes, or the symbols themselves.
_BY_MARK: Final = {1: (1, _OPENING), 2: (2, _CLOSING), 7: (7, _OPENING), 9: (9, _CLOSING), 10: (10, _CLOSING)}
_FIXED: Final = {3: ("ldquo", "lsquo"), 4: ("lsquo", "ldquo"), 5: ("rsquo",), 11: ("lsquo",), 12: ("ldquo",)}


def read_smart_quotes(reading: Reading, at: int) -> bool:
    """One quotation mark or two that follow one another (kramdown/parser/kramdown/smart_quotes.rb)."""
    match = _RULES.match(reading.text, at)
    if match is None:
        raise AssertionError(reading.text[at : at + 2])  # the last two rules take every quotation mark
    rule = match.lastindex or 0
    end = match.end()
    by_mark = _BY_MARK.get(rule)
    if by_mark is not None:
        group, forms = by_mark
        reading.add(Node("smart_quote", forms[match[group]]), end - 1, end)
        return True
    symbols = _FIXED[rule]
    start = end - len(symbols)
    for number, symbol in enumerate(symbols, start=1):
        reading.add(Node("smart_quote", symbol), start + number - 1, start + number)
    return True


def read_quote_after(reading: Reading, at: int) -> bool:
    """A character before a quotation mark, which no other construct wanted, is read with it."""
    return reading.text[at + 1 : at + 2] in _QUOTES and read_smart_quotes(reading, at)


_QUOTES: Final = frozenset("\"'")
