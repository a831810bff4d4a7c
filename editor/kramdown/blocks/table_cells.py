"""Splits a row of a table into its cells."""

from __future__ import annotations

import re

from editor.kramdown.patterns import STRIPPED
from editor.kramdown.spans.code_and_html import read_code
from editor.kramdown.spans.parser import SpanParser

_BORDER = re.compile(r"(?<!\\)\|")
_BACKTICKS = re.compile("`+")


def split_row(row: str, spans: SpanParser, *, has_leading_pipe: bool) -> list[str]:
    """The texts of a row's cells; pipes in code spans, in `<code>` and after a backslash are text.

    kramdown/parser/kramdown/table.rb. `has_leading_pipe`: the table's first line begins with one.
    """
    # A line break cannot stand in a row: here it stands for a border.
    cells = [cell.strip(STRIPPED) for cell in _borders_as_line_breaks(row, spans).split("\n")]
    if has_leading_pipe and not cells[0]:
        del cells[0]
    if cells and not cells[-1]:
        del cells[-1]
    return cells


def _borders_as_line_breaks(row: str, spans: SpanParser) -> str:
    if "`" not in row and "<code" not in row:
        return _plain(row)
    pieces: list[str] = []
    pos = 0
    while True:
        start, end = _code_element(row, pos)
        _add_text(row[pos:start], spans, pieces)
        if start == len(row):
            return "".join(pieces)
        pieces.append(row[start:end])
        pos = end


def _code_element(row: str, pos: int) -> tuple[int, int]:
    """Where the next `<code …>…</code>` stands; twice the row's end if there is none."""
    start = row.find("<code", pos)
    tag_end = row.find(">", start) if start >= 0 else -1
    end = row.find("</code>", tag_end) if tag_end >= 0 else -1
    return (start, end + len("</code>")) if end >= 0 else (len(row), len(row))


def _add_text(text: str, spans: SpanParser, pieces: list[str]) -> None:
    children = read_code(text, spans) if "`" in text else [text]
    pieces.extend(_plain(child) if isinstance(child, str) else _delimited(child.value) for child in children)


def _plain(text: str) -> str:
    if "\\" not in text:
        return text.replace("|", "\n")
    return _BORDER.sub("\n", text).replace("\\|", "|")


def _delimited(code: str) -> str:
    """The code between delimiters once more: longer than any backticks in it."""
    longest = max(map(len, _BACKTICKS.findall(code)), default=0)
    if not longest:
        return f"`{code}`"
    delimiter = "`" * (longest + 1)
    return f"{delimiter} {code} {delimiter}"
