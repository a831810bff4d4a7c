"""Remembers what chunks of text became, for as long as there is room."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from editor.kramdown.answers import Answers
from editor.kramdown.definitions import Definitions
from editor.kramdown.fragment import Fragment

_SIZE = 16_000_000  # characters of source and HTML: some twenty long posts
_VARIANTS = 4  # of one text, with other definitions around it


@dataclass(frozen=True, slots=True)
class Rendered:
    """A chunk's (or footnote's) fragment and all that it hangs on besides its text."""

    fragment: Fragment
    answers: Answers
    html: str | None  # None: it has slots

    @property
    def size(self) -> int:
        return sum(len(piece) for piece in self.fragment.pieces if isinstance(piece, str))


@dataclass(frozen=True, slots=True)
class Key:
    """A text that is rendered: a chunk, or one footnote that it defines."""

    text: str
    is_first: bool
    note: str = ""


class Memo:
    """The least recently used are forgotten first."""

    def __init__(self) -> None:
        self._known: OrderedDict[Key, tuple[Rendered, ...]] = OrderedDict()
        self._size = 0

    def find(self, key: Key, definitions: Definitions) -> Rendered | None:
        """What the text became when it was answered what these definitions answer."""
        for rendered in self._known.get(key, ()):
            if rendered.answers.hold(key.text, definitions):
                self._known.move_to_end(key)
                return rendered
        return None

    def keep(self, key: Key, rendered: Rendered) -> None:
        """Remember one more."""
        others = self._known.pop(key, ())
        variants = (rendered, *others[: _VARIANTS - 1])
        self._known[key] = variants
        self._size += _size(key, variants) - _size(key, others)
        while self._size > _SIZE and len(self._known) > 1:
            old, forgotten = self._known.popitem(last=False)
            self._size -= _size(old, forgotten)


def _size(key: Key, variants: tuple[Rendered, ...]) -> int:
    return len(key.text) + sum(each.size for each in variants) if variants else 0
