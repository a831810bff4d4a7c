"""What two states of a text, or of a tuple, have in common at both ends."""

from __future__ import annotations

from collections.abc import Sequence


def common_head(old: Sequence[object], new: Sequence[object]) -> int:
    """How many characters (or items) at the top are the same: by halving, so that slices do the comparing."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def common_tail(old: Sequence[object], new: Sequence[object], most: int) -> int:
    """How many characters (or items) at the end are the same, at most `most`."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if old[len(old) - middle : len(old) - low] == new[len(new) - middle : len(new) - low]:
            low = middle
        else:
            high = middle - 1
    return low
