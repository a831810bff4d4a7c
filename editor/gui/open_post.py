"""A post in memory, and where the writer was in it."""

from __future__ import annotations

from dataclasses import dataclass

from editor.workspace.buffer import Buffer


@dataclass
class OpenPost:
    """A post in memory; those with unsaved work stay here while the writer looks at another."""

    relative: str
    buffer: Buffer
    is_missing: bool = False  # another program has deleted or moved the file: this is the only copy

    @property
    def is_unsaved(self) -> bool:
        """Whether closing it would lose something."""
        return self.is_missing or self.buffer.is_modified


@dataclass(frozen=True)
class Place:
    """Where the writer was in a post."""

    caret: tuple[int, int] = (0, 0)
    top_line: float = 0.0


def first_place(text: str) -> Place:
    """Where the writer begins: in the first line with text, below the blank ones that part it from the fence."""
    lines = text.split("\n")
    return Place((next((number for number, line in enumerate(lines) if line.strip()), 0), 0))
