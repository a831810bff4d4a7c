"""Swift as Rouge reads it: what begins with a capital is a type (rouge/lexers/swift.rb)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from editor.kramdown.highlight.grammar import Act, Grammar, Reading, Rule, Token, words

_KEYWORDS = """
    await break case continue default do else fallthrough if in for return switch where while try catch throw guard
    defer repeat as dynamicType is new super self Self Type __COLUMN__ __FILE__ __FUNCTION__ __LINE__ associativity
    async didSet get infix inout isolated mutating none nonmutating operator override postfix precedence prefix set
    unowned weak willSet throws rethrows precedencegroup
"""
_DECLARATIONS = """
    actor class deinit enum convenience extension final func import init internal lazy let nonisolated optional private
    protocol public required static struct subscript typealias var dynamic indirect associatedtype open fileprivate some
"""
_ID = r"(?u:[^\W\d]\w*)"
_CAPITAL = r"[A-ZÀ-ÖØ-Þ]"
_NAMES = words({"k": _KEYWORDS, "kd": _DECLARATIONS, "kc": "true false nil"}, "n")
_UPPER = re.compile(_CAPITAL)


def _name(_reading: Reading, texts: Sequence[str]) -> Iterable[Token]:
    found = _NAMES.classes.get(texts[0])
    return ((found or ("kt" if _UPPER.match(texts[0]) else "n"), texts[0]),)


def _access(_reading: Reading, texts: Sequence[str]) -> Iterable[Token]:
    """`private(set)`; another word in the parentheses is wrong."""
    _, word, opening, inner, closing = texts
    return (("kd", texts[0]),) if inner == "set" else (("kd", word + opening), ("err", inner), ("kd", closing))


def _unowned(_reading: Reading, texts: Sequence[str]) -> Iterable[Token]:
    _, opening, inner, closing = texts
    right = inner in ("safe", "unsafe")
    return (("kd", texts[0]),) if right else (("kd", opening), ("err", inner), ("kd", closing))


_COMMENT: Rule = (r"/\*", "cm", "comment")
_BLANKS: list[Rule] = [(r"\s+", ""), _COMMENT]
_QUOTED_NAME: Rule = (rf"(`)({_ID})(`)", ("p", "nv", "p"))
_ROOT: list[Rule] = [
    (r"\n+", "", "line"),
    (r"//.*?$", "c1", "line"),
    *_BLANKS,
    (r"\$(?:(?:[1-9]\d*)?\d)", "nv"),
    (r"[()\[\]{}:;,?\\]", "p"),
    (r"[-/=+*%<>!&|^.~]+", "o"),
    (r'@?"', "s", "string"),
    (r"'(?:\\.|.)'", "sc"),
    (r"(?:\d+(?:_\d+)*\*|(?:\d[\d_]*)?\.\d+(?:_\d)*)(?:[eE][+-]?\d+(?:_\d)*)?", "mf"),
    (r"\d+[eE][+-]?[0-9]+", "mf"),
    (r"0o?[0-7]+(?:_[0-7]+)*", "mo"),
    (r"0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*(?:(?:\.[0-9A-F]+(?:_[0-9A-F]+)*)?p[+-]?\d+)?", "mh"),
    (r"0b[01]+(?:_[01]+)*", "mb"),
    (r"\d+(?:_\d+)*", "mi"),
    (rf"@{_ID}", "kd"),
    (r"(private|internal)(\([ ]*)(\w+)([ ]*\))", Act(_access, 4)),
    (r"(unowned\([ ]*)(\w+)([ ]*\))", Act(_unowned, 3)),
    (r"#available\([^)]+\)", "kd"),
    (r"(#(?:selector|keyPath)\()([^)]+?(?:\(.*?\))?)(\))", ("kd", "nf", "kd")),
    (r"#(?:line|file|column|function|dsohandle)", "kd"),
    (rf"(let|var)\b(\s*)({_ID})", ("k", "", "nv")),
    (r"(let|var)\b(\s*)(\()", ("k", "", "p"), "tuple"),
    (rf"(?!(?:if|while|for|private|internal|unowned|switch|case)\b)(?={_CAPITAL}){_ID}(?=[?!]?\s*\()", "kt"),
    (rf"(?!(?:if|while|for|private|internal|unowned|switch|case)\b){_ID}(?=[?!]?\s*\()", "nf"),
    (r"as[?!]?(?=\s)|try!?(?=\s)", "k"),
    (rf"(#?(?!default)(?!{_CAPITAL}){_ID})(\s*)(:)", ("nv", "", "p")),
    (_ID, Act(_name)),
    _QUOTED_NAME,
]

SWIFT = Grammar(
    {
        "root": _ROOT,
        "line": [(r"#.*", "cp"), *_BLANKS, (r"", "", "#pop")],
        "comment": [_COMMENT, (r"\*/", "cm", "#pop"), (r"[^*/]+|.", "cm")],
        "tuple": [
            (_ID, "nv"),
            _QUOTED_NAME,
            (r",", "p"),
            (r"\(", "p", "#push"),
            (r"\)", "p", "#pop"),
            *_BLANKS,
        ],
        "string": [
            (r"\\[\\0tnr'\"]|\\u\{[0-9a-fA-F]{1,8}\}", "se"),
            (r"\\\(", "se", "inserted"),
            (r"[^\\\"]+", "s"),
            (r"\"\"\"|\"", "s", "#pop"),
        ],
        "inserted": [(r"\(", "p", "parentheses"), (r"\)", "se", "#pop"), *_ROOT],
        "parentheses": [(r"\(", "p", "#push"), (r"\)", "p", "#pop"), *_ROOT],
    },
    ("root", "line"),
)
