"""Finds the constructs of Markdown and Liquid in a line, for colouring: spans with a style, and the state after."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

# Styles. Of the colours the later span wins; the traits add up, as a link may be bold and in a heading.
TEXT, MARKUP, LINK, URL, LIQUID, QUOTE, HTML, MATH = (1 << bit for bit in range(8))
BOLD, ITALIC, STRIKE, CODE, HEADING_1, HEADING_2, HEADING_3 = (1 << bit for bit in range(8, 15))
COLORS = (1 << 8) - 1
_HEADINGS = (HEADING_1, HEADING_2, HEADING_3)  # the third for all deeper ones

# States that go on in the next line. A fence adds 2 × its length, and 1 where it is of tildes.
NORMAL, COMMENT, LIQUID_TAG, LIQUID_OUTPUT, LIQUID_COMMENT, LIQUID_RAW, MATH_BLOCK = range(7)
FENCE = 16

LONG_LINE = 5_000  # characters; longer lines are only coloured as a whole

Span = tuple[int, int, int]  # start, end, style


@dataclass(frozen=True)
class _Open:
    """A construct that goes on over lines: how it ends and how it looks."""

    end: re.Pattern[str]
    style: int


_OPEN = {
    COMMENT: _Open(re.compile(r"-->"), HTML),
    LIQUID_TAG: _Open(re.compile(r"%\}"), LIQUID),
    LIQUID_OUTPUT: _Open(re.compile(r"\}\}"), LIQUID),
    LIQUID_COMMENT: _Open(re.compile(r"\{%-?\s*endcomment\s*-?%\}"), MARKUP),
    LIQUID_RAW: _Open(re.compile(r"\{%-?\s*end(?:highlight|raw)\s*-?%\}"), CODE),
    MATH_BLOCK: _Open(re.compile(r"\$\$"), MATH),
}
_LIQUID_BLOCK = re.compile(r"\{%-?\s*(comment|raw|highlight)\b")

_BLOCK = re.compile(
    r"""
      (?P<quotes>(?:[ ]{0,3}>[ ]?)*)
      (?: (?P<fence>[ \t]*(?P<ticks>`{3,}(?=[^`]*$)|~{3,})).*
        | [ ]{0,3}(?P<hashes>\#{1,6})(?=[ \t]|$).*
        | [ ]{0,3}(?P<rule>(?P<sign>[-*_])[ \t]*(?:(?P=sign)[ \t]*){2,}|=+[ \t]*|-+[ \t]*)$
        | [ ]{0,3}(?P<ial>\{:.*\}\s*)$
        | [ ]{0,3}(?P<definition>\*?\[[^\]]+\]:)(?P<target>.*)
        | (?P<item>[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)
        | (?P<term>:[ \t]+)
        | (?P<table>[ ]{0,3}\|.*\|[ \t]*$)
      )?
    """,
    re.VERBOSE,
)

_INLINE = re.compile(
    r"""
      (?P<escape>\\[\\`*_{}\[\]()\#+.!|<>$~:"'-])
    | (?P<code>(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))
    | (?P<output>\{\{.*?(?:\}\}|$))
    | (?P<tag>\{%.*?(?:%\}|$))
    | (?P<ial>\{::?[^}]*\})
    | (?P<comment><!--.*?(?:-->|$))
    | (?P<autolink><(?:https?|mailto|ftp):[^<>\s]*>|<[\w.+-]+@[\w.-]+>)
    | (?P<html></?[A-Za-z](?:[^<>]*)>)
    | (?P<math>\$\$.+?\$\$)
    | (?P<note>\[\^[^\]]+\])
    | (?P<link>!?\[(?P<text>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*+)\]
        (?:\((?P<target>(?:\{\{.*?\}\}|\{%.*?%\}|[^()]|\([^()]*\))*+)\)|\[(?P<label>[^\[\]]*)\]))
    | (?P<strong>(?P<two>\*\*|(?<!\w)__)(?=\S)(?P<bold>.+?)(?<=\S)(?P=two)(?!\*|(?<=_)\w))
    | (?P<star>\*(?=[^\s*])(?P<italic>(?:[^*]|\*\*[^*]+\*\*)++)(?<=\S)\*(?!\*))
    | (?P<line>(?<!\w)_(?=[^\s_])(?P<slanted>(?:[^_]|(?<=\w)_(?=[^\W_])|__[^_]+__)++)(?<=\S)_(?!\w))
    | (?P<struck>~~(?=\S)(?P<strike>.+?)(?<=\S)~~)
    | (?P<url>https?://[^\s<>]*[^\s<>.,:;!?'")\]*_])
    """,
    re.VERBOSE,
)
_SIMPLE = {
    "escape": MARKUP,
    "code": CODE,
    "output": LIQUID,
    "tag": LIQUID,
    "ial": MARKUP,
    "comment": HTML,
    "autolink": URL,
    "html": HTML,
    "math": MATH,
    "note": LINK,
    "url": URL,
}
_EMPHASIS = {
    "strong": ("bold", BOLD),
    "star": ("italic", ITALIC),
    "line": ("slanted", ITALIC),
    "struck": ("strike", STRIKE),
}
_BAR = re.compile(r"(?<!\\)\|")
_LIQUID = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")


def spans(line: str, state: int) -> tuple[list[Span], int]:
    """The spans of a line that begins in `state`, in order of painting, and the state after it."""
    if state >= FENCE:
        return _in_fence(line, state)
    found: list[Span] = []
    start = 0
    if state in _OPEN:
        closed = _OPEN[state].end.search(line)
        end = closed.end() if closed else len(line)
        if end:
            found.append((0, end, _OPEN[state].style))
        if not closed:
            return found, state
        start = end
    if len(line) > LONG_LINE:
        return found, NORMAL
    if start:
        return found, _inline(line, start, len(line), found)
    return _block(line, found)


def _in_fence(line: str, state: int) -> tuple[list[Span], int]:
    length, sign = divmod(state - FENCE, 2)
    bare = line.lstrip(" \t>")
    marks = bare.rstrip()
    if len(marks) >= length and marks == ("~" if sign else "`") * len(marks):
        return [(0, len(line), MARKUP | CODE)], NORMAL
    return [(0, len(line), CODE)] if line else [], state


def _block(line: str, found: list[Span]) -> tuple[list[Span], int]:
    """A line by its beginning: quote marks, then what kind of block it is."""
    match = _BLOCK.match(line)
    assert match is not None  # every part of the pattern may be missing
    start, end = match.end("quotes"), len(line)
    if start:
        found.append((0, end, QUOTE))
        found.append((0, start, MARKUP))
    if match["fence"]:
        found.append((start, end, MARKUP | CODE))
        return found, FENCE + 2 * len(match["ticks"]) + (match["ticks"][0] == "~")
    if line[start:].strip() == "$$":
        found.append((start, end, MATH))
        return found, MATH_BLOCK
    if match["rule"] or match["ial"]:
        found.append((start, end, MARKUP))
        return found, NORMAL
    if match["hashes"]:
        found.append((start, end, _HEADINGS[min(len(match["hashes"]), 3) - 1]))
        found.append((start, match.end("hashes"), MARKUP))
        start = match.end("hashes")
    elif match["definition"]:
        found.append((start, match.end("definition"), MARKUP))
        start = match.end("definition")
        if not match["definition"].startswith(("*", "[^")):
            found.append((start, end, URL))
            return found, NORMAL
    elif match["item"] or match["term"]:
        begin = start
        start = match.end("item") if match["item"] else match.end("term")
        found.append((begin, start, LINK))
    elif match["table"]:
        _table(line, start, found)
    return found, _inline(line, start, end, found)


def _table(line: str, start: int, found: list[Span]) -> None:
    if not line[start:].strip("|:-+= \t"):
        found.append((start, len(line), MARKUP))
        return
    found.extend((*bar.span(), MARKUP) for bar in _BAR.finditer(line, start))


def _inline(line: str, start: int, end: int, found: list[Span]) -> int:
    """Add the spans inside `line[start:end]`; gives the state that is open at its end."""
    state = NORMAL
    for match in _INLINE.finditer(line, start, end):
        kind = match.lastgroup or ""
        if kind in _SIMPLE:
            found.append((match.start(), match.end(), _SIMPLE[kind]))
            state = _state_after(match, kind)
            if state in (LIQUID_COMMENT, LIQUID_RAW):
                state = _liquid_block(line, match.end(), end, state, found)
                break
        elif kind == "link":
            _link(line, match, found)
        elif kind in _EMPHASIS:
            inner, trait = _EMPHASIS[kind]
            found.append((match.start(), match.start(inner), MARKUP))
            found.append((*match.span(inner), trait))
            found.append((match.end(inner), match.end(), MARKUP))
            _inline(line, *match.span(inner), found)
    return state


def _state_after(match: re.Match[str], kind: str) -> int:
    """What is still open after a comment or Liquid that may reach over the line's end."""
    text = match[0]
    if kind == "comment":
        return NORMAL if text.endswith("-->") else COMMENT
    if kind == "output":
        return NORMAL if text.endswith("}}") else LIQUID_OUTPUT
    if kind != "tag":
        return NORMAL
    if not text.endswith("%}"):
        return LIQUID_TAG
    block = _LIQUID_BLOCK.match(text)
    if block is None:
        return NORMAL
    return LIQUID_COMMENT if block[1] == "comment" else LIQUID_RAW


def _liquid_block(line: str, start: int, end: int, state: int, found: list[Span]) -> int:
    """What stands after `{% comment %}`, `{% raw %}` or `{% highlight %}` in the same line."""
    closed = _OPEN[state].end.search(line, start, end)
    if closed is None:
        if start < end:
            found.append((start, end, _OPEN[state].style))
        return state
    found.append((start, closed.start(), _OPEN[state].style))
    found.append((*closed.span(), LIQUID))
    return _inline(line, closed.end(), end, found)


def _link(line: str, match: re.Match[str], found: list[Span]) -> None:
    is_image = match[0].startswith("!")
    found.append((match.start(), match.end(), MARKUP))
    found.append((*match.span("text"), TEXT if is_image else LINK))
    target = match.span("target" if match["target"] is not None else "label")
    found.append((*target, URL))
    if not is_image:
        _inline(line, *match.span("text"), found)
    found.extend((*liquid.span(), LIQUID) for liquid in _LIQUID.finditer(line, *target))


def painted(found: list[Span], length: int) -> list[Span]:
    """The spans of a line of `length` characters as runs of one style each, side by side."""
    styles = [0] * length
    for start, end, style in found:
        color, traits = style & COLORS, style & ~COLORS
        for index in range(start, end):
            below = styles[index]
            styles[index] = below | traits if not color else (below & ~COLORS) | style
    bounds = sorted({0, length, *(start for start, _, _ in found), *(end for _, end, _ in found)})
    return [(a, b, styles[a]) for a, b in itertools.pairwise(bounds) if styles[a]]
