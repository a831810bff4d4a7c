"""One change by the writer to one value of the front matter."""

from __future__ import annotations

from dataclasses import dataclass

from editor.site.front_matter import FrontMatter
from editor.site.key_path import Key
from editor.site.scalars import Value


@dataclass(frozen=True)
class FieldEdit:
    """What the writer did to the value at `key`, which may be a path into a map or list.

    `source`, where given, is YAML text and stands instead of `value`. One that `stands_alone` is undone by itself, not
    with the typing before it.
    """

    key: Key
    value: Value = None
    source: str | None = None
    removed: bool = False
    stands_alone: bool = False

    def applied_to(self, front_matter: FrontMatter) -> FrontMatter:
        """The front matter after this edit; itself where the edit changes nothing. Raises FrontMatterError."""
        if self.removed:
            return front_matter.without(self.key) if front_matter.entry(self.key) else front_matter
        if self.source is not None:
            return front_matter.with_source(self.key, self.source)
        return front_matter.with_value(self.key, self.value)
