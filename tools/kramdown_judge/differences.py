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
from kramdown_judge.dom import normalised
from kramdown_judge.judge import Judge
from kramdown_judge.mutations import excerpt, mutated
from kramdown_judge.settings import read_options
from kramdown_judge.shrink import shrunk

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
    """Give documents with options: half out of the grammar, half out of a corpus and damaged."""
    whole = list(corpus)
    for number in range(amount):
        rng = Random(f"{seed}:{number}")
        options = OPTION_SETS[0] if rng.random() < 0.5 else rng.choice(OPTION_SETS)
        if whole and rng.random() < 0.5:
            text = mutated(rng, excerpt(rng, rng.choice(whole), rng.choice((200, 800, LONGEST))))
        else:
            text = document(rng)
        yield text[:LONGEST], options


def difference(judge: Judge, text: str, options: Mapping[str, Any]) -> Difference | None:
    """Compare the pages of one document, the highlighter's colours apart; kramdown's own failures are no difference."""
    theirs = judge.html(text, options)
    if theirs is None:
        return None
    try:
        ours = to_html(text, read_options(options))
    except Exception as error:
        at = traceback.extract_tb(error.__traceback__)[-1]
        ours = f"{type(error).__name__} in {at.name}: {error}"
    return None if _page(ours) == _page(theirs) else Difference(text, options, ours, theirs)


def smallest(judge: Judge, found: Difference, *, tries: int = 600) -> Difference:
    """Shrink a difference to what causes it."""
    text = shrunk(found.text, lambda each: difference(judge, each, found.options) is not None, tries=tries)
    plain = difference(judge, text, {}) if found.options else None
    return plain or difference(judge, text, found.options) or found


def _page(html: str) -> list[tuple[str, ...]]:
    return normalised(html, highlighting=False)


def _named(item: tuple[str, ...]) -> str:
    kinds = {"<": "<{}>", ">": "</{}>", "text": "text", "!": "comment", "end": "end", "same": "same"}
    return kinds[item[0]].format(item[1] if len(item) > 1 else "")
