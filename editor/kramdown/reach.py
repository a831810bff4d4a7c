"""Whether what a chunk became may hang on text far below it, as its own text shows."""

from __future__ import annotations

import re

_NAME = r"[^\W\d][\w:.\-]*+"
# The beginning of a tag that does not end properly after its attributes.
_BROKEN_TAG = re.compile(
    rf"<{_NAME}((?:\s+{_NAME}(?:\s*=\s*(?:\w+|\"[^\"]*\"|'[^']*'))?)*+)(?!\s*/?>)\s*+(/?\Z|=\s*(?:[\"']|\Z))?"
)
_UNKNOWN_EXTENSION = re.compile(r"\{::(?!comment\b|nomarkdown\b|options\b)")
_BRACE = re.compile(r"(?<!\\)\}")
_MATH_BEGINS = re.compile(r"(?:^|>) {0,3}\\?\Z")
_PAIRS = (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"))


def looks_further(chunk: str) -> bool:
    """Whether some construct of a chunk may have looked for its end beyond the line that follows the chunk.

    In doubt it says so. Fences are not looked at: their construct tells (`BlockParser.is_open_ended`).
    """
    return (
        ("{:" in chunk and _has_open_braces(chunk))
        or ("<" in chunk and _has_open_tag(chunk))
        or ("$$" in chunk and _has_open_math(chunk))
    )


def _has_open_braces(chunk: str) -> bool:
    if not _BRACE.search(chunk, chunk.rfind("{:")):
        return True
    last = chunk.rfind("{::")
    if last < 0:
        return False
    is_closed = chunk.find("{:/", last) >= 0 or chunk.find("/}", last) >= 0
    return not is_closed or _UNKNOWN_EXTENSION.search(chunk) is not None


def _has_open_tag(chunk: str) -> bool:
    """A tag still among its attributes at the end, or with quotes whose partners may be others than they seem."""
    return any(chunk.rfind(opener) > chunk.rfind(closer) for opener, closer in _PAIRS) or any(
        broken[2] is not None or '"' in broken[1] or "'" in broken[1] for broken in _BROKEN_TAG.finditer(chunk)
    )


def _has_open_math(chunk: str) -> bool:
    last = len(chunk[: chunk.rfind("$$")].rstrip("$"))
    return _MATH_BEGINS.search(chunk, chunk.rfind("\n", 0, last) + 1, last) is not None
