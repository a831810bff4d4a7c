"""Python as Rouge reads it (rouge/lexers/python.rb)."""

from __future__ import annotations

from itertools import product

from editor.kramdown.highlight.grammar import Grammar, Part, Rule, words

_KEYWORDS = """
    assert break continue del elif else except exec finally for global if lambda pass print raise return try while
    yield as with from import async await nonlocal
"""
_BUILTINS = """
    __import__ abs all any apply ascii basestring bin bool buffer bytearray bytes callable chr classmethod cmp coerce
    compile complex delattr dict dir divmod enumerate eval execfile exit file filter float format frozenset getattr
    globals hasattr hash hex id input int intern isinstance issubclass iter len list locals long map max memoryview
    min next object oct open ord pow property range raw_input reduce reload repr reversed round set setattr slice
    sorted staticmethod str sum super tuple type unichr unicode vars xrange zip
"""
_EXCEPTIONS = """
    ArithmeticError AssertionError AttributeError BaseException BlockingIOError BrokenPipeError BufferError
    BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError
    DeprecationWarning EOFError EnvironmentError Exception FileExistsError FileNotFoundError FloatingPointError
    FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError IndexError InterruptedError
    IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError
    NotADirectoryError NotImplemented NotImplementedError OSError OverflowError OverflowWarning
    PendingDeprecationWarning ProcessLookupError RecursionError ReferenceError ResourceWarning RuntimeError
    RuntimeWarning StandardError StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit
    TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError
    UnicodeTranslateError UnicodeWarning UserWarning ValueError VMSError Warning WindowsError ZeroDivisionError
"""
_ID = r"(?u:[^\W\d]\w*)"
_DOTTED = r"(?:(?u:[^\W\d])|\.)(?u:[\w.]*)"
_GAP = r"(?:\\\s|\s)+"
_DIGITS = r"[0-9](?:_?[0-9])*"
_EXPONENT = rf"[eE][+-]?{_DIGITS}"
_DELIMITERS = ('"""', "'''", '"', "'")
_ESCAPE = (
    r"\\(?:[\\abfnrtv\"']|\n|newline|N\{[a-zA-Z][a-zA-Z ]+[a-zA-Z]\}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}"
    r"|x[a-fA-F0-9]{2}|[0-7]{1,3})"
)


def _string_start(prefix: str, kind: str, delimiter: str) -> Rule:
    return rf"({prefix})({delimiter})", ("sa", "s"), f"{kind}{delimiter}"


def _string(kind: str, delimiter: str) -> list[Rule]:
    """Between the delimiters; a kind has an `r` if escapes are none, and an `f` if braces hold code."""
    return [
        (r"[^'\"\\{]+|\{\{", "s"),
        (delimiter, "s", "#pop"),
        (r"'''|\"\"\"|['\"]", "s"),
        (_ESCAPE, "s" if "r" in kind else "se"),
        (r"\\.", "s"),
        (r"\{", "si", "inserted") if "f" in kind else (r"\{", "s"),
    ]


_KINDS = {
    "fr": "[fF][rR]|[rR][fF]",
    "f": "[fF][bBuUfF]?|[bBuU][fF]",
    "r": "[rR][bBuUrR]?|[bBuU][rR]",
    "": "[bBuU]{0,2}",
}

PYTHON: Grammar = Grammar(
    {
        "root": [
            (r"\n+", ""),
            (r"^(:)(\s*)((?is:[ru]{0,2}\"\"\".*?\"\"\"))", ("p", "", "sd")),
            (r"[^\S\n]+", ""),
            (r"#.*\n?", "c1"),
            (r"[\[\]{}:(),;.]", "p"),
            (r"\\\n|\\", ""),
            (r"(?:in|is|and|or|not)\b", "ow"),
            (r"(?:<<|>>|//|\*\*)=?|[-~+/*%=<>&^|@]=?|!=", "o"),
            (rf"(from)({_GAP})({_DOTTED})({_GAP})(import)", ("kn", "", "nn", "", "kn")),
            (rf"(import)(\s+)({_DOTTED})", ("kn", "", "nn")),
            (rf"(def)({_GAP})", ("k", ""), "function name"),
            (rf"(class)({_GAP})", ("k", ""), "class name"),
            (r"`.*?`", "sb"),
            *(_string_start(_KINDS[kind], kind, delimiter) for kind, delimiter in product(_KINDS, _DELIMITERS)),
            (rf"@{_DOTTED}", "nd"),
            (
                _ID,
                words(
                    {
                        "k": _KEYWORDS,
                        "nb": _EXCEPTIONS + _BUILTINS,
                        "bp": "self None Ellipsis NotImplemented False True",
                    },
                    "n",
                ),
            ),
            (rf"(?:(?:{_DIGITS})?\.{_DIGITS}|{_DIGITS}\.)(?:{_EXPONENT})?[jJ]?", "mf"),
            (rf"{_DIGITS}(?:{_EXPONENT}[jJ]?|[jJ])", "mf"),
            (r"0[bB](?:_?[01])+", "mb"),
            (r"0[oO](?:_?[0-7])+", "mo"),
            (r"0[xX](?:_?[a-fA-F0-9])+", "mh"),
            (r"\d+L", "il"),
            (r"[1-9](?:_?[0-9])*|0(?:_?0)*", "mi"),
        ],
        "function name": [(_ID, "nf", "#pop")],
        "class name": [(_ID, "nc", "#pop")],
        "inserted": [
            (r"[^{}!:]+", Part(lambda: PYTHON)),
            (r"![asr]|:", "si"),
            (r"\{", "si", "#push"),
            (r"\}", "si", "#pop"),
        ],
        **{f"{kind}{delimiter}": _string(kind, delimiter) for kind, delimiter in product(_KINDS, _DELIMITERS)},
    }
)
