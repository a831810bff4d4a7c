"""Sets of front matter defaults that keep Jekyll from building any post."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from typing import Any

from editor.errors import InvalidDate
from editor.site.dates import read_date
from editor.site.scalars import Timestamp


def find_default_faults(sets: Any) -> Iterator[str]:
    """What Jekyll cannot use in `defaults:`, one sentence each (`frontmatter_defaults.rb:20-56,105-192`)."""
    usable = [each for each in sets if _is_usable(each)] if isinstance(sets, list) else []
    for number, each in enumerate(usable):
        is_behind_scope = any("scope" in before for before in usable[:number])
        if fault := _fault_of(each, is_behind_scope=is_behind_scope, is_alone=len(usable) == 1):
            yield f"{fault} Until then Jekyll builds no post."


def _is_usable(each: Any) -> bool:
    """Jekyll passes over anything else with a warning."""
    return isinstance(each, dict) and isinstance(each.get("values"), dict)


def _fault_of(each: dict[str, Any], *, is_behind_scope: bool, is_alone: bool) -> str:
    scope = each.get("scope", {})
    if not isinstance(scope, dict):
        return "A “scope” among the defaults must be a map: write {path: “”} for the whole site."
    if "scope" not in each and is_behind_scope:
        return "A set of defaults behind others needs a “scope”: write {path: “”} for the whole site."
    if "type" in scope and not _is_text(scope["type"]):
        return "A “type” among the defaults must be a text, such as posts. Correct or remove it."
    if not is_alone and scope.get("path") is not None and not _is_text(scope["path"]):
        return "A “path” among the defaults must be a text. Put it in quotes."
    if "date" in each["values"] and not _is_usable_date(each["values"]["date"]):
        return "A “date” among the defaults must be one with a time, or in quotes. Correct it."
    return ""


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and not isinstance(value, Timestamp)


def _is_usable_date(value: Any) -> bool:
    if not isinstance(value, str) or (isinstance(value, Timestamp) and ":" not in value):
        return False
    try:
        return bool(read_date(value, UTC))
    except InvalidDate:
        return False
