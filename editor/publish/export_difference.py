"""The unified diff from a post in the destination to the post in the site."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

from editor.errors import FileError
from editor.files import decode, read_bytes
from editor.line_ends import flatten
from editor.publish.export_plan import ExportItem, ExportPlan

_MAX_LINES = 4000  # of changed text on each side: difflib may take quadratic time


def difference(plan: ExportPlan, item: ExportItem) -> str:
    """Unified diff from the destination's text to the site's; "" for images and new files."""
    if item.is_image or item.target_stamp is None:
        return ""
    old, new = _lines(plan.destination / item.target), _lines(plan.site / item.source)
    if old is None or new is None or old == new:
        return ""
    if max(len(old), len(new)) > _MAX_LINES:
        old, new = _without_common_ends(old, new)
    if max(len(old), len(new)) > _MAX_LINES:
        return "\n".join([f"@@ {len(old)} lines become {len(new)} @@", *_some("-", old), *_some("+", new)])
    return "\n".join(unified_diff(old, new, f"a/{item.target}", f"b/{item.target}", lineterm=""))


def _lines(path: Path) -> list[str] | None:
    """The lines of a text; line ends do not count as a difference that a reader could see."""
    try:
        return flatten(decode(read_bytes(path)).text).split("\n")
    except FileError:
        return None


def _without_common_ends(old: list[str], new: list[str]) -> tuple[list[str], list[str]]:
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    stop = 0
    while stop < min(len(old), len(new)) - start and old[-1 - stop] == new[-1 - stop]:
        stop += 1
    return old[start : len(old) - stop], new[start : len(new) - stop]


def _some(sign: str, lines: list[str]) -> list[str]:
    shown = [sign + line for line in lines[: _MAX_LINES // 10]]
    return shown if len(shown) == len(lines) else [*shown, f"{sign}…"]
