"""kramdown's options as its files and the judge spell them, read into Galley's."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

from editor.kramdown.options import JEKYLL_DEFAULTS, Options

# kramdown's and its GFM parser's own defaults where they differ from Jekyll's.
KRAMDOWN_DEFAULTS = dataclasses.replace(JEKYLL_DEFAULTS, input="kramdown", syntax_highlighter_opts={})
GFM_DEFAULTS = dataclasses.replace(KRAMDOWN_DEFAULTS, input="GFM", hard_wrap=True)

FIELDS = frozenset(field.name for field in dataclasses.fields(Options))


def read_options(named: Mapping[str, Any], defaults: Options = JEKYLL_DEFAULTS) -> Options:
    """Lay options by kramdown's names (Ruby's colons before them or not) over the defaults; leave out unknown ones."""
    plain = {key: value for key, value in _without_colons(named).items() if key in FIELDS}
    return dataclasses.replace(defaults, **{key: READERS.get(key, _same)(value) for key, value in plain.items()})


def _without_colons(value: Any) -> Any:
    if isinstance(value, dict):
        return {_without_colons(key): _without_colons(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_without_colons(each) for each in value]
    return value.removeprefix(":") if isinstance(value, str) else value


def _same(value: Any) -> Any:
    return value


def _levels(value: Any) -> frozenset[int]:
    if isinstance(value, str) and ".." in value:
        first, last = value.split("..")
        return frozenset(range(int(first), int(last) + 1))
    return frozenset(int(each) for each in (value.split(",") if isinstance(value, str) else value))


def _names(value: Any) -> tuple[str, ...]:
    return tuple(value.replace(" ", "").split(",")) if isinstance(value, str) else tuple(value)


def _link_definitions(value: Mapping[str, list[str]]) -> dict[str, tuple[str, str | None]]:
    return {" ".join(key.lower().split()): (each[0], each[1] if len(each) > 1 else None) for key, each in value.items()}


READERS: Mapping[str, Callable[[Any], Any]] = {
    "gfm_quirks": lambda value: frozenset(_names(value)),
    "link_defs": _link_definitions,
    "smart_quotes": _names,
    "toc_levels": _levels,
}
