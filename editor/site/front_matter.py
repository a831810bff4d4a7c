"""Lossless front matter: read values, change or remove one of them, and leave every other byte alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from editor.errors import CannotSplice, FrontMatterError
from editor.site.front_matter_edits import Splice, as_written, read_source
from editor.site.front_matter_reading import CLOSING_FENCE, Entry, Reading, read
from editor.site.key_path import Key, KeyPath, as_path, spell_key_path
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
        self._raise_fault()
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
        """The entry of a key, or of an item of a list, or None. Raises FrontMatterError where the YAML is broken.

        Below an alias there are no entries: its values stand elsewhere. What `<<` merges in has none, either.
        """
        self._raise_fault()
        return self._reading.entry(as_path(key))

    def entries_below(self, path: KeyPath) -> tuple[Entry, ...]:
        """The keys of the map, or the items of the list, at a path, in order; none for anything else.

        Raises FrontMatterError where the YAML cannot be read.
        """
        self._raise_fault()
        return self._reading.below(path)

    def with_value(self, key: Key, value: Value) -> FrontMatter:
        """Set a value, keeping its quoting, list style and comments; a new key goes after its usual neighbour.

        A new key in a map goes behind the last one, a new item behind the last of its list; an absent, empty or null
        map or list on the way comes to be. Where `categories` or `tags` is a text of words, a list of words is written
        as such a text again. Returns self when the value is already the same.

        Raises FrontMatterError: NotReachable where the path leads through a single value or past the end of a list,
        CannotSplice when it cannot be proved that nothing else changes.
        """
        path = as_path(key)
        entry = self.entry(path)
        value = as_written(entry, value)
        if entry is not None and same(entry.value, value):
            return self
        return self._edited(self._splice.set_value(path, value))

    def with_source(self, key: Key, source: str) -> FrontMatter:
        """Set a value written as one YAML flow or scalar text (`[a, b]`, `"A: b"`, `2025-11-21`), as given.

        Raises InvalidValue when the text is not one YAML value, and what `with_value` raises.
        """
        path = as_path(key)
        source = source.strip(" \t")
        entry = self.entry(path)
        written = "" if entry is None else entry.source(self.raw)
        if entry is not None and written == source:
            return self
        if entry is not None and source[:1] in ("&", "*") and written.startswith(source.split()[0]):
            raise CannotSplice(line=entry.line, key=spell_key_path(path), reason="other values share it by name")
        value = read_source(spell_key_path(path), source)
        return self._edited(self._splice.set_source(path, source, value))

    def without(self, key: Key) -> FrontMatter:
        """Remove a key with its value and its lines, or an item of a list; of the last one stays `{}` or `[]`.

        Raises KeyMissing or another FrontMatterError.
        """
        self._raise_fault()
        return self._edited(self._splice.remove(as_path(key)))

    @property
    def _splice(self) -> Splice:
        return Splice(self._reading, self.newline)

    def _edited(self, reading: Reading) -> FrontMatter:
        edited = FrontMatter(reading.raw, self.newline)
        edited.__dict__["_reading"] = reading  # it was read for the proof
        return edited

    def _raise_fault(self) -> None:
        if (fault := self._reading.fault) is not None:
            raise fault.with_traceback(None)
