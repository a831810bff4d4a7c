"""A problem: something wrong with a post or site that is shown beside it, and stops nothing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One finding. `path` is relative to the site, with slashes; line and column count from 1 in the file (0: none)."""

    rule: str  # a short stable name, such as "missing-image"
    message: str  # what is wrong and what to do, one line
    path: str
    line: int = 0
    column: int = 0
    severity: str = "error"  # or "warning"
    advice: str = ""  # what mends it for certain, one line; a button where there is one
