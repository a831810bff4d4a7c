"""How a value of the post stands to what the site gives: inherited, overriding, needed or empty."""

from __future__ import annotations

from dataclasses import dataclass

from editor.gui.form.field_value import FieldValue
from editor.gui.form.form_context import FROM_FILE_NAME, FormContext, spell_scope
from editor.gui.form.wording import plain
from editor.site.key_path import Key
from editor.site.scalars import Value

_UNITED = "categories"  # Jekyll adds the defaults' to the post's own (`document.rb:424-451`)
_LONGEST = 60  # characters of a value in a tool tip


@dataclass(frozen=True)
class Standing:
    """What a field says beside its value; each is "" where there is nothing to say."""

    origin: str = ""  # where the value shown comes from, the post having none
    reset: str = ""  # what comes back when the post's own value goes
    remark: str = ""  # below the field
    is_missing: bool = False  # needed, and empty


def standing_of(key: Key, shown: FieldValue, context: FormContext) -> Standing:
    """How what a field shows stands to the site. A null of the post's own keeps the default (`utils.rb:347-358`)."""
    declared = context.declaration(key)
    if declared is not None and declared.required and _is_missing(key, shown, context):
        return Standing(remark="This site’s posts need it.", is_missing=True)
    if shown.scope is None or shown.inherited is None or key == _UNITED or isinstance(shown.inherited, dict):
        return Standing()
    scope, given = spell_scope(shown.scope), _short(shown.inherited)
    if not shown.is_present:
        return Standing(origin=scope)
    if shown.value is None:
        return Standing(origin=scope, remark=f"Left empty, the site’s value stays: {given}.")
    return Standing(reset=f"Reset to {given} (from {scope})")


def _is_missing(key: Key, shown: FieldValue, context: FormContext) -> bool:
    if context.given_categories.get(str(key)) or (key == "date" and context.undated == FROM_FILE_NAME):
        return False
    value: Value = shown.inherited if shown.value is None else shown.value
    return value in (None, "", [], {})


def _short(value: Value) -> str:
    text = plain(value)
    return f"“{text[: _LONGEST - 1]}…”" if len(text) > _LONGEST else f"“{text}”" if text else "nothing"
