"""What one place of a document defines and every other place may use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from editor.kramdown.tree import AttributeList, Node

_SPACE = re.compile(r"[ \t\n\v\f\r]+")


def normalize_link_id(id_: str) -> str:
    """As links and link definitions are matched (kramdown/parser/kramdown/link.rb, normalize_link_id)."""
    return _SPACE.sub(" ", id_).lower()


@dataclass(frozen=True, slots=True)
class LinkDefinition:
    """`[id]: url "title"`; `place` is the eob node in the tree, whose IAL (after the definition) goes to every link."""

    url: str
    title: str | None
    place: Node | None = None


@dataclass(frozen=True, slots=True)
class FootnoteDefinition:
    """`[^name]: …`; `content` is a node of kind footnote_def, `place` the eob node that may have an IAL."""

    content: Node
    place: Node


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """`*[HTML]: title`; `place` is the eob node that may have an IAL."""

    title: str
    place: Node


@dataclass
class Definitions:
    """All definitions of a document (or of a chunk of it) by name, in the order in which they were met.

    The last of two link definitions, footnotes or abbreviations with one name counts; ALDs of one name add up.
    """

    links: dict[str, LinkDefinition] = field(default_factory=dict)  # by normalized id
    footnotes: dict[str, FootnoteDefinition] = field(default_factory=dict)
    abbreviations: dict[str, Abbreviation] = field(default_factory=dict)
    alds: dict[str, AttributeList] = field(default_factory=dict)


def predefined(links: Mapping[str, tuple[str, str | None]]) -> Definitions:
    """What is defined before a text says anything: the option `link_defs` (kramdown/parser/kramdown.rb, parse)."""
    return Definitions(links={normalize_link_id(name): LinkDefinition(*each) for name, each in links.items()})
