"""The way to a value of the front matter: `seo.title`, `gallery[2].caption`."""

from __future__ import annotations

import re

KeyPath = tuple[str | int, ...]  # keys, and positions in lists from 0 as Liquid counts: ("gallery", 2, "caption")
Key = str | KeyPath  # a text is one top-level key, dots and all

_NAME = r"[^.\[\]]+"
_POSITION = r"\[([0-9]{1,9})\]"
_PATH = re.compile(rf"{_NAME}(?:\.{_NAME}|{_POSITION})*")
_STEP = re.compile(rf"({_NAME})|{_POSITION}")


def as_path(key: Key) -> KeyPath:
    """A key as a path."""
    return (key,) if isinstance(key, str) else key


def read_key_path(text: str) -> KeyPath:
    """The path that a text spells as Liquid does; a text of any other shape is one key."""
    if _PATH.fullmatch(text) is None:
        return (text,)
    return tuple(name or int(index) for name, index in _STEP.findall(text))


def is_misspelled(text: str) -> bool:
    """Whether a text looks like a path, but for a slip: `gallery[-1]`, `gallery[0.caption`, `seo..title`, `seo.`."""
    return _PATH.fullmatch(text) is None and bool(set("[].") & set(text))


def spell_key_path(key: Key) -> str:
    """The path as `read_key_path` reads it, for messages and scripts."""
    path = as_path(key)
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")
