"""Blanks out what a Markdown text shows as code or hides in comments, keeping every offset."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from re import MULTILINE, Match
from re import compile as pattern

Span = tuple[int, int]

_TAG = pattern(r"\{%-?\s*(\w+)[^{}\n]*%\}")
_FENCE = pattern(r"^[ \t]*(?:>[ \t]?)*[ ]*(`{3,}|~{3,})([^\n]*)$", MULTILINE)
_BLANK_LINE = pattern(r"\n[ \t]*(?=\n)")
_BACKTICKS = pattern(r"`+")
_NOT_NEWLINE = pattern(r"[^\n]")
_SHELTER = pattern(r" {0,3}(?:[*+-]|\d+\.|:|\[\^[^\]\n]*\]:)[ \t]|<[A-Za-z]")  # may hold indented text


def without_code(text: str) -> str:
    """The text with fenced and indented code, code spans and comments as blanks; same length, same lines."""
    if "{%" in text:
        text = _blank(text, _liquid_blocks(text))
    if "```" in text or "~~~" in text:
        text = _blank(text, _fences(text))
    for opening, closing in (("<!--", "-->"), ("{::comment}", "{:/comment}")):
        text = _blank(text, _between(text, opening, closing))
    if "    " in text or "\t" in text:
        text = _blank(text, _indented(text))
    if "`" in text:
        text = _blank(text, _code_spans(text))
    return text


def _blank(text: str, spans: Iterable[Span]) -> str:
    pieces, end = [], 0
    for start, stop in spans:
        pieces += [text[end:start], _NOT_NEWLINE.sub(" ", text[start:stop])]
        end = stop
    return "".join([*pieces, text[end:]]) if pieces else text


def _liquid_blocks(text: str) -> Iterator[Span]:
    """What stands in `comment` and `highlight`; `raw` only hides the tags inside it."""
    opened: Match[str] | None = None
    for tag in _TAG.finditer(text):
        if opened is None:
            opened = tag if tag[1] in ("comment", "highlight", "raw") else None
        elif tag[1] == "end" + opened[1]:
            if opened[1] != "raw":
                yield opened.end(), tag.start()
            opened = None


def _fences(text: str) -> Iterator[Span]:
    """Fenced code blocks; as in kramdown an unclosed fence is no code and the closing one is as long as the first."""
    fences = list(_FENCE.finditer(text))
    closings = defaultdict(list)
    for index, fence in enumerate(fences):
        if not fence[2].strip():
            closings[fence[1]].append(index)
    index = 0
    while index < len(fences):
        fence = fences[index]
        if "`" not in fence[2]:
            after = closings[fence[1]]
            at = bisect_right(after, index)
            if at < len(after):
                index = after[at]
                yield fence.start(), fences[index].end()
        index += 1


def _between(text: str, opening: str, closing: str) -> Iterator[Span]:
    start = text.find(opening)
    while start >= 0:
        stop = text.find(closing, start)
        if stop < 0:
            return
        yield start, stop + len(closing)
        start = text.find(opening, stop)


def _indented(text: str) -> Iterator[Span]:
    """Lines indented after a blank line, unless a list, footnote or HTML before them may hold them."""
    offset, after_blank, sheltered, in_code = 0, True, False, False
    for line in text.split("\n"):
        if not line.strip():
            after_blank = True
        elif line.startswith(("    ", "\t")):
            in_code = in_code or (after_blank and not sheltered)
            if in_code:
                yield offset, offset + len(line)
            after_blank = False
        else:
            sheltered = bool(_SHELTER.match(line)) or (sheltered and not after_blank)
            after_blank = in_code = False
        offset += len(line) + 1


def _code_spans(text: str) -> Iterator[Span]:
    """Backtick runs and the next run of the same length in the same paragraph."""
    paragraphs = [match.start() for match in _BLANK_LINE.finditer(text)]
    runs = list(_BACKTICKS.finditer(text))
    same = defaultdict(list)
    for index, run in enumerate(runs):
        same[run.end() - run.start()].append(index)
    index = 0
    while index < len(runs):
        start, stop = runs[index].span()
        start += _is_escaped(text, start)
        others = same.get(stop - start, [])
        at = bisect_right(others, index)
        if at < len(others):
            close = runs[others[at]].end()
            if bisect_right(paragraphs, start) == bisect_right(paragraphs, close):
                yield start, close
                index = others[at]
        index += 1


def _is_escaped(text: str, offset: int) -> bool:
    start = offset
    while start > 0 and text[start - 1] == "\\":
        start -= 1
    return (offset - start) % 2 == 1
