"""Abbreviations: each place in the text where one stands by itself becomes an element."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from editor.kramdown.attribute_lists import apply_attribute_list
from editor.kramdown.definitions import Abbreviation, Definitions
from editor.kramdown.tree import HtmlElement, Node

_NO_WORD_AFTER = r"(?![A-Za-z0-9_])"
# Ruby's [\s\p{Z}], which a space in a name stands for since kramdown 2.5.
_ANY_SPACE = r"[ \t\n\v\f\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+"
_ANY_SPACES = re.compile(_ANY_SPACE)
# Up to so many names it is quicker to look for them anywhere first; more would be tried at every single character.
_FEW = 50


def one_space(name: str) -> str:
    """The name of an abbreviation with a plain space for every run of white space."""
    return _ANY_SPACES.sub(" ", name)


class _Finder:
    """The abbreviations of a document as regular expressions, the longest first."""

    def __init__(self, names: Collection[str], *, any_space: bool) -> None:
        escaped = [re.escape(name) for name in sorted(names, key=len, reverse=True)]
        if any_space:
            escaped = [name.replace("\\ ", _ANY_SPACE) for name in escaped]
        name = "|".join(escaped)
        self.name = re.compile(name)
        self._are_few = len(escaped) <= _FEW
        self._at_start = re.compile(rf"(?:{name}){_NO_WORD_AFTER}")
        self._bounded = re.compile(rf"(?=(?:[^A-Za-z0-9_]|^)(?:{name}){_NO_WORD_AFTER})", re.MULTILINE)

    def may_find(self, text: str) -> bool:
        """Whether a look for boundaries is worth while."""
        return not self._are_few or self.name.search(text) is not None

    def boundary(self, text: str, pos: int) -> int:
        """Where the next one begins, or the character before it; -1 if none follows.

        Where the search begins counts as the beginning of a line.
        """
        if self._at_start.match(text, pos):
            return pos
        found = self._bounded.search(text, pos)
        return found.start() if found else -1


@lru_cache(maxsize=8)
def _finder(names: tuple[str, ...], *, any_space: bool) -> _Finder:
    """The same for all parts of a document."""
    return _Finder(names, any_space=any_space)


def settle_abbreviations(definitions: Definitions) -> None:
    """Give abbreviations the attributes that their IALs say, once the ALDs of the whole document are known."""
    for name, abbreviation in definitions.abbreviations.items():
        ial = abbreviation.place.ial
        if ial is not None:
            place = Node("eob")  # the one in the tree gets them when the tree is read
            place.ial = ial
            apply_attribute_list(place.attrs, ial, definitions.alds)
            definitions.abbreviations[name] = Abbreviation(abbreviation.title, place)


def replace_abbreviations(root: Node, names: Collection[str], *, any_space: bool = False) -> None:
    """Change all text below the node, except in raw HTML (kramdown/parser/kramdown/abbreviation.rb).

    `any_space`: a name of several words may have a line break or any other white space between them.
    """
    finder = _finder(tuple(names), any_space=any_space)
    stack = [root]
    while stack:
        node = stack.pop()
        has_name = False
        for child in node.children:
            if isinstance(child, str):
                has_name = has_name or finder.may_find(child)
            elif child.children:
                stack.append(child)
        if has_name and not (isinstance(node, HtmlElement) and node.content_model == "raw"):
            node.children = list(_replaced(node.children, finder))


def _replaced(children: Iterable[Node | str], finder: _Finder) -> Iterator[Node | str]:
    for child in children:
        if isinstance(child, str) and finder.may_find(child):
            yield from _split(child, finder)
        else:
            yield child


def _split(text: str, finder: _Finder) -> Iterator[Node | str]:
    pos = 0
    while (start := finder.boundary(text, pos)) >= 0:
        found = finder.name.match(text, start) or finder.name.match(text, start + 1)
        if found is None:
            raise AssertionError(text[start : start + 40])  # a boundary stands only before a name
        if found.start() > pos:
            yield text[pos : found.start()]
        yield Node("abbreviation", found[0])
        pos = found.end()
    if pos < len(text):
        yield text[pos:]
