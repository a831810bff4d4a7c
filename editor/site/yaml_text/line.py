"""One line of YAML as its writer means it, whether YAML can read it or not: a key or a dash, and the value behind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from editor.site.yaml_text.changes import LINE_END

_LINE = re.compile(
    r"""(?P<before>[ \t]*(?P<dashes>(?:-[ \t]+)*))
        (?:(?P<key>"[^"]{1,99}"|'[^']{1,99}'|\w[\w ./-]{0,98})(?P<colon>:)(?=[ \t]|\Z)[ \t]*)?
        (?P<rest>.*)\Z""",
    re.VERBOSE | re.DOTALL,
)
_COMMENT = re.compile(r"(?<![^ \t])#")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*\Z")


@dataclass(frozen=True)
class YamlLine:
    """`start` is where the value begins; `value` ends before a comment and the blanks in front of it."""

    text: str
    indent: int
    is_item: bool
    key: str  # as written; "" without one
    colon: int  # where the key's colon stands; -1 without one
    start: int
    value: str
    comment: str  # with the blanks in front of it

    @property
    def is_blank(self) -> bool:
        """Whether it holds nothing, or a comment only."""
        return not self.value and not self.key and not self.is_item

    @property
    def has_block_below(self) -> bool:
        """Whether its value is the mark of a block scalar."""
        return _BLOCK_HEADER.match(self.value) is not None


def read_line(text: str) -> YamlLine:
    """Take a line apart; every line can be."""
    found = _LINE.match(text)
    assert found is not None
    rest = found["rest"]
    comment = None if rest[:1] in ('"', "'") else _COMMENT.search(rest)
    value = (rest if comment is None else rest[: comment.start()]).rstrip(" \t")
    return YamlLine(
        text,
        indent=len(text) - len(text.lstrip(" \t")),
        is_item=bool(found["dashes"]),
        key=found["key"] or "",
        colon=found.start("colon"),
        start=found.start("rest"),
        value=value,
        comment="" if comment is None else rest[len(value) :],
    )


def split_lines(source: str) -> list[str]:
    """The lines of a text without their ends, as every program but YAML counts them."""
    return LINE_END.split(source)


def closing_quote(text: str, start: int = 0) -> int:
    """Where the quote that opens at `start` is closed, or -1."""
    quote = text[start]
    at = start + 1
    while at < len(text):
        if text[at] == "\\" and quote == '"':
            at += 2
        elif text[at] != quote:
            at += 1
        elif quote == "'" and text[at + 1 : at + 2] == "'":
            at += 2
        else:
            return at
    return -1
