"""Markdown as Rouge reads it: fenced code by its language, HTML as HTML (rouge/lexers/markdown.rb)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from editor.kramdown.highlight.grammar import Act, Grammar, Part, Reading, Rule, Token
from editor.kramdown.highlight.lexers.html import HTML
from editor.kramdown.highlight.lexers.yaml import YAML
from editor.kramdown.highlight.names import find_language

_ANY = r"(?:\\.|[^\\\n])"
_HTML = Part(lambda: HTML, kept="html")


def _code(name: str, code: str) -> Iterable[Token]:
    """In its language; as one string where Rouge does not know the name."""
    from editor.kramdown.highlight.lexing import tokens  # which reads Markdown by this

    language = find_language(name or "guess", code)
    if language is None:
        return (("sb", code),)
    return tokens(language, code) or (("", code),)


def _fence(reading: Reading, texts: Sequence[str]) -> Iterable[Token]:
    _, indent, fence, info, closed, code, end, closing = texts
    found: list[Token] = [("", indent), ("p", fence), ("nl", info)]
    if closed:
        found += [*_code(info.strip(), code), ("", end), ("p", closing)]
    else:
        reading.stack.append(f"{fence} {info.strip()}")
    return [token for token in found if token[1]]


def _open_fence(state: str) -> list[Rule]:
    """Up to the closing fence, of a block that lacks one where it begins."""
    fence, _, name = state.partition(" ")
    return [
        (rf"^([ \t]*)({fence})", ("", "p"), "#pop"),
        (r"^.*\n", Act(lambda _reading, texts: _code(name, texts[0]))),
    ]


_TITLE: list[Rule] = [
    (rf"\"{_ANY}*?\"|'{_ANY}*?'|\({_ANY}*?\)", "nn"),
    (r"\s*(?=[\"'()])", ""),
    (r"", "", "#pop"),
]
_URL: list[Rule] = [
    (r"[ \t]+", ""),
    (rf"(<)({_ANY}*?)(>)", ("nt", "sx", "nt"), "#pop"),
    (r"\S+", "sx", "#pop"),
]

MARKDOWN = Grammar(
    {
        "root": [
            (r"(?s:---\s*\n.*?\n?)^---\s*$\n?", Part(lambda: YAML)),
            (r"\\.", "se"),
            (r"^[\S ]+\n--+\n", "gh"),
            (r"^[\S ]+\n==+\n", "gu"),
            (r"^#(?=[^#]).*?$", "gh"),
            (r"^#+.*?$", "gu"),
            (
                r"(?s:^(?P<indent>[ \t]*)(?P<fence>`{3,}|~{3,})([^\n]*\n)((.*?)(\n(?P=indent))((?P=fence)))?)",
                Act(_fence, 7),
            ),
            (r"\n\n(?:(?:    |\t).*?\n|\n)+", "sb"),
            (rf"(?P<ticks>`+)(?:{_ANY}|\n)+?(?P=ticks)", "sb"),
            (r"^(?:\s*\*){3,}\s*$|^(?:\s*-){3,}\s*$|^\s*[*+-](?=\s)|^\s*\d+\.", "p"),
            (r"^\s*>.*?$", "gt"),
            (rf"^(\s*)(\[)({_ANY}+?)(\])(\s*)(:)", ("", "p", "ss", "p", "", "p"), ("title", "url")),
            (rf"(!?\[)({_ANY}*?|[^\]]*+)(\])(?=[\[(])", ("p", "nv", "p"), "link"),
            (rf"\*\*{_ANY}*?\*\*|__{_ANY}*?__", "gs"),
            (rf"\*{_ANY}*?\*|_{_ANY}*?_", "ge"),
            (rf"<.*?@.+\..+>|<(?:https?|mailto|ftp)://{_ANY}*?>", "nv"),
            (r"[^\\`\[*\n&<]+", ""),
            (rf"&\S*;|<{_ANY}*?>", _HTML),
            (r"[&<\[\n]", ""),
        ],
        "link": [
            (rf"(\[)({_ANY}*?)(\])", ("p", "ss", "p"), "#pop"),
            (r"\(", "p", ("inline title", "inline url")),
            (r"[ \t]+", ""),
            (r"", "", "#pop"),
        ],
        "url": _URL,
        "title": _TITLE,
        "inline title": [(r"\)", "p", "#pop"), *_TITLE],
        "inline url": [(r"[^<\s)]+", "sx", "#pop"), (r"\s+", ""), *_URL],
    },
    made=_open_fence,
)
