"""Lossless front matter: read values, change or remove one key, and leave every other byte alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from editor.errors import FrontMatterError
from editor.site.scalars import Value


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
class FrontMatter:
    """The raw YAML between the fences; never normalised. `newline` is the line end used for new lines."""

    raw: str
    newline: str = "\n"

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The top-level keys in order. Raises FrontMatterError where the YAML cannot be read (see `fault`)."""
        raise NotImplementedError

    @property
    def fault(self) -> FrontMatterError | None:
        """Why the YAML cannot be read, or None."""
        raise NotImplementedError

    @cached_property
    def values(self) -> dict[str, Value]:
        """Key to value, as Jekyll reads them; empty where there is a fault (Jekyll then sees nothing either)."""
        raise NotImplementedError

    def entry(self, key: str) -> Entry | None:
        """The entry of a key, or None."""
        raise NotImplementedError

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
