"""The page around a template's code: read as HTML, with the class map of HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pygments.token import Text

_Token = tuple[int, Any, str]


def page(_lexer: Any, match: re.Match[str]) -> Iterator[_Token]:
    """The match as HTML; the types are Rouge's classes already."""
    from editor.kramdown.highlight.lexing import tokens

    at = match.start()
    for css, text in tokens("html", match[0]) or [("", match[0])]:
        yield at, css or Text, text
        at += len(text)
