"""Liquid as Rouge reads it: tags, outputs with filters, plain text around them (rouge/lexers/liquid.rb)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from editor.kramdown.highlight.grammar import Act, Grammar, Reading, Rule, Token

_QUOTED = ((re.compile("'[^']*'"), "s1"), (re.compile('"[^"]*"'), "s2"))


def _class_of(text: str, other: str) -> str:
    return next((css for pattern, css in _QUOTED if pattern.search(text)), other)


def _cycle(_reading: Reading, texts: Sequence[str]) -> Iterable[Token]:
    _, tag, space, group, *rest = texts
    found = (("nt", tag), ("w", space), (_class_of(group, "na"), group), *zip(("w", "p", "w"), rest, strict=True))
    return [token for token in found if token[1]]


def _for(_reading: Reading, texts: Sequence[str]) -> Iterable[Token]:
    *start, of, end = texts[1:]
    found = (*zip(("nt", "w", "nv", "w", "nt", "w"), start, strict=True), (_class_of(of, "nv"), of), ("w", end))
    return [token for token in found if token[1]]


_SPACE: Rule = (r"[ \t]+", "w")
_VALUES: list[Rule] = [
    _SPACE,
    (r"(?:false|true|nil)\b", "kc"),
    (r"'[^']*'", "s1"),
    (r'"[^"]*"', "s2"),
    (r"-", "o"),
    (r"\d+\.\d+", "mf"),
    (r"\d+", "mi"),
]
_VARIABLES: list[Rule] = [
    (r"(?:empty|blank|forloop\.[^\s%}|:]+)\b", "nb"),
    (r"\.(?=\w)|\[|\]", "p"),
    (r"(?:first|last|size)\b", "nf"),
    (r"[a-zA-Z_][\w-]*\??", "nv"),
]
_EXPRESSION: list[Rule] = [*_VALUES, *_VARIABLES]
_PARAMETERS: list[Rule] = [*_VALUES, (r"([^\s=:]+)(\s*)([=:])", ("na", "w", "o")), (r"[,:]", "p")]
_WITH_VARIABLES: list[Rule] = [*_PARAMETERS, *_VARIABLES, (r"\S+", "")]
_END_OF_OUTPUT: Rule = (r"-?\}\}", "p", "#reset")
_END_OF_TAG: Rule = (r"-?%\}", "p", "#reset")
_FILTER = r"(\|)(\s*)([a-zA-Z_][^\s%}|:]*)"


def _until(tag: str, css: str) -> list[Rule]:
    return [
        (r"[^{]+", css),
        (rf"(\{{%-?)(\s*)({tag})(\s*)(-?%\}})", ("p", "w", "nt", "w", "p"), "#reset"),
        (r"\{", css),
    ]


LIQUID = Grammar(
    {
        "root": [
            (r"[^{]+", ""),
            (r"(\{%-?)(\s*)", ("p", "w"), "tag"),
            (r"(\{\{-?)(\s*)", ("p", "w"), "output"),
            (r"\{", ""),
        ],
        "tag": [
            (r"(?:if|elsif|unless|case)\b", "kr", "condition"),
            (r"when\b", "kr", "when"),
            (r"(else)(\s*)(-?%\})", ("kr", "w", "p"), "#pop"),
            (r"(capture|(?:in|de)crement)(\s+)([^\s%]+)(\s*)(-?%\})", ("nt", "w", "nv", "w", "p"), "#pop"),
            (r"(comment)(\s*)(-?%\})", ("nt", "w", "p"), "comment"),
            (r"(raw)(\s*)(-?%\})", ("nt", "w", "p"), "raw"),
            (r"(end(?:if|unless|case))(\s*)(-?%\})", ("kr", "w", "p"), "#pop"),
            (r"(end[^\s%]+)(\s*)(-?%\})", ("nt", "w", "p"), "#pop"),
            (r"(?:assign|echo)\b", "nt", "assign"),
            (r"(?:include|render)\b", "nt", "include"),
            (r"(cycle)(\s+)(?:([^\s:]*)(\s*)(:))?(\s*)", Act(_cycle, 6), "values"),
            (
                r"(for|tablerow)(\s+)([\w-]+)(\s+)(in)(\s+)((?:[^\s%,|'\"]|\"[^\"]*\"|'[^']*')+)(\s*)",
                Act(_for, 8),
                "markup",
            ),
            (r"([^\s%]+)(\s*)", ("nt", "w"), "markup"),
        ],
        "output": [
            (r"(\|)(\s*)([a-zA-Z_][^\s}|:]*)", ("p", "w", "nf"), "filters"),
            _END_OF_OUTPUT,
            *_EXPRESSION,
        ],
        "filters": [(_FILTER, ("p", "w", "nf")), _END_OF_OUTPUT, _END_OF_TAG, *_WITH_VARIABLES],
        "condition": [(r"[=!]=|[<>]=?", "o"), (r"(?:and|or|contains)\b", "ow"), _END_OF_TAG, *_EXPRESSION],
        "when": [_END_OF_TAG, *_EXPRESSION],
        "markup": [(r"reversed\b", "na"), _END_OF_TAG, *_PARAMETERS, (r"\S+", "")],
        "values": [_END_OF_TAG, *_WITH_VARIABLES],
        "comment": _until("endcomment", "c"),
        "raw": _until("endraw", ""),
        "assign": [
            (r"=", "o"),
            (r"(\|)(\s*)([a-zA-Z_][^\s%|:]*)", ("p", "w", "nf"), "filters"),
            _END_OF_TAG,
            *_EXPRESSION,
        ],
        "include": [
            (r"(\{\{-?)(\s*)", ("p", "w"), "embedded output"),
            (r"(?:with|for)\b", "nt"),
            (r"[/\w-]+(?:\.[\w-]+)+\b", ""),
            _END_OF_TAG,
            *_WITH_VARIABLES,
        ],
        "embedded output": [
            (r"(\|)(\s*)([a-zA-Z_][^\s}|:]*)", ("p", "w", "nf")),
            (r"-?\}\}", "p", "#pop"),
            *_WITH_VARIABLES,
        ],
    }
)
