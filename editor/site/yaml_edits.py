"""The smallest changes that make a YAML text say something else: pieces of text to put in place of spans.

Nothing here is trusted: who applies the changes parses the result and compares.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from editor.site.block_scalars import can_be_block, write_block
from editor.site.scalars import Timestamp, Value, same, write_text, write_value
from editor.site.yaml_nodes import Node

_LINE_END = re.compile(r"\r\n|\r|\n")
_BLOCK_HEADER = re.compile(r"[^\r\n]*?[|>][-+0-9]*(?P<comment>[ \t]+#[^\r\n]*)")
_PROPERTIES = re.compile(r"(?:[&!]\S*[ \t]*)+")
_ANCHOR = re.compile(r"&\S+")
_QUOTES = {"single": "'", "double": '"'}


@dataclass(frozen=True)
class Change:
    """Put `text` in place of the characters from `start` to `end`."""

    start: int
    end: int
    text: str


def apply(raw: str, changes: Sequence[Change]) -> str | None:
    """The text with all changes made; None when they overlap."""
    parts: list[str] = []
    position = 0
    for change in sorted(changes, key=lambda each: (each.start, each.end)):
        if change.start < position:
            return None
        parts += (raw[position : change.start], change.text)
        position = change.end
    return "".join((*parts, raw[position:]))


def line_start(raw: str, position: int) -> int:
    """Where the line that holds `position` begins."""
    return max(raw.rfind("\n", 0, position), raw.rfind("\r", 0, position)) + 1


def next_line(raw: str, position: int) -> int:
    """Where the line after the one that holds `position` begins."""
    found = _LINE_END.search(raw, position)
    return found.end() if found else len(raw)


def insert_line(raw: str, position: int, line: str, newline: str) -> Change:
    """A change that puts a whole line at `position`, which is the start of a line or the end of the text."""
    unfinished = position > 0 and raw[position - 1] not in "\r\n"
    return Change(position, position, (newline if unfinished else "") + line + newline)


def remove_lines(raw: str, start: int, end: int) -> Change:
    """A change that removes every line from the one that holds `start` to the one that holds `end`."""
    return Change(line_start(raw, start), next_line(raw, end), "")


@dataclass(frozen=True)
class Place:
    """Where a node stands: behind the colon of a key (`colon` is the position behind it) or as item of a list (-1)."""

    colon: int
    column: int  # of the collection that holds it
    flow: bool  # inside `[…]` or `{…}`


@dataclass(frozen=True)
class Editor:
    """Finds the changes for one YAML text."""

    raw: str
    newline: str

    # -- any value ----------------------------------------------------------------------------------------------
    def change(self, node: Node, value: Value, place: Place) -> list[Change]:
        """Changes that make `node` have `value`, keeping its style and whatever of it stays the same."""
        if same(node.value, value):
            return []
        if value is None and not place.flow and place.colon >= 0:
            return self.put(node, "", place)
        if isinstance(value, list) and node.kind == "list" and value and node.items:
            return self._change_list(node, value, place)
        if isinstance(value, dict) and node.kind == "map" and value and node.pairs:
            return self._change_map(node, value, place)
        return self.put(node, self._spell(node, value, place), place)

    def rewrite(self, node: Node, value: Value, place: Place) -> list[Change]:
        """Changes that write `value` anew on one line, whatever stood there."""
        text = write_text(value, quote='"') if isinstance(value, str) else write_value(value, flow=place.flow)
        return self.put(node, text, place)

    def put(self, node: Node, text: str, place: Place) -> list[Change]:
        """Changes that put YAML text in place of a node."""
        properties = _PROPERTIES.match(self.raw, node.start, node.end) if node.kind != "alias" else None
        if node.kind in ("list", "map") and node.style == "block" and place.colon >= 0:
            behind = place.colon if properties is None else properties.end()
            children = node.items or [key for key, _ in node.pairs]
            first = self._dash(node, 0) if node.items else children[0].start
            added = Change(behind, behind, " " + text if text else "")
            return [added, remove_lines(self.raw, first, node.end)]
        if node.style == "empty" and properties is None:
            return [self._fill(node, text)]
        text = self._with_header_comment(node, text)
        if not text:
            return [Change(place.colon, node.end, "")]
        anchor = _ANCHOR.search(properties[0]) if properties else None
        return [Change(node.start, node.end, f"{anchor[0]} {text}" if anchor else text)]

    def _with_header_comment(self, node: Node, text: str) -> str:
        """The text with the comment that stood behind the `|` or `>` of the old value."""
        if node.style not in ("literal", "folded"):
            return text
        header = _BLOCK_HEADER.match(self.raw, node.start, node.end)
        first, end, rest = text.partition(self.newline)
        return f"{first}{header['comment']}{end}{rest}" if header else text

    def _fill(self, node: Node, text: str) -> Change:
        """Put text where a value is empty: one space before it, none left behind it."""
        blanks = re.compile(r"[ \t]*").match(self.raw, node.start)
        end = blanks.end() if blanks else node.start
        at_line_end = end == len(self.raw) or self.raw[end] in "\r\n"
        return Change(node.start, end if at_line_end else node.start, " " + text)

    # -- scalars ------------------------------------------------------------------------------------------------
    def _spell(self, node: Node, value: Value, place: Place) -> str:
        if isinstance(value, Timestamp):
            return str(value)
        if not isinstance(value, str):
            return write_value(value, flow=place.flow)
        is_block = node.style in ("literal", "folded")
        if ("\n" in value or is_block) and not place.flow and can_be_block(value):
            return self.block(value, node if is_block else None, place)
        return write_text(value, quote=_QUOTES.get(node.style, ""), flow=place.flow)

    def block(self, text: str, like: Node | None, place: Place) -> str:
        """A block scalar, in the style and with the indentation and width of another one."""
        style, indent, width = "literal", place.column + 2, 0
        if like is not None:
            style = like.style
            lines = _LINE_END.split(self.raw[like.start : like.end])[1:]
            filled = [line for line in lines if line.strip()]
            if filled:
                indent = len(filled[0]) - len(filled[0].lstrip(" "))
            if len(filled) > 1:
                width = max(len(line) for line in filled) - indent
        return write_block(text, style=style, indent=indent, parent=place.column, newline=self.newline, width=width)

    # -- lists --------------------------------------------------------------------------------------------------
    def _change_list(self, node: Node, values: list[Value], place: Place) -> list[Change]:
        inner = Place(-1, self._list_column(node), place.flow or node.style == "flow")
        changes: list[Change] = []
        for start, end, new in _list_differences(node.items, values):
            common = min(end - start, len(new))
            for item, value in zip(node.items[start : start + common], new, strict=False):
                changes += self.change(item, value, inner)
            if start + common < end:
                changes += self._remove_items(node, start + common, end)
            elif new[common:]:
                changes.append(self._insert_items(node, start + common, new[common:]))
        return changes

    def _list_column(self, node: Node) -> int:
        if node.style == "flow":
            return 0
        dash = self._dash(node, 0)
        return dash - line_start(self.raw, dash)

    def _dash(self, node: Node, index: int) -> int:
        """Where the `-` of an item of a block list stands: before the item, or on a line above it."""
        before = node.items[index - 1].end if index else 0
        gap = re.sub(r"#[^\r\n]*", lambda comment: " " * len(comment[0]), self.raw[before : node.items[index].start])
        return before + max(0, gap.rfind("-"))

    def _remove_items(self, node: Node, start: int, end: int) -> list[Change]:
        if node.style == "block":
            return [
                remove_lines(self.raw, self._dash(node, index), node.items[index].end) for index in range(start, end)
            ]
        if end < len(node.items):
            return [Change(node.items[start].start, node.items[end].start, "")]
        return [Change(node.items[start - 1].end, node.items[end - 1].end, "")]

    def _insert_items(self, node: Node, index: int, values: list[Value]) -> Change:
        if node.style == "flow":
            return self._insert_into_flow(node, index, values)
        dash = self._dash(node, 0)
        gap = self.raw[dash + 1 : node.items[0].start]
        gap = gap if gap and not gap.strip(" ") else " "
        prefix = self.raw[line_start(self.raw, dash) : dash] + "-" + gap
        lines = self.newline.join(prefix + write_value(value) for value in values)
        if index == 0:
            return insert_line(self.raw, line_start(self.raw, dash), lines, self.newline)
        return insert_line(self.raw, next_line(self.raw, node.items[index - 1].end), lines, self.newline)

    def _insert_into_flow(self, node: Node, index: int, values: list[Value]) -> Change:
        separator = ", "
        if len(node.items) > 1:
            between = self.raw[node.items[0].end : node.items[1].start]
            separator = between if re.fullmatch(r",\s*", between) else separator
        texts = [write_value(value, flow=True) for value in values]
        if index == 0:
            return Change(node.items[0].start, node.items[0].start, "".join(text + separator for text in texts))
        position = node.items[index - 1].end
        return Change(position, position, "".join(separator + text for text in texts))

    # -- maps ---------------------------------------------------------------------------------------------------
    def _change_map(self, node: Node, values: dict[str, Value], place: Place) -> list[Change]:
        old = node.value if isinstance(node.value, dict) else {}
        if node.style == "flow" and list(old) != list(values):
            return self.put(node, write_value(values), place)
        first = node.pairs[0][0].start
        column = first - line_start(self.raw, first)
        changes: list[Change] = []
        for (key, child), name in zip(node.pairs, old, strict=False):
            if name not in values:
                changes.append(remove_lines(self.raw, key.start, child.end))
                continue
            inner = Place(self.colon(key), column, place.flow or node.style == "flow")
            changes += self.change(child, values[name], inner)
        new = [name for name in values if name not in old]
        if new:
            lines = [f"{' ' * column}{write_text(name)}: {write_value(values[name])}" for name in new]
            end = next_line(self.raw, node.pairs[-1][1].end)
            changes.append(insert_line(self.raw, end, self.newline.join(lines), self.newline))
        return changes

    def colon(self, key: Node) -> int:
        """The position behind the colon of a key."""
        return self.raw.find(":", key.end) + 1


def _list_differences(items: list[Node], values: list[Value]) -> list[tuple[int, int, list[Value]]]:
    """Runs of old items (from, to) and the values that take their place."""
    known: list[Value] = []

    def number(value: Value) -> int:
        for index, other in enumerate(known):
            if same(value, other):
                return index
        known.append(value)
        return len(known) - 1

    old, new = [number(item.value) for item in items], [number(value) for value in values]
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        (start, end, values[new_start:new_end])
        for kind, start, end, new_start, new_end in matcher.get_opcodes()
        if kind != "equal"
    ]
