"""Paths as people read them."""

from __future__ import annotations

from pathlib import Path


def home_short(path: Path) -> str:
    """The path with the home folder written as ~."""
    try:
        return (Path("~") / path.relative_to(Path.home())).as_posix()
    except (ValueError, RuntimeError):  # not in it, or there is none
        return str(path)
