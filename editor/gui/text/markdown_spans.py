"""Finds the constructs of kramdown and Liquid in a line, for colouring: spans with a style, and the state after.

A line knows of the text above only the state that it begins in. That is enough to tell indented code from what belongs
to a list, and a rule from the line below a heading; what is nested deeper is coloured as if it stood by itself.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

# Styles. Of the colours the later span wins; the traits add up, as a link may be bold and in a heading.
TEXT, MARKUP, LINK, URL, LIQUID, QUOTE, HTML, MATH = (1 << bit for bit in range(8))
BOLD, ITALIC, STRIKE, CODE, HEADING_1, HEADING_2, HEADING_3 = (1 << bit for bit in range(8, 15))
COLORS = (1 << 8) - 1
_HEADINGS = (HEADING_1, HEADING_2, HEADING_3)  # the third for all deeper ones

# States that go on in the next line. A fence adds 4 × its length, 2 where it is indented, and 1 where it is of tildes.
NORMAL, COMMENT, LIQUID_TAG, LIQUID_OUTPUT, LIQUID_COMMENT, LIQUID_RAW, MATH_BLOCK = range(7)
NOT_SHOWN, NO_MARKDOWN = 7, 8  # `{::comment}` and `{::nomarkdown}`
TITLE, HEADING = 9, 10  # the first line of a paragraph, and one that a line of `=` or `-` makes a heading
PARAGRAPH = 11  # its other lines
LIST, LIST_GAP = 12, 13  # a line of a list, a definition or a footnote, and a blank one there
INDENTED = 14  # a line of indented code
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
    NOT_SHOWN: _Open(re.compile(r"\{:/(?:comment)?\}"), MARKUP),
    NO_MARKDOWN: _Open(re.compile(r"\{:/(?:nomarkdown)?\}"), HTML),
}
_EXTENSIONS = {"comment": NOT_SHOWN, "nomarkdown": NO_MARKDOWN}
_EXTENSION = re.compile(r"\{::(comment|nomarkdown)\b[^}]*(?<!/)\}")
_LIQUID_BLOCK = re.compile(r"\{%-?\s*(comment|raw|highlight)\b")

_BLOCK = re.compile(
    r"""
      (?P<quotes>(?:[ ]{0,3}>[ ]?)*)
      (?: (?P<fence>[ \t]*(?P<ticks>`{3,}(?=[ \t]*[^`\s]*[ \t]*$)|~{3,}(?=[ \t]*\S*[ \t]*$))).*
        | [ ]{0,3}(?P<hashes>\#{1,6})(?=[ \t]|$).*
        | [ ]{0,3}(?P<rule>(?P<sign>[-*_])[ \t]*(?:(?P=sign)[ \t]*){2,})$
        | (?P<eob>\^)[ \t]*$
        | [ ]{0,3}(?P<ial>\{:.*\}\s*)$
        | [ ]{0,3}(?P<definition>\*?\[[^\]]+\]:)(?P<target>.*)
        | (?P<item>[ \t]*(?:[-*+]|\d{1,9}\.)[ \t]+(?:\[[ xX]\][ \t]+)?)
        | [ ]{0,3}(?P<term>:[ \t]+)
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
    | (?P<ial>\{:[:/][^}]*\}|(?<=[*_`)\]~>}])\{:[^}]*\})
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
    | (?P<struck>~~(?![\s~])(?P<strike>.*?[^\s~])~~)
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
}
_EMPHASIS = {
    "strong": ("bold", BOLD),
    "star": ("italic", ITALIC),
    "line": ("slanted", ITALIC),
    "struck": ("strike", STRIKE),
}
_BAR = re.compile(r"(?<!\\)\|")
_LIQUID = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_HEADER_ID = re.compile(r"(?<=[ \t])\{#[A-Za-z_:][^\s{}]*\}[ \t]*$")
_UNDERLINE = re.compile(r"(?: {0,3}> ?)*(?P<sign>[-=])[-=]*[ \t]*$")
_CODE_LINE = re.compile(r"(?: {4}| {0,3}\t)[ \t]*(?!<|\{%)\S")  # tags are rather indented HTML


def is_underline(line: str) -> bool:
    """Whether the line makes a heading of the one above, if that is a paragraph's first."""
    return bool(_UNDERLINE.match(line))


def spans(line: str, state: int, *, below: str = "", gfm: bool = True) -> tuple[list[Span], int]:
    """The spans of a line that begins in `state`, in order of painting, and the state after it.

    `below` is the next line; `gfm` is false where the site's kramdown is without GitHub's additions.
    """
    if state >= FENCE:
        return _in_fence(line, state)
    whole = _as_a_whole(line, state)
    if whole:
        return whole
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
        return found, _inline(line, start, len(line), found, gfm=gfm)
    return _block(line, found, state, below=below, gfm=gfm)


def _as_a_whole(line: str, state: int) -> tuple[list[Span], int] | None:
    """A line that the state above makes one piece: blank, the row of signs below a heading, indented code."""
    if state in _OPEN:
        return None
    if not line.strip():
        return [], LIST_GAP if state in (LIST, LIST_GAP) else NORMAL
    if state in (TITLE, HEADING) and is_underline(line):
        return [(0, len(line), MARKUP)], NORMAL
    is_code = not line.lstrip().startswith("{:") if state == INDENTED else state == NORMAL and _CODE_LINE.match(line)
    return ([(0, len(line), CODE)], INDENTED) if is_code else None


def _in_fence(line: str, state: int) -> tuple[list[Span], int]:
    length, kind = divmod(state - FENCE, 4)
    sign, after = kind & 1, LIST if kind & 2 else NORMAL
    bare = line.lstrip(" \t>")
    marks = bare.rstrip()
    if len(marks) >= length and marks == ("~" if sign else "`") * len(marks):
        return [(0, len(line), MARKUP | CODE)], after
    return [(0, len(line), CODE)] if line else [], state


def _block(line: str, found: list[Span], above: int, *, below: str, gfm: bool) -> tuple[list[Span], int]:
    """A line by its beginning: quote marks, then what kind of block it is."""
    match = _BLOCK.match(line)
    assert match is not None  # every part of the pattern may be missing
    start, end = match.end("quotes"), len(line)
    if start:
        found.append((0, end, QUOTE))
        found.append((0, start, MARKUP))
    if match["fence"] and (gfm or match["ticks"][0] == "~"):
        found.append((start, end, MARKUP | CODE))
        return found, _fence_state(match)
    if line[start:].lstrip(" ").startswith("$$") and line.count("$$", start) == 1:
        found.append((start, end, MATH))
        return found, MATH_BLOCK
    if (match["rule"] and above not in (TITLE, PARAGRAPH)) or match["ial"] or match["eob"]:
        found.append((start, end, MARKUP))
        opened = _EXTENSION.match(line[start:].strip()) if match["ial"] else None
        return found, _EXTENSIONS[opened[1]] if opened else LIST if above == LIST and match["ial"] else NORMAL
    start, after = _text_start(line, match, found, above, below)
    return (found, after) if start == end else (found, _inline(line, start, end, found, gfm=gfm) or after)


def _text_start(line: str, match: re.Match[str], found: list[Span], above: int, below: str) -> tuple[int, int]:
    """Where the text of a line begins, behind the marks of its block, and the state after it."""
    start, end = match.end("quotes"), len(line)
    if match["hashes"] and (line[start] == "#" or above in (LIST, LIST_GAP)):
        _heading(line, start, len(match["hashes"]), found)
        found.append((start, match.end("hashes"), MARKUP))
        return match.end("hashes"), NORMAL
    if match["definition"]:
        found.append((start, match.end("definition"), MARKUP))
        if not match["definition"].startswith(("*", "[^")):
            found.append((match.end("definition"), end, URL))
            return end, NORMAL
        return match.end("definition"), NORMAL if match["definition"].startswith("*") else LIST
    if match["item"] or match["term"]:
        text = match.end("item") if match["item"] else match.end("term")
        found.append((start, text, LINK))
        return text, LIST
    after = max(_after_text(line, above), PARAGRAPH if match["table"] else TITLE)
    underline = _UNDERLINE.match(below)
    if match["table"]:
        _table(line, start, found)
    elif after == TITLE and underline:
        _heading(line, start, 1 if underline["sign"] == "=" else 2, found)
        after = HEADING
    return start, after


def _heading(line: str, start: int, level: int, found: list[Span]) -> None:
    found.append((start, len(line), _HEADINGS[min(level, 3) - 1]))
    own_id = _HEADER_ID.search(line, start)
    if own_id:
        found.append((*own_id.span(), MARKUP))


def _fence_state(match: re.Match[str]) -> int:
    ticks = match["ticks"]
    return FENCE + 4 * len(ticks) + 2 * (match["fence"] != ticks) + (ticks[0] == "~")


def _after_text(line: str, above: int) -> int:
    """The state after a line of text: it begins a paragraph, or goes on with what is above."""
    if above == LIST or (above == LIST_GAP and line[0] in " \t"):
        return LIST
    return PARAGRAPH if above in (TITLE, HEADING, PARAGRAPH) else TITLE


def _table(line: str, start: int, found: list[Span]) -> None:
    if not line[start:].strip("|:-+= \t"):
        found.append((start, len(line), MARKUP))
        return
    found.extend((*bar.span(), MARKUP) for bar in _BAR.finditer(line, start))


def _inline(line: str, start: int, end: int, found: list[Span], *, gfm: bool) -> int:
    """Add the spans inside `line[start:end]`; gives the state that is open at its end."""
    state = NORMAL
    for match in _INLINE.finditer(line, start, end):
        kind = match.lastgroup or ""
        if kind in _SIMPLE:
            found.append((match.start(), match.end(), _SIMPLE[kind]))
            state = _state_after(match, kind)
            if state in (LIQUID_COMMENT, LIQUID_RAW, NOT_SHOWN, NO_MARKDOWN):
                state = _rest_of_line(line, match.end(), end, state, found, gfm=gfm)
                break
        elif kind == "link":
            _link(line, match, found, gfm=gfm)
        elif kind == "struck" and not gfm:
            _inline(line, *match.span("strike"), found, gfm=False)
        elif kind in _EMPHASIS:
            inner, trait = _EMPHASIS[kind]
            found.append((match.start(), match.start(inner), MARKUP))
            found.append((*match.span(inner), trait))
            found.append((match.end(inner), match.end(), MARKUP))
            _inline(line, *match.span(inner), found, gfm=gfm)
    return state


def _state_after(match: re.Match[str], kind: str) -> int:
    """What is still open after a comment, an extension or Liquid that may reach over the line's end."""
    text = match[0]
    if kind == "comment":
        return NORMAL if text.endswith("-->") else COMMENT
    if kind == "ial":
        extension = _EXTENSION.match(text)
        return _EXTENSIONS[extension[1]] if extension else NORMAL
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


def _rest_of_line(line: str, start: int, end: int, state: int, found: list[Span], *, gfm: bool) -> int:
    """What stands after `{% comment %}`, `{% raw %}`, `{% highlight %}`, `{::comment}` and the like in the line."""
    closed = _OPEN[state].end.search(line, start, end)
    if closed is None:
        if start < end:
            found.append((start, end, _OPEN[state].style))
        return state
    found.append((start, closed.start(), _OPEN[state].style))
    found.append((*closed.span(), MARKUP if state in (NOT_SHOWN, NO_MARKDOWN) else LIQUID))
    return _inline(line, closed.end(), end, found, gfm=gfm)


def _link(line: str, match: re.Match[str], found: list[Span], *, gfm: bool) -> None:
    is_image = match[0].startswith("!")
    found.append((match.start(), match.end(), MARKUP))
    found.append((*match.span("text"), TEXT if is_image else LINK))
    target = match.span("target" if match["target"] is not None else "label")
    found.append((*target, URL))
    if not is_image:
        _inline(line, *match.span("text"), found, gfm=gfm)
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
