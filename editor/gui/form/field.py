"""What all fields of the form have in common: a key, a box, and a line below it for what is wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from editor.gui.form.field_edit import FieldEdit
from editor.gui.form.field_frame import HEIGHT, FieldFrame
from editor.gui.form.field_value import FieldValue
from editor.gui.form.form_context import FormContext
from editor.gui.form.standing import Standing
from editor.gui.plain import in_ink, tool_tip
from editor.gui.theme import LIGHT, Theme, chrome_font
from editor.site.field_declarations import FieldDeclaration
from editor.site.key_path import Key
from editor.site.scalars import Value

ROOM = 20  # pixels for the button that takes the key out of the post
SMALL = 0.88  # of the interface font: notes, counts, image facts


class Field(QWidget):
    """One key of the front matter. Reports each change by `edited`; what it shows comes back by `show_value`."""

    edited = Signal(object)  # FieldEdit
    removes_itself = False  # whether the field has a button of its own for that
    button_inset = 0  # pixels from the right end of the box to the button that takes the key out of the post
    origin_inset: int | None = None  # pixels from the right end to the words that tell an inherited value's scope

    def __init__(self, key: Key, label: str, *, frame: FieldFrame | None = None) -> None:
        super().__init__()
        self.key = key
        self.label = label
        self.is_optional = False  # emptied, the key goes
        self._theme = LIGHT
        self._said = ""  # what the field itself says of its value
        self._is_fault = False
        self._remark = ""  # how the value stands to the site
        self._is_missing = False
        self._help = ""
        self._room = 0
        self._told_origin = ""
        self._origin: QLabel | None = None  # made when first needed
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

    def keep_room(self, width: int) -> None:
        """Keep so many pixels free at the right end of the box, beside the field's own margin."""
        more, self._room = width - self._room, width
        if more:
            margins = self._frame.row.contentsMargins()
            self._frame.row.setContentsMargins(margins.left(), margins.top(), margins.right() + more, margins.bottom())

    def set_declaration(self, declared: FieldDeclaration | None) -> None:
        """Take what the site says of this key."""
        self._help = declared.help if declared is not None else ""
        if declared is not None and not declared.required:
            self.is_optional = True
        self._show_note()

    def show_standing(self, standing: Standing) -> None:
        """Say how the value shown stands to what the site gives."""
        self._remark, self._is_missing = standing.remark, standing.is_missing
        self._show_note()
        self._show_origin(standing.origin)

    def _show_origin(self, origin: str) -> None:
        """Where an inherited value comes from: at the right end where there is room, and as a tool tip."""
        if origin == self._told_origin:
            return
        self._told_origin = origin
        self._frame.setToolTip(tool_tip(f"From {origin}") if origin else "")
        if self._origin is None and self.origin_inset is not None:
            self._origin = QLabel(self._frame)
            self._origin.setTextFormat(Qt.TextFormat.PlainText)
            in_ink(self._origin, "hint")
            self._origin.setFont(chrome_font(scale=SMALL))
            self._origin.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if self._origin is not None:
            self._origin.setText(origin)
            self._fit_origin()

    def _fit_origin(self) -> None:
        """Put the words at the right end where less than half of the box is enough for them."""
        if self._origin is None:
            return
        self._origin.adjustSize()
        width, inset = self._origin.width(), (self.origin_inset or 0) + self._room
        is_shown = bool(self._origin.text()) and 2 * (width + inset) < self.width()
        self._origin.setVisible(is_shown)
        self._origin.move(self._frame.width() - width - inset, (HEIGHT - self._origin.height()) // 2)
        self._spare(width + 8 if is_shown else 0)

    def _spare(self, width: int) -> None:
        """Keep text out of so many pixels at the right end, where words stand over the box."""

    def remove(self) -> None:
        """Report that the writer wants the key gone."""
        self.edited.emit(FieldEdit(self.key, removed=True, stands_alone=True))

    def reset(self) -> None:
        """Report that the writer wants the site's value back: nothing of the post's own is to be left."""
        self.edited.emit(FieldEdit(self.key, removed=True, prunes=True, stands_alone=True))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the note the height that its words need at this width."""
        super().resizeEvent(event)
        self._fit_note()
        self._fit_origin()

    def _fit_note(self) -> None:
        if not self._note.isHidden():
            self._note.setFixedHeight(max(self._note.heightForWidth(self.width()), 1))

    def note(self, text: str, *, is_fault: bool = True) -> None:
        """Say below the field what is wrong ("" for nothing), as a fault or as a mere hint."""
        self._said, self._is_fault = text, bool(text) and is_fault
        self._show_note()

    def _show_note(self) -> None:
        """One line below the field: what is wrong, else how the value stands to the site and the site's help."""
        text = self._said or " ".join(filter(None, (self._remark, self._help)))
        is_warning = bool(self._said) or self._is_missing
        ink = "error" if self._is_fault else "scheduled" if is_warning else "hint"
        if (text, ink) == (self._note.text(), self._note.property("ink")):
            return
        self._note.setText(text)
        in_ink(self._note, ink)
        self._note.setVisible(bool(text))
        self._fit_note()
        self._frame.set_faulty(self._is_fault)
        self.editor().setAccessibleDescription(" ".join(filter(None, (self._said or self._remark, self._help))))
