"""JSON as Rouge reads it: names are labels (rouge/lexers/json.rb)."""

from __future__ import annotations

from editor.kramdown.highlight.grammar import Grammar, Rule

_SPACE: list[Rule] = [(r"\s+", "w")]
_NAME: list[Rule] = [(r'("(?:\\.|[^"\\\n])*")(\s*)(:)', ("nl", "w", "p"))]
_VALUE: list[Rule] = [
    *_SPACE,
    (r"true|false|null", "kc"),
    (r"-?(?:0|[1-9]\d*)\.\d+(?:[eE][+-]?\d+)?", "mf"),
    (r"-?(?:0|[1-9]\d*)(?:[eE][+-]?\d+)?", "mi"),
    (r'"', "s2", "string"),
    (r"\[", "p", "array"),
    (r"\{", "p", "object"),
]

JSON = Grammar(
    {
        "root": [*_SPACE, (r"\{", "p", "object"), (r"\[", "p", "array"), *_NAME, *_VALUE, (r"[\]}]", "p")],
        "object": [*_SPACE, *_NAME, *_VALUE, (r"\}", "p", "#pop"), (r",", "p")],
        "array": [*_VALUE, (r"\]", "p", "#pop"), (r",", "p")],
        "string": [(r'[^\\"]+', "s2"), (r"\\.", "se"), (r'"', "s2", "#pop")],
    }
)
