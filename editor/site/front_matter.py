"""Lossless front matter: read values, change or remove one key, and leave every other byte alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from editor.errors import FrontMatterError, InvalidYaml, NotAMapping
from editor.site.scalars import Value
from editor.site.yaml_nodes import Node, compose

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
    """What a parser made of the raw text."""

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
    if root is None or (root.kind == "scalar" and root.value is None):
        return Reading(None, (), {}, None)
    if not isinstance(root.value, dict):
        return Reading(None, (), {}, NotAMapping(line=root.line + 1))
    entries = tuple(_entry(raw, key, node) for key, node in root.pairs)
    return Reading(root, entries, root.value, tree.fault)


def _entry(raw: str, key: Node, node: Node) -> Entry:
    name = key.value if isinstance(key.value, str) else raw[key.start : key.end]
    return Entry(name, node.value, key.start, node.start, node.end, node.style, key.line + 1)


@dataclass(frozen=True)
class FrontMatter:
    """The raw YAML between the fences; never normalised. `newline` is the line end used for new lines."""

    raw: str
    newline: str = "\n"

    @cached_property
    def _reading(self) -> Reading:
        return read(self.raw)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The top-level keys in order. Raises FrontMatterError where the YAML cannot be read (see `fault`)."""
        if (fault := self._reading.fault) is not None:
            raise fault.with_traceback(None)
        return self._reading.entries

    @property
    def fault(self) -> FrontMatterError | None:
        """Why the YAML cannot be read or edited, or None."""
        return self._reading.fault

    @property
    def values(self) -> dict[str, Value]:
        """Key to value, as Jekyll reads them; empty where there is a fault (Jekyll then sees nothing either).

        Of a key that stands twice, which is a fault for editing only, it is the last value, as for Jekyll.
        """
        return self._reading.values

    def entry(self, key: str) -> Entry | None:
        """The entry of a key, or None. Raises FrontMatterError where the YAML cannot be read."""
        return next((entry for entry in self.entries if entry.key == key), None)

    def with_value(self, key: str, value: Value) -> FrontMatter:
        """Set `key`, keeping its quoting, list style and comments; a new key goes after its usual neighbour.

        Returns self when the value is already the same. Raises FrontMatterError when it cannot be proved that
        nothing else changes.
        """
        raise NotImplementedError

    def with_source(self, key: str, source: str) -> FrontMatter:
        """Set `key` to a value written as one YAML flow or scalar text (`[a, b]`, `"A: b"`, `2025-11-21`), as given.

        Raises InvalidYaml when the text is not one YAML value, and what `with_value` raises.
        """
        raise NotImplementedError

    def without(self, key: str) -> FrontMatter:
        """Remove `key`, its value and its line. Raises KeyMissing or another FrontMatterError."""
        raise NotImplementedError
