"""Which kind of field shows which value: the known keys, and all others by their value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from editor.gui.form.chips_field import ChipsField
from editor.gui.form.choice_field import ChoiceField, LayoutField
from editor.gui.form.date_field import DateField
from editor.gui.form.field import Field
from editor.gui.form.image_field import ImageField
from editor.gui.form.long_text_field import LongTextField
from editor.gui.form.map_field import MapField
from editor.gui.form.map_shape import is_grouped
from editor.gui.form.number_field import NumberField, is_number
from editor.gui.form.source_field import SourceField
from editor.gui.form.switch_field import SwitchField
from editor.gui.form.text_field import LONG, TextField
from editor.gui.form.wording import is_scalar
from editor.site.key_path import Key
from editor.site.scalars import Timestamp, Value

TITLE = "title"  # shown by the title field, above the form


def is_text(value: Value) -> bool:
    """Text or nothing."""
    return value is None or isinstance(value, str)


def is_line(value: Value) -> bool:
    """Text of one line, or nothing."""
    return is_text(value) and "\n" not in str(value)


def is_words(value: Value) -> bool:
    """A list of single values, or a text of words, or nothing."""
    return is_text(value) or (isinstance(value, list) and all(is_scalar(item) for item in value))


@dataclass(frozen=True)
class KnownField:
    """A row of the form that is there for every post."""

    keys: tuple[str, ...]  # the first is used where the post has none of them
    label: str  # with a mnemonic that no menu of the window has
    make: Callable[[Key, str], Field]
    is_wide: bool = False
    takes: Callable[[Value], bool] = is_text  # whether a value is one that its own field can show
    last_wins: bool = False  # of two keys Jekyll reads the last; else it reads both

    @property
    def kind(self) -> str:
        """Tells it from the kinds of `KINDS`."""
        return f"known {self.keys[0]}"

    @property
    def name(self) -> str:
        """The label without its mnemonic."""
        return self.label.replace("&", "")


def _date(key: Key, label: str) -> Field:
    return DateField(key, label, is_posts_date=True)


def _tags(key: Key, label: str) -> Field:
    return ChipsField(key, label, empty="Add a tag…", source="tags")


def _excerpt(key: Key, label: str) -> Field:
    return LongTextField(key, label, is_optional=True, empty="from the post: its first paragraph")


def _categories(key: Key, label: str) -> Field:
    return ChipsField(key, label, source="categories")


def _author(key: Key, label: str) -> Field:
    return ChoiceField(key, label, source="authors")


def _layout(key: Key, label: str) -> Field:
    return LayoutField(key, label)


def _permalink(key: Key, label: str) -> Field:
    return TextField(key, label, is_optional=True)


KNOWN = (
    KnownField(("date",), "&Date", _date),
    KnownField(("author",), "&Author", _author, takes=is_line),
    KnownField(("categories", "category"), "&Categories", _categories, takes=is_words),
    KnownField(("tags", "tag"), "&Tags", _tags, takes=is_words, last_wins=True),
    KnownField(("layout",), "&Layout", _layout, takes=is_line),
    KnownField(("permalink",), "Per&malink", _permalink, takes=is_line),
    KnownField(("excerpt",), "E&xcerpt", _excerpt, is_wide=True),
    KnownField(("image",), "Ima&ge", ImageField, is_wide=True),
)

KINDS: Mapping[str, Callable[[Key, str], Field]] = {
    "text": TextField,
    "long text": LongTextField,
    "number": NumberField,
    "switch": SwitchField,
    "date": DateField,
    "list": ChipsField,
    "choice": ChoiceField,
    "image": ImageField,
    "layout": LayoutField,
    "map": MapField,
    "YAML": SourceField,
}


def kind_of(value: Value) -> str:
    """The kind of field (of `KINDS`) for a value under a key that Galley does not know."""
    if isinstance(value, bool):
        return "switch"
    if is_number(value):
        return "number"
    if isinstance(value, Timestamp):
        return "date"
    if isinstance(value, str):
        return "long text" if len(value) > LONG or "\n" in value else "text"
    if isinstance(value, list) and all(is_scalar(item) for item in value):
        return "list"
    if is_grouped(value):
        return "map"
    return "text" if value is None else "YAML"


def accepts(kind: str, value: Value) -> bool:
    """Whether a kind of field can show a value."""
    return KINDS[kind]("", "").accepts(value)


def key_of(known: KnownField, values: Mapping[str, Value]) -> str:
    """The key under which the post holds a known field (`lib/jekyll/document.rb:424-476`)."""
    held = [key for key in known.keys if key in values]
    is_last = known.last_wins and bool(held) and bool(values[held[-1]])
    return held[-1] if is_last else (held or known.keys)[0]
