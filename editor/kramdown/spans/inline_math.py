"""Inline math: `$$x$$`."""

from __future__ import annotations

import re

from editor.kramdown.patterns import STRIPPED
from editor.kramdown.spans.reading import Reading
from editor.kramdown.tree import Markup

_DELIMITER = re.compile(r"\$\$")


def read_inline_math(reading: Reading, at: int) -> bool:
    """From `$$` to the next one (kramdown/parser/kramdown/math.rb)."""
    if not reading.text.startswith("$$", at):
        return False
    end = reading.next(_DELIMITER, at + 2)
    if end is None:
        return False
    formula = reading.text[at + 2 : end.start()].strip(STRIPPED)
    reading.add(Markup("math", formula, "span", line=reading.line_at(at)), at, end.end())
    return True
