"""The rows of the form: which fields a post needs, kept from one showing to the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from editor.gui.form.date_field import DateField
from editor.gui.form.field import Field
from editor.gui.form.field_edit import FieldEdit
from editor.gui.form.field_grid import Row, is_heading_beside, make_nested_row, make_row
from editor.gui.form.field_value import FieldValue
from editor.gui.form.form_context import FormContext, ImageInfo
from editor.gui.form.image_field import ImageField
from editor.gui.form.kinds import KINDS, accepts, kind_of
from editor.gui.form.map_field import MapField, NewEntry
from editor.gui.form.map_folds import MapFolds
from editor.gui.form.map_rows import MapRows
from editor.gui.form.more_line import MoreLine
from editor.gui.form.nested_row import indent_of
from editor.gui.form.standing import standing_of
from editor.gui.form.wanted_rows import Wanted, wanted_rows
from editor.gui.theme import LIGHT, Theme
from editor.site.front_matter import FrontMatter
from editor.site.inherited import Scope
from editor.site.key_path import Key, KeyPath, as_path
from editor.site.scalars import Value


class FormRows(QObject):
    """Makes a field when a key first needs it, and keeps it while the value is of its kind."""

    edited = Signal(object)  # FieldEdit
    image_wanted = Signal(object)  # Key
    yaml_wanted = Signal()
    entered = Signal(object)  # QWidget that has got the focus without a key for it: it should be seen
    switched = Signal()  # the writer has folded or unfolded a group: arrange the rows again

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.context = FormContext()
        self.rows: list[Row] = []
        self._wanted: list[Wanted] = []  # one for each row
        self._chosen: dict[Key, str] = {}  # kinds of the fields that the writer has added
        self._folds = MapFolds()
        self._theme = LIGHT
        self._images: Mapping[str, ImageInfo] = {}

    def set_context(self, context: FormContext) -> None:
        """Take what the site offers."""
        self.context = context
        for row in self.rows:
            row.field.set_declaration(context.declaration(row.field.key))
            row.field.set_context(context)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        for row in self.rows:
            row.set_theme(theme)

    def shown_images(self) -> tuple[str, ...]:
        """The values of the fields that show an image, own or inherited."""
        fields = (field for row in self.rows for field in row.shell.findChildren(ImageField))
        return tuple(dict.fromkeys(field.path for field in fields if field.path))

    def set_images(self, infos: Sequence[ImageInfo]) -> None:
        """Take what is known of the images' files."""
        self._images = {info.path: info for info in infos}
        for row in self.rows:
            for field in row.shell.findChildren(ImageField):
                field.set_images(self._images)

    def choose_kind(self, key: Key, kind: str) -> None:
        """Remember the kind that the writer wants for a new key."""
        self._chosen[key] = kind

    def forget(self) -> None:
        """Another post is to be shown: what the writer has chosen and folded was for the one before."""
        self._chosen.clear()
        self._folds.forget()

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
        nesting = MapRows(front_matter, self.context, choose, self._folds.is_open)
        self._wanted = list(nesting.unfold(wanted))
        self.rows = [self._row(each, kept) for each in self._wanted]
        return self.rows

    def show_values(self, front_matter: FrontMatter, *, read_only: bool) -> None:
        """Show each row its value."""
        scopes = {item.path: item.scope for item in self.context.inherited}
        template = self._url_template(front_matter)
        for row, wanted in zip(self.rows, self._wanted, strict=True):
            key, entry = wanted.key, wanted.entry
            if isinstance(row.field, DateField):
                row.field.set_url_template(template)
            written = entry.source(front_matter.raw).strip() if entry else ""
            shown = FieldValue(entry, self._inherited(key), written, self._scope(key, scopes))
            standing = standing_of(key, shown, self.context)
            if isinstance(row.field, MapField):
                row.field.set_open(self._folds.is_open(wanted))
                row.field.set_siblings(wanted.siblings)
            row.field.show_value(shown)
            row.field.show_standing(standing)
            row.offer(is_present=shown.is_present, reset=standing.reset)
            row.set_read_only(read_only)

    def _inherited(self, key: Key) -> Value:
        value = self.context.given(key)
        return self.context.permalink if key == "permalink" and not value else value

    def _url_template(self, front_matter: FrontMatter) -> str:
        """The permalink with its placeholders, the post's own or the site's; "" where no date is filled in."""
        if self.context.url_template is None:
            return ""
        own = front_matter.values.get("permalink") or self.context.defaults.get("permalink")
        return own if isinstance(own, str) else self.context.url_template

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
        return "image" if isinstance(value, str) and self.context.names_image(value) else kind_of(value)

    @staticmethod
    def _takes(row: Row | None, kind: str, value: Value) -> bool:
        """Whether a kind can show a value; a field of that kind knows, else one is made to ask it."""
        return row.field.accepts(value) if row is not None and row.kind == kind else accepts(kind, value)

    def _row(self, wanted: Wanted, kept: Mapping[Key, Row]) -> Row:
        """The row that is there, or a new one; where the writer is, another label waits until the focus has gone."""
        row = kept.get(wanted.key)
        if row is None or row.kind != wanted.kind:
            return self._made(wanted)
        looks_same = (row.text, row.indent) == (wanted.label, self._indent(wanted))
        return row if looks_same or _has_focus(row.shell) else self._made(wanted)

    def _made(self, wanted: Wanted) -> Row:
        field = wanted.make()
        row = self._nested(field, wanted) if isinstance(wanted.key, tuple) else _top_level(field, wanted)
        if isinstance(field, MapField):
            field.edited.connect(lambda _edit: self._folds.remove(as_path(wanted.key)))
        field.edited.connect(self.edited)
        field.set_declaration(wanted.declared)
        field.set_context(self.context)
        if isinstance(field, ImageField):
            field.set_images(self._images)
            field.wanted.connect(self.image_wanted)
        elif isinstance(field, MapField):
            field.switched.connect(partial(self._fold, as_path(wanted.key)))
            field.added.connect(self._add)
            field.asked.connect(self.entered)
            field.moved.connect(partial(self._move, as_path(wanted.key)))
        elif isinstance(field, MoreLine):
            field.yaml_wanted.connect(self.yaml_wanted)
        row.set_theme(self._theme)
        return row

    # -- groups --------------------------------------------------------------------------------------------------
    def _nested(self, field: Field, wanted: Wanted) -> Row:
        is_removable = not isinstance(field, MoreLine)
        indent = self._indent(wanted)
        return make_nested_row(field, wanted.label, kind=wanted.kind, indent=indent, is_removable=is_removable)

    def _indent(self, wanted: Wanted) -> int:
        """How far to the right a row begins: also by whether the outermost heading stands in the labels' column."""
        if not isinstance(wanted.key, tuple):
            return 0
        outermost = next((each.name for each in self._wanted if each.key == wanted.key[0]), "")
        return indent_of(wanted.key, is_beside=is_heading_beside(outermost))

    def _fold(self, path: KeyPath, is_open: bool) -> None:
        self._folds.set_open(path, is_open)
        self.switched.emit()

    def _move(self, path: KeyPath, step: int) -> None:
        """Let an item of a list change places with the one before or after it."""
        group, place = path[:-1], path[-1]
        items = next((wanted.value for wanted in self._wanted if as_path(wanted.key) == group), None)
        if not isinstance(items, list) or not isinstance(place, int) or not 0 <= place + step < len(items):
            return
        moved = list(items)
        moved[place], moved[place + step] = moved[place + step], moved[place]
        has_focus = any(row.field.editor().hasFocus() for row in self.rows if row.field.key == path)
        self._folds.swap(path, place + step)
        self.edited.emit(FieldEdit(group, moved, stands_alone=True))
        if has_focus:
            self._focus((*group, place + step))

    def _add(self, new: NewEntry) -> None:
        """Add a key or item to a group, and go there."""
        path = as_path(new.edit.key)
        self._folds.set_open(path[:-1], True)
        self._chosen[path] = new.kind
        self.edited.emit(replace(new.edit, stands_alone=True))
        fields = [row.field for row in self.rows if as_path(row.field.key)[: len(path)] == path]
        first = next((field for field in fields if not isinstance(field, MapField)), None)
        self._focus(path if first is None else as_path(first.key))

    def _focus(self, path: KeyPath) -> None:
        for row in self.rows:
            if as_path(row.field.key) == path:
                row.field.editor().setFocus(Qt.FocusReason.OtherFocusReason)
                self.entered.emit(row.body)


def _top_level(field: Field, wanted: Wanted) -> Row:
    known = wanted.known
    is_wide = known is None or known.is_wide
    return make_row(field, wanted.label, kind=wanted.kind, is_wide=is_wide, is_removable=known is None)


def _has_focus(widget: QWidget) -> bool:
    focused = widget.window().focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))
