"""Go as Rouge reads it (rouge/lexers/go.rb)."""

from __future__ import annotations

from editor.kramdown.highlight.grammar import Grammar, Rule, words

_KEYWORDS = """
    break default func interface select case defer go map struct chan else goto package switch const fallthrough if
    range type continue for import return var
"""
_TYPES = """
    bool byte complex64 complex128 error float32 float64 int8 int16 int32 int64 int rune string uint8 uint16 uint32
    uint64 uintptr uint
"""
_FUNCTIONS = "append cap close complex copy delete imag len make new panic print println real recover"
_FLOAT = r"(?:[0-9]+\.(?:[0-9]+)?(?:[eE][+-]?[0-9]+)?|[0-9]+[eE][+-]?[0-9]+|\.[0-9]+(?:[eE][+-]?[0-9]+)?)"
_ESCAPE = r"\\(?:[abfnrtv\\'\"]|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2})"

_NAMES: list[Rule] = [
    (
        r"(?u:[^\W\d]\w*)",
        words({"k": _KEYWORDS, "kt": _TYPES, "nb": _FUNCTIONS, "no": "true false iota nil"}, "n"),
    ),
]

GO = Grammar(
    {
        "root": [
            (r"\s+", ""),
            (r"//.*|(?s:/\*.*?\*/)", "c"),
            *_NAMES,
            (rf"(?:[0-9]+|{_FLOAT})i|{_FLOAT}|0[xX][0-9A-Fa-f]+|[0-9]+", "m"),
            (rf"'(?:[^\n]|{_ESCAPE}|\\[0-7]{{3}})'", "sc"),
            (
                r"\+=|\+\+|\+|&\^=|&\^|&=|&&|&|==|=|!=|!|-=|--|-|\|=|\|\||\||<=|<-|<<=|<<|<|\*=|\*|\^=|\^|>>=|>>|>="
                r"|>|/|:=|%|\.\.\.|\.|:",
                "o",
            ),
            (r"[()\[\]{},;]", "p"),
            (r"`", "s", "raw string"),
            (r'"', "s", "string"),
        ],
        "string": [(_ESCAPE, "se"), (r"\\.", "err"), (r'"', "s", "#pop"), (r'[^"\\]+', "s")],
        "raw string": [(r"`", "s", "#pop"), (r"[^`]+", "s")],
    }
)
