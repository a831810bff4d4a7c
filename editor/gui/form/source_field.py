"""A field for a map or a nested list, as compact YAML on one line."""

from __future__ import annotations

from editor.errors import FrontMatterError
from editor.gui.form.field_edit import FieldEdit
from editor.gui.form.line_field import LineField
from editor.gui.theme import fixed_font
from editor.site.key_path import Key
from editor.site.scalars import Value, load, write_value


class SourceField(LineField):
    """Shows any value; takes a text once it is one YAML value."""

    def __init__(self, key: Key, label: str) -> None:
        super().__init__(key, label)
        self._line.setFont(fixed_font())
        self._frame.row.addWidget(self._line)

    def accepts(self, _value: Value) -> bool:
        """Anything."""
        return True

    def _text(self) -> str:
        entry, written = self._shown.entry, self._shown.written
        if entry is None:
            return ""
        is_short = bool(written) and "\n" not in written and entry.style != "alias"
        return written if is_short else write_value(entry.value)

    def _read(self, text: str) -> FieldEdit | None:
        text = text.strip()
        if not text:
            return FieldEdit(self.key, None)
        return FieldEdit(self.key, source=text) if _is_one_value(text) else None

    def _fault(self) -> str:
        return "Not YAML yet, such as {key: value} or [one, two]."


def _is_one_value(text: str) -> bool:
    """Whether the text stands as one value behind `key: ` on a line."""
    try:
        value = load(f"{{k: {text}}}")
    except FrontMatterError:
        return False
    return isinstance(value, dict) and list(value) == ["k"]
