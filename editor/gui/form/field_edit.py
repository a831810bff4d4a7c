"""One change by the writer to one key of the front matter."""

from __future__ import annotations

from dataclasses import dataclass

from editor.site.scalars import Value


@dataclass(frozen=True)
class FieldEdit:
    """What the writer did to `key`. `source`, where given, is YAML text and stands instead of `value`."""

    key: str
    value: Value = None
    source: str | None = None
    removed: bool = False
