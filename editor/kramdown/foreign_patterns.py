"""Runs the inline patterns of other Python-Markdown extensions on what kramdown has left as text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown.inlinepatterns import Pattern
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString, Registry

# Python-Markdown's own patterns (markdown/inlinepatterns.py): kramdown's parser reads these spans itself.
_OWN = (
    "backtick",
    "escape",
    "reference",
    "link",
    "image_link",
    "image_reference",
    "short_reference",
    "short_image_ref",
    "autolink",
    "automail",
    "linebreak",
    "html",
    "entity",
    "not_strong",
    "em_strong",
    "em_strong2",
)
_CODE = frozenset(("code", "kbd", "pre", "samp", "script", "style", "textarea"))


class ForeignPatterns(InlineProcessor):
    """Python-Markdown's own processor of patterns, given only those that are not Python-Markdown's own.

    They see the text outside of code, after kramdown has read its spans in it: smart quotes are curly already.
    """

    def __init__(self, md: markdown.Markdown) -> None:
        super().__init__(md)
        self._own = [md.inlinePatterns[name] for name in _OWN if name in md.inlinePatterns]

    @property
    def is_silent(self) -> bool:
        """Whether no other extension has registered a pattern."""
        return not self._foreign()

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Put the elements that the patterns give into the tree."""
        foreign = self._foreign()
        if not foreign:
            return tree
        patterns: Registry[Any] = Registry()
        for rank, pattern in enumerate(foreign):
            patterns.register(pattern, str(rank), -rank)
        self.inlinePatterns = patterns
        for element in _within_code(tree):
            element.text = _atomic(element.text)
            for child in element:
                child.tail = _atomic(child.tail)
        return super().run(tree, ancestors)

    def _foreign(self) -> list[Pattern]:
        """The others' patterns, in their order."""
        return [each for each in self.md.inlinePatterns if all(each is not own for own in self._own)]


def _within_code(tree: Element) -> Iterator[Element]:
    """The elements whose text is code, and all within them."""
    for element in tree.iter():
        if element.tag in _CODE:
            yield from element.iter()


def _atomic(text: str | None) -> str | None:
    """As a text that no pattern looks into."""
    return AtomicString(text) if text else text
