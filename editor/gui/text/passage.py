"""A piece of text with the selection in it: what formatting commands take and give back."""

from __future__ import annotations

from dataclasses import dataclass

from editor.kramdown.common_ends import common_head, common_tail


@dataclass(frozen=True)
class Passage:
    """Text and selection, counted in characters; `anchor` is where the selection began, `caret` where it ends."""

    text: str
    anchor: int
    caret: int

    @property
    def start(self) -> int:
        return min(self.anchor, self.caret)

    @property
    def end(self) -> int:
        return max(self.anchor, self.caret)

    @property
    def selected(self) -> str:
        return self.text[self.start : self.end]

    def replaced(self, start: int, end: int, new: str) -> Passage:
        """The passage with `text[start:end]` replaced; the selection keeps to the text that it held."""

        def moved(position: int) -> int:
            if position <= start:
                return position
            if position >= end:
                return position + len(new) - (end - start)
            return min(position, start + len(new))

        return Passage(self.text[:start] + new + self.text[end:], moved(self.anchor), moved(self.caret))

    def with_selection(self, anchor: int, caret: int | None = None) -> Passage:
        """The same text with another selection; only a caret where one position is given."""
        return Passage(self.text, anchor, anchor if caret is None else caret)


@dataclass(frozen=True)
class Replacement:
    """The smallest single replacement that turns one text into another."""

    start: int
    end: int
    new: str


def difference(old: str, new: str) -> Replacement:
    """What must be replaced in `old` to get `new`; everything around it stays untouched."""
    start = common_head(old, new)
    tail = common_tail(old, new, min(len(old), len(new)) - start)
    return Replacement(start, len(old) - tail, new[start : len(new) - tail])
