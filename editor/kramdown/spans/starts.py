"""Where spans may begin: one search for the next place that is not plain text."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from itertools import product
from typing import Final

# Characters that may begin a construct wherever they stand.
_ALWAYS = r"*_`<\[\]\"'$&\\{~"
# What is rare in prose though its characters are not, and how the place is told from others after its first character.
_RARE: Final = {
    "---...": (r"\-.", r"(?<=-)-|(?<=\.)\.\."),
    ">>": (">", "(?<=>)>"),
    "  \n": (r"\n", r"(?<=  \n)"),
}


def _pattern(chosen: tuple[bool, ...]) -> Callable[[str, int], re.Match[str] | None]:
    rare = [each for each, is_chosen in zip(_RARE.values(), chosen, strict=True) if is_chosen]
    if not rare:
        return re.compile(f"[{_ALWAYS}]").search
    characters = "".join(each[0] for each in rare)
    tests = "|".join(each[1] for each in rare)
    # A pattern that begins with a set of characters passes over all others in one loop.
    return re.compile(rf"[{_ALWAYS}{characters}](?:(?<![{characters}])|{tests})").search


_FINDERS: Final = {chosen: _pattern(chosen) for chosen in product((False, True), repeat=len(_RARE))}


def finder(text: str, characters: Container[str]) -> Callable[[str, int], re.Match[str] | None]:
    """The leanest search that finds all special places of this text; `characters` begin constructs at all."""
    dashes = "-" in characters and ("--" in text or "..." in text)
    angles = ">" in characters and ">>" in text
    breaks = "\n" in characters and "  \n" in text
    return _FINDERS[dashes, angles, breaks]
