"""Front matter defaults with the scope that each comes from."""

from __future__ import annotations

from dataclasses import dataclass

from editor.site.key_path import KeyPath
from editor.site.scalars import Value


@dataclass(frozen=True)
class Scope:
    """The `scope:` of one set of `defaults:`, and where that set stands."""

    path: str = ""  # as written; "" for the whole site
    kind: str = ""  # `type:`, as written; "" for every type
    file: str = ""  # the configuration file: "_config.yml"
    line: int = 0  # of the set in that file, from 1; 0 where it cannot be told


@dataclass(frozen=True)
class Inherited:
    """One value that a post gets from the defaults: a leaf, since maps are merged key by key."""

    path: KeyPath
    value: Value
    scope: Scope
    is_overridden: bool = False  # the post's own front matter says something else
