"""One change by the writer to one value of the front matter."""

from __future__ import annotations

from dataclasses import dataclass

from editor.site.key_path import Key
from editor.site.scalars import Value


@dataclass(frozen=True)
class FieldEdit:
    """What the writer did to the value at `key`, which may be a path into a map or list.

    `source`, where given, is YAML text and stands instead of `value`.
    """

    key: Key
    value: Value = None
    source: str | None = None
    removed: bool = False
