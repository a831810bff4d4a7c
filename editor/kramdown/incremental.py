"""A document that is converted again with each change of its text, at the cost of what the change touched.

The law: the result is that of `to_html`, byte for byte, for every text and after any edits.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from editor.kramdown.answers import Name, answers_given, changed_names, merge
from editor.kramdown.assemble import assemble
from editor.kramdown.chunks import Chunk
from editor.kramdown.cut import NOTHING, Cut, cut_again
from editor.kramdown.definitions import Definitions
from editor.kramdown.document import adapt_source
from editor.kramdown.fragment import Fragment
from editor.kramdown.memo import Key, Memo, Rendered
from editor.kramdown.options import JEKYLL_DEFAULTS, Options
from editor.kramdown.spans.parser import SpanParser
from editor.kramdown.spans.tree_pass import read_spans
from editor.kramdown.tree import Node
from editor.kramdown.writer.fragment_writer import write_fragment

Item = TypeVar("Item")


@dataclass(frozen=True)
class Converted:
    """A state of the document: its chunks, the fragment and the finished HTML of each, and the footnotes' section."""

    chunks: tuple[Chunk, ...] = ()
    rendered: tuple[Rendered, ...] = ()
    pieces: tuple[str, ...] = ()
    footnotes: str = ""

    @property
    def html(self) -> str:
        """The whole document as kramdown writes it."""
        return "".join(self.pieces) + self.footnotes


class IncrementalDocument:
    """Holds the last state of a text and a memo of what chunks became, those of other texts included."""

    def __init__(self, options: Options = JEKYLL_DEFAULTS) -> None:
        self._options = options
        self._memo = Memo()
        self._cut = NOTHING
        self._definitions = Definitions()
        self._spans = SpanParser(options, self._definitions)
        self._converted = Converted()

    def update(self, text: str, between: Callable[[], None] = lambda: None) -> Converted:
        """Convert a text. `between` is called between chunks; if it raises, the document is as it was before."""
        text = adapt_source(text)
        if text == self._cut.text:
            return self._converted
        cut = cut_again(self._cut, text, self._options, between)
        work = _Work(self._options, self._memo, self._definitions, self._spans, between)
        converted = work.convert(self._cut, self._converted, cut)
        self._cut, self._converted = cut, converted
        self._definitions, self._spans = work.definitions, work.spans
        return converted


class _Work:
    """One update: from the state before to the state after."""

    def __init__(
        self, options: Options, memo: Memo, definitions: Definitions, spans: SpanParser, between: Callable[[], None]
    ) -> None:
        self._options = options
        self._memo = memo
        self._between = between
        self.definitions = definitions
        self.spans = spans

    def convert(self, old_cut: Cut, old: Converted, cut: Cut) -> Converted:
        head, gone, made = cut.head, _middle(old_cut.chunks, cut), _middle(cut.chunks, cut)
        defines_anew = [c for c in gone if c.definitions] != [c for c in made if c.definitions]
        changed = self._define(cut) if defines_anew else set()
        middle = tuple(self._rendered(chunk) for chunk in made)
        rendered = (*old.rendered[:head], *middle, *old.rendered[len(old.rendered) - cut.tail :])
        if changed:
            rendered = self._answered(cut, rendered, changed)
        plain = not defines_anew and all(each.html is not None for each in (*_middle(old.rendered, cut), *middle))
        if plain:
            html = tuple(each.html or "" for each in middle)
            pieces = (*old.pieces[:head], *html, *old.pieces[len(old.pieces) - cut.tail :])
            return Converted(cut.chunks, rendered, pieces, old.footnotes)
        return self._assembled(cut, rendered)

    def _define(self, cut: Cut) -> set[Name]:
        """Take over what the chunks define now; the names that changed."""
        old = self.definitions
        self.definitions = merge(cut.chunks, self._options)
        self.spans = SpanParser(self._options, self.definitions)
        return changed_names(old, self.definitions)

    def _answered(self, cut: Cut, rendered: tuple[Rendered, ...], changed: set[Name]) -> tuple[Rendered, ...]:
        """With those chunks rendered again that asked for a name that changed."""
        return tuple(
            self._rendered(chunk) if each.answers.hang_on(chunk.text, changed) else each
            for chunk, each in zip(cut.chunks, rendered, strict=True)
        )

    def _rendered(self, chunk: Chunk) -> Rendered:
        key = Key(chunk.text, chunk.is_first)
        found = self._memo.find(key, self.definitions)
        if found is not None:
            return found
        self._between()
        tree, _ = chunk.parse(self._options)
        return self._render(key, tree, chunk.options, after_blank=not chunk.is_first)

    def _note(self, _name: str) -> Fragment | None:
        return None

    def _render(self, key: Key, tree: Node, options: Options | None, *, after_blank: bool) -> Rendered:
        spans = self.spans if options is None else SpanParser(options, self.definitions)
        for asked in (spans.asked_links, spans.asked_footnotes, spans.asked_alds):
            asked.clear()
        read_spans(tree, spans, after_blank=after_blank)
        fragment = write_fragment(tree, spans.options, self.definitions)
        html = "".join(piece for piece in fragment.pieces if isinstance(piece, str))
        has_slots = bool(fragment.toc) or not all(isinstance(piece, str) for piece in fragment.pieces)
        rendered = Rendered(fragment, answers_given(spans, key.text), spans.options, None if has_slots else html)
        self._memo.keep(key, rendered)
        return rendered

    def _assembled(self, cut: Cut, rendered: tuple[Rendered, ...]) -> Converted:
        slotted = [each.fragment for each in rendered if each.html is None]
        options = rendered[-1].options if rendered else self._options
        assembled = assemble(slotted, options, self._note)
        filled = iter(assembled.pieces)
        pieces = tuple(next(filled) if each.html is None else each.html for each in rendered)
        return Converted(cut.chunks, rendered, pieces, assembled.footnotes)


def _middle(items: tuple[Item, ...], cut: Cut) -> tuple[Item, ...]:
    """What an edit touched."""
    return items[cut.head : len(items) - cut.tail]
