"""Repairs of broken front matter, offered only where it is certain what the writer means.

A repair changes one line (of tabs: the lines of one key; of a repeated key: its own lines). It is certain when the
result can be read and holds, at that very place, the very text that the writer typed; all else is as it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from editor.errors import DuplicateKey, FrontMatterError, InvalidValue, InvalidYaml, NotAMapping
from editor.site.front_matter_reading import Reading, read
from editor.site.scalars import same, write_text
from editor.site.yaml_text.changes import line_end, line_start, next_line
from editor.site.yaml_text.faults import line_starts
from editor.site.yaml_text.line import YamlLine, closing_quote, read_line
from editor.site.yaml_text.mistakes import GLUED
from editor.site.yaml_text.nodes import Node, key_text

QUOTE = "Put quotes around the value"
DOUBLE_BACKSLASHES = "Double the backslashes"
DOUBLE_APOSTROPHES = "Double the apostrophe"
CLOSE_QUOTE = "Close the quote"
CLOSE_LIST = "Close the list"
ADD_SPACE = "Put a space behind the colon"
REPLACE_TABS = "Use spaces in place of tabs"
REMOVE_REPEATED = "Remove the second “{key}”"

_MAX_CHARACTERS = 1_000_000
_SHORT = 80
_SPACES = "  "  # for a tab
_LIST_KEYS = ("categories", "tags")
_NO_TEXT_KEYS = (*_LIST_KEYS, "date")  # quotes would not make of their values what is meant
_COMMENT = re.compile(r"[ \t]#")
_ANY_COMMENT = re.compile(r"^#|[ \t]#", re.MULTILINE)
_CONTROL = re.compile("[\x00-\x08\x0a-\x1f\x7f]")
_LIQUID = ("{{", "{%")
_CLOSING = {"[": "]", "{": "}"}
_SMART_QUOTES = re.compile("[“”„‟‘‚‛″]")
_INNER_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_LEADING_APOSTROPHE = re.compile(r"'(?:tis|twas|til|em|n|cause|cos|bout|round|\d\d)\b", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0abt\tnvfre \"/\\N_LP]|$)")
_TABS = re.compile(r"\t+(?=[^\s])")
_INDENTED = re.compile(r"[ \t]")


@dataclass(frozen=True)
class Fix:
    """`label` is the text of a button; `raw` is the whole front matter, repaired; `line` counts from 1."""

    label: str
    raw: str
    line: int
    written: str = ""  # the repaired line, where there is just one

    @property
    def advice(self) -> str:
        """What to do, for those who have no button: with the line to write, if it is short."""
        return f"{self.label}: {self.written}" if 0 < len(self.written) <= _SHORT else f"{self.label}."


@dataclass(frozen=True)
class _Repair:
    """One line written anew: where its value stands then, and what it must be (None: whatever is written there)."""

    label: str
    text: str
    start: int
    end: int
    value: str | None


def find_fix(raw: str, fault: FrontMatterError) -> Fix | None:
    """The certain repair of a fault, or None."""
    if len(raw) > _MAX_CHARACTERS or fault.line is None or isinstance(fault, InvalidValue):
        return None
    if isinstance(fault, DuplicateKey):
        return _without_repeated(raw, str(fault.facts["key"]), fault.line)
    starts = line_starts(raw)
    if not isinstance(fault, InvalidYaml | NotAMapping) or fault.line > len(starts):
        return None
    start = starts[fault.line - 1]
    end = line_end(raw, start)
    line = read_line(raw[start:end])
    if "\t" in line.text[: line.indent]:
        return _without_tabs(raw, starts, fault.line)
    for repair in _repairs(line):
        fixed = raw[:start] + repair.text + raw[end:]
        if _holds(read(fixed), start + repair.start, start + repair.end, repair.value):
            return Fix(repair.label, fixed, fault.line, repair.text.strip())
    return None


def _holds(reading: Reading, start: int, end: int, value: str | None) -> bool:
    """Whether the text can be read, and has at this place just this value."""
    if reading.fault is not None or reading.root is None:
        return False
    node = _node_at(reading.root, start)
    return node is not None and node.end == end and (value is None or same(node.value, value))


def _node_at(root: Node, start: int) -> Node | None:
    """The value that begins at a place; of a map or list in block form, its first one."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.start == start and node.style != "block":
            return node
        waiting += node.items
        waiting += (each for _key, each in node.pairs)
    return None


# -- one line ----------------------------------------------------------------------------------------------------
def _repairs(line: YamlLine) -> Iterator[_Repair]:
    """What could be meant by the line; of these the first that holds is it."""
    for repair in _KINDS:
        if (made := repair(line)) is not None:
            yield made


def _spaced(line: YamlLine) -> _Repair | None:
    found = GLUED.match(line.text)
    if line.key or line.is_item or found is None:
        return None
    at = found.end()
    rest = read_line(line.text[at:])
    start = at + 1 + rest.indent
    value = line.text[at:].rstrip(" \t")
    if value[0] in "*&!" or _COMMENT.search(value):  # an alias, an anchor or a tag would not be shown as typed
        return None
    return _Repair(ADD_SPACE, f"{line.text[:at]} {line.text[at:]}", start, start + len(value), None)


def _escaped(line: YamlLine) -> _Repair | None:
    """Backslashes that mean themselves, as in the path of a file; not where one of them could mean something else."""
    inner = _inner(line, '"')
    if inner is None:
        return None
    meant = re.sub(r"\\([\"\\])", r"\1", inner)
    others = re.sub(r"\\[\"\\]", "", inner)
    if "\\" not in others or any(_ESCAPE.match(others, found.start()) for found in re.finditer(r"\\", others)):
        return None
    doubled = re.sub(r"(\\[\"\\])|\\", lambda found: found[1] or "\\\\", inner)
    label = DOUBLE_BACKSLASHES if others.count("\\") > 1 else DOUBLE_BACKSLASHES.removesuffix("es")
    return _replaced(line, label, f'"{doubled}"', meant)


def _apostrophes(line: YamlLine) -> _Repair | None:
    inner = _inner(line, "'")
    if inner is None:
        return None
    doubled = _INNER_APOSTROPHE.sub("''", inner)
    if doubled == inner or "'" in doubled.replace("''", ""):
        return None
    return _replaced(line, DOUBLE_APOSTROPHES, f"'{doubled}'", doubled.replace("''", "'"))


def _inner(line: YamlLine, quote: str) -> str | None:
    """What stands between the quotes of a value that begins and ends with one."""
    value = line.value
    is_quoted = len(value) > 1 and value[0] == quote == value[-1]
    return value[1:-1] if is_quoted else None


def _closed_quote(line: YamlLine) -> _Repair | None:
    value = line.value
    quote = value[:1]
    if quote not in ("'", '"') or quote in value[1:] or not value[1:].strip():
        return None
    if "\\" in value or _SMART_QUOTES.search(value) or _COMMENT.search(value) or _LEADING_APOSTROPHE.match(value):
        return None
    return _replaced(line, CLOSE_QUOTE, value + quote, value[1:])


def _closed_list(line: YamlLine) -> _Repair | None:
    if line.key not in _LIST_KEYS or not line.value.startswith("[") or "]" in line.value or line.comment:
        return None
    return _replaced(line, CLOSE_LIST, line.value + "]", None)


def _quoted(line: YamlLine) -> _Repair | None:
    value = line.value
    if not value or not (line.key or line.is_item) or _CONTROL.search(value):
        return None
    if line.key in _NO_TEXT_KEYS or (line.is_item and _is_pair(line)):
        return None
    if _is_quote_or_flow(value) or _is_comment_in_doubt(line):
        return None
    return _replaced(line, QUOTE, write_text(value, quote=_best_quote(value)), value)


def _is_pair(line: YamlLine) -> bool:
    """Whether an item might be a key with its value, or just a text with a colon."""
    return re.search(r":(?:\s|$)", line.value) is not None


def _is_quote_or_flow(value: str) -> bool:
    """Whether what the value begins with may be meant as YAML: a quoted text, a list, a map."""
    first = value[0]
    if first in "'\"":
        return closing_quote(value) < 0 or value[-1] == first
    if first not in _CLOSING or value.startswith(_LIQUID):
        return False
    inner, closing, _rest = value[1:].partition(_CLOSING[first])
    return not closing or value.endswith(closing) or re.search(r",|:\s", inner) is not None


def _is_comment_in_doubt(line: YamlLine) -> bool:
    """`# note` is a comment to everyone; `#1` is one to YAML only."""
    if line.comment:
        return not re.match(r"[ \t]+#(?:[ \t]|\Z)", line.comment) or line.value[0] in "[{"
    return _COMMENT.search(line.value) is not None


def _best_quote(value: str) -> str:
    return "'" if '"' in value and "'" not in value else '"'


def _replaced(line: YamlLine, label: str, source: str, value: str | None) -> _Repair:
    """The line with another value; blanks and comment behind it stay."""
    behind = line.text[line.start + len(line.value) :]
    return _Repair(label, line.text[: line.start] + source + behind, line.start, line.start + len(source), value)


_KINDS: tuple[Callable[[YamlLine], _Repair | None], ...] = (
    _spaced,
    _escaped,
    _apostrophes,
    _closed_quote,
    _closed_list,
    _quoted,
)


# -- several lines -----------------------------------------------------------------------------------------------
def _without_tabs(raw: str, starts: list[int], line: int) -> Fix | None:
    """Tabs as spaces, if all lines below one key are indented by tabs alone: their levels are then the same."""
    ends = [*starts[1:], len(raw)]
    lines = [raw[start:end] for start, end in zip(starts, ends, strict=True)]
    first, last = line - 1, line
    while first > 0 and _is_below(lines[first - 1]):
        first -= 1
    while last < len(lines) and _is_below(lines[last]):
        last += 1
    below = lines[first:last]
    if first == 0 or not all(_TABS.match(each) or not each.strip() for each in below):
        return None
    spaced = [_TABS.sub(lambda found: _SPACES * len(found[0]), each, count=1) for each in below]
    fixed = "".join((*lines[:first], *spaced, *lines[last:]))
    reading = read(fixed)
    is_its_value = any(entry.line == first and _is_below_key(entry.style) for entry in reading.entries)
    if reading.fault is not None or not is_its_value:
        return None
    return Fix(REPLACE_TABS, fixed, line)


def _is_below(text: str) -> bool:
    return _INDENTED.match(text) is not None or not text.strip()


def _is_below_key(style: str) -> bool:
    return style in ("block", "literal", "folded")


def _without_repeated(raw: str, key: str, line: int) -> Fix | None:
    """The front matter without a key that says again what it has said before."""
    reading = read(raw)
    found = None if reading.root is None else _repeated(raw, reading.root, key, line)
    if found is None:
        return None
    start, end = line_start(raw, found[0].start), max(found[0].end, found[1].end)
    removed = raw[start : next_line(raw, end)]
    before, behind = raw[start : found[0].start], raw[end : line_end(raw, end)]
    if before.strip(" ") or behind.strip(" \t:") or _ANY_COMMENT.search(removed):
        return None
    fixed = raw[:start] + raw[start + len(removed) :]
    after = read(fixed)
    if after.fault is not None or not same(after.values, reading.values):
        return None
    return Fix(REMOVE_REPEATED.format(key=key), fixed, line)


def _repeated(raw: str, root: Node, key: str, line: int) -> tuple[Node, Node] | None:
    """The pair with a key on a line, if a pair before it in the same map is equal."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        pairs = [pair for pair in node.pairs if key_text(raw, pair[0]) == key] if node.style == "block" else []
        for index, pair in enumerate(pairs[1:], 1):
            if pair[0].line + 1 == line:
                return pair if same(pair[1].value, pairs[index - 1][1].value) else None
        waiting += node.items
        waiting += (each for _key, each in node.pairs)
    return None
