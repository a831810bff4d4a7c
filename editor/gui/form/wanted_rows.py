"""Which rows the form shows for a post, in which order: known keys, declared ones, inherited ones, and all others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from editor.gui.form.field import Field
from editor.gui.form.field_grid import REQUIRED
from editor.gui.form.form_context import FormContext
from editor.gui.form.kinds import KINDS, KNOWN, TITLE, KnownField, key_of, kind_of
from editor.gui.form.map_shape import is_grouped, key_word
from editor.gui.form.more_line import MORE, MoreLine, more_words
from editor.site.field_declarations import FieldDeclaration
from editor.site.front_matter import Entry
from editor.site.key_path import Key, KeyPath
from editor.site.scalars import Value

Entries = Mapping[str, Entry]
MOST_OTHERS = 100  # rows beside the known ones
MORE_KIND = "more"


@dataclass(frozen=True)
class Wanted:
    """A row as the front matter asks for it."""

    key: Key
    name: str
    label: str  # with its mnemonic
    kind: str
    known: KnownField | None = None
    declared: FieldDeclaration | None = None
    entry: Entry | None = None  # the post's own
    value: Value = None  # its, or what it would inherit
    siblings: int = 0  # in the list that it stands in

    @property
    def is_own_kind(self) -> bool:
        """Whether the key has the field that is made for it, not one by value."""
        return self.known is not None and self.kind == self.known.kind

    def make(self) -> Field:
        """The field for it. What a kind needs of the declaration (choices, help) belongs here."""
        if self.known is not None and self.is_own_kind:
            return self.known.make(self.key, self.name)
        return (MoreLine if self.kind == MORE_KIND else KINDS[self.kind])(self.key, self.name)


# The kind for a key that Galley does not know: what it holds or would inherit, the kind declared for it or "",
# and whether the post has it.
ChooseKind = Callable[[Key, Value, str, bool], str]


def wanted_rows(entries: Entries, context: FormContext, *, choose_kind: ChooseKind) -> list[Wanted]:
    """The rows for these entries of the front matter.

    A key keeps its place when the post gets or loses it: typing must not move the row under the caret.
    """
    declared = {item.key: item for item in context.declared}
    values = {key: entry.value for key, entry in entries.items()}
    known = [_known(item, values, entries, context) for item in KNOWN]
    absent = (key for item in KNOWN for key in item.keys if key not in entries)
    shown = {TITLE, *absent, *(wanted.key for wanted in known)}
    inherited = (str(item.path[0]) for item in context.inherited)
    others = [key for key in dict.fromkeys([*declared, *inherited, *entries]) if key not in shown]
    rows = [_other(key, entries.get(key), declared.get(key), context, choose_kind) for key in others[:MOST_OTHERS]]
    return [*known, *rows, *([more_row((), len(others) - MOST_OTHERS)] if len(others) > MOST_OTHERS else [])]


def more_row(path: KeyPath, count: int) -> Wanted:
    """The line that stands for so many rows below a path that are not shown."""
    words = more_words(count)
    return Wanted((*path, MORE), words, words, MORE_KIND)


def _other(
    key: str, entry: Entry | None, declared: FieldDeclaration | None, context: FormContext, choose_kind: ChooseKind
) -> Wanted:
    name = (declared.label if declared is not None else "") or key_word(key)
    value = context.defaults.get(key) if entry is None else entry.value
    kind = choose_kind(key, value, declared.kind if declared is not None else "", entry is not None)
    label = _label(name.replace("&", "&&"), declared)
    return Wanted(key, name, label, kind, declared=declared, entry=entry, value=value)


def _known(known: KnownField, values: Mapping[str, Value], entries: Entries, context: FormContext) -> Wanted:
    """A known field; with a value that its own kind cannot show, as any other key of that value."""
    key = key_of(known, values)
    declared = context.declaration(key)
    given = context.defaults.get(key)
    value = given if key not in values and is_grouped(given) else values.get(key)
    kind = known.kind if known.takes(value) else kind_of(value)
    if declared is not None and declared.label:
        label = _label(declared.label.replace("&", "&&"), declared)
        return Wanted(key, declared.label, label, kind, known, declared, entries.get(key), value)
    return Wanted(key, known.name, _label(known.label, declared), kind, known, declared, entries.get(key), value)


def _label(text: str, declared: FieldDeclaration | None) -> str:
    """The label with the mark of what the site requires."""
    return f"{text}{REQUIRED}" if declared is not None and declared.required else text
