"""What a parser makes of the raw text between the fences: top-level entries, values, or a fault."""

from __future__ import annotations

import re
from dataclasses import dataclass

from editor.errors import FrontMatterError, InvalidYaml, NotAMapping
from editor.site.plain_scalars import Value
from editor.site.yaml_nodes import Node, compose, key_text

# A line inside the front matter that Jekyll would take for its end (lib/jekyll/document.rb:13).
CLOSING_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t\r\f\v]*(?:\n|\Z)", re.MULTILINE)


@dataclass(frozen=True)
class Entry:
    """One top-level key with its value: where they stand in the raw text (character offsets) and what Jekyll reads."""

    key: str
    value: Value
    key_start: int
    value_start: int
    value_end: int
    style: str  # "empty", "plain", "single", "double", "literal", "folded", "flow", "block" or "alias"
    line: int  # of the key, from 1 in the raw text

    def source(self, raw: str) -> str:
        """The value as written."""
        return raw[self.value_start : self.value_end]


@dataclass(frozen=True)
class Reading:
    """`root` is the map that holds the entries; None for an empty front matter and for one that cannot be read."""

    root: Node | None
    entries: tuple[Entry, ...]
    values: dict[str, Value]
    fault: FrontMatterError | None


def read(raw: str) -> Reading:
    """Entries and values of a raw text; its fault, if there is one, is in the result."""
    if fence := CLOSING_FENCE.search(raw):
        line = raw.count("\n", 0, fence.start()) + 1
        reason = f"“{fence[0].strip()}” would end the front matter here; remove this line"
        return Reading(None, (), {}, InvalidYaml(line=line, column=1, reason=reason))
    try:
        tree = compose(raw)
    except FrontMatterError as fault:
        return Reading(None, (), {}, fault)
    root = tree.root
    if root is None or root.value is None:
        return Reading(None, (), {}, None)
    if not isinstance(root.value, dict):
        return Reading(None, (), {}, NotAMapping(line=root.line + 1))
    entries = tuple(
        Entry(key_text(raw, key), node.value, key.start, node.start, node.end, node.style, key.line + 1)
        for key, node in root.pairs
    )
    return Reading(root, entries, root.value, tree.fault)
