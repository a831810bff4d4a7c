"""Front matter defaults: which of the configuration's `defaults:` apply to a post, by scope."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from editor.site.config import SiteConfig, merged_values
from editor.site.scalars import Value

_OLD_TYPES = {"page": "pages", "post": "posts", "draft": "drafts"}  # `frontmatter_defaults.rb:18-38`


def defaults_for(config: SiteConfig, relative: str) -> dict[str, Value]:
    """The default values for a post or draft at that path of the site (`frontmatter_defaults.rb:78-90`).

    A longer `path` wins over a shorter one, a scope with `type` over one without. `type: drafts` matches nothing:
    to Jekyll a draft is of type posts.
    """
    path = below_collections(config, relative)
    merged: dict[str, Value] = {}
    winner: Mapping[str, Any] | None = None
    for each in config.defaults:
        values, scope = each.get("values"), each.get("scope")
        scope = scope if isinstance(scope, dict) else {}
        if not isinstance(values, dict) or not _applies(scope, path, relative, config):
            continue
        if winner is None or _goes_before(scope, winner):
            merged, winner = merged_values(merged, values), scope
        else:
            merged = merged_values(values, merged)
    return merged


def below_collections(config: SiteConfig, relative: str) -> str:
    """A file's path as Jekyll counts it: without `collections_dir` (`document.rb:114-116`)."""
    folder = config.collections_dir
    return relative.removeprefix(f"{folder}/") if folder else relative


def _applies(scope: Mapping[str, Any], path: str, relative: str, config: SiteConfig) -> bool:
    if "type" in scope:
        kind = scope["type"]
        if not isinstance(kind, str) or _OLD_TYPES.get(kind, kind) != "posts":
            return False
    wanted = scope.get("path")
    if not isinstance(wanted, str) or not wanted:
        return True
    if "*" in wanted:
        return _matches_glob(relative, wanted)
    return path.startswith(below_collections(config, wanted))


def _matches_glob(relative: str, pattern: str) -> bool:
    """Whether the file or a folder above it matches (Jekyll globs the disk, then compares by prefix)."""
    compiled = _glob(pattern)
    parts = relative.split("/")
    return any(compiled.fullmatch("/".join(parts[:count])) for count in range(1, len(parts) + 1))


@lru_cache(maxsize=256)
def _glob(pattern: str) -> re.Pattern[str]:
    """Ruby's `Dir.glob` pattern as a regular expression."""
    tokens = re.findall(r"\*\*/|\*+|\?|\[[^\]]*\]|\{[^{}]*\}|.", pattern.strip("/"), re.DOTALL)
    return re.compile("".join(map(_glob_token, tokens)), re.DOTALL)


def _glob_token(token: str) -> str:
    if token == "**/":
        return r"(?:[^/.][^/]*/)*"
    if token.startswith("*"):
        return "[^/]*"
    if token == "?":
        return "[^/]"
    if token[0] == "[" and len(token) > 2:
        return "[" + token[1:-1].replace("\\", r"\\").replace("[", r"\[").replace("!", "^", 1) + "]"
    if token[0] == "{" and len(token) > 1:
        return "(?:" + "|".join(map(re.escape, token[1:-1].split(","))) + ")"
    return re.escape(token)


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
