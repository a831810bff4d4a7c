"""A field for a list of words: categories, tags, and any other list of single values."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from editor.gui.form.chips_box import ChipsBox
from editor.gui.form.field import Field
from editor.gui.form.field_edit import FieldEdit
from editor.gui.form.field_value import FieldValue
from editor.gui.form.form_context import FormContext
from editor.gui.form.number_field import is_number
from editor.gui.form.wording import from_site, is_scalar, plain
from editor.gui.theme import Theme
from editor.site.key_path import Key
from editor.site.scalars import Value, read_plain

_SINGULAR = ("category", "tag")


class ChipsField(Field):
    """Keeps the form that the post has: a list stays a list, a text of words stays one while it can."""

    origin_inset = 9

    def __init__(self, key: Key, label: str, *, empty: str = "Add…", source: str = "") -> None:
        super().__init__(key, label)
        self._empty = empty
        self._source = source  # the field of FormContext that holds the site's words
        self._given: Mapping[str, str] = {}
        self._words: tuple[str, ...] = ()  # that the site knows
        self._values: list[Value] = []
        self._is_text = False
        self._box = ChipsBox()
        self._box.line.setAccessibleName(label)
        self._box.added.connect(self._add)
        self._box.removed.connect(self._remove_at)
        self._frame.row.setContentsMargins(9, 4, 9, 4)
        self._frame.row.addWidget(self._box)
        self._frame.watch(self._box.line)

    def accepts(self, value: Value) -> bool:
        """A list of single values; for categories and tags also a text, or nothing."""
        if isinstance(value, list):
            return all(is_scalar(item) for item in value)
        return bool(self._source) and (value is None or isinstance(value, str))

    def editor(self) -> QWidget:
        """The line in which the next chip is typed."""
        return self._box.line

    def set_context(self, context: FormContext) -> None:
        """Offer the site's words."""
        used = getattr(context, self._source) if self._source else ()
        self._words = tuple(dict.fromkeys([*context.words_of(self.key), *used]))
        self._given = context.given_categories.get(str(self.key), {})
        self._offer()

    def _offer(self) -> None:
        """What stands there already is not offered again."""
        taken = {*self._box.texts(), *self._given}
        self._box.suggestions.set_words([word for word in self._words if word not in taken])

    def _show_origin(self, origin: str) -> None:
        super()._show_origin(origin)
        self._box.line.set_origin(origin)

    def _spare(self, width: int) -> None:
        self._box.line.setTextMargins(0, 0, width, 0)

    def set_read_only(self, read_only: bool) -> None:
        """Let the writer look, or edit."""
        super().set_read_only(read_only)
        self._box.set_read_only(read_only)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        super().set_theme(theme)
        self._box.set_theme(theme)

    def commit(self) -> None:
        """Make a chip of what is typed."""
        self._box.commit()

    def show_value(self, shown: FieldValue) -> None:
        """Show the chips; what is being typed stays."""
        self._is_text = isinstance(shown.value, str)
        self._values = words_of(self.key, shown.value)
        self._box.line.on_remove = self.remove if shown.is_present else None
        before = self._box.texts()
        self._box.show_texts([plain(item) for item in self._values])
        own = self._box.texts()
        if own != before:
            self._offer()
        self._box.show_given({name: scope for name, scope in self._given.items() if name not in own})
        is_own = shown.value is not None or self.key == "categories"
        origin = "" if is_own else from_site(shown.inherited)
        self._box.set_hint(origin or self._empty, is_inherited=bool(origin))

    def _add(self, texts: list[str]) -> None:
        numbers = bool(self._values) and all(is_number(value) for value in self._values)
        fresh = [_number_or_text(text) if numbers else text for text in texts]
        self._send([*self._values, *fresh])

    def _remove_at(self, at: int) -> None:
        self._send([value for place, value in enumerate(self._values) if place != at])

    def _send(self, values: list[Value]) -> None:
        if not values and (self.key in _SINGULAR or (self.is_optional and not self._source)):
            self.remove()
        else:
            self.edited.emit(FieldEdit(self.key, self._in_form(values), stands_alone=True))

    def _in_form(self, values: list[Value]) -> Value:
        """The values as the post writes them: `a b` and `category: a` stay texts where that says the same."""
        texts = [value for value in values if isinstance(value, str)]
        if not self._is_text or not values or len(texts) < len(values):
            return values
        if self.key in _SINGULAR:
            return texts[0] if len(texts) == 1 else values
        return values if any(len(text.split()) != 1 for text in texts) else " ".join(texts)


def words_of(key: Key, value: Value) -> list[Value]:
    """What Jekyll makes of a list of words: a plural text is split at spaces, a singular one is not
    (`lib/jekyll/utils.rb:70-95`)."""
    if isinstance(value, list):
        return [item for item in value if item is not None]
    if not isinstance(value, str):
        return []
    return [value] if key in _SINGULAR and value else list(value.split())


def _number_or_text(text: str) -> Value:
    value = read_plain(text)
    return value if is_number(value) else text
