"""A document that is converted again with each change of its text, at the cost of what the change touched.

The law: the result is that of `to_html`, byte for byte, for every text and after any edits.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from editor.kramdown.answers import Answers, Name, answers_given, changed_names, merge, words_in
from editor.kramdown.assemble import Assembler
from editor.kramdown.chunks import Chunk
from editor.kramdown.cut import NOTHING, Cut, cut_again
from editor.kramdown.definitions import Definitions, predefined
from editor.kramdown.document import OPTIONS, adapt_source, convert_whole
from editor.kramdown.fragment import Fragment
from editor.kramdown.gfm.hard_breaks import break_lines, may_have_breaks
from editor.kramdown.memo import Key, Memo, Rendered
from editor.kramdown.options import JEKYLL_DEFAULTS, Options
from editor.kramdown.spans.parser import SpanParser
from editor.kramdown.spans.tree_pass import read_spans
from editor.kramdown.tree import Node
from editor.kramdown.writer.fragment_writer import context_for, write_in, write_note_in

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Part:
    """A chunk of the text and what it became."""

    text: str
    lines: int
    html: str
    images: tuple[str, ...]  # targets of its pictures


@dataclass(frozen=True)
class Converted:
    """A state of the document: its parts, and the footnotes' section if it stands at the end.

    Parts that an update left as they were are the same objects.
    """

    parts: tuple[Part, ...] = ()
    footnotes: str = ""

    @property
    def html(self) -> str:
        """The whole document as kramdown writes it."""
        return "".join(part.html for part in self.parts) + self.footnotes


@dataclass(frozen=True)
class _State:
    """All that is known of one text: one rendered chunk and one part for each chunk of the cut."""

    definitions: Definitions
    cut: Cut = NOTHING
    notes: dict[str, Chunk] = field(default_factory=dict)
    rendered: tuple[Rendered, ...] = ()
    converted: Converted = field(default_factory=Converted)


class IncrementalDocument:
    """Holds the last state of a text and a memo of what chunks became, those of other texts included."""

    def __init__(self, options: Options = JEKYLL_DEFAULTS) -> None:
        self._options = options
        self._memo = Memo()
        self._assembler = Assembler()
        self._text = ""
        self._state = _State(predefined(options.link_defs))

    def update(self, text: str, between: Callable[[], None] = lambda: None) -> Converted:
        """Convert a text. `between` is called between chunks; if it raises, the document is as it was before."""
        text = adapt_source(text)
        if text != self._text:
            between()
            if OPTIONS in text:
                self._state = self._whole(text)
            else:
                cut = cut_again(self._state.cut, text, self._options, between)
                self._state = self._next(cut, between)
            self._text = text
        return self._state.converted

    def _whole(self, text: str) -> _State:
        """Options that a text sets may reach everywhere: nothing is kept of such a text."""
        fragment, left, note = convert_whole(text, self._options)
        assembled = self._assembler.assemble([fragment], left, note)
        part = Part(text, text.count("\n"), assembled.pieces[0], fragment.images)
        converted = Converted((part,), assembled.footnotes)
        return _State(predefined(self._options.link_defs), converted=converted)

    def _next(self, cut: Cut, between: Callable[[], None]) -> _State:
        old = self._state
        gone, made = _middle(old.cut.chunks, cut), _middle(cut.chunks, cut)
        state = replace(old, cut=cut)
        changed: set[Name] = set()
        defines_anew = [each for each in gone if each.definitions] != [each for each in made if each.definitions]
        if defines_anew:
            definitions, notes = merge(cut.chunks, self._options)
            changed = changed_names(old.definitions, definitions)
            state = replace(state, definitions=definitions, notes=notes)
        chunk_writer = _ChunkWriter(self._options, state.definitions, self._memo, between)
        fresh = [chunk_writer.write(chunk) for chunk in made]
        before = _spliced(old.rendered, cut, fresh)
        hanging = _hanging_on(changed, cut.chunks, before, known=old.definitions.abbreviations)
        anew = {number: chunk_writer.write(cut.chunks[number]) for number in hanging}
        state = replace(state, rendered=_with(before, anew))
        touched = (*_middle(old.rendered, cut), *fresh, *anew.values(), *(before[number] for number in anew))
        parts = _spliced(old.converted.parts, cut, [_part(*each) for each in zip(made, fresh, strict=True)])
        parts = _with(parts, {number: _part(cut.chunks[number], each) for number, each in anew.items()})
        has_notes = defines_anew and (state.notes or old.notes)
        if has_notes or not old.rendered or any(each.html is None for each in touched):
            return replace(state, converted=self._assembled(state, parts, chunk_writer))
        return replace(state, converted=replace(old.converted, parts=parts))

    def _assembled(self, state: _State, parts: tuple[Part, ...], chunk_writer: _ChunkWriter) -> Converted:
        """All slots filled: those of one chunk may change what stands in those of any other.

        Of the parts only those without slots are right; those with slots may be as they were before.
        """

        def note(name: str) -> Fragment:
            return chunk_writer.write_note(state.notes[name], name).fragment

        slotted = [number for number, each in enumerate(state.rendered) if each.html is None]
        fragments = [state.rendered[number].fragment for number in slotted]
        assembled = self._assembler.assemble(fragments, self._options, note)
        refilled = {
            number: _part(state.cut.chunks[number], state.rendered[number], html, known=parts[number])
            for number, html in zip(slotted, assembled.pieces, strict=True)
        }
        return Converted(_with(parts, refilled), assembled.footnotes)


class _ChunkWriter:
    """Reads the spans of chunks and writes them, where the memo does not know the result."""

    def __init__(self, options: Options, definitions: Definitions, memo: Memo, between: Callable[[], None]) -> None:
        self._options = options
        self._definitions = definitions
        self._memo = memo
        self._between = between
        self._spans = SpanParser(options, definitions)
        self._context = context_for(options, definitions)

    def write(self, chunk: Chunk) -> Rendered:
        """What a chunk becomes."""
        key = Key(chunk.text, chunk.is_first)
        found = self._memo.find(key, self._definitions)
        if found is not None:
            return found
        self._between()
        tree = chunk.take_tree(self._options)
        answers = self._read_spans(tree, key.text, after_blank=not chunk.is_first)
        if self._options.is_gfm and may_have_breaks(key.text, hard_wrap=self._options.hard_wrap):
            break_lines(tree, hard_wrap=self._options.hard_wrap)
        return self._keep(key, write_in(self._context, (tree,)), answers)

    def write_note(self, chunk: Chunk, name: str) -> Rendered:
        """What a footnote becomes that a chunk defines."""
        key = Key(chunk.text, chunk.is_first, name)
        found = self._memo.find(key, self._definitions)
        if found is not None:
            return found
        content = chunk.take_note(name, self._options)
        answers = self._read_spans(content, key.text)
        return self._keep(key, write_note_in(self._context, name, content), answers)

    def _read_spans(self, tree: Node, text: str, *, after_blank: bool = False) -> Answers:
        spans = self._spans
        for asked in (spans.asked_links, spans.asked_footnotes, spans.asked_alds):
            asked.clear()
        read_spans(tree, spans, after_blank=after_blank)
        return answers_given(spans, text)

    def _keep(self, key: Key, fragment: Fragment, answers: Answers) -> Rendered:
        is_plain = not fragment.toc and all(isinstance(piece, str) for piece in fragment.pieces)
        html = "".join(map(str, fragment.pieces)) if is_plain else None
        rendered = Rendered(fragment, answers, html)
        self._memo.keep(key, rendered)
        return rendered


def _part(chunk: Chunk, rendered: Rendered, filled: str | None = None, *, known: Part | None = None) -> Part:
    """The same part as it was, if the chunk and its HTML are the same."""
    html = rendered.html or filled or ""
    if known is not None and known.html is html and known.text is chunk.text:
        return known
    return Part(chunk.text, chunk.lines, html, rendered.fragment.images)


def _hanging_on(
    changed: set[Name], chunks: Sequence[Chunk], rendered: Sequence[Rendered], *, known: Collection[str]
) -> list[int]:
    """The numbers of the chunks that asked for one of the names, or in which an abbreviation of them may stand.

    Which of the `known` abbreviations may stand in a chunk has been found out before.
    """
    if not changed:
        return []
    words = {name for kind, name in changed if kind == "abbreviations"}
    new_words = words.difference(known)
    return [
        number
        for number, each in enumerate(rendered)
        if (each.answers.by_name and not changed.isdisjoint(each.answers.by_name))
        or (each.answers.abbreviations and not words.isdisjoint(each.answers.abbreviations))
        or (new_words and words_in(chunks[number].text, new_words))
    ]


def _middle(items: tuple[Item, ...], cut: Cut) -> tuple[Item, ...]:
    """What an edit touched."""
    return items[cut.head : len(items) - cut.tail]


def _spliced(items: tuple[Item, ...], cut: Cut, made: Sequence[Item]) -> tuple[Item, ...]:
    """With what was made in place of what an edit touched."""
    return (*items[: cut.head], *made, *items[len(items) - cut.tail :])


def _with(items: tuple[Item, ...], anew: Mapping[int, Item]) -> tuple[Item, ...]:
    """With some of them in place of others."""
    if not anew:
        return items
    changed = list(items)
    for number, item in anew.items():
        changed[number] = item
    return tuple(changed)
