"""Whether the lines of a table have their pipes outside code spans and HTML elements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.kramdown.blocks.table_codespans import CodeSpans
from editor.kramdown.blocks.table_html import HtmlSpans

_PIPE = re.compile(r"(?<!\\)\|")
_CODE_OR_HTML = re.compile("[`<]")


def has_pipe_on_each_line(text: str, *, parse_span_html: bool) -> bool:
    """Whether each line of a table (all have pipes) has one that is no code (kramdown/parser/kramdown/table.rb).

    Which lines are looked at, and what is forgiven, is kramdown's: the first and last line of each text between code
    spans; never what an HTML element holds; a code span of two lines if the first has a pipe before it.
    """
    if "`" not in text and "<" not in text:
        return _PIPE.search(text, text.rfind("\n") + 1) is not None
    is_pipe_on_line = False
    for piece, is_code in _pieces(text, parse_span_html=parse_span_html):
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


def _pieces(text: str, *, parse_span_html: bool) -> Iterator[tuple[str, bool]]:
    """Code spans (True), comments and the texts between them, without elements and what these hold."""
    codespans = CodeSpans(text)
    html = HtmlSpans(text, codespans, parse_span_html=parse_span_html)
    start = pos = 0  # start: of the text that has not been given yet
    while (match := _CODE_OR_HTML.search(text, pos)) is not None:
        found = match.start()
        piece: str | None
        if match[0] == "`":
            piece, pos = codespans.read(found)
        else:
            piece, pos = html.read(found)
        if piece is not None:
            if found > start:
                yield text[start:found], False
            yield piece, match[0] == "`"
            start = pos
    if start < len(text):
        yield text[start:], False
