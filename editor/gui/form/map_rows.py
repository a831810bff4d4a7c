"""The rows below the keys that hold maps or lists of maps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from editor.gui.form.form_context import FormContext
from editor.gui.form.map_shape import MOST_LEVELS, MOST_ROWS, is_marked, is_written_plainly, key_word, name_of
from editor.gui.form.wanted_rows import ChooseKind, Wanted, more_row
from editor.site.front_matter import Entry, FrontMatter
from editor.site.key_path import KeyPath, as_path
from editor.site.scalars import Value

GROUP, IMAGE, NUMBER, SOURCE = "map", "image", "number", "YAML"  # of KINDS
_LEAST_IN_ITEM = 3  # steps of a path to a key of an item: list, position, key


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
        usual = IMAGE if value in ("", None) and self._is_image_elsewhere(path) else ""
        kind = self.choose_kind(path, value, usual, entry is not None)
        return Wanted(path, name_of(path), key_word(str(path[-1])), kind, entry=entry, value=value, siblings=siblings)

    def _is_image_elsewhere(self, path: KeyPath) -> bool:
        """Whether the items of a list name images under this key, so that a new item is to get one as well."""
        key = path[-1]
        if len(path) < _LEAST_IN_ITEM or not isinstance(path[-2], int) or not isinstance(key, str):
            return False
        items: Value = dict(self.front_matter.values)
        for step in path[:-2]:
            items = _below_step(items, step)
        texts = (item.get(key) for item in items if isinstance(item, dict)) if isinstance(items, list) else ()
        first = next((text for text in texts if isinstance(text, str) and text), "")
        return bool(first) and self.context.names_image(first)


def _below_step(value: Value, step: str | int) -> Value:
    if isinstance(value, dict) and isinstance(step, str):
        return value.get(step)
    return value[step] if isinstance(value, list) and isinstance(step, int) and step < len(value) else None


def _is_below(path: KeyPath, group: KeyPath) -> bool:
    return len(path) > len(group) and path[: len(group)] == group
