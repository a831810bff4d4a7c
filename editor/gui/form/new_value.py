"""What a field holds that the writer has just added."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo

from editor.gui.form.field_edit import FieldEdit
from editor.gui.form.form_context import no_habit
from editor.site.date_spelling import spell_new_date
from editor.site.dates import rounded_as, site_zone
from editor.site.key_path import Key
from editor.site.scalars import Value

_FIRST: dict[str, Value] = {"text": "", "long text": "", "number": 0, "switch": True, "list": [], "image": ""}


def new_value(key: Key, kind: str, *, zone: tzinfo | None, date_habit: Callable[[], str] = no_habit) -> FieldEdit:
    """The edit that adds `key` with a first value of its kind (text where the kind is "").

    A date is now, spelled as the site's posts spell theirs if that can be read in one way only.
    """
    if kind == "date":
        now = datetime.now(zone or site_zone("")).replace(second=0, microsecond=0)
        like = date_habit()
        return FieldEdit(key, source=spell_new_date(rounded_as(now, like), like=like))
    return FieldEdit(key, _FIRST.get(kind, ""))
