"""Which groups of the form are open: as the writer has left them while the post is open."""

from __future__ import annotations

from collections.abc import Callable

from editor.gui.form.map_shape import leaves, starts_open
from editor.gui.form.wanted_rows import Wanted
from editor.site.key_path import KeyPath, as_path

_AT_ONCE = 80  # values in groups that start open, all together


class MapFolds:
    """Remembers each group from its first showing on: a group must not fold because a value was added to it."""

    def __init__(self) -> None:
        self._open: dict[KeyPath, bool] = {}
        self._room = _AT_ONCE

    def forget(self) -> None:
        """Another post is to be shown."""
        self._open.clear()
        self._room = _AT_ONCE

    def is_open(self, wanted: Wanted) -> bool:
        """Whether a group shows its rows: as it was left, or where it is new, if they are few."""
        path = as_path(wanted.key)
        if path not in self._open:
            is_open = self._room > 0 and starts_open(path, wanted.value, siblings=wanted.siblings)
            self._room -= leaves(wanted.value, most=self._room) if is_open else 0
            self._open[path] = is_open
        return self._open[path]

    def set_open(self, path: KeyPath, is_open: bool) -> None:
        """The writer has folded or unfolded a group."""
        self._open[path] = is_open

    def swap(self, path: KeyPath, other: int) -> None:
        """An item of a list has changed places with another."""
        mine = path[-1]
        self._renumber(path[:-1], lambda place: other if place == mine else mine if place == other else place)

    def remove(self, path: KeyPath) -> None:
        """An item of a list is to go: those behind it move up."""
        mine = path[-1]
        if not isinstance(mine, int):
            return
        self._open = {each: state for each, state in self._open.items() if each[: len(path)] != path}
        self._renumber(path[:-1], lambda place: place - 1 if isinstance(place, int) and place > mine else place)

    def _renumber(self, group: KeyPath, renumbered: Callable[[str | int], str | int]) -> None:
        depth = len(group)
        self._open = {
            (*group, renumbered(path[depth]), *path[depth + 1 :])
            if len(path) > depth and path[:depth] == group
            else path: state
            for path, state in self._open.items()
        }
