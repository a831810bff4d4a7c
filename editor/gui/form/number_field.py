"""A field for a number, in the writer's own spelling."""

from __future__ import annotations

from editor.gui.form.field_edit import FieldEdit
from editor.gui.form.line_field import LineField
from editor.site.key_path import Key
from editor.site.scalars import Value, read_plain


class NumberField(LineField):
    """Numbers keep their spelling (`0.50`, `1_000`); other texts are not taken."""

    def __init__(self, key: Key, label: str) -> None:
        super().__init__(key, label)
        self._frame.row.addWidget(self._line)

    def accepts(self, value: Value) -> bool:
        """A number, or nothing yet."""
        return value is None or is_number(value)

    def _text(self) -> str:
        return "" if self._shown.value is None else self._shown.written

    def _read(self, text: str) -> FieldEdit | None:
        text = text.strip()
        if not text:
            return FieldEdit(self.key, removed=True) if self.is_optional else FieldEdit(self.key, None)
        return FieldEdit(self.key, source=text) if is_number(read_plain(text)) else None

    def _fault(self) -> str:
        kept = self._text()
        return f"Not a number; {kept} stays." if kept else "Not a number."


def is_number(value: Value) -> bool:
    """Whether a value is a number (truth values are none)."""
    return isinstance(value, int | float) and not isinstance(value, bool)
