"""Finds inline images and links, and link definitions, in Markdown without code, in linear time."""

from __future__ import annotations

from collections.abc import Iterator
from re import MULTILINE, Match
from re import compile as pattern

from editor.site.references.reference import Found

MAX_TARGET = 2048  # longer ones are data, and slicing them in nested brackets would take quadratic time
_MAX_LABEL = 999

_LIQUID = r"\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}"
_TOKEN = pattern(rf"\\.|{_LIQUID}|\n[ \t]*(?=\n)|!?\[|\]|[()]")
_TITLE = r"\s+(?:\"[^\"\n]*\"|'[^'\n]*')"
_BARE = rf"(?:{_LIQUID}|[^\s()<>\"'{{]|\{{(?![{{%])|\([^\s()]*\))+"
_SURE = pattern(rf"\s*(?:<(?P<angle>[^<>\n]*)>(?:{_TITLE})?|(?P<bare>{_BARE}){_TITLE})\s*\)")
_TITLE_START = pattern(r"\s[\"']")
_ONLY_LIQUID = pattern(_LIQUID)
_LABEL = pattern(r"[ \n]?\[([^\[\]\n]{0,999})\]")
_DEFINITION = pattern(r"^ {0,3}\[(?!\^)([^\n\]]{1,999})\]:[ \t]*([^\n]*)$", MULTILINE)
_DEFINITION_TITLE = pattern(r"[ \t](?:\"[^\"]*\"|'[^']*'|\([^()]*\))\s*$")


def find_markdown(text: str) -> Iterator[Found]:
    """Images, links and definitions in order of their closing brackets; definitions come last."""
    labels: set[str] = set()
    if "](" in text or "][" in text or "]:" in text:
        yield from _find_inline(text, labels)
        yield from _find_definitions(text, labels)


def _find_inline(text: str, labels: set[str]) -> Iterator[Found]:
    """Inline images and links. Labels that images use are added to `labels`."""
    tokens = list(_TOKEN.finditer(text))
    closings = _closing_parentheses(tokens)
    opened: list[Match[str]] = []
    skip_to = 0
    for token in tokens:
        if token.start() < skip_to:
            continue
        mark = token[0]
        if mark.endswith("[") and not mark.startswith("\\"):
            opened.append(token)
        elif mark.startswith("\n"):
            opened.clear()
        elif mark == "]" and opened:
            opening = opened.pop()
            kind = "image" if opening[0] == "![" else "link"
            if text.startswith("(", token.end()):
                target, offset, skip_to = _read_target(text, token.end(), closings)
                if target:
                    yield Found(kind, target, offset)
            elif kind == "image":
                labels.add(_read_label(text, opening.end(), token))


def _closing_parentheses(tokens: list[Match[str]]) -> dict[int, int]:
    """The offset of the closing parenthesis for each opening one that has one in its paragraph."""
    closings: dict[int, int] = {}
    opened: list[int] = []
    for token in tokens:
        if token[0] == "(":
            opened.append(token.start())
        elif token[0] == ")" and opened:
            closings[opened.pop()] = token.start()
        elif token[0].startswith("\n"):
            opened.clear()
    return closings


def _read_target(text: str, parenthesis: int, closings: dict[int, int]) -> tuple[str, int, int]:
    """The target in these parentheses, its offset, and where the parentheses end; "" where there is none."""
    sure = _SURE.match(text, parenthesis + 1)  # a title or angle brackets may hold parentheses
    if sure:
        group = "bare" if sure["angle"] is None else "angle"
        return sure[group][:MAX_TARGET], sure.start(group), sure.end()
    closing = closings.get(parenthesis)
    if closing is None or closing - parenthesis > MAX_TARGET:
        return "", 0, parenthesis + 1
    inside = text[parenthesis + 1 : closing]
    target = _before_title(inside).strip()
    offset = parenthesis + 1 + len(inside) - len(inside.lstrip())
    return target, offset, closing + 1


def _before_title(inside: str) -> str:
    """The part before white space and a quote, which begin a title unless they stand in Liquid."""
    liquid = [match.span() for match in _ONLY_LIQUID.finditer(inside)]
    for match in _TITLE_START.finditer(inside.rstrip(), len(inside) - len(inside.lstrip())):
        if not any(start < match.start() < stop for start, stop in liquid):
            return inside[: match.start()]
    return inside


def _read_label(text: str, start: int, closing: Match[str]) -> str:
    """The label that `![text][label]`, `![label][]` or `![label]` refers to."""
    following = _LABEL.match(text, closing.end())
    if following and following[1].strip():
        return _normal(following[1])
    return _normal(text[start : closing.start()]) if closing.start() - start <= _MAX_LABEL else ""


def _find_definitions(text: str, labels: set[str]) -> Iterator[Found]:
    for match in _DEFINITION.finditer(text):
        rest = match[2][: MAX_TARGET * 2]
        title = _DEFINITION_TITLE.search(rest) if rest.rstrip()[-1:] in "\"')" else None
        target = (rest[: title.start()] if title else rest).strip()
        offset = match.start(2)
        if target.startswith("<") and target.endswith(">"):
            target, offset = target[1:-1], offset + 1
        if target and len(target) <= MAX_TARGET:
            yield Found("image" if _normal(match[1]) in labels else "link", target, offset)


def _normal(label: str) -> str:
    return " ".join(label.split()).lower()
