"""Whether the lines of a table have their pipes outside code spans and HTML elements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.kramdown.spans.code_and_html import read_code_and_html
from editor.kramdown.spans.parser import SpanParser
from editor.kramdown.tree import HtmlElement

_PIPE = re.compile(r"(?<!\\)\|")


def has_pipe_on_each_line(text: str, spans: SpanParser) -> bool:
    """Whether each line of a table (all have pipes) has one that is no code (kramdown/parser/kramdown/table.rb).

    Which lines are looked at, and what is forgiven, is kramdown's: the first and last line of each text between code
    spans; never what an HTML element holds; a code span of two lines if the first has a pipe before it.
    """
    if "`" not in text and "<" not in text:
        return _PIPE.search(text, text.rfind("\n") + 1) is not None
    is_pipe_on_line = False
    for piece, is_code in _pieces(text, spans):
        lines = piece.rstrip("\n").split("\n")
        if is_code:
            if len(lines) > 2 or (len(lines) == 2 and not is_pipe_on_line):
                break
            is_pipe_on_line = is_pipe_on_line and len(lines) < 2
        else:
            if len(lines) > 1:
                if not is_pipe_on_line and not _PIPE.search(lines[0]):
                    break
                is_pipe_on_line = False
            is_pipe_on_line = is_pipe_on_line or _PIPE.search(lines[-1]) is not None
    return is_pipe_on_line


def _pieces(text: str, spans: SpanParser) -> Iterator[tuple[str, bool]]:
    """Code spans (True), comments and the texts between them, without elements and what these hold."""
    for child in read_code_and_html(text, spans):
        if isinstance(child, str):
            yield child, False
        elif not isinstance(child, HtmlElement):
            yield child.value, child.kind == "codespan"
