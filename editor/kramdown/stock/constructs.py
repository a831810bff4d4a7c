"""Finds where a construct that may hold blank lines ends: fenced code, HTML, comments, math, kramdown's extensions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown.util import BLOCK_LEVEL_ELEMENTS

# Elements whose content browsers and html.parser read as raw text, wherever they begin.
RAW_TEXT = ("script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp", "plaintext")
_BLOCK = sorted({*BLOCK_LEVEL_ELEMENTS, *RAW_TEXT} - {"hr"}, key=len, reverse=True)

_INFO = r"[ ]*(?:\{[^\n]*\}|\.?[\w#.+-]*[ ]*(?:hl_lines=[\"'][^\n]*[\"'][ ]*)?)"
FENCE = rf"^(?P<fence>~{{3,}}|`{{3,}}){_INFO}\n"
_FENCE = re.compile(FENCE, re.MULTILINE)
_OPENER = re.compile(
    rf"(?=[`~<${{])(?:{FENCE}"
    rf"|<(?P<raw>{'|'.join(RAW_TEXT)})\b|<(?P<tag>{'|'.join(_BLOCK)})\b"
    r"|(?P<comment><!--)|(?P<instruction><\?)|(?P<cdata><!\[)"
    r"|(?P<math>\$\$)"
    r"|\{::(?P<extension>comment|nomarkdown|options)\b)",
    re.MULTILINE | re.IGNORECASE,
)
_AT_LINE_START = ("tag", "math")
_KRAMDOWN_ONLY = ("math", "extension")
_CLOSERS = {"comment": "-->", "instruction": "?>", "cdata": "]", "math": "$$", "extension": "{:/"}


@dataclass(frozen=True)
class Construct:
    """A construct that may hold blank lines."""

    end: int
    resume: int  # where to look for the next one: inside this one, where an engine may not know it
    settled: bool  # False: no closing mark was found, so that text further on may still change what this is


def find_construct(text: str, start: int, stop: int) -> Construct | None:
    """The first construct that opens between `start` and `stop`, or None."""
    for match in _OPENER.finditer(text, start, stop):
        if match.lastgroup in _AT_LINE_START and not _begins_line(text, match.start()):
            continue
        end, settled = _end_of(text, match)
        if end > match.end() or not settled:
            return Construct(end, match.end() if match.lastgroup in _KRAMDOWN_ONLY else end, settled)
    return None


def _begins_line(text: str, position: int) -> bool:
    before = text[text.rfind("\n", 0, position) + 1 : position]
    return len(before) <= 3 and not before.strip(" ")


def _end_of(text: str, opener: re.Match[str]) -> tuple[int, bool]:
    kind = opener.lastgroup or ""
    if opener["fence"]:
        return _fence_end(text, opener)
    if name := opener["tag"] or opener["raw"]:
        return _element_end(text, name, opener.start())
    closer = text.find(_CLOSERS[kind], opener.end())
    if closer >= 0:
        return closer + len(_CLOSERS[kind]), True
    return opener.end(), False


def _fence_end(text: str, opener: re.Match[str]) -> tuple[int, bool]:
    """The closing fence repeats the opening one exactly; without one the fence is ordinary text."""
    closer = re.compile(rf"^{opener['fence']}[ ]*$", re.MULTILINE).search(text, opener.end())
    return (closer.end(), True) if closer else (opener.end() - 1, False)


def _element_end(text: str, name: str, start: int) -> tuple[int, bool]:
    """After the matching end tag (fenced code apart) and what else opens in its line; else the text's end."""
    tags = re.compile(rf"{FENCE}|<(?P<end>/?){name}\b(?P<rest>[^>]*)", re.MULTILINE | re.IGNORECASE)
    depth, position = 0, start
    while match := tags.search(text, position):
        position = match.end()
        if match["fence"]:
            position = _fence_end(text, match)[0]
            continue
        if not match["rest"].endswith("/"):
            depth += -1 if match["end"] else 1
        if depth <= 0:
            return _tail_end(text, position)
    return len(text), True


def _tail_end(text: str, position: int) -> tuple[int, bool]:
    """An HTML block goes on where another element opens in the line in which it ended."""
    line_end = text.find("\n", position)
    line_end = len(text) if line_end < 0 else line_end
    opener = re.compile(rf"<({'|'.join(_BLOCK)})\b", re.IGNORECASE).search(text, position, line_end)
    return _element_end(text, opener[1], opener.start()) if opener else (position, True)
