"""Regular expressions' sources that several constructs share, by the names that kramdown gives them.

All are to be matched at a position; none is anchored to a line, because Ruby's scanner takes any position for a line's
start. They leave nothing to try twice. `\\s`, `\\w` and `\\d` are Unicode's in Python and ASCII's in Ruby: hence SPACE
and the spelt-out classes.
"""

from __future__ import annotations

from typing import Final

# What Ruby's `strip` takes away, for str.strip().
STRIPPED: Final = "\0 \t\n\v\f\r"

SPACE: Final = r"[ \t\n\v\f\r]"
LINE_SPACE: Final = r"[ \t\v\f\r]"
NO_SPACE: Final = r"[^ \t\n\v\f\r]"

OPT_SPACE: Final = r" {0,3}+"
INDENT: Final = r"(?:\t| {4})"

# One blank line; all that follow one another are `(?:…)++`.
BLANK_LINE: Final = rf"{LINE_SPACE}*+\n"
EOB_MARKER: Final = rf"\^{LINE_SPACE}*+\n"

# Names of ALDs, footnotes, attributes (kramdown/parser/kramdown/extensions.rb, ALD_ID_NAME).
ALD_ID_NAME: Final = r"[A-Za-z0-9_][A-Za-z0-9_-]*+"
# Where an IAL may begin; it is one only where `blocks/closing_brace.py` finds its end.
IAL_START: Final = r"\{:(?![:/])"

# What follows the marker of a list item or definition: kramdown's class does hold the `|`.
MARKER_END: Final = r"[\t| ]"
LIST_MARKER: Final = r"(?:[+*-]|[0-9]++\.)"

# What a header id in braces may be (REXML's NAME_START_CHAR and NAME_CHAR).
_NAME_START: Final = (
    ":A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
XML_NAME: Final = f"[{_NAME_START}][{_NAME_START}\\-.0-9\u00b7\u0300-\u036f\u203f-\u2040]*+"
