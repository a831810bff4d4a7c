"""The regular expressions of HTML: names, tags, comments, processing instructions, and the attributes of a tag.

As kramdown/parser/html.rb has them, with names by REXML's rule; repetitions are possessive, so that none of them tries
a text twice. All are to be matched at a position and are not anchored to a line.
"""

from __future__ import annotations

import re
from typing import Final

from editor.kramdown.html.elements import KNOWN_ELEMENTS
from editor.kramdown.patterns import SPACE

# A letter or `_`, then letters, digits, `-`, `.` and `_`; once more after a colon.
NAME: Final = r"(?:[^\W\d][\w.\-]*+(?::[^\W\d][\w.\-]*+)?+)"

_VALUE = rf"""{SPACE}*+={SPACE}*+(?:\w++|"[^"]*+"|'[^']*+')"""
_ATTRIBUTES = rf"(?>{SPACE}++{NAME}(?:{_VALUE})?+)*+"

# Groups: 1 name, 2 attributes, 3 the slash of `<name />`.
TAG_SOURCE: Final = rf"<({NAME})({_ATTRIBUTES}){SPACE}*+(/)?>"
TAG: Final = re.compile(TAG_SOURCE)

# Group 1: name.
CLOSE_TAG_SOURCE: Final = rf"</({NAME}){SPACE}*+>"
CLOSE_TAG: Final = re.compile(CLOSE_TAG_SOURCE)

CDATA: Final = "<![CDATA["

# A tag that the end of the text cuts off: what follows there could still make a tag of it.
CUT_OFF_TAG: Final = re.compile(rf"""<{NAME}{_ATTRIBUTES}(?:{SPACE}*+={SPACE}*+(?:"[^"]*+|'[^']*+)?+)?+{SPACE}*+/?\Z""")

# Where a span of HTML may begin: kramdown/parser/kramdown/html.rb, HTML_SPAN_START.
SPAN_START: Final = re.compile(rf"<(?:{NAME}|!--|/)")

_ATTRIBUTE = re.compile(
    rf"""{SPACE}*+({NAME})(?:{SPACE}*+={SPACE}*+(?:(\w++)|"([^"]*+)"|'([^']*+)'))?+""",
)


def parse_attributes(text: str, *, element: str) -> dict[str, str]:
    """The attributes that a tag's group 2 holds; the last of two with one name counts, at the place of the first.

    Their names become lower case if kramdown knows the element (kramdown/parser/html.rb, parse_html_attributes).
    """
    if not text:
        return {}
    found = _ATTRIBUTE.findall(text)
    if element in KNOWN_ELEMENTS:
        return {name.lower(): word or double or single for name, word, double, single in found}
    return {name: word or double or single for name, word, double, single in found}
