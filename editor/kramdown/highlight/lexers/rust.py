"""Rust as Rouge reads it: doc comments, attributes and macros (rouge/lexers/rust.rb)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from editor.kramdown.highlight.grammar import Act, Grammar, Reading, Rule, Token, words

_KEYWORDS = """
    as async await break const continue crate dyn else enum extern false fn for if impl in let log loop match mod move
    mut pub ref return self Self static struct super trait true type unsafe use where while abstract become box do
    final macro override priv typeof unsized virtual yield try union
"""
_BUILTINS = """
    Add BitAnd BitOr BitXor bool c_char c_double c_float char c_int clock_t c_long c_longlong Cons Const Copy c_schar
    c_short c_uchar c_uint c_ulong c_ulonglong c_ushort c_void dev_t DIR dirent Div Either Eq Err f32 f64 Failure FILE
    float fpos_t i16 i32 i64 i8 isize Index ino_t int intptr_t Left mode_t Modulo Mul Neg Nil None Num off_t Ok Option
    Ord Owned pid_t Ptr ptrdiff_t Right Send Shl Shr size_t Some ssize_t str Sub Success time_t u16 u32 u64 u8 usize
    uint uintptr_t Box Vec String Gc Rc Arc u128 i128 Result Sync Pin Unpin Sized Drop drop Fn FnMut FnOnce Clone
    PartialEq PartialOrd AsMut AsRef From Into Default DoubleEndedIterator ExactSizeIterator Extend IntoIterator
    Iterator
"""
_ID = r"(?u:[^\W\d]\w*)"
_ESCAPE = r"\\(?:[nrt'\"\\0]|x[0-9a-fA-F]{2}|u\{(?:[0-9a-fA-F]_*){1,6}\})"
_CLOSES = {"[": "]", "(": ")", "{": "}"}


def _macro_sign(reading: Reading, texts: Sequence[str]) -> Iterable[Token]:
    """Brackets count through all macros that are open; where all are closed, a macro ends."""
    if not reading.notes:
        reading.notes.append(dict.fromkeys("])}", 0))
    counts, sign = reading.notes[0], texts[0]
    if sign in _CLOSES:
        counts[_CLOSES[sign]] += 1
    else:
        counts[sign] -= 1
        if not any(counts.values()):
            reading.stack.pop()
    return (("p", sign),)


_SPACE: list[Rule] = [
    (r"\s+", ""),
    (r"////+[^\n]*", "c1"),
    (r"//[/!][^\n]*", "cd"),
    (r"//[^\n]*", "c1"),
    (r"/\*\*\*?/", "cm"),
    (r"/\*\*\*+", "cm", "comment"),
    (r"/\*[*!]", "cd", "doc comment"),
    (r"/\*", "cm", "comment"),
]
_FRACTION, _EXPONENT, _FLOAT = r"\.[0-9][0-9_]*", r"[eE][-+]?[0-9_]+", "(?:f32|f64)"
_LITERALS: list[Rule] = [
    (r"(?:true|false)\b", "kc"),
    (rf"b?'(?:{_ESCAPE}|[^\\])'", "sc"),
    (r'b?"', "s", "string"),
    (r'b?r"[^"]*"', "s"),
    *((rf'(?s:b?r{"#" * count}".*?"{"#" * count})', "s") for count in range(1, 5)),
    (
        rf"[0-9][0-9_]*(?:{_FRACTION}(?:{_EXPONENT})?{_FLOAT}?|(?:{_FRACTION})?{_EXPONENT}{_FLOAT}?"
        rf"|(?:{_FRACTION})?(?:{_EXPONENT})?{_FLOAT}|\.(?!\.|(?u:[^\W\d])))",
        "mf",
    ),
    (r"(?:0b[10_]+|0x[0-9a-fA-F_]+|0o[0-7_]+|[0-9][0-9_]*)(?:[ui](?:8|16|32|64|128|size)?)?", "mi"),
]
_ROOT: list[Rule] = [
    (r"\n", "", "line"),
    *_SPACE,
    (r"#!?\[", "nd", "attribute"),
    (rf"(?:{'|'.join(_KEYWORDS.split())})\b", "k"),
    *_LITERALS,
    (r"[=-]>|<->", "k"),
    (r"[()\[\]{}|,:;]", "p"),
    (r"[*/!@~&+%^<>=?-]|\.{2,3}", "o"),
    (rf"(?:\.\s*)?{_ID}(?=\s*\()", "nf"),
    (r"\.\s*await\b", "k"),
    (rf"\.\s*{_ID}", "py"),
    (r"\.\s*\d+", "na"),
    (rf"({_ID})(::)", ("nn", "p")),
    (r"macro_rules!", "nd", "macro rules"),
    (rf"{_ID}!", "nd", "macro"),
    (r"'static\b", "k"),
    (rf"'{_ID}", "nv"),
    (_ID, words({"nb": _BUILTINS}, "n")),
]
_MACRO: list[Rule] = [*_LITERALS, (r"[\[{(\]})]", Act(_macro_sign)), (rf"{_ID}!", "nd"), *_ROOT, (r".", "")]


def _comment(css: str) -> list[Rule]:
    return [(r"\*/", css, "#pop"), (r"/\*", css, "#push"), (r"[^*/]+|[*/]", css)]


RUST = Grammar(
    {
        "root": _ROOT,
        "line": [*_SPACE, (r"#\s[^\n]*", "cs"), (r"", "", "#pop")],
        "attribute": [*_SPACE, *_LITERALS, (r"[(,)=:]", "nd"), (r"\]", "nd", "#pop"), (_ID, "nd")],
        "comment": _comment("cm"),
        "doc comment": _comment("cd"),
        "macro": _MACRO,
        "macro rules": [(rf"\$(?:{_ID}(?::{_ID})?)?", "nv"), *_MACRO],
        "string": [(r'"', "s", "#pop"), (_ESCAPE, "se"), (r'[^"\\]+', "s")],
    },
    ("root", "line"),
)
