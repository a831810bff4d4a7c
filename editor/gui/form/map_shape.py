"""Which values of the front matter are shown as nested rows, what their rows are called, and which start open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from editor.gui.form.wording import is_scalar, plain
from editor.site.front_matter import Entry
from editor.site.key_path import KeyPath
from editor.site.scalars import Value

MOST_LEVELS = 3  # of groups inside each other; what is deeper stays one line of YAML
MOST_ROWS = 50  # that one group shows
_OPEN_LEAVES, _OPEN_LEVELS = 8, 2
_TITLES = 8  # values among which an item finds its title
_MARKS = ("!", "&", "*")  # what a tag, an anchor and an alias begin with; no plain text does


def is_grouped(value: Value) -> bool:
    """Whether rows can show a value: a map of named keys, or a list of such maps."""
    if isinstance(value, list):
        return bool(value) and all(isinstance(item, dict) and _is_named(item) for item in value)
    return isinstance(value, dict) and _is_named(value)


def is_written_plainly(entry: Entry, raw: str, below: Sequence[Entry]) -> bool:
    """Whether what is written at an entry is what its rows would show: no tag, anchor, alias or merge key."""
    if is_marked(entry, raw):
        return False
    return len(below) == _size(entry.value) and not any(item.path[-1] == "<<" for item in below)


def is_marked(entry: Entry, raw: str) -> bool:
    """Whether a value has a tag or an anchor, or is an alias."""
    return entry.style == "alias" or raw.startswith(_MARKS, entry.value_start)


def starts_open(path: KeyPath, value: Value, *, siblings: int = 0) -> bool:
    """Whether a group shows its rows before the writer has said so: where they are few and not deep.

    The items of a long list stay folded, all alike.
    """
    is_small = leaves(value, most=_OPEN_LEAVES + 1) <= _OPEN_LEAVES
    return is_small and len(path) <= _OPEN_LEVELS and siblings <= _OPEN_LEAVES


def leaves(value: Value, *, most: int) -> int:
    """How many single values stand in a value, counted up to `most`."""
    if is_scalar(value) or not is_grouped(value):
        return 1
    count = 0
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        count += leaves(item, most=most - count)
        if count >= most:
            break
    return count


def name_of(path: KeyPath) -> str:
    """A path for a screen reader, positions counted from 1: “gallery, 2, caption”."""
    return ", ".join(str(step + 1) if isinstance(step, int) else key_word(step) for step in path)


def key_word(key: str) -> str:
    """A key for the writer; an empty one as YAML writes it, since a row without any label would say nothing."""
    return key or '""'


def title_of(path: KeyPath, value: Value) -> str:
    """What a group is called: by its key, or by its position in a list and its first text."""
    step = path[-1]
    if not isinstance(step, int):
        return key_word(step)
    text = first_text(value)
    return f"{step + 1} · {text}" if text else str(step + 1)


def first_text(value: Value) -> str:
    """What a map says first; the name in an address only where it says nothing else."""
    texts = [plain(item) for item in _values(value)[:_TITLES] if isinstance(item, str) and item.strip()]
    said = next((text for text in texts if "/" not in text), "")
    return said or next((PurePosixPath(text).name for text in texts), "")


def count_words(value: Value) -> str:
    """How much stands in a group."""
    size = _size(value)
    if not size:
        return "empty"
    noun = "item" if isinstance(value, list) else "key"
    return f"{size:,} {noun}{'' if size == 1 else 's'}"


def summary_of(value: Value) -> str:
    """What a folded group holds, in short."""
    if isinstance(value, list):
        return count_words(value)
    texts = (plain(item) for item in _values(value)[:4] if is_scalar(item) and item is not None)
    return " · ".join(text for text in texts if text) or count_words(value)


def like_last(items: Value) -> Value:
    """A new item for a list of maps: the keys of the last one that hold single values, empty."""
    last = items[-1] if isinstance(items, list) and items else {}
    return {key: "" for key, value in last.items() if is_scalar(value)} if isinstance(last, dict) else {}


def _is_named(value: dict[str, Value]) -> bool:
    return all(isinstance(key, str) for key in value)


def _values(value: Value) -> list[Value]:
    return list(value.values()) if isinstance(value, dict) else []


def _size(value: Value) -> int:
    return len(value) if isinstance(value, dict | list) else 0
