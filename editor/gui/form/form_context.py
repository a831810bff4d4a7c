"""What the form needs to know of the site, and of the post's images."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import tzinfo
from pathlib import Path

from editor.site.field_declarations import FieldDeclaration
from editor.site.inherited import Inherited, Scope, scope_words
from editor.site.key_path import Key, as_path, spell_key_path
from editor.site.scalars import Value

FROM_FILE_NAME = "from the file name"
NO_DATE_YET = "none yet"  # for drafts


def no_image(_value: str) -> bool:
    """No text names an image: there is no site to look into."""
    return False


def no_habit() -> str:
    """No date as written in another post: there is no site to look into."""
    return ""


@dataclass(frozen=True)
class FormContext:
    """The site as the form sees it: what can be chosen, and what a post gets where it says nothing itself."""

    layouts: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    defaults: Mapping[str, Value] = field(default_factory=dict)  # front matter defaults that apply to the post
    inherited: tuple[Inherited, ...] = ()  # the same, leaf by leaf, each with its scope
    # By key of the field, the categories that Jekyll adds to what stands there, and where each comes from.
    given_categories: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    declared: tuple[FieldDeclaration, ...] = ()  # `galley: fields:`
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by key, what other posts list there
    other_keys: tuple[str, ...] = ()  # keys that other posts use, the commonest first
    permalink: str = ""  # the site's permalink template
    url_template: str | None = None  # the permalink with its placeholders; None: Jekyll fills no date into the URL
    zone: tzinfo | None = None  # the site's; None: the computer's
    images_folder: str = "assets/images"
    date_habit: Callable[[], str] = no_habit  # a date as the newest posts write theirs; asked for when one is made
    undated: str = FROM_FILE_NAME  # what the date field says where the post has no date of its own
    has_theme: bool = False  # whose layouts are not known
    names_image: Callable[[str], bool] = no_image  # whether a text names an image of the site

    def declaration(self, key: Key) -> FieldDeclaration | None:
        """What the site declares of a key; paths below a key are declared nowhere."""
        path = as_path(key)
        if len(path) != 1:
            return None
        return next((each for each in self.declared if each.key == path[0]), None)

    def given(self, key: Key) -> Value:
        """What the front matter defaults give for a key, or for a path into their maps."""
        value: Value = dict(self.defaults)
        for step in as_path(key):
            value = value.get(step) if isinstance(value, dict) and isinstance(step, str) else None
        return value

    def words_of(self, key: Key) -> tuple[str, ...]:
        """What a list may hold: the declared choices first, then what other posts list there, most used first."""
        declared = self.declaration(key)
        choices = declared.choices if declared is not None else ()
        return tuple(dict.fromkeys([*choices, *self.words.get(spell_key_path(key), ())]))


def spell_scope(scope: Scope) -> str:
    """A scope with its file, for the writer."""
    return f"{scope.file}, {scope_words(scope)}" if scope.file else scope_words(scope)


@dataclass(frozen=True)
class ImageInfo:
    """An image that the front matter names. `file` is None where it is missing; sizes are 0 where unknown."""

    path: str
    file: Path | None
    width: int = 0
    height: int = 0
    size: int = 0  # bytes
    uses: int = 0  # posts that show it
