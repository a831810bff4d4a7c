"""What the posts of a site use: their authors, categories, tags, keys and the words of every list, each counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from editor.site.document import Document


class UsedWords:
    """Counted once for a site, and then kept in step post by post: to count 5,000 posts takes longer than a key may."""

    def __init__(self, documents: Iterable[Document] = ()) -> None:
        self._authors, self._categories = Counter[str](), Counter[str]()
        self._tags, self._keys = Counter[str](), Counter[str]()
        self._lists: dict[str, Counter[str]] = {}
        for document in documents:
            self.add(document)

    def add(self, document: Document) -> None:
        """Count a post's words."""
        self._count(document, 1)

    def remove(self, document: Document) -> None:
        """Count a post's words no more."""
        self._count(document, -1)

    @property
    def authors(self) -> tuple[str, ...]:
        """All of them, most used first, as of what follows."""
        return _by_use(self._authors)

    @property
    def categories(self) -> tuple[str, ...]:
        return _by_use(self._categories)

    @property
    def tags(self) -> tuple[str, ...]:
        return _by_use(self._tags)

    @property
    def keys(self) -> tuple[str, ...]:
        return _by_use(self._keys)

    @property
    def lists(self) -> dict[str, tuple[str, ...]]:
        """By key, what posts list there."""
        return {key: _by_use(counter) for key, counter in self._lists.items() if counter}

    def _count(self, document: Document, step: int) -> None:
        _add(self._authors, (document.author,), step)
        _add(self._categories, document.categories, step)
        _add(self._tags, document.tags, step)
        _add(self._keys, document.keys, step)
        for key, listed in document.lists.items():
            _add(self._lists.setdefault(key, Counter()), listed, step)


def _add(counter: Counter[str], words: Iterable[str], step: int) -> None:
    for word in filter(None, words):
        counter[word] += step
        if not counter[word]:
            del counter[word]


def _by_use(counter: Counter[str]) -> tuple[str, ...]:
    return tuple(word for word, _count in counter.most_common())
