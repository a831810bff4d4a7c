"""Code spans as a table sees them: the pipes in them are no borders of cells."""

from __future__ import annotations

import re

from editor.kramdown.html.syntax import SPACE

_BACKTICKS = re.compile("`++")
_LONE = re.compile(rf"(?:{SPACE}|\A)`{SPACE}")  # a backtick between white space is text


class CodeSpans:
    """Finds the code spans of one text (kramdown/parser/kramdown/codespan.rb)."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._shortest_missing = len(text) + 1  # delimiters of this length do not come again; longer ones neither

    def read(self, start: int) -> tuple[str | None, int]:
        """The code in the span whose delimiter begins at `start`, and where it ends; None and the delimiter's end."""
        text = self._text
        match = _BACKTICKS.match(text, start)
        assert match is not None
        delimiter, content = match[0], match.end()
        is_simple = len(delimiter) == 1
        if is_simple and _LONE.match(text, max(start - 1, 0)):
            return None, content
        if len(delimiter) >= self._shortest_missing:
            return None, content
        end = text.find(delimiter, content)
        if end < 0:
            self._shortest_missing = len(delimiter)
            return None, content
        code = text[content:end]
        if not is_simple:
            code = code.removeprefix(" ").removesuffix(" ")
        return code, end + len(delimiter)
