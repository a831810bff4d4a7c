"""A field that is edited as one line of text, whatever the text then means."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from editor.gui.form.bare_line import BareLine
from editor.gui.form.field import Field
from editor.gui.form.field_edit import FieldEdit
from editor.gui.form.field_value import FieldValue
from editor.gui.form.wording import from_site
from editor.site.key_path import Key
from editor.site.scalars import same


class LineField(Field):
    """Keeps the writer's own spelling while the post holds what it means; shows the post's again on leaving."""

    origin_inset = 9

    def __init__(self, key: Key, label: str, *, line: BareLine | None = None) -> None:
        super().__init__(key, label)
        self._line = line or BareLine()
        self._shown = FieldValue()
        self._is_typed = False  # the text is the writer's, not ours
        self._sent: FieldEdit | None = None
        self._line.setAccessibleName(label)
        self._line.textEdited.connect(self._on_text_edited)
        self._line.left.connect(self._leave)
        self._frame.watch(self._line)

    # -- what each kind decides ----------------------------------------------------------------------------------
    def _text(self) -> str:
        """The post's value as this field spells it."""
        raise NotImplementedError

    def _read(self, text: str) -> FieldEdit | None:
        """What a typed text means, or None where it means nothing yet."""
        raise NotImplementedError

    def _fault(self) -> str:
        """What to say of a typed text that means nothing."""
        return ""

    def _placeholder(self) -> tuple[str, bool]:
        """What the empty field says, and whether that is an inherited value."""
        inherited = from_site(self._shown.inherited)
        return inherited, bool(inherited)

    def _tell(self) -> None:
        """Say below the field what is odd about the value shown."""
        self.note("")

    # -- the grammar of all fields -------------------------------------------------------------------------------
    def editor(self) -> QWidget:
        """The line edit."""
        return self._line

    def _show_origin(self, origin: str) -> None:
        super()._show_origin(origin)
        self._line.set_origin(origin)

    def _spare(self, width: int) -> None:
        self._line.setTextMargins(0, 0, width, 0)

    def set_read_only(self, read_only: bool) -> None:
        """Let the writer look, or edit."""
        super().set_read_only(read_only)
        self._line.setReadOnly(read_only)

    def show_value(self, shown: FieldValue) -> None:
        """Show the value; a text that the writer is typing stays while the post holds what it means."""
        is_same = self._shown.state == shown.state
        self._shown = shown
        self._line.on_remove = self.remove if shown.is_present else None
        text, is_inherited = self._placeholder()
        self._line.set_placeholder(text, is_inherited=is_inherited)
        if not (self._is_typed and (is_same or self._holds_what_was_sent())):
            self._restore()

    def _holds_what_was_sent(self) -> bool:
        sent, shown = self._sent, self._shown
        if sent is None or sent.removed or not shown.is_present:
            return sent is not None and sent.removed and not shown.is_present
        return sent.source == shown.written if sent.source is not None else same(sent.value, shown.value)

    def _restore(self) -> None:
        """Show the post's value in the form's own spelling."""
        self._is_typed, self._sent = False, None
        text = self._text()
        if self._line.text() != text:
            caret = self._line.cursorPosition()
            self._line.setText(text)
            self._line.setCursorPosition(min(caret, len(text)) if self.editor().hasFocus() else 0)
        self._tell()

    def _leave(self) -> None:
        """The writer went on."""
        self._restore()

    def _on_text_edited(self, text: str) -> None:
        self._is_typed = True
        edit = self._read(text)
        self.note("" if edit is not None else self._fault())
        if edit is not None:
            self._sent = edit
            self.edited.emit(edit)
