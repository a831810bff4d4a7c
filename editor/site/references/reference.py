"""A mention of an image or of a file of the site, and where it stands."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from re import compile as pattern
from typing import NamedTuple

IMAGE_EXTENSIONS = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg")

_LINE_END = pattern(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Reference:
    """One mention of an image or of a file of the site."""

    kind: str  # "image", "link", or "mention": a picture's name that a theme may resolve in its own way
    target: str  # as written, such as "/assets/x.jpg" or "{{ '/assets/x.jpg' | relative_url }}"
    line: int  # in the file, from 1
    column: int
    key: str = ""  # the front matter key, where it stands there, such as "image" or "gallery.0.path"

    @property
    def names_picture(self) -> bool:
        """Whether a picture is meant: shown, or linked to as a file."""
        return self.kind != "link" or is_picture(self.target)


class Found(NamedTuple):
    """A reference in a text, before lines are counted."""

    kind: str
    target: str
    offset: int


class Lines:
    """Line and column, both from 1, of an offset in a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def is_picture(target: str) -> bool:
    """Whether a path or URL ends in a picture's extension, query and fragment aside."""
    path = target.partition("#")[0].partition("?")[0]
    return path.rstrip(" \t\"'}").lower().endswith(IMAGE_EXTENSIONS)
