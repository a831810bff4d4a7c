"""Ordered and unordered lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from editor.kramdown.attribute_lists import parse_attribute_list
from editor.kramdown.blocks.blank_line import BLANK_LINES
from editor.kramdown.blocks.eob import EOB
from editor.kramdown.blocks.frames import BlockParser, Frame, Source, new_block
from editor.kramdown.blocks.horizontal_rule import HORIZONTAL_RULE
from editor.kramdown.blocks.list_end import finish_list
from editor.kramdown.blocks.list_item import find_item_ial, read_content_line, read_first_line, read_indented_lines
from editor.kramdown.patterns import LIST_MARKER, MARKER_END, OPT_SPACE
from editor.kramdown.tree import AttributeList, Node

_LIST_START = re.compile(rf"{OPT_SPACE}{LIST_MARKER}{MARKER_END}")
# A further item's marker may be indented by up to three spaces, but not as far as the content of the one before.
_MARKERS: Final = {
    kind: tuple(re.compile(rf" {{0,{spaces}}}+{marker}(?={MARKER_END})") for spaces in range(4))
    for kind, marker in (("ul", "[+*-]"), ("ol", r"[0-9]++\."))
}


class _Item:
    """An item while its lines are gathered: its text in parts, because a first nested list is read apart."""

    __slots__ = ("has_parted", "indentation", "is_as_written", "line", "node", "parts", "start")

    def __init__(self, source: Source, marker: re.Pattern[str]) -> None:
        line, text = source.line, source.text
        self.node = Node("li", line=line)
        found = marker.match(text, source.pos)
        start = source.pos if found is None else found.end()
        end = source.line_end(start) + 1
        start, self.indentation = read_first_line(text, start, end, start - source.pos)
        source.pos = end
        if text.startswith("{:", start) and (ial := find_item_ial(text, start, end)) is not None:
            self.node.ial = AttributeList()
            parse_attribute_list(ial[1], self.node.ial)
            start = ial.end()
        self.start = start
        self.line = line if start < end else line + 1
        self.parts: list[tuple[int, list[str]]] = []
        # No further nested list starts a part of its own; a blank line has the same effect.
        self.has_parted = _LIST_START.match(text, start, end) is not None
        self.is_as_written = True  # its content is that of the source, line by line

    def begin(self, source: Source) -> None:
        """Take what the first line holds, which has just been read."""
        self.parts.append((self.line, [source.text[self.start : source.pos]]))

    def read_lines(self, parser: BlockParser, source: Source, *, lazy: bool) -> bool:
        """Read one more line of content, or several at once where they need no look; False if the item ends here."""
        lines = read_indented_lines(source, self.indentation) if self.has_parted else ""
        if lines:
            self.is_as_written = False
            self.parts[-1][1].append(lines)
            return True
        start = source.pos
        content = read_content_line(parser, source, self.indentation, lazy=lazy)
        if content is None:
            return False
        line, is_indented = content
        if _LIST_START.match(line):
            if self.has_parted and not is_indented:
                line = " " * (self.indentation + 4) + line
            elif is_indented and not self.has_parted:
                self.parts.append((source.line - 1, []))
                self.has_parted = True
        self.is_as_written = self.is_as_written and not is_indented and len(line) == source.pos - start
        self.parts[-1][1].append(line)
        return True

    def add_blank(self, lines: str) -> None:
        """Blank lines."""
        self.parts[-1][1].append(lines)
        self.has_parted = True


def read_list(parser: BlockParser, frame: Frame) -> bool:
    """Items of one kind (kramdown/parser/kramdown/list.rb): all their lines first, then each item's content."""
    source = frame.source
    kind = "ol"
    if _MARKERS["ul"][3].match(source.text, source.pos):
        kind = "ul"
    elif not _MARKERS["ol"][3].match(source.text, source.pos):
        return False
    node = new_block(frame, Node(kind, line=source.line))
    items, ends_with_eob = _read_items(parser, source, kind)
    node.children.extend(item.node for item in items)
    closing = partial(finish_list, ends_with_eob=ends_with_eob)
    if _is_rest(source, items, ends_with_eob=ends_with_eob):
        parser.open(Frame(node, Source(""), closer=closing))
        parser.open(Frame(items[0].node, source.rest(items[0].start, line=items[0].line)))
        return True
    opening = partial(_open_next, parts=((item.node, *part) for item in items for part in item.parts))
    parser.open(Frame(node, Source("\n"), reader=opening, closer=closing))
    return True


def _is_rest(source: Source, items: list[_Item], *, ends_with_eob: bool) -> bool:
    """Whether there is one item, and its content is what is left of the text, as it stands."""
    return source.is_read and len(items) == 1 and items[0].is_as_written and not ends_with_eob


def _open_next(parser: BlockParser, frame: Frame, *, parts: Iterator[tuple[Node, int, list[str]]]) -> None:
    """Have the next part of an item read; each has a source of its own."""
    part = next(parts, None)
    if part is None:
        frame.source.pos = 1
    else:
        node, line, texts = part
        parser.open(Frame(node, Source("".join(texts), line=line)))


def _read_items(parser: BlockParser, source: Source, kind: str) -> tuple[list[_Item], bool]:
    """All items, and whether an EOB marker (which is read as well) ends the list."""
    markers = _MARKERS[kind]
    items = [_Item(source, markers[3])]
    first = items[0]
    # Where lists nest on a line, what the outer one found out about all the lines below is true for the inner one.
    key = (kind, first.indentation, first.has_parted, source.pos)
    if source.known is not None and key in source.known:
        source.pos = len(source.text)
        return items, False
    first.begin(source)
    ends_with_eob = _read_further_items(parser, source, items, markers)
    if source.known is not None and _is_rest(source, items, ends_with_eob=ends_with_eob):
        source.known[key] = True
    return items, ends_with_eob


def _read_further_items(
    parser: BlockParser, source: Source, items: list[_Item], markers: tuple[re.Pattern[str], ...]
) -> bool:
    text, size = source.text, len(source.text)
    marker = markers[min(items[0].indentation - 1, 3)]
    is_after_blank = False
    while (pos := source.pos) < size:
        if (blank := BLANK_LINES.match(text, pos)) is not None:
            items[-1].add_blank(blank[0])
            source.pos = blank.end()
            is_after_blank = True
            continue
        if is_after_blank and HORIZONTAL_RULE.match(text, pos):
            break
        if text[pos] == "^" and (eob := EOB.match(text, pos)) is not None:
            source.pos = eob.end()
            return True
        if marker.match(text, pos):
            items.append(_Item(source, marker))
            items[-1].begin(source)
            marker = markers[min(items[-1].indentation - 1, 3)]
        elif not items[-1].read_lines(parser, source, lazy=not is_after_blank):
            break
        is_after_blank = False
    return False
