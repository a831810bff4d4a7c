"""HTML tables that kramdown's own tables can express."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from editor.kramdown.html.elements import BLOCK_ELEMENTS
from editor.kramdown.html.native_text import is_text
from editor.kramdown.tree import Node, Table

_ALIGNMENT = re.compile(r"text-align:[ \t\n\v\f\r]+(center|left|right|justify|inherit)")
_NATIVE_ALIGNMENT = re.compile(r"(?:;[ \t\n\v\f\r]*)?text-align:[ \t\n\v\f\r]+(center|left|right)")


def is_simple_table(table: Node) -> bool:
    """Whether all rows have the same cells and alignment, and the cells hold no blocks.

    kramdown/parser/html.rb, is_simple_table?
    """
    if any(_holds_blocks(cell) for cell in _outermost(table, ("th", "td"))):
        return False
    widths: set[int] = set()
    alignments: set[tuple[str, ...]] = set()
    for row in _outermost(table, ("tr",)):
        cells = [cell for cell in _nodes(row) if cell.value in ("th", "td")]
        if cells or widths:  # rows without cells before all others do not count
            widths.add(len(cells))
        alignments.add(tuple(_alignment_of(cell) for cell in cells))
    if len(widths) > 1 or len(alignments) > 1 or any({"justify", "inherit"} & set(each) for each in alignments):
        return False
    return _are_rows(table, "td") or _has_bodies(table)


def _nodes(node: Node) -> Iterator[Node]:
    return (child for child in node.children if isinstance(child, Node))


def _outermost(node: Node, names: Container[str]) -> Iterator[Node]:
    """The elements of these names that are in none such; a table that is native already holds none."""
    stack = [node]
    while stack:
        each = stack.pop()
        if each.value in names:
            yield each
        elif not isinstance(each, Table):
            stack.extend(reversed(list(_nodes(each))))


def _holds_blocks(cell: Node) -> bool:
    return any(True for child in _nodes(cell) for _ in _outermost(child, BLOCK_ELEMENTS))


def _alignment_of(cell: Node) -> str:
    match = _ALIGNMENT.search(cell.attrs.get("style", ""))
    return "default" if match is None else match[1]


def _are_rows(node: Node, cell_name: str) -> bool:
    return all(
        is_text(row)
        or (isinstance(row, Node) and row.value == "tr" and all(_is_cell(cell, cell_name) for cell in row.children))
        for row in node.children
    )


def _is_cell(child: Node | str, name: str) -> bool:
    return is_text(child) or (isinstance(child, Node) and child.value == name)


def _has_bodies(table: Node) -> bool:
    cell_names = {"thead": "th", "tfoot": "td", "tbody": "td"}
    fits = all(
        is_text(child)
        or (isinstance(child, Node) and child.value in cell_names and _are_rows(child, cell_names[child.value]))
        for child in table.children
    )
    return fits and any(child.value == "tbody" for child in _nodes(table))


def finish_table(table: Table) -> None:
    """Move the alignment from the cells' styles to the table; its rows need a body."""
    for container in (table, *_nodes(table)):
        for row in _nodes(container):
            if row.kind == "tr":
                table.alignment = [_take_alignment(cell) for cell in _nodes(row)]
    if any(child.kind == "tr" for child in _nodes(table)):
        body = Node("tbody", line=table.line)
        body.children, table.children = table.children, [body]


def _take_alignment(cell: Node) -> str:
    style = cell.attrs.get("style")
    match = None if style is None else _NATIVE_ALIGNMENT.search(style)
    if style is None or match is None:
        return "default"
    cell.attrs["style"] = style[: match.start()] + style[match.end() :]
    if not cell.attrs["style"].strip():
        del cell.attrs["style"]
    return match[1]
