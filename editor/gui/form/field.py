"""What all fields of the form have in common: a key, a box, and a line below it for what is wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from editor.gui.form.field_edit import FieldEdit
from editor.gui.form.field_frame import FieldFrame
from editor.gui.form.field_value import FieldValue
from editor.gui.form.form_context import FormContext
from editor.gui.plain import in_ink
from editor.gui.theme import LIGHT, Theme, chrome_font
from editor.site.key_path import Key
from editor.site.scalars import Value

SMALL = 0.88  # of the interface font: notes, counts, image facts


class Field(QWidget):
    """One key of the front matter. Reports each change by `edited`; what it shows comes back by `show_value`."""

    edited = Signal(object)  # FieldEdit

    def __init__(self, key: Key, label: str, *, frame: FieldFrame | None = None) -> None:
        super().__init__()
        self.key = key
        self.label = label
        self._theme = LIGHT
        self._frame = frame or FieldFrame()
        self._note = QLabel(wordWrap=True)
        self._note.hide()
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setFont(chrome_font(scale=SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._frame)
        column.addWidget(self._note)

    def accepts(self, value: Value) -> bool:
        """Whether this kind of field can show such a value."""
        raise NotImplementedError

    def show_value(self, shown: FieldValue) -> None:
        """Show what the post holds, or what it inherits. Emits nothing."""
        raise NotImplementedError

    def editor(self) -> QWidget:
        """The widget that takes the focus and carries the accessible name."""
        raise NotImplementedError

    def tab_stops(self) -> list[QWidget]:
        """The widgets that Tab visits, in reading order."""
        return [self.editor()]

    def set_read_only(self, read_only: bool) -> None:
        """Let the writer look, or edit; each kind locks its own editor too."""
        self._frame.set_locked(read_only)

    def set_context(self, context: FormContext) -> None:
        """Take what the site offers for this field."""

    def commit(self) -> None:
        """Take what is typed but not entered yet, such as a tag without Enter."""

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self._frame.set_theme(theme)

    def make_room(self, width: int) -> None:
        """Keep so many pixels free at the right end of the box."""
        margins = self._frame.row.contentsMargins()
        self._frame.row.setContentsMargins(margins.left(), margins.top(), margins.right() + width, margins.bottom())

    def remove(self) -> None:
        """Report that the writer wants the key gone."""
        self.edited.emit(FieldEdit(self.key, removed=True))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the note the height that its words need at this width."""
        super().resizeEvent(event)
        self._fit_note()

    def _fit_note(self) -> None:
        if not self._note.isHidden():
            self._note.setFixedHeight(max(self._note.heightForWidth(self.width()), 1))

    def note(self, text: str, *, is_fault: bool = True) -> None:
        """Say below the field what is wrong ("" for nothing), as a fault or as a mere hint."""
        if text == self._note.text():
            return
        self._note.setText(text)
        in_ink(self._note, "error" if is_fault else "scheduled")
        self._note.setVisible(bool(text))
        self._fit_note()
        self._frame.set_faulty(bool(text) and is_fault)
        self.editor().setAccessibleDescription(text)
