"""Edits of one front matter value, each proved by reading the result: nothing but that value may differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from editor.errors import (
    CannotSplice,
    FrontMatterError,
    InvalidValue,
    InvalidYaml,
    KeyMissing,
    NotReachable,
    UnknownAlias,
)
from editor.site.front_matter_proof import difference
from editor.site.front_matter_reading import Entry, Reading, read
from editor.site.key_path import KeyPath, spell_key_path
from editor.site.scalars import Value, write_text, write_value
from editor.site.yaml_text.changes import Change, apply, insert_line, line_start, next_line, remove_lines
from editor.site.yaml_text.children import Place
from editor.site.yaml_text.edits import Editor, Leaf
from editor.site.yaml_text.nodes import MAX_DEPTH, Node, compose, key_text

# Where a new key goes: behind the nearest of its forerunners here that the post has.
_USUAL_ORDER = (
    "layout",
    "title",
    "subtitle",
    "date",
    "last_modified_at",
    "author",
    "categories",
    "category",
    "tags",
    "excerpt",
    "description",
    "image",
    "permalink",
    "published",
)
_RANKS = {name: rank for rank, name in enumerate(_USUAL_ORDER)}
# Jekyll splits a text at its spaces for these two (lib/jekyll/utils.rb:70-95).
_WORD_LISTS = (("categories",), ("tags",))
_LINE_BREAK = re.compile("[\r\n\x85\u2028\u2029]")
_TAGGED = re.compile(r"(?:&\S+\s+)?!")
_NOT_ONE = "it is not one value; text like it needs quotes"


def as_written(entry: Entry | None, value: Value) -> Value:
    """The value to write: a list of words stays the text of words that `categories` or `tags` was."""
    if entry is None or entry.path not in _WORD_LISTS or not isinstance(entry.value, str):
        return value
    if not isinstance(value, list) or not value:
        return value
    words = [word for word in value if isinstance(word, str) and word and not re.search(r"\s", word)]
    if len(words) < len(value):
        return value
    return entry.value if words == entry.value.split() else " ".join(words)


def read_source(key: str, source: str) -> Value:
    """The value of one line of YAML for `key`. Raises InvalidValue unless all of it is one flow or scalar value."""
    try:
        return _read_source(source)
    except InvalidYaml as error:
        reason = str(error.facts["reason"])
        if reason.endswith("needs quotes"):
            reason += ": " + write_text(source, quote='"')
        raise InvalidValue(key=key, line=1, column=error.column, reason=reason) from error


def _read_source(source: str) -> Value:
    if found := _LINE_BREAK.search(source):
        raise InvalidYaml(line=1, column=found.start() + 1, reason="the value must stand on one line")
    if not source:
        return None
    tree = compose(source)
    root = tree.root
    end = 0 if root is None else root.end
    if root is None or root.style == "empty" or root.start > 0 or end < len(source):
        rest = source[end:].lstrip()
        reason = "“#” begins a comment; text with it needs quotes" if rest.startswith("#") else _NOT_ONE
        raise InvalidYaml(line=1, column=len(source) - len(rest) + 1, reason=reason)
    if reason := _refusal(root, has_anchors=tree.has_anchors):
        column = root.pairs[0][0].end + 1 if root.style == "block" and root.pairs else 1  # the colon
        raise InvalidYaml(line=1, column=column, reason=reason)
    return root.value


def _refusal(root: Node, *, has_anchors: bool) -> str:
    """Why a node cannot be the value of a key on its line, or ""."""
    if has_anchors:
        return "text with “&” or “*” in front needs quotes"
    if root.style in ("literal", "folded"):
        return "the value must stand on one line"
    if root.style == "block":
        return {"map": "a value with a colon needs quotes", "list": "a list on one line needs brackets: [a, b]"}[
            root.kind
        ]
    return ""


@dataclass(frozen=True)
class Splice:
    """Edits one front matter; every method gives what is read of the new raw text, or raises CannotSplice."""

    reading: Reading
    newline: str

    def set_value(self, path: KeyPath, value: Value) -> Reading:
        """Give a key or item a value in the style of its old one, or add it. Raises NotReachable, too."""
        found = self._walk(path)
        if found.steps or found.node is None:
            leaves = [self._editor.leaf(value), self._editor.leaf(value, one_line=True)]
            return self._prove(path, [value], (self._added(found, leaf) for leaf in leaves))
        node, edits = found.node, (self._editor.change, self._editor.rewrite)
        return self._prove(path, [value], (edit(node, value, found.place) for edit in edits))

    def set_source(self, path: KeyPath, source: str, value: Value) -> Reading:
        """Give a key or item the value that `source` spells, as it is spelled unless it cannot stand there so."""
        found = self._walk(path)
        sources = [source, write_value(value, flow=True)] if found.place.flow else [source]
        if found.steps or found.node is None:
            leaves = [_as_given(each) for each in sources]
            return self._prove(path, [value], (self._added(found, leaf) for leaf in leaves))
        node = found.node
        return self._prove(path, [value], (self._editor.put(node, each, found.place) for each in sources))

    def remove(self, path: KeyPath) -> Reading:
        """Take out a key with its line, and the lines of its value, or an item of a list."""
        try:
            is_there = not self._walk(path).steps
        except NotReachable as error:
            raise KeyMissing(key=spell_key_path(path)) from error
        holder = self._walk(path[:-1])
        if holder.node is None or not is_there:
            raise KeyMissing(key=spell_key_path(path))
        index = _index(self.raw, holder.node, path[-1])
        is_last = holder.node is self.reading.root and len(holder.node.pairs) == 1 and holder.node.style == "block"
        if is_last:
            key, node = holder.node.pairs[0]
            return self._prove(path, [], [[remove_lines(self.raw, key.start, node.end)]])
        return self._prove(path, [], [self._editor.remove(holder.node, holder.place, index)])

    @property
    def raw(self) -> str:
        """The old raw text."""
        return self.reading.raw

    @property
    def _editor(self) -> Editor:
        return Editor(self.raw, self.newline)

    # -- where ----------------------------------------------------------------------------------------------------
    def _walk(self, path: KeyPath) -> Found:
        """As far along a path as there is something. Raises NotReachable or CannotSplice."""
        if path and not isinstance(path[0], str):
            raise NotReachable(line=1, key=spell_key_path(path), reason="the front matter is a map, not a list")
        if len(path) > MAX_DEPTH:
            reason = f"it leads more than {MAX_DEPTH} levels deep"
            raise NotReachable(line=1, key=spell_key_path(path), reason=reason)
        if "<<" in path:  # Psych merges what stands behind `<<` into the other keys, even where it is quoted
            raise CannotSplice(line=1, key=spell_key_path(path), reason="it merges other keys in")
        node, place = self.reading.root, Place(-1, 0, flow=False)
        for depth, step in enumerate(path):
            if node is None:
                self._check_positions(None, path, depth)
                return Found(None, place, path[depth:])
            self._check(node, path, depth)
            index = _index(self.raw, node, step)
            if index < 0:
                self._check_positions(node, path, depth)
                return Found(node, place, path[depth:])
            children = self._editor.children(node)
            if not children.is_usual(index):
                line = node.pairs[index][0].line + 1
                raise CannotSplice(line=line, key=spell_key_path(path), reason="its key is written in an unusual way")
            place = children.place(index)
            node = (node.items or [value for _, value in node.pairs])[index]
        return Found(node, place, ())

    def _check(self, node: Node, path: KeyPath, depth: int) -> None:
        """Refuse a step into what has no such children."""
        step, here = path[depth], f"“{spell_key_path(path[:depth])}”"
        if node.kind == "alias":
            reason = f"{here} repeats a value that stands elsewhere"
            raise CannotSplice(line=node.line + 1, key=spell_key_path(path), reason=reason)
        reason = ""
        # Of `!!str null` Psych makes a text, and a map behind that tag it cannot read.
        if node.kind == "scalar" and (node.value is not None or _TAGGED.match(self.raw, node.start)):
            reason = f"{here} is a single value"
        elif node.kind == "list" and isinstance(step, str):
            reason = f"{here} is a list, whose first item is {spell_key_path((*path[:depth], 0))}"
        elif node.kind == "map" and isinstance(step, int):
            reason = f"{here} is a map, whose values are named by their keys"
        if reason:
            raise NotReachable(line=node.line + 1, key=spell_key_path(path), reason=reason)

    def _check_positions(self, node: Node | None, path: KeyPath, depth: int) -> None:
        """Refuse what would leave a gap in a list: only its next item can come, and of a new list the first."""
        for position, step in enumerate(path[depth:], depth):
            count = len(node.items) if node is not None and position == depth else 0
            if isinstance(step, int) and step > count:
                before = path[:position]
                reason = f"the next item of “{spell_key_path(before)}” is {spell_key_path((*before, count))}"
                raise NotReachable(line=1 if node is None else node.line + 1, key=spell_key_path(path), reason=reason)

    # -- what is new ----------------------------------------------------------------------------------------------
    def _added(self, found: Found, leaf: Leaf) -> list[Change]:
        """A value where nothing stands: below what was found of its path."""
        if found.node is not None and found.node is not self.reading.root:
            return self._editor.add(found.node, found.place, found.steps, leaf)
        entries = self.reading.entries
        if self._is_flow:
            end = entries[-1].value_end if entries else self.raw.rfind("}")
            return [Change(end, end, (", " if entries else "") + self._editor.pair_in_flow(found.steps, leaf))]
        text = " " * self._column + self._editor.in_block(found.steps, self._column, leaf)
        return [insert_line(self.raw, self._position(str(found.steps[0])), text, self.newline)]

    @property
    def _is_flow(self) -> bool:
        return self.reading.root is not None and self.reading.root.style == "flow"

    @property
    def _column(self) -> int:
        """The column of the keys."""
        if not self.reading.entries:
            return 0
        start = self.reading.entries[0].key_start
        return start - line_start(self.raw, start)

    def _position(self, key: str) -> int:
        """Where the line of a new key goes: behind its nearest forerunner, else before its nearest follower."""
        entries = self.reading.entries
        if not entries:
            return len(self.raw)
        own = _RANKS.get(key, len(_RANKS))
        before = [entry for entry in entries if _RANKS.get(entry.key, own) < own]
        after = [entry for entry in entries if _RANKS.get(entry.key, -1) > own]
        if own == len(_RANKS) or not (before or after):
            return next_line(self.raw, entries[-1].value_end)
        if before:
            return next_line(self.raw, max(before, key=lambda entry: _RANKS[entry.key]).value_end)
        return line_start(self.raw, min(after, key=lambda entry: _RANKS[entry.key]).key_start)

    # -- proof --------------------------------------------------------------------------------------------------
    def _prove(self, path: KeyPath, wanted: list[Value], candidates: Iterable[Sequence[Change]]) -> Reading:
        """The first result that differs at `path` only; `wanted` is its value, or empty when the key goes."""
        reason = ""
        for changes in candidates:
            raw = apply(self.raw, changes)
            if raw is None:
                reason = "its parts overlap"
                continue
            result = read(raw)
            reason = _unreadable(result.fault) if result.fault else difference(self.reading, result, path, wanted)
            if not reason:
                return result
        raise CannotSplice(line=self._line(path), key=spell_key_path(path), reason=reason)

    def _line(self, path: KeyPath) -> int:
        """The line of a path, or of as much of it as there is."""
        entries = (self.reading.entry(path[:length]) for length in range(len(path), 0, -1))
        return next((entry.line for entry in entries if entry is not None), 1)


@dataclass(frozen=True)
class Found:
    """The last node on a path, None in an empty front matter, and the steps that lead on to nothing."""

    node: Node | None
    place: Place
    steps: KeyPath


def _unreadable(fault: FrontMatterError) -> str:
    is_repeated = isinstance(fault, UnknownAlias)
    return "another value repeats it" if is_repeated else "the result would not be valid YAML"


def _index(raw: str, node: Node, step: str | int) -> int:
    """The place of a key or item among its like, or -1."""
    if isinstance(step, int):
        return step if step < len(node.items) else -1
    return next((index for index, (key, _) in enumerate(node.pairs) if key_text(raw, key) == step), -1)


def _as_given(source: str) -> Leaf:
    return lambda _place, _map_column: source
