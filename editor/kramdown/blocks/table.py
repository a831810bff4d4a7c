"""Tables: rows of cells between pipes, with separator lines between head, bodies and foot."""

from __future__ import annotations

import re
from dataclasses import replace

from editor.kramdown.blocks.block_boundary import is_after_block_boundary, is_before_block_boundary
from editor.kramdown.blocks.frames import BlockParser, Frame
from editor.kramdown.blocks.table_cells import split_row
from editor.kramdown.blocks.table_lines import has_pipe_on_each_line
from editor.kramdown.definitions import Definitions
from editor.kramdown.patterns import STRIPPED
from editor.kramdown.spans.parser import SpanParser
from editor.kramdown.tree import Node, RawText, Table

_TABLE_START = re.compile(r" {0,3}+(?![ \t\n\v\f\r])")
_PIPE = re.compile(r"(?<!\\)\|")
_SEPARATOR = re.compile(r"(?=[+|: \t]*+-)([+|: \t\-]++)\n")
_FOOT_SEPARATOR = re.compile(r"(?=[+|: \t]*+=)[+|: \t=]++\n")
_COLUMN_RULE = re.compile(r"(:?)-++(:?)")
_ALIGNMENTS = {("", ""): "default", (":", ""): "left", ("", ":"): "right", (":", ":"): "center"}

# One line with many columns widens all others: a table of 1 MB could have thousands of millions of cells.
_MOST_ADDED_CELLS = 200_000
_FREE_CELLS = 2_000
_ADDED_CELLS_PER_CHARACTER = 4


def read_table(parser: BlockParser, frame: Frame) -> bool:
    """A table (kramdown/parser/kramdown/table.rb): between block boundaries, with a pipe on each line and a body."""
    source = frame.source
    text, start = source.text, source.pos
    if text.find("|", start, text.find("\n", start)) < 0 or not _TABLE_START.match(text, start):
        return False
    if not _has_pipe(text, start) or not is_after_block_boundary(frame):
        return False
    # No definitions: what cells refer to is looked up later, in what goes into the tree.
    spans = SpanParser(replace(parser.options, html_to_native=False), Definitions())
    rows = _Rows(Table(line=source.line), spans)
    # The IAL that waits is gone even if this turns out to be no table.
    rows.table.ial, frame.block_ial = frame.block_ial, None
    end = rows.read(text, start)
    if not is_before_block_boundary(source, end):
        return False
    if not has_pipe_on_each_line(text[start : end - 1], spans):
        return False
    if not rows.finish(end - start):
        return False
    source.pos = end
    frame.node.children.append(rows.table)
    return True


def _has_pipe(text: str, start: int) -> bool:
    return _PIPE.search(text, start, text.find("\n", start)) is not None


class _Rows:
    """The rows met since the last separator line, and the table that takes them at the next."""

    def __init__(self, table: Table, spans: SpanParser) -> None:
        self.table = table
        self._spans = spans
        self._rows: list[Node | str] = []
        self._columns = 0
        self._has_foot = False

    def read(self, text: str, pos: int) -> int:
        """Read lines as long as they have a pipe; where the first line without one begins."""
        line = self.table.line
        has_leading_pipe = text[pos : text.find("\n", pos)].lstrip(STRIPPED).startswith("|")
        first = _SEPARATOR.match(text, pos)
        if first is not None:
            pos, line = first.end(), line + 1
        while pos < len(text) and _has_pipe(text, pos):
            end = text.find("\n", pos)
            if (rule := _SEPARATOR.match(text, pos)) is not None:
                self._separate(rule[1])
            elif _FOOT_SEPARATOR.match(text, pos):
                if self._rows:
                    self._add("tbody")
                self._has_foot = True
            else:
                row = text[pos:end].rstrip(" \t")
                self._add_row(split_row(row, self._spans, has_leading_pipe=has_leading_pipe), line)
            pos, line = end + 1, line + 1
        return pos

    def _separate(self, rule: str) -> None:
        """The first separator line after rows ends the head and says the alignment; the others part bodies."""
        if not self._rows:
            return
        if not self.table.alignment and not self._has_foot:
            self._add("thead")
            self.table.alignment = [_ALIGNMENTS[sides] for sides in _COLUMN_RULE.findall(rule)]
        elif not self._has_foot:
            self._add("tbody")

    def _add_row(self, cells: list[str], line: int) -> None:
        row = Node("tr", line=line)
        for text in cells:
            cell = Node("td", line=line)
            cell.children.append(RawText(text))
            row.children.append(cell)
        self._columns = max(self._columns, len(cells))
        self._rows.append(row)

    def _add(self, kind: str) -> None:
        container = Node(kind, line=self.table.line)
        container.children, self._rows = self._rows, []
        self.table.children.append(container)

    def finish(self, size: int) -> bool:
        """Put the last rows where they belong and give all rows the same width; False if there is no body.

        `size`: how long the table's text is.
        """
        if self._rows:
            self._add("tfoot" if self._has_foot else "tbody")
        containers = [child for child in self.table.children if isinstance(child, Node)]
        if all(container.kind != "tbody" for container in containers):
            return False
        left = min(_FREE_CELLS + _ADDED_CELLS_PER_CHARACTER * size, _MOST_ADDED_CELLS)
        for container in containers:
            for row in container.children:
                if isinstance(row, Node):
                    missing = min(self._columns - len(row.children), left)
                    row.children.extend(Node("td") for _ in range(missing))
                    left -= missing
        alignment = self.table.alignment[: self._columns]
        self.table.alignment = alignment + ["default"] * (self._columns - len(alignment))
        return True
