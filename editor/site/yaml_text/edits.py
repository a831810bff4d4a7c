"""The smallest changes that make a YAML text say something else, found in its tree of nodes.

Nothing here is trusted: who applies the changes parses the result and compares.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from editor.site.key_path import KeyPath
from editor.site.scalars import Timestamp, Value, same, write_text, write_value
from editor.site.yaml_text.block_scalars import can_be_block, write_block
from editor.site.yaml_text.changes import LINE_END, Change, insert_line, next_line, remove_lines
from editor.site.yaml_text.children import Children, Place
from editor.site.yaml_text.nodes import Node, key_text

_BLOCK_HEADER = re.compile(r"[^\r\n]*?[|>][-+0-9]*(?P<comment>[ \t]+#[^\r\n]*)")
_PROPERTIES = re.compile(r"(?:[&!]\S*[ \t]*)+")
_ANCHOR = re.compile(r"&\S+")
_INDENT = 2
_MOST_PAIRS = 1_000_000  # of old and new items: to match more takes minutes
_QUOTES = {"single": "'", "double": '"'}

# The YAML of a new value, by the place where it will stand; the number is the column for the keys of a map that is
# written over several lines there, 0 where it is not.
Leaf = Callable[[Place, int], str]


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
            return self._change_list(node, value)
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
            first = self.children(node).start(0)
            added = Change(behind, behind, " " + text if text else "")
            return [added, remove_lines(self.raw, first, node.end)]
        if node.style == "empty" and properties is None:
            return [self._fill(node, text)]
        text = self._with_header_comment(node, text)
        if not text and (place.flow or place.colon < 0):
            text = "null"
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
            lines = LINE_END.split(self.raw[like.start : like.end])[1:]
            filled = [line for line in lines if line.strip()]
            if filled:
                indent = len(filled[0]) - len(filled[0].lstrip(" "))
            if len(filled) > 1:
                width = max(len(line) for line in filled) - indent
        return write_block(text, style=style, indent=indent, parent=place.column, newline=self.newline, width=width)

    # -- lists and maps -----------------------------------------------------------------------------------------
    def _change_list(self, node: Node, values: list[Value]) -> list[Change]:
        children = self.children(node)
        if order := _order(node.items, values):
            return children.reorder(order)
        changes: list[Change] = []
        for start, end, new in _list_differences(node.items, values):
            common = min(end - start, len(new))
            for index, value in zip(range(start, start + common), new, strict=False):
                changes += self.change(node.items[index], value, children.place(index))
            if start + common < end:
                changes += children.remove(start + common, end)
            elif new[common:]:
                texts = [self._new_item(children, value) for value in new[common:]]
                changes.append(children.insert(start + common, texts))
        return changes

    def _change_map(self, node: Node, values: dict[str, Value], place: Place) -> list[Change]:
        names = [key_text(self.raw, key) for key, _ in node.pairs]
        if node.style == "flow" and not any(name in values for name in names):
            return self.put(node, write_value(values, flow=True), place)
        children = self.children(node)
        changes: list[Change] = []
        for index, name in enumerate(names):
            if name in values:
                changes += self.change(node.pairs[index][1], values[name], children.place(index))
            else:
                changes += children.remove(index, index + 1)
        new = [name for name in values if name not in names]
        if new:
            texts = [self._pair((name,), children, self.leaf(values[name])) for name in new]
            changes.append(children.insert(len(names), texts))
        return changes

    def _new_item(self, children: Children, value: Value) -> str:
        return self._item((), children, self.leaf(value))

    # -- what does not stand there yet --------------------------------------------------------------------------
    def children(self, node: Node) -> Children:
        """The children of a map with keys or a list with items."""
        return Children(self.raw, self.newline, node)

    def leaf(self, value: Value, *, one_line: bool = False) -> Leaf:
        """How a new value is written: text of several lines as a block where it can be, unless `one_line`."""

        def write(place: Place, map_column: int) -> str:
            if value is None and place.colon >= 0 and not place.flow:
                return ""
            if isinstance(value, Timestamp):
                return str(value)
            if isinstance(value, str) and "\n" in value and can_be_block(value) and not (place.flow or one_line):
                return self.block(value, None, place)
            if isinstance(value, dict) and value and map_column > 0 and not one_line:
                return self._block_map(value, map_column, place)
            return write_value(value, flow=place.flow)

        return write

    def _block_map(self, values: dict[str, Value], column: int, place: Place) -> str:
        margin = self.newline + " " * column
        pairs = (self.in_block((name,), column, self.leaf(value)) for name, value in values.items())
        return (margin if place.colon >= 0 else "") + margin.join(pairs)

    def add(self, node: Node, place: Place, steps: KeyPath, leaf: Leaf) -> list[Change]:
        """Changes that put a value where `steps` lead from a node that has nothing there; no list gets a gap."""
        if node.pairs or node.items:
            children = self.children(node)
            text = self._pair(steps, children, leaf) if node.pairs else self._item(steps[1:], children, leaf)
            return [children.insert(len(children), [text])]
        if place.flow or steps == (0,):
            return self.put(node, _in_flow(steps, leaf), place)
        if place.colon < 0:
            return self.put(node, self.in_block(steps, place.column + 2, leaf), place)
        return self._open(node, place, self._below(steps, place.column, leaf))

    def remove(self, node: Node, place: Place, index: int) -> list[Change]:
        """Changes that take one child out of a map or list; without any, `{}` or `[]` stays."""
        children = self.children(node)
        if len(children) == 1:
            return self.put(node, "{}" if node.pairs else "[]", place)
        return children.remove(index, index + 1)

    def _open(self, node: Node, place: Place, text: str) -> list[Change]:
        """Put lines below a key whose value is empty, null, `{}` or `[]`; its tag, anchor and comment stay."""
        properties = _PROPERTIES.match(self.raw, node.start, node.end)
        behind = node.start + len(properties[0].rstrip()) if properties else place.colon
        line = insert_line(self.raw, next_line(self.raw, node.end), text, self.newline)
        return [Change(behind, max(behind, node.end), ""), line]

    def _pair(self, steps: KeyPath, children: Children, leaf: Leaf) -> str:
        if children.is_flow:
            return self.pair_in_flow(steps, leaf)
        return self.in_block(steps, children.column, leaf, maps_are_blocks=children.are_blocks)

    def _item(self, steps: KeyPath, children: Children, leaf: Leaf) -> str:
        if children.is_flow:
            return _in_flow(steps, leaf)
        column = children.column + 1 + len(children.gap)
        if steps:
            return self.in_block(steps, column, leaf)
        return leaf(Place(-1, children.column, flow=False), column if children.are_blocks else 0)

    def _below(self, steps: KeyPath, column: int, leaf: Leaf) -> str:
        """Lines below a key at `column`."""
        return " " * (column + _INDENT) + self.in_block(steps, column + _INDENT, leaf)

    def in_block(self, steps: KeyPath, column: int, leaf: Leaf, *, maps_are_blocks: bool = False) -> str:
        """A map with one key, or a list with one item, whose first character stands at `column`."""
        step, rest = steps[0], steps[1:]
        if isinstance(step, int):
            text = self.in_block(rest, column + 2, leaf) if rest else leaf(Place(-1, column, flow=False), 0)
            return f"- {text}".rstrip(" ")
        name = write_text(step) + ":"
        if rest and rest != (0,):
            return name + self.newline + self._below(rest, column, leaf)
        if rest:
            return f"{name} {_in_flow(rest, leaf)}"
        text = leaf(Place(0, column, flow=False), column + _INDENT if maps_are_blocks else 0)
        return name + (text if not text or text.startswith(self.newline) else " " + text)

    def pair_in_flow(self, steps: KeyPath, leaf: Leaf) -> str:
        """A key and what stands below it, to stand in braces."""
        return _in_flow(steps, leaf)[1:-1]


def _in_flow(steps: KeyPath, leaf: Leaf) -> str:
    text = leaf(Place(0 if steps and isinstance(steps[-1], str) else -1, 0, flow=True), 0)
    for step in reversed(steps):
        text = f"[{text}]" if isinstance(step, int) else f"{{{write_text(step, flow=True)}: {text}}}"
    return text


def _list_differences(items: Sequence[Node], values: list[Value]) -> list[tuple[int, int, list[Value]]]:
    """Runs of old items (from, to) and the values that take their place."""
    old, new = [_identity(item.value) for item in items], [_identity(value) for value in values]
    shorter = min(len(old), len(new))
    head = next((index for index in range(shorter) if old[index] != new[index]), shorter)
    shorter -= head
    tail = next((index for index in range(shorter) if old[-1 - index] != new[-1 - index]), shorter)
    old, new = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(old) * len(new) > _MOST_PAIRS:  # item by item
        return [(head, head + len(old), values[head : head + len(new)])]
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        (head + start, head + end, values[head + new_start : head + new_end])
        for kind, start, end, new_start, new_end in matcher.get_opcodes()
        if kind != "equal"
    ]


def _order(items: Sequence[Node], values: list[Value]) -> list[int]:
    """Where the values stood, if they are the old ones in another order; else nothing."""
    places: dict[Hashable, list[int]] = {}
    for index in reversed(range(len(items))):
        places.setdefault(_identity(items[index].value), []).append(index)
    order = [found.pop() for value in values if (found := places.get(_identity(value)))]
    return order if len(order) == len(values) == len(items) else []


def _identity(value: Value) -> Hashable:
    """Equal for values that are the same for Jekyll."""
    if isinstance(value, dict):
        return "map", frozenset((key, _identity(each)) for key, each in value.items())
    if isinstance(value, list):
        return "list", tuple(map(_identity, value))
    return type(value), repr(value) if isinstance(value, float) else value
