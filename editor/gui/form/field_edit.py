"""One change by the writer to one value of the front matter."""

from __future__ import annotations

from dataclasses import dataclass

from editor.site.front_matter import FrontMatter
from editor.site.key_path import Key, KeyPath, as_path
from editor.site.scalars import Value


@dataclass(frozen=True)
class FieldEdit:
    """What the writer did to the value at `key`, which may be a path into a map or list.

    `source`, where given, is YAML text and stands instead of `value`. One that `stands_alone` is undone by itself, not
    with the typing before it. With `prunes` the maps that a removed key leaves empty go too.
    """

    key: Key
    value: Value = None
    source: str | None = None
    removed: bool = False
    stands_alone: bool = False
    prunes: bool = False

    def applied_to(self, front_matter: FrontMatter) -> FrontMatter:
        """The front matter after this edit; itself where the edit changes nothing. Raises FrontMatterError."""
        if self.removed:
            key = _pruned(front_matter, as_path(self.key)) if self.prunes else self.key
            return front_matter.without(key) if front_matter.entry(key) else front_matter
        if self.source is not None:
            return front_matter.with_source(self.key, self.source)
        return front_matter.with_value(self.key, self.value)


def _pruned(front_matter: FrontMatter, path: KeyPath) -> Key:
    """The path, or that of the outermost map around it that holds nothing else."""
    while len(path) > 1:
        above = front_matter.entry(path[:-1])
        if above is None or not isinstance(above.value, dict) or len(above.value) > 1:
            break
        path = path[:-1]
    return path if len(path) > 1 else str(path[0])
