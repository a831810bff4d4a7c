"""Where Galley's page and kramdown's part, over many documents."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from random import Random
from typing import Any

from editor.kramdown.document import to_html
from kramdown_judge.documents_at_random import document
from kramdown_judge.dom import normalised, without_colours
from kramdown_judge.judge import Judge
from kramdown_judge.mutations import excerpt, mutated
from kramdown_judge.settings import read_options
from kramdown_judge.shrink import shrunk
from kramdown_judge.soup import soup

LONGEST = 3000  # characters: kramdown needs more than linear time on some
OPTION_SETS: tuple[Mapping[str, Any], ...] = (
    {},
    {"hard_wrap": True},
    {"input": "kramdown"},
    {"parse_block_html": True},
    {"entity_output": "numeric"},
    {"entity_output": "symbolic"},
    {"entity_output": "as_input"},
    {"auto_ids": False},
    {"smart_quotes": "apos,apos,quot,quot"},
    {"header_offset": 1, "auto_id_prefix": "x-"},
    {"parse_span_html": False},
    {"gfm_quirks": "no_auto_typographic"},
    {"footnote_nr": 5, "footnote_backlink": ""},
    {"input": "kramdown", "parse_block_html": True},
    {"html_to_native": True},
    {"toc_levels": [2, 3]},
    {"math_engine": None, "syntax_highlighter": None},
)


@dataclass(frozen=True)
class Difference:
    """One document that gives another page."""

    text: str
    options: Mapping[str, Any]
    ours: str
    theirs: str
    to_the_byte: bool = False

    @property
    def kind(self) -> str:
        """The first place where the pages part, in a few words."""
        pairs = zip_longest(_page(self.ours), _page(self.theirs), fillvalue=("end",))
        ours, theirs = next((pair for pair in pairs if pair[0] != pair[1]), (("same",), ("same",)))
        return f"{_named(ours)} for {_named(theirs)}"

    def __str__(self) -> str:
        pages = f"--- kramdown\n{self.theirs.rstrip()}\n--- Galley\n{self.ours.rstrip()}"
        return f"\n--- text {dict(self.options) or ''}\n{self.text!r}\n{pages}"


def documents(seed: int, amount: int, corpus: Iterable[str] = ()) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Give documents with options: out of the grammar, out of a corpus and damaged, now and then without any plan."""
    whole = list(corpus)
    for number in range(amount):
        rng = Random(f"{seed}:{number}")
        options = OPTION_SETS[0] if rng.random() < 0.5 else rng.choice(OPTION_SETS)
        kind = rng.random()
        if kind < 0.1:
            text = soup(rng)
        elif kind < 0.55 and whole:
            text = mutated(rng, excerpt(rng, rng.choice(whole), rng.choice((200, 800, LONGEST))))
        else:
            text = document(rng)
        yield text[:LONGEST], options


def difference(judge: Judge, text: str, options: Mapping[str, Any], *, to_the_byte: bool = False) -> Difference | None:
    """Compare the pages of one document, the highlighter's colours apart; kramdown's own failures are no difference."""
    theirs = judge.html(text, options)
    if theirs is None:
        return None
    try:
        ours = to_html(text, read_options(options))
    except Exception as error:  # whatever it raises is the finding
        at = traceback.extract_tb(error.__traceback__)[-1]
        ours = f"{type(error).__name__} in {at.name}: {error}"
    compared = without_colours if to_the_byte else _page
    return None if compared(ours) == compared(theirs) else Difference(text, options, ours, theirs, to_the_byte)


def smallest(judge: Judge, found: Difference, *, tries: int = 600) -> Difference:
    """Shrink a difference to what causes it."""

    def again(text: str, options: Mapping[str, Any] = found.options) -> Difference | None:
        return difference(judge, text, options, to_the_byte=found.to_the_byte)

    text = shrunk(found.text, lambda each: again(each) is not None, tries=tries)
    plain = again(text, {}) if found.options else None
    return plain or again(text) or found


def _page(html: str) -> list[tuple[str, ...]]:
    return normalised(html, highlighting=False)


def _named(item: tuple[str, ...]) -> str:
    kinds = {"<": "<{}>", ">": "</{}>", "text": "text", "!": "comment", "end": "end", "same": "same"}
    return kinds[item[0]].format(item[1] if len(item) > 1 else "")
