"""Edits of one front matter key, each proved by reading the result: nothing but that key may differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from editor.errors import CannotSplice, InvalidValue, InvalidYaml
from editor.site.block_scalars import can_be_block
from editor.site.front_matter_reading import Entry, Reading, read
from editor.site.scalars import Timestamp, Value, same, write_text, write_value
from editor.site.yaml_edits import (
    Change,
    Editor,
    Place,
    apply,
    insert_line,
    line_start,
    next_line,
    remove_lines,
)
from editor.site.yaml_nodes import Node, compose

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
_WORD_LISTS = ("categories", "tags")
_LINE_BREAK = re.compile("[\r\n\x85\u2028\u2029]")
_NOT_ONE = "it is not one value; text like it needs quotes"


def as_written(entry: Entry | None, value: Value) -> Value:
    """The value to write: a list of words stays the text of words that `categories` or `tags` was."""
    if entry is None or entry.key not in _WORD_LISTS or not isinstance(entry.value, str):
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
    """Edits one raw text; every method gives the new raw text, or raises CannotSplice."""

    raw: str
    newline: str
    reading: Reading

    def set_value(self, key: str, value: Value) -> str:
        """Give `key` a value in the style of its old one, or add it."""
        self._refuse_merge(key)
        if self._entry(key) is None:
            return self._prove(key, [value], (self._added(key, line) for line in self._lines(key, value)))
        node, place = self._locate(key)
        editor = Editor(self.raw, self.newline)
        return self._prove(key, [value], (edit(node, value, place) for edit in (editor.change, editor.rewrite)))

    def set_source(self, key: str, source: str, value: Value) -> str:
        """Give `key` the value that `source` spells, as it is spelled."""
        self._refuse_merge(key)
        if self._entry(key) is None:
            line = f"{write_text(key)}: {source}".rstrip()
            return self._prove(key, [value], [self._added(key, line)])
        node, place = self._locate(key)
        return self._prove(key, [value], [Editor(self.raw, self.newline).put(node, source, place)])

    def remove(self, key: str) -> str:
        """Take out `key` with its line, and the lines of its value."""
        node, place = self._locate(key)
        if place.flow:
            raise CannotSplice(line=1, key=key, reason="all keys stand in one pair of braces")
        return self._prove(key, [], [[remove_lines(self.raw, place.colon - 1, node.end)]])

    @staticmethod
    def _refuse_merge(key: str) -> None:
        """Psych merges what stands behind `<<` into the other keys, even where it is quoted."""
        if key == "<<":
            raise CannotSplice(line=1, key=key, reason="it merges other keys in")

    # -- where --------------------------------------------------------------------------------------------------
    def _entry(self, key: str) -> Entry | None:
        return next((entry for entry in self.reading.entries if entry.key == key), None)

    def _locate(self, key: str) -> tuple[Node, Place]:
        pairs = [] if self.reading.root is None else self.reading.root.pairs
        key_node, node = next(pair for pair, entry in zip(pairs, self.reading.entries, strict=True) if entry.key == key)
        begins = line_start(self.raw, key_node.start)
        begins_line = not self.raw[begins : key_node.start].strip(" ")
        if key_node.kind != "scalar" or not (self._is_flow or begins_line):
            raise CannotSplice(line=key_node.line + 1, key=key, reason="its key is written in an unusual way")
        colon = Editor(self.raw, self.newline).colon(key_node)
        return node, Place(colon, key_node.start - begins, self._is_flow)

    @property
    def _is_flow(self) -> bool:
        return self.reading.root is not None and self.reading.root.style == "flow"

    @property
    def _column(self) -> int:
        """The column of the keys."""
        if not self.reading.entries or self._is_flow:
            return 0
        start = self.reading.entries[0].key_start
        return start - line_start(self.raw, start)

    # -- new keys -----------------------------------------------------------------------------------------------
    def _lines(self, key: str, value: Value) -> Iterator[str]:
        """A new key with its value: as a block if it has several lines, else (or where no block fits) on one line."""
        name = write_text(key) + ":"
        if value is None:
            yield name
        elif isinstance(value, Timestamp):
            yield f"{name} {value}"
        else:
            if isinstance(value, str) and "\n" in value and can_be_block(value) and not self._is_flow:
                block = Editor(self.raw, self.newline).block(value, None, Place(-1, self._column, flow=False))
                yield f"{name} {block}"
            yield f"{name} {write_value(value, flow=self._is_flow)}"

    def _added(self, key: str, line: str) -> list[Change]:
        entries = self.reading.entries
        if self._is_flow:
            end = entries[-1].value_end if entries else self.raw.rfind("}")
            return [Change(end, end, (", " if entries else "") + line)]
        return [insert_line(self.raw, self._position(key), " " * self._column + line, self.newline)]

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
    def _prove(self, key: str, wanted: list[Value], candidates: Iterable[Sequence[Change]]) -> str:
        """The first result that differs in `key` only; `wanted` is its value, or empty when the key goes."""
        reason = ""
        for changes in candidates:
            raw = apply(self.raw, changes)
            reason = "its parts overlap" if raw is None else self._difference(raw, key, wanted)
            if raw is not None and not reason:
                return raw
        old = self._entry(key)
        raise CannotSplice(line=old.line if old else 1, key=key, reason=reason)

    def _difference(self, raw: str, key: str, wanted: list[Value]) -> str:
        """What else than wanted a new raw text would change; "" when it is right."""
        result = read(raw)
        if result.fault is not None:
            return "the result would not be valid YAML"
        old = [entry for entry in self.reading.entries if entry.key != key]
        new = [entry for entry in result.entries if entry.key != key]
        if [entry.key for entry in old] != [entry.key for entry in new]:
            return "other keys would change"
        for one, other in zip(old, new, strict=True):
            unmoved = _whole_source(self.raw, one) == _whole_source(raw, other)
            if not unmoved or not same(one.value, other.value):
                return f"“{one.key}” depends on it"
        if not same(_without(self.reading.values, key), _without(result.values, key)):
            return "other keys depend on it"
        got = [entry.value for entry in result.entries if entry.key == key]
        right = len(got) == len(wanted) and all(map(_means, got, wanted))
        if not right or (wanted and not _means(result.values.get(key), wanted[0])):
            return "it would be read as something else"
        return ""


def _whole_source(raw: str, entry: Entry) -> str:
    return raw[entry.key_start : entry.value_end]


def _without(values: dict[str, Value], key: str) -> dict[str, Value]:
    return {name: value for name, value in values.items() if name != key}


def _means(got: Value, wanted: Value) -> bool:
    """A date is written as spelled, even where Ruby reads that spelling as text."""
    if isinstance(wanted, Timestamp) and isinstance(got, str):
        return str(got) == str(wanted)
    return same(got, wanted)
