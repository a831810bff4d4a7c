"""Categories and tags of a post by Jekyll's rules: from its folders, the defaults and its front matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeGuard

from editor.site.ruby_values import is_true, ruby_text
from editor.site.scalars import Timestamp, Value

_WORD = re.compile(r"[^ \t\n\v\f\r]+")


def categories_of(folders: Sequence[str], defaults: Mapping[str, Any], values: Mapping[str, Any]) -> tuple[str, ...]:
    """All categories: the folders above `_posts`, those of the defaults and those of the front matter, united.

    A text is split at its spaces in `categories`, not in `category` (`document.rb:424-451,468-476`, `utils.rb:70-95`).
    """
    found: list[Value] = list(folders)
    for source in (defaults, values):
        given = source.get("categories")
        if _is_text(given):
            found += _words(given)
        elif isinstance(given, list):
            found += given
    single = _given(values, defaults, "category")
    more = [each for each in _flat([single] if is_true(single) else found) if each is not None]
    return tuple(dict.fromkeys(ruby_text(each) for each in [*found, *more]))


def tags_of(defaults: Mapping[str, Any], values: Mapping[str, Any]) -> tuple[str, ...]:
    """The tags: `tag`, else `tags`; those of the front matter replace those of the defaults (`document.rb:453-458`)."""
    given = _given(values, defaults, "tag")
    if not is_true(given):
        given = _given(values, defaults, "tags")
        given = _words(given) if _is_text(given) else given if isinstance(given, list) else []
    return tuple(ruby_text(each) for each in _flat([given]) if each is not None)


def folder_categories(path: str, special: str) -> list[str]:
    """The folders above `_posts` or `_drafts` (`document.rb:426-436`); `path` counts below `collections_dir`."""
    if path.startswith(special):
        return []
    above = path.partition(special)[0] if special in path else path
    name = path.rpartition("/")[2]
    return [each for each in above.split("/") if each and each not in (special, name)]


def _is_text(value: Any) -> TypeGuard[str]:
    return isinstance(value, str) and not isinstance(value, Timestamp)


def _words(text: str) -> list[str]:
    """Ruby's `split`, to which a space that does not break is none."""
    return _WORD.findall(text)


def _given(values: Mapping[str, Any], defaults: Mapping[str, Any], key: str) -> Any:
    value = values.get(key)
    return defaults.get(key) if value is None else value


def _flat(values: Iterable[Value]) -> Iterable[Value]:
    for each in values:
        if isinstance(each, list):
            yield from _flat(each)
        else:
            yield each
