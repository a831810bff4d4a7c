"""What one field shows: the post's entry, if it has one, and what it would inherit."""

from __future__ import annotations

from dataclasses import dataclass

from editor.site.front_matter import Entry
from editor.site.inherited import Scope
from editor.site.scalars import Value


@dataclass(frozen=True)
class FieldValue:
    """`written` is the entry's YAML, without the space around it; "" where the post has no such key.

    `scope` is where `inherited` comes from, the post's own value or not; None where no defaults give any.
    """

    entry: Entry | None = None
    inherited: Value = None
    written: str = ""
    scope: Scope | None = None

    @property
    def is_present(self) -> bool:
        """Whether the post has the key, be it empty."""
        return self.entry is not None

    @property
    def value(self) -> Value:
        """The post's own value; None where it has none."""
        return None if self.entry is None else self.entry.value

    @property
    def text(self) -> str:
        """The post's own value as text."""
        return "" if self.value is None else str(self.value)

    @property
    def state(self) -> tuple[bool, str, Value]:
        """What the post itself says, for comparing; where the entry stands does not matter."""
        return self.is_present, self.written, self.value
