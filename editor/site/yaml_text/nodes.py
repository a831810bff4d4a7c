"""A YAML text as a tree of nodes: each knows its value as Jekyll reads it and the characters where it stands."""

from __future__ import annotations

import base64
import binascii
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from editor.errors import DuplicateKey, InvalidYaml, TooDeep, UnknownAlias
from editor.site.yaml_text.faults import invalid_yaml, line_starts
from editor.site.yaml_text.plain_scalars import Value, read_plain

MAX_DEPTH = 200
_MAX_CHARACTERS = 4 * 1024 * 1024
_MAX_NODES = 100_000  # aliases counted with all that they repeat

# libyaml is ten times faster, and it is what Ruby uses: it takes a tab after a colon, as Jekyll does.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STYLES = {"'": "single", '"': "double", "|": "literal", ">": "folded"}
_BINARY = ("tag:yaml.org,2002:binary", "!binary")
_TRAILING_BLANK_LINES = re.compile(r"(?:(?:\r\n|\r|\n)[ \t]*)+\Z")
_ODD_LINE_END = re.compile("[\x85\u2028\u2029]")  # to YAML only
_LAST_LINE_END = re.compile(r"(?:\r\n|\r|\n)\Z")


@dataclass(slots=True)
class Node:
    """A scalar, list, map or alias. `end` is the end of its last leaf: no blank line or comment behind it."""

    kind: str  # "scalar", "list", "map" or "alias"
    style: str  # "empty", "plain", "single", "double", "literal", "folded", "flow", "block" or "alias"
    value: Value
    start: int  # anchor and tag included
    end: int
    line: int  # from 0
    items: Sequence[Node] = ()
    pairs: Sequence[tuple[Node, Node]] = ()
    weight: int = 1


@dataclass(frozen=True)
class Tree:
    """The first document of a YAML text; `fault` is the first key that stands twice (Ruby takes the last)."""

    root: Node | None
    fault: DuplicateKey | None
    has_anchors: bool  # or aliases


def compose(source: str) -> Tree:
    """The tree of a YAML text. Raises InvalidYaml or TooDeep; libyaml never sees what could hang or kill it."""
    if len(source) > _MAX_CHARACTERS or _flow_depth(source) > MAX_DEPTH:
        raise TooDeep(limit=MAX_DEPTH)
    bom = source.startswith("\ufeff")  # its marks would count from behind it
    composer = _Composer(source, offset=1 if bom else 0)
    try:
        loader = _LOADER(source[1:] if bom else source)
        try:
            root = composer.document(loader)
        finally:
            loader.dispose()
    except (yaml.YAMLError, UnicodeError) as error:
        raise invalid_yaml(error, source) from error
    return Tree(root, composer.duplicate, composer.has_anchors)


def _flow_depth(source: str) -> int:
    """An upper bound for the depth of `[` and `{`: those in text and quotes count too."""
    if source.count("[") + source.count("{") <= MAX_DEPTH:
        return 0
    depth = deepest = 0
    for bracket in re.findall(r"[\[\]{}]", source):
        depth = depth + 1 if bracket in "[{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest


class _Composer:
    """Builds nodes from parser events, one document."""

    def __init__(self, source: str, *, offset: int) -> None:
        self.source = source
        self.offset = offset
        self.anchors: dict[str, Node | None] = {}  # None: not complete yet
        self.weight = 0
        self.duplicate: DuplicateKey | None = None
        self.has_anchors = False
        # Where lines begin, for every other program; None where YAML agrees, which it nearly always does.
        self.starts = line_starts(source) if _ODD_LINE_END.search(source) else None

    def document(self, loader: Any) -> Node | None:
        loader.get_event()  # the stream starts
        if loader.check_event(yaml.StreamEndEvent):
            return None
        loader.get_event()  # the document starts
        root = self._node(loader, loader.get_event(), 0)
        loader.get_event()  # the document ends; what cannot follow the root is an error here
        return root

    def _node(self, loader: Any, event: Any, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise TooDeep(limit=MAX_DEPTH)
        self.has_anchors = self.has_anchors or event.anchor is not None
        if event.anchor is None and isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        if event.anchor is not None:
            self.anchors[event.anchor] = None
        if isinstance(event, yaml.ScalarEvent):
            node = self._scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self._list(loader, event, depth)
        else:
            node = self._map(loader, event, depth)
        if event.anchor is not None:
            self.anchors[event.anchor] = node
        return node

    def _weigh(self, weight: int) -> None:
        self.weight += weight
        if self.weight > _MAX_NODES:
            raise TooDeep(limit=MAX_DEPTH)

    def _span(self, event: Any) -> tuple[int, int]:
        return event.start_mark.index + self.offset, event.end_mark.index + self.offset

    def _line(self, event: Any) -> int:
        mark = event.start_mark
        return int(mark.line) if self.starts is None else bisect_right(self.starts, mark.index + self.offset) - 1

    def _alias(self, event: Any) -> Node:
        start, end = self._span(event)
        line = self._line(event)
        place = {"line": line + 1, "column": event.start_mark.column + 1}
        if event.anchor not in self.anchors:  # Psych refuses it; SafeYAML reads nil, which no writer means
            reason = f"“*{event.anchor}” repeats nothing; a value that begins with “*” needs quotes"
            raise UnknownAlias(reason=reason, **place)
        target = self.anchors[event.anchor]
        if target is None:
            raise InvalidYaml(reason=f"“*{event.anchor}” stands inside the value that it repeats", **place)
        self._weigh(target.weight)
        return Node("alias", "alias", target.value, start, end, line, weight=target.weight)

    def _scalar(self, event: Any) -> Node:
        self._weigh(1)
        start, end = self._span(event)
        text, style = event.value, _STYLES.get(event.style, "plain")
        if style == "plain" and start == end:
            style = "empty"
        elif style in ("literal", "folded"):
            end = self._block_scalar_end(start, end)
        if event.tag in _BINARY:
            value: Value = _read_binary(text)
        elif style in ("plain", "empty") or event.tag not in (None, "!"):
            value = read_plain(text)  # SafeYAML types a quoted scalar with a tag as if it stood unquoted
        else:
            value = text
        return Node("scalar", style, value, start, end, self._line(event))

    def _block_scalar_end(self, start: int, end: int) -> int:
        text = self.source[start:end]
        header = text.split("\n", 1)[0].split("\r", 1)[0].split("#", 1)[0]
        blank = _LAST_LINE_END if "+" in header else _TRAILING_BLANK_LINES
        return start + len(blank.sub("", text))

    def _list(self, loader: Any, event: Any, depth: int) -> Node:
        self._weigh(1)
        start, end = self._span(event)
        node = Node("list", "flow" if event.flow_style else "block", None, start, end, self._line(event))
        items: list[Node] = []
        while not isinstance(item := loader.get_event(), yaml.SequenceEndEvent):
            items.append(self._node(loader, item, depth + 1))
        node.items, node.value = items, [item.value for item in items]
        self._close(node, item, items)
        return node

    def _map(self, loader: Any, event: Any, depth: int) -> Node:
        self._weigh(1)
        start, end = self._span(event)
        node = Node("map", "flow" if event.flow_style else "block", None, start, end, self._line(event))
        pairs: list[tuple[Node, Node]] = []
        while not isinstance(key := loader.get_event(), yaml.MappingEndEvent):
            key_node = self._node(loader, key, depth + 1)
            pairs.append((key_node, self._node(loader, loader.get_event(), depth + 1)))
        node.pairs, node.value = pairs, self._values(pairs)
        self._close(node, key, [each for pair in pairs for each in pair])
        return node

    def _close(self, node: Node, event: Any, children: list[Node]) -> None:
        node.weight = 1 + sum(child.weight for child in children)
        if node.style == "flow":
            node.end = event.end_mark.index + self.offset
        elif children:
            node.end = max(child.end for child in children)

    def _values(self, pairs: list[tuple[Node, Node]]) -> dict[str, Value]:
        """Keys as text; `<<` merges where it stands, and what comes later wins, as in SafeYAML."""
        values: dict[str, Value] = {}
        own: set[str] = set()
        for key, node in pairs:
            name = key_text(self.source, key)
            if name == "<<" and (merged := _merged(node.value)) is not None:
                values.update(merged)
                continue
            if name in own and self.duplicate is None:
                column = key.start - max(self.source.rfind(end, 0, key.start) for end in "\r\n")
                self.duplicate = DuplicateKey(line=key.line + 1, column=column, key=name)
            own.add(name)
            values[name] = node.value
        return values


def key_text(source: str, key: Node) -> str:
    """A key as text: what is written, without quotes."""
    if isinstance(key.value, str) and key.style != "empty":
        return str(key.value)
    return source[key.start : key.end]


def _merged(value: Value) -> dict[str, Value] | None:
    if isinstance(value, dict):
        return value
    if isinstance(value, list) and value and all(isinstance(each, dict) for each in value):
        merged: dict[str, Value] = {}
        for each in reversed(value):  # of several maps the first wins
            merged.update(each if isinstance(each, dict) else {})
        return merged
    return None


def _read_binary(text: str) -> str:
    try:
        return base64.b64decode(text, validate=False).decode("utf-8", "replace")
    except binascii.Error:
        return text
