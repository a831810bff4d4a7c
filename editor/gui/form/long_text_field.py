"""A field for longer text: it grows with its lines and counts its characters."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from editor.gui.form.field import SMALL, Field
from editor.gui.form.field_edit import FieldEdit
from editor.gui.form.field_value import FieldValue
from editor.gui.form.growing_edit import GrowingEdit
from editor.gui.form.wording import from_site
from editor.gui.theme import chrome_font
from editor.site.key_path import Key
from editor.site.scalars import Value

_LEFT = 11  # where a line edit draws its text, which keeps two pixels to itself
_COUNT_ROOM = 36  # pixels kept free at the right for the count


class LongTextField(Field):
    """Text of any length; with `is_optional` an emptied field means that the post has no such key."""

    def __init__(self, key: Key, label: str, *, is_optional: bool = False, empty: str = "") -> None:
        super().__init__(key, label)
        self.is_optional = is_optional
        self._empty = empty
        self._edit = GrowingEdit(most_lines=8)
        self._edit.setAccessibleName(label)
        self._edit.text_edited.connect(self._on_text_edited)
        self._count = QLabel(self._frame)
        self._count.setProperty("ink", "hint")
        self._count.setFont(chrome_font(scale=SMALL))
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._frame.row.setContentsMargins(_LEFT, 6, _COUNT_ROOM, 6)
        self._frame.row.addWidget(self._edit)
        self._frame.watch(self._edit)

    def accepts(self, value: Value) -> bool:
        """Any text, or nothing."""
        return value is None or isinstance(value, str)

    def editor(self) -> QWidget:
        """The text edit."""
        return self._edit

    def set_read_only(self, read_only: bool) -> None:
        """Let the writer look, or edit."""
        super().set_read_only(read_only)
        self._edit.setReadOnly(read_only)

    def show_value(self, shown: FieldValue) -> None:
        """Show the text; one that is shown already stays untouched."""
        self._edit.on_remove = self.remove if shown.is_present else None
        inherited = from_site(shown.inherited) if shown.value is None else ""
        self._edit.set_placeholder(inherited or self._empty, is_inherited=True)
        self._edit.set_text(shown.text)
        self._show_count()

    def _on_text_edited(self, text: str) -> None:
        self._show_count()
        removed = not text and self.is_optional
        self.edited.emit(FieldEdit(self.key, removed=True) if removed else FieldEdit(self.key, text))

    def _show_count(self) -> None:
        count = len(self._edit.text())
        self._count.setText(str(count) if count else "")
        self._place_count()

    def _place_count(self) -> None:
        self._count.adjustSize()
        right = self._frame.row.contentsMargins().right() - _COUNT_ROOM + 9
        below = self._frame.height() - self._count.height() - 5
        self._count.move(self._frame.width() - self._count.width() - right, below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the count in its corner."""
        super().resizeEvent(event)
        self._place_count()
