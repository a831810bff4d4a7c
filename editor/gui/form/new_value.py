"""What a field holds that the writer has just added."""

from __future__ import annotations

from datetime import datetime, tzinfo

from editor.gui.form.field_edit import FieldEdit
from editor.site.dates import site_zone, spell_date
from editor.site.key_path import Key
from editor.site.scalars import Value

_FIRST: dict[str, Value] = {"text": "", "long text": "", "number": 0, "switch": True, "list": []}


def new_value(key: Key, kind: str, *, zone: tzinfo | None) -> FieldEdit:
    """The edit that adds `key` with a first value of its kind (text where the kind is "")."""
    if kind == "date":
        now = datetime.now(zone or site_zone("")).replace(second=0, microsecond=0)
        return FieldEdit(key, source=spell_date(now))
    return FieldEdit(key, _FIRST.get(kind, ""))
