"""The size of a file as people read it."""

from __future__ import annotations


def size_words(size: int) -> str:
    """`84 KB`, `1.5 MB`; a file that holds anything has at least 1 KB."""
    kilobytes = max(1, round(size / 1024)) if size else 0
    return f"{kilobytes} KB" if kilobytes < 1000 else f"{size / 1024 / 1024:.1f} MB"
