"""What one place of a document defines and every other place may use: link definitions, abbreviations, footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_LABEL = re.compile(r"\[([^\[\]]*)\]")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Definitions:
    """Pairs of name and meaning, sorted by name, so that equal definitions are equal keys."""

    links: tuple[tuple[str, tuple[str, str | None]], ...] = ()  # label in lower case: (target, title)
    abbreviations: tuple[tuple[str, str], ...] = ()
    footnotes: tuple[tuple[str, str], ...] = ()  # name: Markdown of its body


NO_DEFINITIONS = Definitions()


def join_definitions(parts: Iterable[Definitions]) -> Definitions:
    """The definitions of a document from those of its chunks; of two with one name, the later counts."""
    links: dict[str, tuple[str, str | None]] = {}
    abbreviations: dict[str, str] = {}
    footnotes: dict[str, str] = {}
    for part in parts:
        links.update(part.links)
        abbreviations.update(part.abbreviations)
        footnotes.update(part.footnotes)
    if not (links or abbreviations or footnotes):
        return NO_DEFINITIONS
    return Definitions(
        tuple(sorted(links.items())), tuple(sorted(abbreviations.items())), tuple(sorted(footnotes.items()))
    )


class Lookup:
    """The definitions of a document, asked chunk by chunk for those that the chunk can use."""

    def __init__(self, definitions: Definitions) -> None:
        self.definitions = definitions
        self._links = dict(definitions.links)
        self._footnotes = {name: (name, "") for name, _ in definitions.footnotes}

    def used_by(self, text: str) -> Definitions:
        """The definitions that `text` mentions: all that its conversion depends on.

        Of a footnote only its name counts: its body is converted by itself.
        """
        if self.definitions is NO_DEFINITIONS:
            return NO_DEFINITIONS
        labels = set(_LABEL.findall(text)) if self._links or self._footnotes else set()
        names = {_SPACE.sub(" ", label).strip().lower() for label in labels}
        links = [(name, self._links[name]) for name in names if name in self._links]
        notes = [self._footnotes[label[1:]] for label in labels if label[1:] in self._footnotes and label[0] == "^"]
        words = [pair for pair in self.definitions.abbreviations if pair[0] in text]
        if not (links or notes or words):
            return NO_DEFINITIONS
        return Definitions(tuple(sorted(links)), tuple(words), tuple(sorted(notes)))
