"""The lines of a list item or definition: its first, those indented like it, and lazy ones."""

from __future__ import annotations

import re
from functools import lru_cache

from editor.kramdown.blocks.frames import BlockParser, Source
from editor.kramdown.blocks.lazy_lines import LAZY_END_HTML, is_false_ial
from editor.kramdown.patterns import ALD_ID_NAME, IAL_START, NO_SPACE, SPACE

_IAL = rf"{SPACE}*+\{{:(?!(?:{ALD_ID_NAME})?:|/)"
# An IAL up to the first brace that is not escaped; failing that, up to the last escaped one.
_IALS = tuple(
    re.compile(rf"{_IAL}({content})\}}{SPACE}*+") for content in (r"(?:\\\}|[^}])++", r"(?:[^}]|(?<=\\)\})*\\")
)
_SPACE_BEFORE = re.compile(f"{SPACE}*+")
_TABS = re.compile(r"( *+)(\t++)")
_SPACES = re.compile(" *+")
_LAZY_END = re.compile(f"{IAL_START}|{LAZY_END_HTML}")
_DEEPEST_COMPILED = 32
_COLUMN_OF_EMPTY_LINE = 4  # where nothing but an IAL follows the marker


def read_first_line(text: str, start: int, end: int, column: int) -> tuple[int, int]:
    """Where the content begins of a line whose marker ends at `start` and `column`, and the column where it stands.

    White space after the marker is none of it (kramdown/parser/kramdown/list.rb, parse_first_list_line).
    """
    space = _SPACE_BEFORE.match(text, start, end)
    content = start if space is None else space.end()
    if content == end:
        return content, _COLUMN_OF_EMPTY_LINE
    if text.startswith("{:", content) and (ial := find_item_ial(text, content, end)) is not None and ial.end() == end:
        return content, _COLUMN_OF_EMPTY_LINE
    before = text[start:content]
    return content, column + (_columns_of(before, column) if before.strip(" ") else len(before))


def _columns_of(before: str, column: int) -> int:
    """How many columns the tabs and spaces take with which this white space begins."""
    spaces = pos = 0
    while (tabs := _TABS.match(before, pos)) is not None:
        spaces += len(tabs[1])
        spaces += 4 - (spaces + column) % 4 + (len(tabs[2]) - 1) * 4
        pos = tabs.end()
    match = _SPACES.match(before, pos)
    return spaces + (len(match[0]) if match else 0)


def find_item_ial(text: str, start: int, end: int) -> re.Match[str] | None:
    """The IAL with which an item or term begins, and the white space around it; group 1 is what it says."""
    for pattern in _IALS:
        match = pattern.match(text, start, end)
        if match is not None:
            return match
    return None


@lru_cache(maxsize=_DEEPEST_COMPILED)
def _indented_lines(indentation: int) -> re.Pattern[str]:
    return re.compile(rf"(?: {{{indentation}}} *+\t*+[ \t]*+{NO_SPACE}[^\n]*+\n)++")


def read_indented_lines(source: Source, indentation: int) -> str:
    """All lines from here on that are not blank and begin with so many spaces, without these; "" if there are none."""
    if indentation > _DEEPEST_COMPILED:
        return ""
    lines = _indented_lines(indentation).match(source.text, source.pos)
    if lines is None:
        return ""
    source.pos = lines.end()
    return "\n".join([line[indentation:] for line in lines[0].split("\n")])


def read_content_line(parser: BlockParser, source: Source, indentation: int, *, lazy: bool) -> tuple[str, bool] | None:
    """The next line of an item (it is not blank), and whether it was indented; None if the item ends before it.

    A line less indented than the item's content belongs to it where `lazy`, unless it is HTML or an IAL.
    """
    text, pos = source.text, source.pos
    spaces = _SPACES.match(text, pos)
    start = pos if spaces is None else spaces.end()
    end = text.index("\n", start) + 1
    if text[start] == "\t":
        content = _with_tabs(text[pos:end], indentation, lazy=lazy)
    elif start - pos >= indentation:
        content = text[pos + indentation : end], True
    elif lazy and not (start - pos <= 3 and _ends_lazy_lines(parser, source, start)):
        content = text[pos:end], False
    else:
        content = None
    if content is not None:
        source.pos = end
    return content


def _ends_lazy_lines(parser: BlockParser, source: Source, pos: int) -> bool:
    return _LAZY_END.match(source.text, pos) is not None and not is_false_ial(parser, source, pos)


def _with_tabs(line: str, indentation: int, *, lazy: bool) -> tuple[str, bool] | None:
    """A line with a tab in its indentation: only those at its very beginning become spaces."""
    if not lazy and not _is_indented(line, indentation):
        return None
    rest = line.lstrip("\t")
    expanded = "    " * (len(line) - len(rest)) + rest
    if expanded.startswith(" " * indentation):
        return expanded[indentation:], True
    return expanded, False


def _is_indented(line: str, indentation: int) -> bool:
    """Whether it begins with as many tabs or four spaces as the indentation holds, and its rest or one more."""
    pos = 0
    for _ in range(indentation // 4):
        if line[pos] == "\t":
            pos += 1
        elif line.startswith("    ", pos):
            pos += 4
        else:
            return False
    rest = " " * (indentation % 4)
    return line.startswith((rest, "\t", "    "), pos)
