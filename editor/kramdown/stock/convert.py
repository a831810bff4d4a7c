"""Converts one chunk of Markdown by itself: the dialect, behind the two questions that the renderer asks of it.

Python-Markdown with its `extra` family stands behind them now. Whatever takes its place keeps the two laws:
a fragment depends on nothing but the chunk and the definitions given, and the fragments of a text's chunks,
assembled, are what the text as one chunk gives.
"""

from __future__ import annotations

import re
from html import escape, unescape

from markdown import Markdown
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.md_in_html import MarkdownInHtmlExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.smarty import SmartyExtension
from markdown.extensions.tables import TableExtension
from markdown.preprocessors import Preprocessor

from editor.kramdown.stock.constructs import FENCE
from editor.kramdown.stock.definitions import NO_DEFINITIONS, Definitions
from editor.kramdown.stock.fragment import SLOT_END, SLOT_START, Fault, Fragment, slot
from editor.kramdown.stock.slots import SlotExtension

# Classes, not names: to look a name up, Python-Markdown reads what every installed package says of itself.
_EXTENSIONS = (
    AbbrExtension,
    AttrListExtension,
    DefListExtension,
    FencedCodeExtension,
    MarkdownInHtmlExtension,
    SaneListExtension,
    TableExtension,
    SmartyExtension,
)
_MAY_DEFINE = re.compile(r"\] ?:")
_IMAGE = re.compile(r"<img\b[^>]*?\bsrc=(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_TOC = re.compile(r"\s*(?:[*+-]|\d+\.)[ \t][^\n]*\n[ \t]*\{:[ ]*toc[ ]*\}\s*", re.IGNORECASE)
_BRACKET = re.compile(r"[\[\]<>()]|\n[ \t]*\n")
_PARTNERS = {"]": "[", ">": "<", ")": "("}
_MARKS = "*_`[<~"
_FEW_MARKS = 4000
_CODE = re.compile(rf"{FENCE}.*?^(?P=fence)|^(?: {{4}}|\t)[^\n]*$", re.MULTILINE | re.DOTALL)
_RUN_END = re.compile(r"\n(?=[ \t]*(?:\n|[-*+>|#]|\d+\.)|[^\n]*\|)")
# Reading a bracket costs as many steps as its partner is far away: 4 million steps take about half a second.
_COST_LIMIT = 4_000_000


class Converter:
    """Holds one Markdown engine; use it from one thread at a time."""

    def __init__(self) -> None:
        self._slots = SlotExtension()
        extensions = [*(extension() for extension in _EXTENSIONS), self._slots]
        self._markdown = Markdown(extensions=extensions, output_format="html")

    def definitions(self, chunk: str) -> Definitions:
        """What a chunk defines for the whole document."""
        if not _MAY_DEFINE.search(chunk) or _cost(chunk) > _COST_LIMIT:
            return NO_DEFINITIONS
        self._begin(NO_DEFINITIONS)
        try:
            self._parse(_clean(chunk))
        except RecursionError:
            return NO_DEFINITIONS
        return Definitions(
            tuple(sorted(self._markdown.references.items())),
            tuple(sorted(self._slots.abbreviations.items())),
            tuple(sorted((name, self._unstash(body)) for name, body in self._slots.footnotes.items())),
        )

    def fragment(self, chunk: str, definitions: Definitions) -> Fragment:
        """A chunk as HTML with slots. A chunk that would take too long or goes too deep is shown as its source."""
        if _TOC.fullmatch(chunk):
            return Fragment(slot("toc"))
        if _cost(chunk) > _COST_LIMIT:
            return _as_source(chunk, Fault.TOO_COSTLY)
        self._begin(definitions)
        try:
            html = self._markdown.convert(_clean(chunk))
        except RecursionError:
            return _as_source(chunk, Fault.TOO_DEEP)
        images = tuple(unescape(double or single) for double, single in _IMAGE.findall(html))
        return Fragment(html, tuple(self._slots.headers), tuple(self._slots.notes), images)

    def _begin(self, definitions: Definitions) -> None:
        self._slots.definitions = definitions
        self._markdown.reset()

    def _parse(self, text: str) -> None:
        lines = text.split("\n")
        preprocessor: Preprocessor
        for preprocessor in self._markdown.preprocessors:
            lines = preprocessor.run(lines)
        self._markdown.parser.parseDocument(lines)

    def _unstash(self, text: str) -> str:
        """Raw HTML and fenced code that the preprocessors took out of a footnote's body."""
        stash = self._markdown.htmlStash
        for number, raw in enumerate(stash.rawHtmlBlocks):
            text = text.replace(stash.get_placeholder(number), raw if isinstance(raw, str) else "")
        return text


def _clean(chunk: str) -> str:
    """Without the marks of slots, and without the lone carriage returns that Python-Markdown takes for line ends."""
    return chunk.replace(SLOT_START, "").replace(SLOT_END, "").replace("\r", " ")


def _as_source(chunk: str, fault: Fault) -> Fragment:
    return Fragment(f"<pre>{escape(_clean(chunk).strip(), quote=False)}</pre>", fault=fault)


def _cost(chunk: str) -> int:
    """An upper bound of the steps that a chunk takes, where their number is not simply that of its characters."""
    return _bracket_cost(chunk) + _mark_cost(chunk)


def _mark_cost(chunk: str) -> int:
    """For each emphasis, code span or link, Python-Markdown writes the whole paragraph (item, row) anew."""
    if sum(map(chunk.count, _MARKS)) < _FEW_MARKS or chunk.startswith("<"):
        return 0
    runs = _RUN_END.split(_CODE.sub("", chunk))
    return sum(sum(map(run.count, _MARKS)) ** 2 for run in runs) // 16


def _bracket_cost(chunk: str) -> int:
    """An upper bound of the characters that are read in search of closing brackets."""
    if chunk.count("[") + chunk.count("<") < 500:
        return 0
    cost = 0
    waiting: dict[str, list[int]] = {"[": [], "<": [], "(": []}
    for match in _BRACKET.finditer(chunk + "\n\n"):
        sign, at = match[0], match.start()
        if sign in waiting:
            waiting[sign].append(at)
        elif opener := _PARTNERS.get(sign):
            cost += at - waiting[opener].pop() if waiting[opener] else 0
        else:  # a blank line: a span ends with its paragraph
            cost += sum(at - start for starts in waiting.values() for start in starts)
            waiting = {"[": [], "<": [], "(": []}
    return cost
