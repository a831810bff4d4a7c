"""Front matter defaults: which of the configuration's `defaults:` apply to a document, by scope."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import Any

from editor.site.config import SiteConfig, merged_values
from editor.site.document_kind import below_collections, kind_of
from editor.site.globs import compile_glob
from editor.site.inherited import Inherited, Scope
from editor.site.key_path import KeyPath
from editor.site.ruby_values import is_true
from editor.site.scalars import Value

_OLD_TYPES = {"page": "pages", "post": "posts", "draft": "drafts"}  # `frontmatter_defaults.rb:18-38`


def defaults_for(config: SiteConfig, relative: str) -> dict[str, Value]:
    """The default values for a document or page at that path of the site (`frontmatter_defaults.rb:78-90`).

    A longer `path` wins over a shorter one, a scope with `type` over one without. `type: drafts` matches nothing:
    to Jekyll a draft is of type posts.
    """
    merged: dict[str, Value] = {}
    for each in _layers(config, relative):
        merged = merged_values(merged, each["values"])
    return merged


def inherited_values(config: SiteConfig, relative: str, own: Mapping[str, Value]) -> tuple[Inherited, ...]:
    """Every default that reaches a document, leaf by leaf, with its scope; `own` is the document's front matter.

    A null sets no default. A value that the front matter sets too is told as overridden, even where both are equal;
    categories are not, which Jekyll unites (`document.rb:424-451`).
    """
    places = {id(each): line for each, line in zip(config.defaults, config.default_lines, strict=True)}
    layers = (_leaves(each["values"], _scope_of(each, config, places[id(each)])) for each in _layers(config, relative))
    merged: dict[str, Any] = reduce(merged_values, layers, {})
    return tuple(
        Inherited(path, leaf.value, leaf.scope, is_overridden=_is_overridden(path, own)) for path, leaf in _walk(merged)
    )


@dataclass(frozen=True)
class _Leaf:
    value: Value
    scope: Scope


def _leaves(values: Mapping[str, Value], scope: Scope) -> dict[str, Any]:
    """The values with every leaf but a null in its scope, so that merging keeps track."""
    return {key: _leaf(value, scope) for key, value in values.items()}


def _leaf(value: Value, scope: Scope) -> Any:
    if isinstance(value, dict):
        return _leaves(value, scope)
    return None if value is None else _Leaf(value, scope)


def _walk(values: Mapping[str, Any], above: KeyPath = ()) -> Iterator[tuple[KeyPath, _Leaf]]:
    for key, value in values.items():
        if isinstance(value, _Leaf):
            yield (*above, key), value
        elif value is not None:
            yield from _walk(value, (*above, key))


def _is_overridden(path: KeyPath, own: Mapping[str, Value]) -> bool:
    if path == ("categories",):
        return False
    if path == ("tags",) and is_true(own.get("tag")):
        return True  # `utils.rb:70-78`: `tag` goes before `tags`
    value: Value = dict(own)
    for key in path:
        if not isinstance(value, dict):
            return True  # the post puts something else where the default has a map
        value = value.get(str(key))
        if value is None:
            return False
    return True


def _layers(config: SiteConfig, relative: str) -> list[dict[str, Any]]:
    """The sets that apply, each to be merged over those before it (`frontmatter_defaults.rb:78-90`).

    Jekyll compares each set with the last one that won only, and so the order is not just that of the paths.
    """
    layers: list[dict[str, Any]] = []
    winner: Mapping[str, Any] | None = None
    for each in config.defaults:
        scope = _scope_values(each)
        if not isinstance(each.get("values"), dict) or not _applies(scope, relative, config):
            continue
        if winner is None or _goes_before(scope, winner):
            layers.append(each)
            winner = scope
        else:
            layers.insert(0, each)
    return layers


def _scope_values(each: Mapping[str, Any]) -> Mapping[str, Any]:
    scope = each.get("scope")
    return scope if isinstance(scope, dict) else {}


def _scope_of(each: Mapping[str, Any], config: SiteConfig, line: int) -> Scope:
    scope = _scope_values(each)
    path, kind = scope.get("path"), scope.get("type")
    return Scope(
        path=path if isinstance(path, str) else "",
        kind=kind if isinstance(kind, str) else "",
        file=config.defaults_file,
        line=line,
    )


def _applies(scope: Mapping[str, Any], relative: str, config: SiteConfig) -> bool:
    if "type" in scope:
        kind = scope["type"]
        if not isinstance(kind, str) or _OLD_TYPES.get(kind, kind) != kind_of(config, relative):
            return False
    wanted = scope.get("path")
    if not isinstance(wanted, str) or not wanted:
        return True
    if "*" in wanted:
        return _matches_glob(config, relative, wanted)
    return below_collections(config, relative).startswith(wanted.removeprefix(_stripped(config)))


def _matches_glob(config: SiteConfig, relative: str, pattern: str) -> bool:
    """Whether the path begins as any file or folder that Ruby's `Dir.glob` finds (`frontmatter_defaults.rb:116-129`).

    Of what is found as of the path itself only what stands below `collections_dir` counts. The document and the folders
    above it need not be looked for. What else its path begins with must be on the disk: “_posts/*” finds the folder
    “_posts/a” and so means “_posts/abc.md” as well.
    """
    if pattern.startswith("/"):
        return False  # to Jekyll that is the computer's root folder
    compiled = compile_glob(pattern)
    below = below_collections(config, relative)
    # The longest first: mostly that is the document itself, and the disk need not be asked.
    beginnings = [below[:end] for end in range(len(below), 0, -1) if below[end - 1] != "/"]
    candidates = [before + each for before in {_stripped(config), ""} for each in beginnings]
    exists = _is_folder if pattern.endswith("/") else _exists
    return any(exists(config.root, relative, each) for each in candidates if compiled.fullmatch(each))


def _stripped(config: SiteConfig) -> str:
    """What Jekyll strips from paths in scopes: `collections_dir` as written, with a slash behind it (`:143-149`)."""
    written = config.values.get("collections_dir")
    return f"{written}/" if written and written == config.collections_dir else ""


def _exists(root: Path | None, relative: str, found: str) -> bool:
    return (
        found == relative or _is_folder(root, relative, found) or (root is not None and os.path.lexists(root / found))
    )


def _is_folder(root: Path | None, relative: str, found: str) -> bool:
    return relative.startswith(f"{found}/") or (root is not None and os.path.isdir(root / found))  # noqa: PTH112


def _goes_before(scope: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """`frontmatter_defaults.rb:179-192`."""
    length, other_length = len(_path(scope)), len(_path(other))
    if length != other_length:
        return length > other_length
    return "type" in scope or "type" not in other


def _path(scope: Mapping[str, Any]) -> str:
    path = scope.get("path")
    if not isinstance(path, str) or not path.startswith("/"):
        return path if isinstance(path, str) else ""
    return path.strip("/") or "/"
