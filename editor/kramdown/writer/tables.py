"""Writes tables (kramdown/converter/html.rb, convert_table and convert_td)."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from editor.kramdown.tree import Node, Table
from editor.kramdown.writer.escaping import attributes
from editor.kramdown.writer.writer import Open, Opener, Writer, only_text, pad


def _part(writer: Writer, node: Node, indent: int) -> Open | None:
    """A table, its head, body or foot."""
    name, space = node.kind, pad(indent)
    writer.out.append(f"{space}<{name}{attributes(node.attrs)}>\n")
    return iter(node.children), indent + 2, node, f"{space}</{name}>\n"


def _row(writer: Writer, node: Node, indent: int) -> Open | None:
    opened = _part(writer, node, indent)
    writer.column = 0
    return opened


def _cell(writer: Writer, node: Node, indent: int) -> Open | None:
    out = writer.out
    # Around a cell stand the row, the part of the table, the table.
    part, table = writer.open[-2][2], writer.open[-3][2]
    tag = "th" if part.kind == "thead" else "td"
    column, writer.column = writer.column, writer.column + 1
    alignment = table.alignment[column] if isinstance(table, Table) and column < len(table.alignment) else "default"
    attrs = attributes(_aligned(node.attrs, alignment) if alignment != "default" else node.attrs)
    text = only_text(node)
    if text:
        out.append(f"{pad(indent)}<{tag}{attrs}>{writer.text(text)}</{tag}>\n")
        return None
    out.append(f"{pad(indent)}<{tag}{attrs}>")
    start = len(out)

    def close() -> None:
        content = "" if len(out) > start else writer.context.no_break_space
        out.append(f"{content}</{tag}>\n")

    return iter(node.children), indent + 2, node, close


def _aligned(attrs: dict[str, str], alignment: str) -> dict[str, str]:
    style = f"{attrs['style']}; " if "style" in attrs else ""
    return {**attrs, "style": f"{style}text-align: {alignment}"}


TABLES: Final = MappingProxyType[str, Opener](
    {"table": _part, "thead": _part, "tbody": _part, "tfoot": _part, "tr": _row, "td": _cell}
)
