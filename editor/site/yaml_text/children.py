"""The keys of one map, or the items of one list, of a YAML text: where they stand, and how one comes or goes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from editor.site.yaml_text.changes import Change, insert_line, line_end, line_start, next_line, remove_lines
from editor.site.yaml_text.nodes import Node

_COMMENT = re.compile(r"#[^\r\n]*")
_COMMA = re.compile(r"(?:\s|#[^\r\n]*+)*+,")  # one in a comment is none
_REST_OF_LINE = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n|\Z)")
_LINE_BEFORE = re.compile(r" *(?:-[ \t]+)*")  # of a key or item in block form


@dataclass(frozen=True)
class Place:
    """Where a node stands: behind the colon of a key (`colon` is the position behind it) or as item of a list (-1)."""

    colon: int
    column: int  # of the collection that holds it
    flow: bool  # inside `[…]` or `{…}`


@dataclass(frozen=True)
class Children:
    """The children of a map with keys, or of a list with items; `newline` is the line end of new lines."""

    raw: str
    newline: str
    node: Node

    @property
    def is_flow(self) -> bool:
        """Whether they stand in brackets or braces."""
        return self.node.style == "flow"

    @property
    def column(self) -> int:
        """Where each line of a block begins."""
        start = self.start(0)
        return 0 if self.is_flow else start - line_start(self.raw, start)

    def place(self, index: int) -> Place:
        """The place of the value of a key, or of an item."""
        colon = -1 if self.node.kind == "list" else self.raw.find(":", self.node.pairs[index][0].end) + 1
        return Place(colon, self.column, self.is_flow)

    def is_usual(self, index: int) -> bool:
        """Whether a key stands as `key:`, and in a block also first on its line."""
        if self.node.kind == "list":
            return True
        key = self.node.pairs[index][0]
        before = self.raw[line_start(self.raw, key.start) : key.start]
        return key.kind == "scalar" and (self.is_flow or _LINE_BEFORE.fullmatch(before) is not None)

    @property
    def are_blocks(self) -> bool:
        """Whether a map among them is written over several lines."""
        nodes = self.node.items or [value for _, value in self.node.pairs]
        return any(node.pairs and node.style == "block" for node in nodes)

    # -- coming ---------------------------------------------------------------------------------------------------
    def insert(self, index: int, texts: Sequence[str]) -> Change:
        """Put new children before the one at `index`: pairs, or items without their dash."""
        if self.is_flow:
            return self._insert_into_flow(index, texts)
        margin, dash = " " * self.column, "-" + self.gap if self.node.kind == "list" else ""
        lines = [dash + text for text in texts]
        start = self.start(0)
        if index == 0 and not self._begins_line(0):
            return Change(start, start, "".join(line + self.newline + margin for line in lines))
        position = next_line(self.raw, self._end(index - 1)) if index else line_start(self.raw, start)
        return insert_line(self.raw, position, self.newline.join(margin + line for line in lines), self.newline)

    @property
    def gap(self) -> str:
        """The spaces between the dash of an item and its text."""
        gap = self.raw[self.start(0) + 1 : self.node.items[0].start]
        return gap if gap and not gap.strip(" ") else " "

    def _insert_into_flow(self, index: int, texts: Sequence[str]) -> Change:
        separator = ", "
        if len(self) > 1:
            between = self.raw[self._end(0) : self.start(1)]
            separator = between if re.fullmatch(r",\s*", between) else separator
        if index == 0:
            return Change(self.start(0), self.start(0), "".join(text + separator for text in texts))
        position = self._end(index - 1)
        return Change(position, position, "".join(separator + text for text in texts))

    # -- going ----------------------------------------------------------------------------------------------------
    def remove(self, start: int, end: int) -> list[Change]:
        """Take out the children from `start` to before `end`, which are not all of them."""
        if self.is_flow:
            return self._remove_from_flow(start, end)
        if start == 0 and not self._begins_line(0):
            return [Change(self.start(0), self._end_of_space(next_line(self.raw, self._end(end - 1))), "")]
        return [remove_lines(self.raw, self.start(index), self._end(index)) for index in range(start, end)]

    def _remove_from_flow(self, start: int, end: int) -> list[Change]:
        first, last = self.start(start), self._end(end - 1)
        changes = []
        if comma := _COMMA.match(self.raw, last):
            last = comma.end()
        else:
            before = _COMMA.match(self.raw, self._end(start - 1))
            position = before.end() if before else first
            changes.append(Change(position - 1, position, ""))
        begins_line = self._begins_line(start)
        if begins_line and _REST_OF_LINE.match(self.raw, last):
            return [*changes, remove_lines(self.raw, first, last)]
        is_followed = end < len(self) and line_start(self.raw, self.start(end)) <= last
        if is_followed:
            last = self.start(end)
        elif not begins_line:
            first -= len(self.raw[:first]) - len(self.raw[:first].rstrip(" \t"))
        return [*changes, Change(first, last, "")]

    def _end_of_space(self, position: int) -> int:
        return position + len(self.raw[position:]) - len(self.raw[position:].lstrip())

    # -- moving -------------------------------------------------------------------------------------------------
    def reorder(self, order: Sequence[int]) -> list[Change]:
        """Put at each place the child that stands at the given one, as written, with its comments."""
        spans = {index: self._whole(index) for index, old in enumerate(order) if index != old}
        texts = {index: self.raw[start:end] for index, (start, end) in spans.items()}
        return [Change(*spans[index], texts[old]) for index, old in enumerate(order) if index != old]

    def _whole(self, index: int) -> tuple[int, int]:
        """A child with the comment behind it, and in a block with those right above it that stand as far in."""
        start, end = self.start(index), self._end(index)
        if self.is_flow:
            return start, end
        end = line_end(self.raw, end)
        mark = " " * self.column + "#"
        line = line_start(self.raw, start)
        while self._begins_line(index) and line > 0:
            above = line_start(self.raw, max(0, line - (2 if self.raw[line - 2 : line] == "\r\n" else 1)))
            if not self.raw.startswith(mark, above):
                break
            line, start = above, above + self.column
        return start, end

    # -- where ----------------------------------------------------------------------------------------------------
    def __len__(self) -> int:
        return len(self.node.items) or len(self.node.pairs)

    def start(self, index: int) -> int:
        """Where a key begins, or an item: in a block its dash."""
        if self.node.pairs:
            return self.node.pairs[index][0].start
        return self.node.items[index].start if self.is_flow else self._dash(index)

    def _end(self, index: int) -> int:
        return (self.node.pairs[index][1] if self.node.pairs else self.node.items[index]).end

    def _dash(self, index: int) -> int:
        """Where the `-` of an item of a block list stands: before the item, or on a line above it."""
        before = self.node.items[index - 1].end if index else self.node.start
        gap = _COMMENT.sub(lambda comment: " " * len(comment[0]), self.raw[before : self.node.items[index].start])
        return before + max(0, gap.rfind("-"))

    def _begins_line(self, index: int) -> bool:
        start = self.start(index)
        return not self.raw[line_start(self.raw, start) : start].strip(" \t")
