"""Text of several lines as a YAML block scalar (`|` or `>`)."""

from __future__ import annotations

import re
import textwrap

from editor.site.yaml_text.plain_scalars import UNPRINTABLE


def can_be_block(text: str) -> bool:
    """Whether a block scalar can hold this text: it knows no escapes, and it needs a character to indent."""
    return bool(text.strip()) and not UNPRINTABLE.search(text.replace("\n", "").replace("\t", ""))


def write_block(text: str, *, style: str, indent: int, parent: int, newline: str, width: int = 0) -> str:
    """A block scalar, `style` "literal" or "folded", from its `|` or `>` to its last character.

    `indent` is the column of its lines, `parent` that of the collection that it stands in; folded lines break
    before `width` where that is not 0.
    """
    body = text.rstrip("\n")
    endings = len(text) - len(body)
    lines = body.split("\n") if style == "literal" else _fold(body, width)
    lines += [""] * max(0, endings - 1)
    first = next(line for line in lines if line.strip(" ") or not line)
    header = "|" if style == "literal" else ">"
    if first.startswith((" ", "\t")) or not lines[0].strip():
        header += str(indent - parent)
    header += ("-", "", "+")[min(endings, 2)]
    return newline.join([header, *(" " * indent + line if line else "" for line in lines)])


def _fold(body: str, width: int) -> list[str]:
    """Lines of a folded scalar: between two lines at the margin one line end more, which folding takes away."""
    lines: list[str] = []
    last = " "  # the last line with text; an indented one is not folded
    for line in body.split("\n"):
        if line:
            if not (line[0].isspace() or last[0].isspace()):
                lines.append("")
            last = line
        lines += _wrap(line, width)
    return lines


def _wrap(line: str, width: int) -> list[str]:
    if width <= 0 or not line or re.search(r"^\s|\s\s|\t|\s$", line):
        return [line]  # spaces at a break would be lost
    return textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
