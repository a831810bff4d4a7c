"""The proof of an edit: what it changed besides the value that it was to change."""

from __future__ import annotations

from editor.site.front_matter_reading import Reading, child
from editor.site.key_path import KeyPath, spell_key_path
from editor.site.scalars import Timestamp, Value, same
from editor.site.yaml_text.nodes import Node, key_text


def difference(old: Reading, new: Reading, path: KeyPath, wanted: list[Value]) -> str:
    """What else differs than the value at `path`, "" for nothing; `wanted` is that value, or empty when it goes.

    All that stands beside the path, at each of its levels, must be written and read as before. What is read must also
    differ nowhere else: aliases and merges repeat a value at other places.
    """
    one, other = old.root, new.root
    for depth, step in enumerate(path):
        is_gone = not wanted and depth == len(path) - 1
        before, after = _beside(old.raw, one, step), _beside(new.raw, other, None if is_gone else step)
        if [name for name, _ in before] != [name for name, _ in after]:
            return "other keys would change"
        if before != after:
            return f"“{spell_key_path(path[:depth] + _first_differing(before, after))}” depends on it"
        one = None if one is None else child(old.raw, one, step)
        other = None if other is None else child(new.raw, other, step)
    if not _is_right(new, path, wanted):
        return "it would be read as something else"
    expected = _assigned(old.values, path, [_at(new.values, path)] if wanted else [])
    is_key_gone = not wanted and isinstance(path[-1], str)
    got = _assigned(new.values, path, []) if is_key_gone else new.values  # `<<` may have shown one of that name
    return "" if same(expected, got) else f"{_differing_key(expected, got)} depends on it"


def _beside(raw: str, node: Node | None, step: str | int | None) -> list[tuple[str | int, str]]:
    """Name and text of all children but one; the items of a list count without it."""
    if node is None:
        return []
    items = [raw[item.start : item.end] for index, item in enumerate(node.items) if index != step]
    pairs = ((key_text(raw, key), raw[key.start : value.end]) for key, value in node.pairs)
    return [*enumerate(items)] or [pair for pair in pairs if pair[0] != step]


def _first_differing(before: list[tuple[str | int, str]], after: list[tuple[str | int, str]]) -> KeyPath:
    return next((one[0],) for one, other in zip(before, after, strict=True) if one != other)


def _differing_key(expected: Value, got: Value) -> str:
    if isinstance(expected, dict) and isinstance(got, dict):
        for key, value in expected.items():
            if key not in got or not same(value, got[key]):
                return f"“{key}”"
    return "another key"


def _is_right(new: Reading, path: KeyPath, wanted: list[Value]) -> bool:
    if not wanted:
        return isinstance(path[-1], int) or new.entry(path) is None
    entry = new.entry(path)
    return entry is not None and _means(entry.value, wanted[0]) and _means(_at(new.values, path), wanted[0])


def _means(got: Value, wanted: Value) -> bool:
    """A date is written as spelled, even where Ruby reads that spelling as text."""
    if isinstance(wanted, Timestamp) and isinstance(got, str):
        return str(got) == str(wanted)
    return same(got, wanted)


def _at(value: Value, path: KeyPath) -> Value:
    for step in path:
        if isinstance(step, int):
            value = value[step] if isinstance(value, list) and step < len(value) else None
        else:
            value = value.get(step) if isinstance(value, dict) else None
    return value


def _assigned(value: Value, path: KeyPath, new: list[Value]) -> Value:
    """A copy of a value in which `path` leads to `new`, or to nothing; maps and lists on the way come to be."""
    if not path:
        return new[0]
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        items = list(value) if isinstance(value, list) else []
        items[step : step + 1] = [] if not rest and not new else [_assigned(_at(items, (step,)), rest, new)]
        return items
    pairs = dict(value) if isinstance(value, dict) else {}
    if rest or new:
        pairs[step] = _assigned(pairs.get(step), rest, new)
    else:
        pairs.pop(step, None)
    return pairs
