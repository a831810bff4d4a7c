"""What the chunks of a document define together, and what a chunk that asks for some of it is answered."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from editor.kramdown.blocks.parser import parse_blocks
from editor.kramdown.chunks import Chunk
from editor.kramdown.definitions import Definitions, predefined
from editor.kramdown.html.syntax import CDATA
from editor.kramdown.options import Options
from editor.kramdown.spans.abbreviations import settle_abbreviations
from editor.kramdown.spans.parser import SpanParser
from editor.kramdown.tree import AttributeList, Node

_BACKSLASH = "\\"

Kind: TypeAlias = str  # a field of Definitions
Name: TypeAlias = tuple[Kind, str]
Answer: TypeAlias = object  # compared, never read


@dataclass(frozen=True, slots=True)
class Answers:
    """The names that a chunk asked for, each with what it was told; abbreviations are asked for by its words."""

    by_name: dict[Name, Answer] = field(default_factory=dict)
    abbreviations: dict[str, Answer] = field(default_factory=dict)

    def hold(self, text: str, definitions: Definitions) -> bool:
        """Whether these definitions answer the same."""
        return all(answer(definitions, name) == known for name, known in self.by_name.items()) and (
            abbreviations_in(text, definitions) == self.abbreviations
        )


def answers_given(spans: SpanParser, text: str) -> Answers:
    """What a span parser was asked and what it answered, after the reading of a chunk."""
    asked = (
        *(("links", name) for name in spans.asked_links),
        *(("footnotes", name) for name in spans.asked_footnotes),
        *(("alds", name) for name in spans.asked_alds),
    )
    definitions = spans.definitions
    return Answers({name: answer(definitions, name) for name in asked}, abbreviations_in(text, definitions))


def answer(definitions: Definitions, name: Name) -> Answer:
    """What one name means, as a value that can be compared."""
    kind, key = name
    if kind == "links":
        link = definitions.links.get(key)
        return link and (link.url, link.title, _ial(link.place))
    if kind == "footnotes":  # a mark shows nothing of the content
        note = definitions.footnotes.get(key)
        return note and (_ial(note.place),)
    if kind == "abbreviations":
        abbreviation = definitions.abbreviations.get(key)
        return abbreviation and (abbreviation.title, tuple(abbreviation.place.attrs.items()))
    return _attributes(definitions.alds.get(key))


def abbreviations_in(text: str, definitions: Definitions) -> dict[str, Answer]:
    """The abbreviations that may stand in a text."""
    names = words_in(text, definitions.abbreviations)
    return {name: answer(definitions, ("abbreviations", name)) for name in names}


def words_in(text: str, names: Collection[str]) -> list[str]:
    """Which of these abbreviations may stand in a text, judged by their first words.

    Between the words of an abbreviation a line may break, and its marks may be escaped. An extension or a CDATA section
    may join what stands at its sides: in such a text may stand any.
    """
    if not names:
        return []
    if "{::" in text or CDATA in text:
        return list(names)
    if _BACKSLASH not in text:
        return [name for name in names if _first_word(name) in text]
    text = text.replace(_BACKSLASH, "")
    return [name for name in names if _first_word(name).replace(_BACKSLASH, "") in text]


@lru_cache(maxsize=4096)
def _first_word(name: str) -> str:
    return name.split(maxsplit=1)[0] if name.strip() else ""


def _ial(place: Node | None) -> Answer:
    return _attributes(place.ial) if place is not None else None


def _attributes(attributes: AttributeList | None) -> Answer:
    return attributes and (tuple(attributes.attrs.items()), tuple(attributes.refs))


def merge(chunks: Iterable[Chunk], options: Options) -> tuple[Definitions, dict[str, Chunk]]:
    """The definitions of a document's chunks, and which chunk has each footnote.

    The last of a name counts, ALDs add up.
    """
    merged = predefined(options.link_defs)
    notes: dict[str, Chunk] = {}
    several: dict[str, list[Chunk]] = {}
    for chunk in chunks:
        if (own := chunk.definitions) is None:
            continue
        merged.links.update(own.links)
        merged.footnotes.update(own.footnotes)
        merged.abbreviations.update(own.abbreviations)
        notes.update(dict.fromkeys(own.footnotes, chunk))
        for name, attributes in own.alds.items():
            merged.alds[name] = attributes
            several.setdefault(name, []).append(chunk)
    for name, places in several.items():
        if len(places) > 1:
            merged.alds[name] = _added_up(name, places, options)
    settle_abbreviations(merged)
    return merged, notes


def _added_up(name: str, places: Sequence[Chunk], options: Options) -> AttributeList:
    """An ALD of several places: a class joins those before it or takes their place, as the text says it."""
    together = Definitions()
    for chunk in places:
        parse_blocks(chunk.text, options, together)
    return together.alds[name]


def changed_names(old: Definitions, new: Definitions) -> set[Name]:
    """The names that mean something else, or something only in one of the two."""
    changed: set[Name] = set()
    for kind in ("links", "footnotes", "abbreviations", "alds"):
        before, after = getattr(old, kind), getattr(new, kind)
        for name in before.keys() | after.keys():
            if before.get(name) is not after.get(name) and answer(old, (kind, name)) != answer(new, (kind, name)):
                changed.add((kind, name))
    return changed
