"""A field for one line of text."""

from __future__ import annotations

from editor.gui.form.bare_line import BareLine
from editor.gui.form.field_edit import FieldEdit
from editor.gui.form.line_field import LineField
from editor.gui.form.wording import from_site
from editor.site.key_path import Key
from editor.site.scalars import Value

LONG = 80  # characters from which a text is shown in a field that grows


class TextField(LineField):
    """Text as it is; with `is_optional` an emptied field means that the post has no such key."""

    def __init__(
        self, key: Key, label: str, *, is_optional: bool = False, empty: str = "", line: BareLine | None = None
    ) -> None:
        super().__init__(key, label, line=line)
        self.is_optional = is_optional
        self._empty = empty
        if line is None:
            self._frame.row.addWidget(self._line)

    def accepts(self, value: Value) -> bool:
        """One line of text, or nothing."""
        return value is None or (isinstance(value, str) and "\n" not in value)

    def _text(self) -> str:
        return self._shown.text

    def _read(self, text: str) -> FieldEdit:
        return FieldEdit(self.key, text) if text or not self.is_optional else FieldEdit(self.key, removed=True)

    def _placeholder(self) -> tuple[str, bool]:
        shown = self._shown
        if shown.is_present and (shown.value is not None or shown.inherited is None):  # a null keeps what is inherited
            return "empty", False
        inherited = from_site(self._shown.inherited)
        return inherited or self._empty, bool(inherited)
