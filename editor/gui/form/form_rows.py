"""The rows of the form: which fields a post needs, kept from one showing to the next."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.gui.form.field_grid import Row, make_row
from editor.gui.form.field_value import FieldValue
from editor.gui.form.form_context import FormContext, ImageInfo
from editor.gui.form.image_field import ImageField
from editor.gui.form.kinds import KINDS, accepts, kind_of
from editor.gui.form.wanted_rows import Wanted, wanted_rows
from editor.gui.theme import LIGHT, Theme
from editor.site.front_matter import FrontMatter
from editor.site.inherited import Scope
from editor.site.key_path import Key, KeyPath, as_path
from editor.site.scalars import Value


class FormRows(QObject):
    """Makes a field when a key first needs it, and keeps it while the value is of its kind."""

    edited = Signal(object)  # FieldEdit
    image_wanted = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.context = FormContext()
        self.rows: list[Row] = []
        self._chosen: dict[Key, str] = {}  # kinds of the fields that the writer has added
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

    def choose_kind(self, key: Key, kind: str) -> None:
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

        def choose(key: Key, value: Value, declared: str, is_present: bool) -> str:
            return self._kind(kept.get(key), key, value, declared=declared, is_present=is_present)

        wanted = wanted_rows(entries, self.context, choose_kind=choose)
        self.rows = [self._row(each, kept) for each in wanted]
        return self.rows

    def show_values(self, front_matter: FrontMatter, *, read_only: bool) -> None:
        """Show each row its value."""
        entries = {entry.key: entry for entry in front_matter.entries}
        scopes = {item.path: item.scope for item in self.context.inherited}
        for row in self.rows:
            key = row.field.key
            entry = entries.get(key) if isinstance(key, str) else front_matter.entry(key)
            written = entry.source(front_matter.raw).strip() if entry else ""
            row.field.show_value(FieldValue(entry, self._inherited(key), written, self._scope(key, scopes)))
            for cross in row.crosses():
                cross.setVisible(entry is not None)
            if row.is_read_only != read_only:
                row.is_read_only = read_only
                row.field.set_read_only(read_only)
                for cross in row.crosses():
                    cross.setEnabled(not read_only)

    def _inherited(self, key: Key) -> Value:
        if not isinstance(key, str):
            return None
        value = self.context.defaults.get(key)
        return self.context.permalink if key == "permalink" and not value else value

    @staticmethod
    def _scope(key: Key, scopes: Mapping[KeyPath, Scope]) -> Scope | None:
        """The scope of a value, or of the first of a map's."""
        path = as_path(key)
        return next((scope for each, scope in scopes.items() if each[: len(path)] == path), None)

    def _kind(self, row: Row | None, key: Key, value: Value, *, declared: str, is_present: bool) -> str:
        """The kind of field for an unknown key: the one declared where it can show the value, else one by value.

        One that the writer is editing or has chosen stays while it can.
        """
        chosen = self._chosen.get(key, "")
        is_held = row is not None and (row.kind == chosen or _has_focus(row.shell))
        if row is not None and is_held and (not is_present or row.field.accepts(value)):
            return row.kind
        for kind in (chosen if row is None else "", declared):
            if kind in KINDS and (not is_present or self._takes(row, kind, value)):
                return kind
        return kind_of(value)

    @staticmethod
    def _takes(row: Row | None, kind: str, value: Value) -> bool:
        """Whether a kind can show a value; a field of that kind knows, else one is made to ask it."""
        return row.field.accepts(value) if row is not None and row.kind == kind else accepts(kind, value)

    def _row(self, wanted: Wanted, kept: Mapping[Key, Row]) -> Row:
        row = kept.get(wanted.key)
        if row is not None and row.kind == wanted.kind:
            return row
        return self._made(wanted)

    def _made(self, wanted: Wanted) -> Row:
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


def _has_focus(widget: QWidget) -> bool:
    focused = widget.window().focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))
