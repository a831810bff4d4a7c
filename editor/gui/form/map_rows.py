"""The rows below the keys that hold maps or lists of maps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from editor.gui.form.form_context import FormContext
from editor.gui.form.map_shape import MOST_LEVELS, MOST_ROWS, is_marked, is_written_plainly, name_of
from editor.gui.form.wanted_rows import ChooseKind, Wanted, more_row
from editor.site.front_matter import Entry, FrontMatter
from editor.site.key_path import KeyPath, as_path

GROUP, NUMBER, SOURCE = "map", "number", "YAML"  # of KINDS


@dataclass(frozen=True)
class MapRows:
    """Puts the rows of each open group behind its heading, at any depth; `is_open` is asked of groups only."""

    front_matter: FrontMatter
    context: FormContext
    choose_kind: ChooseKind
    is_open: Callable[[Wanted], bool]

    def unfold(self, wanted: Sequence[Wanted]) -> Iterator[Wanted]:
        """These rows, and those below them."""
        for row in wanted:
            yield from self._unfold(row)

    def _unfold(self, row: Wanted) -> Iterator[Wanted]:
        path, entry = as_path(row.key), row.entry
        if row.kind != GROUP:
            is_odd = row.kind == NUMBER and entry is not None and is_marked(entry, self.front_matter.raw)
            yield replace(row, kind=SOURCE) if is_odd else row  # a number's field shows it as it is written
            return
        below = () if entry is None else self.front_matter.entries_below(path)
        if len(path) > MOST_LEVELS or not (entry is None or is_written_plainly(entry, self.front_matter.raw, below)):
            yield replace(row, kind=SOURCE)
            return
        yield row
        if self.is_open(row):
            yield from self._below(path, below, is_map=not isinstance(row.value, list))

    def _below(self, path: KeyPath, entries: Sequence[Entry], *, is_map: bool) -> Iterator[Wanted]:
        """The rows of a group: a key that the site gives keeps its place when the post gets or loses it."""
        depth = len(path)
        mine = {entry.path[-1]: entry for entry in entries}
        given = {item.path[depth]: item for item in self.context.inherited if _is_below(item.path, path)}
        steps = list(dict.fromkeys([*(given if is_map else ()), *mine]))
        for step in steps[:MOST_ROWS]:
            yield from self._unfold(self._row((*path, step), mine.get(step), siblings=0 if is_map else len(steps)))
        if len(steps) > MOST_ROWS:
            yield more_row(path, len(steps) - MOST_ROWS)

    def _row(self, path: KeyPath, entry: Entry | None, *, siblings: int) -> Wanted:
        value = self.context.given(path) if entry is None else entry.value
        kind = self.choose_kind(path, value, "", entry is not None)
        return Wanted(path, name_of(path), str(path[-1]), kind, entry=entry, value=value, siblings=siblings)


def _is_below(path: KeyPath, group: KeyPath) -> bool:
    return len(path) > len(group) and path[: len(group)] == group
