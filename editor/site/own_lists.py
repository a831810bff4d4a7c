"""The words in a post's own lists, from which other posts' lists are completed."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import Any

from editor.site.key_path import KeyPath, spell_key_path
from editor.site.ruby_values import ruby_text
from editor.site.scalars import Value

_LONGEST = 80  # characters: a longer item is a sentence that no other post will repeat
_MOST = 100  # items of one list
_DEPTH = 4
_TAXONOMY = ("categories", "category", "tags", "tag")  # which the description of a post names itself


def own_lists(values: Mapping[str, Any]) -> Mapping[str, tuple[str, ...]]:
    """The single values of each list, by the key as `spell_key_path` writes it: `authors`, `seo.keywords`."""
    return {spell_key_path(path): items for path, items in _lists(values, ()) if items}


def _lists(values: Mapping[str, Any], above: KeyPath) -> Iterator[tuple[KeyPath, tuple[str, ...]]]:
    for key, value in values.items():
        if not above and key in _TAXONOMY:
            continue
        if isinstance(value, dict) and len(above) < _DEPTH:
            yield from _lists(value, (*above, key))
        elif isinstance(value, list):
            yield (*above, sys.intern(key)), tuple(filter(None, map(_word, value[:_MOST])))


def _word(value: Value) -> str:
    """An item as text, kept once however many posts have it; "" for what cannot be offered."""
    if isinstance(value, list | dict):
        return ""
    text = ruby_text(value)
    return sys.intern(text) if len(text) <= _LONGEST and text.isprintable() else ""
