"""What a parser makes of the raw text between the fences: entries at every depth, values, or a fault."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editor.errors import FrontMatterError, InvalidYaml, NotAMapping
from editor.site.key_path import KeyPath
from editor.site.yaml_text.nodes import Node, compose, key_text
from editor.site.yaml_text.plain_scalars import Value

# A line inside the front matter that Jekyll would take for its end (lib/jekyll/document.rb:13).
CLOSING_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t\r\f\v]*(?:\n|\Z)", re.MULTILINE)


@dataclass(frozen=True)
class Entry:
    """A key, or an item of a list, with its value: where it stands in the raw text and what Jekyll reads."""

    key: str  # the last step of its path, as text
    value: Value
    key_start: int  # characters from the start of the raw text; of an item, where its value starts
    value_start: int
    value_end: int
    style: str  # "empty", "plain", "single", "double", "literal", "folded", "flow", "block" or "alias"
    line: int  # of the key, from 1 in the raw text
    path: KeyPath

    def source(self, raw: str) -> str:
        """The value as written."""
        return raw[self.value_start : self.value_end]


@dataclass(frozen=True)
class Reading:
    """`root` is the map that holds the entries; None for an empty front matter and for one that cannot be read."""

    raw: str
    root: Node | None
    entries: tuple[Entry, ...]
    values: dict[str, Value]
    fault: FrontMatterError | None

    def entry(self, path: KeyPath) -> Entry | None:
        """The entry at a path, or None; nothing stands below an alias, whose values stand elsewhere."""
        return next((entry for entry in self.below(path[:-1]) if entry.path == path), None) if path else None

    def below(self, path: KeyPath) -> tuple[Entry, ...]:
        """The entries of the map or list at a path, in order."""
        if not path:
            return self.entries
        node = self.node(path)
        if node is None:
            return ()
        return tuple(self._keys(path, node)) or tuple(self._item(path, node, index) for index in range(len(node.items)))

    def node(self, path: KeyPath) -> Node | None:
        """The node at a path, or None."""
        node = self.root
        for step in path:
            node = None if node is None else child(self.raw, node, step)
        return node

    def _keys(self, path: KeyPath, node: Node) -> Iterator[Entry]:
        return (_key_entry(self.raw, path, key, value) for key, value in node.pairs)

    @staticmethod
    def _item(path: KeyPath, node: Node, index: int) -> Entry:
        item = node.items[index]
        path = (*path, index)
        return Entry(str(index), item.value, item.start, item.start, item.end, item.style, item.line + 1, path)


def child(raw: str, node: Node, step: str | int) -> Node | None:
    """The value of a key of a map, or the item of a list, or None."""
    if isinstance(step, int):
        return node.items[step] if step < len(node.items) else None
    return next((value for key, value in node.pairs if key_text(raw, key) == step), None)


def read(raw: str) -> Reading:
    """Entries and values of a raw text; its fault, if there is one, is in the result."""
    if fence := CLOSING_FENCE.search(raw):
        line = raw.count("\n", 0, fence.start()) + 1
        reason = f"“{fence[0].strip()}” would end the front matter here; remove this line"
        return Reading(raw, None, (), {}, InvalidYaml(line=line, column=1, reason=reason))
    try:
        tree = compose(raw)
    except FrontMatterError as fault:
        return Reading(raw, None, (), {}, fault)
    root = tree.root
    if root is None or root.value is None:
        return Reading(raw, None, (), {}, None)
    if not isinstance(root.value, dict):
        return Reading(raw, None, (), {}, NotAMapping(line=root.line + 1))
    entries = tuple(_key_entry(raw, (), key, node) for key, node in root.pairs)
    return Reading(raw, root, entries, root.value, tree.fault)


def _key_entry(raw: str, path: KeyPath, key: Node, node: Node) -> Entry:
    name = key_text(raw, key)
    return Entry(name, node.value, key.start, node.start, node.end, node.style, key.line + 1, (*path, name))
