"""A field for a map or a list of maps: the heading of the rows that show what is in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from editor.gui.elided_label import ElidedLabel
from editor.gui.form.add_field import NAME, NewField
from editor.gui.form.disclosure import Disclosure
from editor.gui.form.field import ROOM, Field
from editor.gui.form.field_edit import FieldEdit
from editor.gui.form.field_value import FieldValue
from editor.gui.form.form_context import FormContext
from editor.gui.form.map_buttons import AddButton, Glyph
from editor.gui.form.map_shape import count_words, is_grouped, like_last, summary_of, title_of
from editor.gui.form.new_value import new_value
from editor.gui.form.switch_field import NoFrame
from editor.gui.plain import in_ink
from editor.gui.theme import Theme
from editor.site.key_path import Key, as_path
from editor.site.scalars import Value


@dataclass(frozen=True)
class NewEntry:
    """A key or item that the writer wants in a group, and the kind of its field ("" to go by the value)."""

    edit: FieldEdit
    kind: str = ""


class MapField(Field):
    """Folds and unfolds its rows, which are the form's own, and adds a key or an item to them."""

    switched = Signal(bool)  # whether the writer wants the rows open
    added = Signal(object)  # NewEntry
    asked = Signal(object)  # QWidget that asks for the name of a new key: it should be seen
    moved = Signal(int)  # -1 towards the start of the list, 1 towards its end

    def __init__(self, key: Key, label: str) -> None:
        super().__init__(key, label, frame=NoFrame())
        self._path = as_path(key)
        self._shown = FieldValue()
        self._context = FormContext()
        self._is_open = True
        self._is_read_only = False
        self.heading = Disclosure(label)
        self.heading.switched.connect(self.switched)
        self._hint = ElidedLabel()
        in_ink(self._hint, "hint")
        self._hint.clicked.connect(self.heading.click)
        self._add = AddButton() if len(self._path) == 1 else Glyph("plus")
        self._add.setAccessibleName(f"Add to {label}")
        self._add.clicked.connect(self._on_add)
        self._add.installEventFilter(self)
        self.heading.installEventFilter(self)
        self.new_key: NewField | None = None  # many widgets: made when it is wanted first
        self._frame.row.setSpacing(8)
        self._frame.row.addWidget(self.heading)
        self._frame.row.addWidget(self._hint, 1)
        self._tools = QHBoxLayout()
        self._tools.setSpacing(0)
        self._tools.addWidget(self._add)
        self._frame.row.addLayout(self._tools)
        self._arrows = [self._arrow("up", -1), self._arrow("down", 1)] if isinstance(self._path[-1], int) else []

    def release_heading(self) -> None:
        """Leave the heading to the column of the labels."""
        self._frame.row.removeWidget(self.heading)
        self.heading.setParent(None)

    def keep_room(self, _width: int) -> None:
        """Always the same: “Add…” stands below that of other groups, removable or not."""
        super().keep_room(ROOM)

    def accepts(self, value: Value) -> bool:
        """A map of named keys, or a list of such maps."""
        return is_grouped(value)

    def editor(self) -> QWidget:
        """The heading."""
        return self.heading

    def tab_stops(self) -> list[QWidget]:
        """The heading, and “Add…”."""
        return [self.heading, self._add]

    def show_value(self, shown: FieldValue) -> None:
        """Show what the group is called and how much it holds; its rows show the rest."""
        self._shown = shown
        self.heading.set_title(self._title())
        self._tell()

    def set_open(self, is_open: bool) -> None:
        """Show whether the rows are open."""
        self._is_open = is_open
        self.heading.set_open(is_open)
        self._tell()

    def set_siblings(self, count: int) -> None:
        """Take how many items the list has that this one stands in."""
        place = self._path[-1]
        for arrow, is_end in zip(self._arrows, (place == 0, place == count - 1), strict=False):
            arrow.setEnabled(not is_end)

    def set_read_only(self, read_only: bool) -> None:
        """Let the writer look, fold and unfold, but not add."""
        super().set_read_only(read_only)
        self._is_read_only = read_only
        for button in self._buttons():
            button.setVisible(not read_only)

    def set_context(self, context: FormContext) -> None:
        """Take what the site says of new dates."""
        self._context = context

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        super().set_theme(theme)
        self.heading.set_theme(theme)
        for button in self._buttons():
            button.set_theme(theme)
        if self.new_key is not None:
            self.new_key.set_theme(theme)

    def _buttons(self) -> list[AddButton | Glyph]:
        return [self._add, *self._arrows]

    def _arrow(self, way: str, step: int) -> Glyph:
        """Moves the item; not on the way of Tab, since the heading knows the keys for it."""
        arrow = Glyph(f"arrow-{way}")
        arrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        arrow.setAccessibleName(f"Move {self.label} {way}")
        arrow.setToolTip(f"Move {way} (Alt+{way.capitalize()})")
        arrow.clicked.connect(lambda: self.moved.emit(step))
        self._tools.addWidget(arrow)
        return arrow

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves the item."""
        steps = {Qt.Key.Key_Up: 0, Qt.Key.Key_Down: 1}
        is_move = event.key() in steps and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if is_move and self._arrows and not self._is_read_only:
            self._arrows[steps[Qt.Key(event.key())]].click()
        else:
            super().keyPressEvent(event)

    def _value(self) -> Value:
        return self._shown.value if self._shown.is_present else self._shown.inherited

    def _title(self) -> str:
        return self.label if len(self._path) == 1 else title_of(self._path, self._value())

    def _tell(self) -> None:
        value = self._value()
        is_list = isinstance(value, list)
        self._add.setToolTip("Add an item" if is_list else "Add a key")
        is_told = is_list or not value
        self._hint.setText((count_words(value) if is_told else "") if self._is_open else summary_of(value))
        self.heading.setAccessibleDescription("open" if self._is_open else "folded")

    # -- adding --------------------------------------------------------------------------------------------------
    def _on_add(self) -> None:
        value = self._value()
        if self._is_read_only:
            return
        if isinstance(value, list):
            self.added.emit(NewEntry(self._new_item(value)))
        else:
            row = self._new_key_row()
            row.show()
            row.name.setFocus(Qt.FocusReason.OtherFocusReason)
            self.asked.emit(row)

    def _new_item(self, items: list[Value]) -> FieldEdit:
        """The edit that appends an item; of a list that the site gives the post gets its own: Jekyll merges none."""
        fresh = like_last(items)
        if self._shown.is_present:
            return FieldEdit((*self._path, len(items)), fresh)
        return FieldEdit(self.key, [*items, fresh])

    def _new_key_row(self) -> NewField:
        if self.new_key is None:
            self.new_key = row = NewField()
            row.name.setPlaceholderText("Name of the key")
            row.set_theme(self._theme)
            row.entered.connect(partial(self._enter, row))
            row.cancelled.connect(partial(self._leave, row))
            for layout in filter(None, [row.layout()]):
                layout.setContentsMargins(0, 0, 0, 0)
            for column in filter(None, [self.layout()]):
                column.addWidget(row)
            for before, after in pairwise([self._add, *row.tab_stops()]):
                QWidget.setTabOrder(before, after)
        return self.new_key

    def _leave(self, row: NewField) -> None:
        row.hide()
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self, row: NewField, key: str) -> None:
        value = self._value()
        if isinstance(value, dict) and key in value:
            row.refuse(f"{self._title()} has this key already.")
        elif not NAME.fullmatch(key):
            row.refuse("Use letters, digits, - and _.")
        else:
            row.name.clear()
            row.hide()
            site = self._context
            edit = new_value((*self._path, key), row.kind(), zone=site.zone, date_habit=site.date_habit)
            self.added.emit(NewEntry(edit, row.kind()))

    # -- what is seen only where the writer is ---------------------------------------------------------------------
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the small buttons while the focus is here."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._set_near(event.type() is QEvent.Type.FocusIn or self.underMouse())
        return super().eventFilter(watched, event)

    def enterEvent(self, _event: QEnterEvent) -> None:
        """Show the small buttons while the mouse is here."""
        self._set_near(True)

    def leaveEvent(self, _event: QEvent) -> None:
        """Hide them again."""
        self._set_near(self._add.hasFocus() or self.heading.hasFocus())

    def _set_near(self, is_near: bool) -> None:
        for button in self._buttons():
            button.set_near(is_near)
