"""The rows of the form: which fields a post needs, kept from one showing to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.gui.form.field import Field
from editor.gui.form.field_grid import Row, make_row
from editor.gui.form.field_value import FieldValue
from editor.gui.form.form_context import FormContext, ImageInfo
from editor.gui.form.image_field import ImageField
from editor.gui.form.kinds import KINDS, KNOWN, TITLE, KnownField, accepts, key_of, kind_of
from editor.gui.theme import LIGHT, Theme
from editor.site.front_matter import Entry, FrontMatter
from editor.site.scalars import Value


@dataclass(frozen=True)
class _Wanted:
    """A row as the front matter asks for it."""

    key: str
    name: str
    label: str  # with its mnemonic
    kind: str
    known: KnownField | None

    @property
    def is_own_kind(self) -> bool:
        """Whether the key has the field that is made for it, not one by value."""
        return self.known is not None and self.kind == self.known.kind

    def make(self) -> Field:
        """The field for it."""
        make = self.known.make if self.known is not None and self.is_own_kind else KINDS[self.kind]
        return make(self.key, self.name)


class FormRows(QObject):
    """Makes a field when a key first needs it, and keeps it while the value is of its kind."""

    edited = Signal(object)  # FieldEdit
    image_wanted = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.context = FormContext()
        self.rows: list[Row] = []
        self._chosen: dict[str, str] = {}  # kinds of the fields that the writer has added
        self._theme = LIGHT
        self._image: ImageInfo | None = None

    def set_context(self, context: FormContext) -> None:
        """Take what the site offers."""
        self.context = context
        for row in self.rows:
            row.field.set_context(context)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        for row in self.rows:
            self._dress(row)

    def set_image_info(self, info: ImageInfo | None) -> None:
        """Take what is known of the image file."""
        self._image = info
        for row in self.rows:
            if isinstance(row.field, ImageField):
                row.field.set_info(info)

    def choose_kind(self, key: str, kind: str) -> None:
        """Remember the kind that the writer wants for a new key."""
        self._chosen[key] = kind

    def commit(self) -> None:
        """Take what is typed but not entered yet."""
        for row in list(self.rows):
            row.field.commit()

    def arrange(self, front_matter: FrontMatter) -> list[Row]:
        """The rows for this front matter, known fields first; those that stay are the same objects as before."""
        kept = {row.field.key: row for row in self.rows}
        entries = {entry.key: entry for entry in front_matter.entries}
        known = [_known(item, entries) for item in KNOWN]
        shown = {TITLE, *(wanted.key for wanted in known)}
        others = [self._other(entry, kept) for key, entry in entries.items() if key not in shown]
        self.rows = [self._row(wanted, kept) for wanted in (*known, *others)]
        return self.rows

    def show_values(self, front_matter: FrontMatter, *, read_only: bool) -> None:
        """Show each row its value."""
        for row in self.rows:
            entry = front_matter.entry(row.field.key)
            written = entry.source(front_matter.raw).strip() if entry else ""
            row.field.show_value(FieldValue(entry, self._inherited(row.field.key), written))
            if row.is_read_only != read_only:
                row.is_read_only = read_only
                row.field.set_read_only(read_only)
                for cross in row.crosses():
                    cross.setEnabled(not read_only)

    def _inherited(self, key: str) -> Value:
        value = self.context.defaults.get(key)
        return self.context.permalink if key == "permalink" and not value else value

    def _other(self, entry: Entry, kept: Mapping[str, Row]) -> _Wanted:
        return _Wanted(entry.key, entry.key, entry.key.replace("&", "&&"), self._kind(entry, kept), None)

    def _kind(self, entry: Entry, kept: Mapping[str, Row]) -> str:
        """The kind of field for an unknown key; one that the writer is editing or has chosen stays while it can."""
        row, chosen = kept.get(entry.key), self._chosen.get(entry.key, "")
        if row is not None and (row.kind == chosen or _has_focus(row.shell)) and row.field.accepts(entry.value):
            return row.kind
        if chosen and row is None and accepts(chosen, entry.value):
            return chosen
        return kind_of(entry.value)

    def _row(self, wanted: _Wanted, kept: Mapping[str, Row]) -> Row:
        row = kept.get(wanted.key)
        if row is not None and row.kind == wanted.kind:
            return row
        return self._made(wanted)

    def _made(self, wanted: _Wanted) -> Row:
        field, known = wanted.make(), wanted.known
        is_wide = known is None or known.is_wide
        row = make_row(field, wanted.label, kind=wanted.kind, is_wide=is_wide, is_removable=known is None)
        field.edited.connect(self.edited)
        field.set_context(self.context)
        if isinstance(field, ImageField):
            field.set_info(self._image)
            field.wanted.connect(self.image_wanted)
        self._dress(row)
        return row

    def _dress(self, row: Row) -> None:
        row.field.set_theme(self._theme)
        for cross in row.crosses():
            cross.set_theme(self._theme)


def _known(known: KnownField, entries: Mapping[str, Entry]) -> _Wanted:
    """A known field; with a value that its own kind cannot show, as any other key of that value."""
    key = key_of(known, {key: entry.value for key, entry in entries.items()})
    value = entries[key].value if key in entries else None
    kind = known.kind if known.takes(value) else kind_of(value)
    return _Wanted(key, known.name, known.label, kind, known)


def _has_focus(widget: QWidget) -> bool:
    focused = widget.window().focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))
