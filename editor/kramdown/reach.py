"""Whether what a chunk became may hang on text far below it though no construct says so, as its own text shows."""

from __future__ import annotations

import re

_NAME = r"[^\W\d][\w:.\-]*+"
# The beginning of a tag that does not end properly after its attributes: (1) these, (2) how it goes on.
_BROKEN_TAG = re.compile(
    rf"<{_NAME}((?:\s+{_NAME}(?:\s*=\s*(?:\w+|\"[^\"]*\"|'[^']*'))?)*+)(?!\s*/?>)\s*+(/?\Z|=\s*(?:[\"']|\Z))?"
)
_MATH_BEGINS = re.compile(r"(?:^|>) {0,3}\\?\Z")


def looks_further(chunk: str) -> bool:
    """Whether a construct of the chunk may have looked for its end beyond the line that follows.

    Constructs tell if they looked in vain (`BlockParser.is_open_ended`); tags and math blocks may also have found an
    end far below that was none after all, and an IAL ends at an escaped brace only where no other follows. In doubt
    it says so.
    """
    return (
        ("<" in chunk and _has_open_tag(chunk))
        or ("$$" in chunk and _has_open_math(chunk))
        or ("\\}" in chunk and "{:" in chunk)
    )


def _has_open_tag(chunk: str) -> bool:
    """A tag still among its attributes at the end, or with quotes whose partners may be others than they seem."""
    return any(broken[2] is not None or '"' in broken[1] or "'" in broken[1] for broken in _BROKEN_TAG.finditer(chunk))


def _has_open_math(chunk: str) -> bool:
    last = len(chunk[: chunk.rfind("$$")].rstrip("$"))
    return _MATH_BEGINS.search(chunk, chunk.rfind("\n", 0, last) + 1, last) is not None
