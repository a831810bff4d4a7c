"""JavaScript and TypeScript, with JSX and without, as Rouge reads them (rouge/lexers/javascript.rb, jsx.rb)."""

from __future__ import annotations

from editor.kramdown.highlight.grammar import Grammar, Part, Rule, Words, words
from editor.kramdown.highlight.lexers.html import HTML

_KEYWORDS = """
    as async await break case catch continue debugger default delete do else export finally from for if import in
    instanceof new of return super switch this throw try typeof void while yield
"""
_DECLARATIONS = "var let const with function class extends constructor get set static"
_RESERVED = "enum implements interface package private protected public"
_BUILTINS = """
    Array Boolean Date Error Function Math netscape Number Object Packages RegExp String sun decodeURI
    decodeURIComponent encodeURI encodeURIComponent eval isFinite isNaN parseFloat parseInt document window
    navigator self global Promise Set Map WeakSet WeakMap Symbol Proxy Reflect Int8Array Uint8Array
    Uint8ClampedArray Int16Array Uint16Array Uint16ClampedArray Int32Array Uint32Array Uint32ClampedArray
    Float32Array Float64Array DataView ArrayBuffer
"""
_TYPED_KEYWORDS = "is namespace static private protected public implements readonly"
_TYPED_DECLARATIONS = "type abstract"
_TYPED_RESERVED = "string any void number namespace module declare default interface keyof"
_TYPED_BUILTINS = "Pick Partial Readonly Record"
_ID = r"(?:(?u:[^\W\d_])|[$_])(?u:\w*)"
_GOTO_STATEMENT = ("#pop", "statement")

_SPACE: list[Rule] = [
    (r"\s+", ""),
    (r"<!--", "c"),
    (r"//.*?$", "c1"),
    (r"/\*", "cm", "comment"),
]
_TAG: Rule = (r"<", "p", ("tag opening", "element", "element name"))


def _names(*, typed: bool) -> Words:
    lists = {
        "k": f"{_KEYWORDS} {_TYPED_KEYWORDS if typed else ''}",
        "kd": f"{_DECLARATIONS} {_TYPED_DECLARATIONS if typed else ''}",
        "kr": f"{_RESERVED} {_TYPED_RESERVED if typed else ''}",
        "kc": "true false null NaN Infinity undefined",
        "nb": f"{_BUILTINS} {_TYPED_BUILTINS if typed else ''}",
    }
    return words(lists, "nx", opens={"k": "expression", "kd": "expression"})


def _root(*, typed: bool) -> list[Rule]:
    typed_signs: list[Rule] = [(r"\?\.", "p"), (r"\?\?", "o")]
    return [
        *(typed_signs if typed else ()),
        (r"(?s:\s*#!.*?\n)", "cp", "statement"),
        *_SPACE,
        (r"\+\+|--|~|\?\?=?|&&|\|\||\\(?=\n)|<<|>>>?|===|!==", "o", "expression"),
        (r"[-<>+*%&|^/!=]=?", "o", "expression"),
        (r"[(\[,]", "p", "expression"),
        (r";", "p", "statement"),
        (r"[)\].]", "p"),
        (r"`", "s2", "template"),
        (r"\?\.", "p"),
        (r"\?", "p", ("ternary", "expression")),
        (r"(@)(\w+)?", ("p", "nd"), "expression"),
        (r"[{}]", "p", "statement"),
        (_ID, _names(typed=typed)),
        (r"[0-9]+\.[0-9]+(?:[eE][0-9]+)?[fd]?", "mf"),
        (r"0[xX][0-9a-fA-F]+", "mh"),
        (r"0[oO][0-7][0-7_]*", "mo"),
        (r"0[bB][01][01_]*", "mb"),
        (r"[0-9]+", "mi"),
        (r'"', "dl", "double quotes"),
        (r"'", "dl", "single quotes"),
        (r":", "p"),
    ]


def _states(*, typed: bool = False, tags: bool = False) -> dict[str, list[Rule]]:
    root = _root(typed=typed)
    expression: list[Rule] = [
        *([_TAG] if tags else ()),
        *_SPACE,
        (r"/", "sr", ("#pop", "regex")),
        (r"\{", "p", ("#pop", "object")),
        (r"", "", "#pop"),
    ]
    typed_label: Rule = (rf"({_ID})(\??)(\s*)(:)", ("nl", "p", "", "p"), "expression")
    return {
        "root": root,
        "expression": expression,
        "statement": [
            *([typed_label] if typed else ()),
            (r"case\b", "k", ("#pop", "expression")),
            (rf"({_ID})(\s*)(:)", ("nl", "", "p")),
            *expression,
        ],
        "object": [
            *_SPACE,
            (r"\{", "p", "#push"),
            (r"\}", "p", _GOTO_STATEMENT),
            (rf"({_ID})(\s*)(:)", ("na", "", "p"), "expression"),
            (r":", "p"),
            *root,
        ],
        "ternary": [(r":", "p", ("#pop", "expression")), *root],
        "template expression": [(r"\}", "p", "#pop"), *root],
        **_LITERALS,
        **(_tag_states(root) if tags else {}),
    }


_LITERALS: dict[str, list[Rule]] = {
    "comment": [(r"\*/", "cm", "#pop"), (r"[^*/]+|[*/]", "cm")],
    "regex": [
        (r"/", "sr", ("#pop", "regex end")),
        (r"[^/]\n|\n", "err", "#pop"),
        (r"\[\^?", "se", "regex group"),
        (r"\\.|\(\?[:=<!]|\{[\d,]+\}|[()?]", "se"),
        (r".", "sr"),
    ],
    "regex end": [(r"[gimuy]+", "sr", "#pop"), (r"", "", "#pop")],
    "regex group": [
        (r"/", "se"),
        (r"[^/]\n", "err", ("#pop", "#pop")),
        (r"\]", "se", "#pop"),
        (r"\\.", "se"),
        (r".", "sr"),
    ],
    "double quotes": [(r'\\[\\nrt"]?', "se"), (r'[^\\"]+', "s2"), (r'"', "dl", "#pop")],
    "single quotes": [(r"\\[\\nrt']?", "se"), (r"[^\\']+", "s1"), (r"'", "dl", "#pop")],
    "template": [
        (r"\$\{", "p", "template expression"),
        (r"`", "s2", "#pop"),
        (r"\\[$`]", "se"),
        (r"[^$`\\]+|[\\$]", "s2"),
    ],
}


def _tag_states(root: list[Rule]) -> dict[str, list[Rule]]:
    inserted: Rule = (r"\{", "si", ("inserted", "expression"))
    return {
        "tag opening": [
            (r"</", "p", ("#pop", "element", "element name")),
            _TAG,
            inserted,
            (r"[^<{]+", Part(lambda: HTML, kept="html")),
        ],
        "element": [
            *_SPACE,
            (r"/>", "p", ("#pop", "#pop")),
            (r">", "p", "#pop"),
            inserted,
            (r"\w[\w-]*", "na"),
            (r"=", "p"),
            (r"\".*?\"|'.*?'", "s"),
        ],
        "element name": [(r"[A-Z]\w*", "nc"), (r"\w+", "nt"), (r"\.", "p"), (r"", "", "#pop")],
        "inserted": [(r"\}", "si", "#pop"), (r"\{", "p", ("inserted block", "statement")), *root],
        "inserted block": [(r"\}", "p", _GOTO_STATEMENT), *root],
    }


def _tsx() -> dict[str, list[Rule]]:
    states = _states(typed=True, tags=True)
    type_parameter: Rule = (r"(\w+)(,)", ("nx", "p"), ("#pop", "#pop", "#pop"))
    return {**states, "element name": [type_parameter, *states["element name"]]}


JAVASCRIPT = Grammar(_states())
TYPESCRIPT = Grammar(_states(typed=True))
JSX = Grammar(_states(tags=True), ("root", "expression"))
TSX = Grammar(_tsx(), ("root", "expression"))
