"""The TOC: nested lists of links to the headers (kramdown/converter/html.rb, generate_toc_tree)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from editor.kramdown.writer.escaping import attributes, escape_attribute
from editor.kramdown.writer.writer import pad


@dataclass(frozen=True)
class Heading:
    """A header that the TOC lists."""

    level: int
    id: str
    html: str


def write_toc(headings: Sequence[Heading], *, tag: str, attrs: Mapping[str, str]) -> str:
    """The list, byte for byte as kramdown writes it; nothing without headings."""
    if not headings:
        return ""
    toc_id = attrs.get("id", "markdown-toc")
    out = [f"<{tag}{attributes({**attrs, 'id': toc_id})}>\n"]
    levels: list[int] = []  # of the open items
    for heading in headings:
        is_nested = bool(levels) and heading.level > levels[-1]
        if is_nested:
            out.append(f"{pad(_item_indent(levels) + 2)}<{tag}>\n")
        elif levels:
            out.append("</li>\n")
            levels.pop()
            while levels and heading.level <= levels[-1]:
                _close_list(out, levels, tag)
        levels.append(heading.level)
        out.append(
            f'{pad(_item_indent(levels))}<li><a href="#{escape_attribute(heading.id)}" '
            f'id="{escape_attribute(toc_id)}-{escape_attribute(heading.id)}">{heading.html}</a>'
        )
    out.append("</li>\n")
    levels.pop()
    while levels:
        _close_list(out, levels, tag)
    out.append(f"</{tag}>\n")
    return "".join(out)


def _item_indent(levels: Sequence[int]) -> int:
    return 4 * len(levels) - 2


def _close_list(out: list[str], levels: list[int], tag: str) -> None:
    """The list in the innermost open item, and the item."""
    indent = _item_indent(levels)
    out.append(f"{pad(indent + 2)}</{tag}>\n{pad(indent)}</li>\n")
    levels.pop()
