"""Lossless front matter: read values, change or remove one key, and leave every other byte alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from editor.errors import CannotSplice, FrontMatterError, KeyMissing
from editor.site.front_matter_edits import Splice, as_written, read_source
from editor.site.front_matter_reading import CLOSING_FENCE, Entry, Reading, read
from editor.site.key_path import Key, spell_key_path
from editor.site.scalars import Value, same

__all__ = ["CLOSING_FENCE", "Entry", "FrontMatter"]


@dataclass(frozen=True)
class FrontMatter:
    """The raw YAML between the fences; never normalised. `newline` is the line end used for new lines."""

    raw: str
    newline: str = "\n"

    @cached_property
    def _reading(self) -> Reading:
        return read(self.raw)

    @property
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

    def entry(self, key: Key) -> Entry | None:
        """The entry of a key, or None. Raises FrontMatterError where the YAML cannot be read."""
        return next((entry for entry in self.entries if entry.key == key), None)

    def with_value(self, key: Key, value: Value) -> FrontMatter:
        """Set `key`, keeping its quoting, list style and comments; a new key goes after its usual neighbour.

        Where `categories` or `tags` is a text of words, a list of words is written as such a text again.
        Returns self when the value is already the same. Raises FrontMatterError when it cannot be proved that
        nothing else changes.
        """
        key = _top_level(key)
        entry = self.entry(key)
        value = as_written(entry, value)
        if entry is not None and same(entry.value, value):
            return self
        return FrontMatter(self._splice.set_value(key, value), self.newline)

    def with_source(self, key: Key, source: str) -> FrontMatter:
        """Set `key` to a value written as one YAML flow or scalar text (`[a, b]`, `"A: b"`, `2025-11-21`), as given.

        Raises InvalidValue when the text is not one YAML value, and what `with_value` raises.
        """
        key = _top_level(key)
        source = source.strip(" \t")
        value, entry = read_source(key, source), self.entry(key)
        if entry is not None and entry.source(self.raw) == source:
            return self
        return FrontMatter(self._splice.set_source(key, source, value), self.newline)

    def without(self, key: Key) -> FrontMatter:
        """Remove `key`, its value and its line. Raises KeyMissing or another FrontMatterError."""
        key = _top_level(key)
        if self.entry(key) is None:
            raise KeyMissing(key=key)
        return FrontMatter(self._splice.remove(key), self.newline)

    @property
    def _splice(self) -> Splice:
        return Splice(self.raw, self.newline, self._reading)


def _top_level(key: Key) -> str:
    if isinstance(key, str):
        return key
    if len(key) == 1 and isinstance(key[0], str):
        return key[0]
    raise CannotSplice(line=1, key=spell_key_path(key), reason="it stands inside another value")
