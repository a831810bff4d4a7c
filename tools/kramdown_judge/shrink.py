"""The smallest text that still shows a difference."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count


def shrunk(text: str, differs: Callable[[str], bool], *, tries: int = 600) -> str:
    """Leave out lines, then characters, then make words short, as long as the text still differs."""
    left = count(tries, -1)

    def still(candidate: str) -> bool:
        return next(left) > 0 and differs(candidate)

    previous = ""
    while previous != text:
        previous = text
        text = "".join(_fewer(text.splitlines(keepends=True), still))
        text = "".join(_fewer(list(text), still))
    return text


def _fewer(pieces: list[str], still: Callable[[str], bool]) -> Sequence[str]:
    """Leave out runs of pieces, long ones first."""
    size = len(pieces) // 2 or 1
    while size:
        at = 0
        while at < len(pieces):
            candidate = pieces[:at] + pieces[at + size :]
            if candidate and still("".join(candidate)):
                pieces = candidate
            else:
                at += size
        size //= 2
    return pieces
