"""C as Rouge reads it: where a line begins, and what looks like a function (rouge/lexers/c.rb)."""

from __future__ import annotations

from editor.kramdown.highlight.grammar import Grammar, Part, Rule, words

_KEYWORDS = """
    auto break case const continue default do else enum extern for goto if register restricted return sizeof static
    struct switch typedef union volatile virtual while _Alignas _Alignof _Atomic _Generic _Imaginary _Noreturn
    _Static_assert _Thread_local
"""
_TYPES = """
    int long float short double char unsigned signed void jmp_buf FILE DIR div_t ldiv_t mbstate_t sig_atomic_t fpos_t
    clock_t time_t va_list size_t ssize_t off_t wchar_t ptrdiff_t wctrans_t wint_t wctype_t _Bool _Complex int8_t
    int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t int_least8_t int_least16_t int_least32_t int_least64_t
    uint_least8_t uint_least16_t uint_least32_t uint_least64_t int_fast8_t int_fast16_t int_fast32_t int_fast64_t
    uint_fast8_t uint_fast16_t uint_fast32_t uint_fast64_t intptr_t uintptr_t intmax_t uintmax_t char16_t char32_t
"""
_RESERVED = """
    __asm __int8 __based __except __int16 __stdcall __cdecl __fastcall __int32 __declspec __finally __int61 __try
    __leave inline _inline __inline naked _naked __naked restrict _restrict __restrict thread _thread __thread
    typename _typename __typename
"""
_ID = r"[a-zA-Z_][a-zA-Z0-9_]*"
_GAPS = r"(?:\s|//.*?\n|/\*.*?\*/)*"
# A function's result and its parameters may be as long as anybody writes them; hostile code may not be longer.
_FUNCTION = rf"([\w*\s]{{1,200}}?[\s*])({_ID})(\s*\([^;]{{0,1500}}?\))({_GAPS})"

_BLANKS: list[Rule] = [(r"[ \t\r]+|\\\n", ""), (r"(?s:/(?:\\\n)?\*.*?\*(?:\\\n)?/)", "cm")]
_LINE_COMMENT: Rule = (r"//(?:\\.|.)*?$", "c1", "line")
_SPACE: list[Rule] = [(r"\n+", "", "line"), _LINE_COMMENT, *_BLANKS]
_LINE: list[Rule] = [*_BLANKS, (r"#if\s0", "c", "if 0"), (r"#", "cp", "macro"), (r"", "", "#pop")]
_STATEMENTS: list[Rule] = [
    *_SPACE,
    (r'(?:u8|u|U|L)?"', "s", "string"),
    (r"(?i:(?:u8|u|L)?'(?:\\.|\\[0-7]{1,3}|\\x[a-f0-9]{1,2}|[^\\'\n])')", "sc"),
    (r"(?i:(?:\d+\.\d*|\.?\d+)e[+-]?\d+[lu]*)", "mf"),
    (r"(?i:0x[0-9a-f]+[lu]*)", "mh"),
    (r"(?i:0[0-7]+[lu]*)", "mo"),
    (r"(?i:\d+[lu]*)", "mi"),
    (r"\*/", "err"),
    (r"[~!%^&*+=|?:<>/-]", "o"),
    (r"[()\[\],.;]", "p"),
    (r"case\b", "k", "case"),
    (r"(?:true|false|NULL)\b", "nb"),
    (_ID, words({"k": _KEYWORDS, "kt": _TYPES, "kr": _RESERVED}, "n")),
]
_BLOCK: Rule = (r"\{", "p", "function")


def _recursive() -> Part:
    return Part(lambda: C)


C: Grammar = Grammar(
    {
        "root": [
            (r"\n+", "", "line of expressions"),
            *_SPACE,
            (_FUNCTION + r"(\{)", (_recursive(), "nf", _recursive(), _recursive(), "p"), "function"),
            (_FUNCTION + r"(;)", (_recursive(), "nf", _recursive(), _recursive(), "p")),
            _BLOCK,
            *_STATEMENTS,
        ],
        "line": [(rf"{_ID}:(?!:)", "nl"), *_LINE],
        "line of expressions": _LINE,
        "case": [(r":", "p", "#pop"), *_STATEMENTS],
        "function": [*_STATEMENTS, _BLOCK, (r"\}", "p", "#pop")],
        "string": [
            (r'"', "s", "#pop"),
            (r"\\(?:[\\abfnrtv\"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})", "se"),
            (r"[^\\\"\n]+|\\\n|\\", "s"),
        ],
        "macro": [
            (r"(include)(\s*)(<[^>]+>|\"[^\"]+\")([^\n]*)", ("cp", "", "cpf", "c1")),
            (r"[^/\n\\]+|(?s:\\.)", "cp"),
            *_BLANKS,
            (r"/", "cp"),
            (r"\n", "cp", "#pop"),
        ],
        "if 0": [
            (r"^\s*#if", "c", "#push"),
            (r"^\s*#\s*el(?:se|if)", "c", "#pop"),
            (r"^(?s:\s*#\s*endif\b.*?(?<!\\)\n)", "c", "#pop"),
            (r".*?\n", "c"),
        ],
    },
    ("root", "line"),
)
