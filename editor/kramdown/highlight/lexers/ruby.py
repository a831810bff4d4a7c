"""Ruby as Rouge reads it: what may begin where an expression may, heredocs after their line (rouge/lexers/ruby.rb)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from editor.kramdown.highlight.grammar import Act, Grammar, Reading, Rule, Token, quoted

_KEYWORDS = r"""
    BEGIN END alias begin break case defined\? do else elsif end ensure for if in next redo rescue raise retry return
    super then undef unless until when while yield
"""
_PSEUDO = """
    loop include extend raise alias_method attr catch throw private module_function public protected true false nil
    __FILE__ __LINE__
"""
_BUILTINS = r"""
    attr_reader attr_writer attr_accessor __id__ __send__ abort ancestors at_exit autoload binding callcc caller catch
    chomp chop class_eval class_variables clone const_defined\? const_get const_missing const_set constants display
    dup eval exec exit extend fail fork format freeze getc gets global_variables gsub hash id included_modules inspect
    instance_eval instance_method instance_methods instance_variable_get instance_variable_set instance_variables
    lambda load local_variables loop method method_missing methods module_eval name object_id open p print printf
    private_class_method private_instance_methods private_methods proc protected_instance_methods protected_methods
    public_class_method public_instance_methods public_methods putc puts raise rand readline readlines require
    require_relative scan select self send set_trace_func singleton_methods sleep split sprintf srand sub syscall
    system taint test throw to_a to_s trace_var trap untaint untrace_var warn
"""
_QUESTIONS = """
    autoload block_given const_defined eql equal frozen include instance_of is_a iterator kind_of method_defined nil
    private_method_defined protected_method_defined public_method_defined respond_to tainted
"""
_ID = r"[a-zA-Z_]\w*"
_CODES = r"[\\abefnrstv#\"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3}"
_DECIMAL = r"\d+(?:_\d+)*"
_CLOSES = {"{": "}", "[": "]", "(": ")", "<": ">"}


def _any(text: str) -> str:
    return f"(?:{'|'.join(text.split())})"


def _open_sigil(reading: Reading, texts: Sequence[str]) -> Iterable[Token]:
    whole, kind, sign = texts
    if kind == "r":
        reading.stack.append("regex flags")
    reading.stack.append(f"sigil {'sr' if kind == 'r' else 'sx'}{'i' if kind and kind in 'rQWxI' else ' '}{sign}")
    yield ("sr" if kind == "r" else "sx"), whole


def _sigil(name: str) -> list[Rule]:
    """Between the delimiters of `%w(…)`; only different ones nest."""
    css, interpolates, opening = name[6:8], name[8] == "i", name[9:]
    closing = _CLOSES.get(opening, opening)
    ends = "".join(re.escape(sign) for sign in dict.fromkeys(opening + closing))
    return [
        (rf"\\[#{ends}\\]", "se"),
        *([(re.escape(opening), css, "#push")] if opening != closing else ()),
        (re.escape(closing), css, "#pop"),
        *([*_ESCAPED, (r"#", css)] if interpolates else [(r"[\\#]", css)]),
        (rf"[^#{ends}\\]+", css),
    ]


def _queue_heredoc(reading: Reading, texts: Sequence[str]) -> Iterable[Token]:
    _, sign, name = texts
    reading.notes.append((sign != "<<", name.strip("\"'`")))
    if reading.stack[-1] != "heredocs wait":
        reading.stack.append("heredocs wait")
    return ("o", sign), ("no", name)


def _end_heredoc(reading: Reading, texts: Sequence[str]) -> Iterable[Token]:
    """The line may be the one that ends the first of the heredocs that wait."""
    line = texts[0]
    indented, name = reading.notes[0] if reading.notes else (False, "")
    css = "sh"
    if (line.strip() if indented else line.rstrip()) == name:
        css = "no"
        del reading.notes[:1]
        if not reading.notes:
            reading.stack.pop()
    reading.stack.pop()
    return ((css, line),) if line else ()


_INTERPOLATION: list[Rule] = [(r"#\{", "si", "interpolation"), (r"#(?:@@?|\$)[a-zA-Z_]\w*", "si")]
_ESCAPED: list[Rule] = [*_INTERPOLATION, (rf"\\(?:{_CODES})|\\.", "se")]
_SIGIL: Rule = (r"%([rqswQWxiI])?([^\w\s])", Act(_open_sigil, 2))
_BLANKS: Rule = (r"[ \t\r]+", "")
_SPACE: list[Rule] = [
    _BLANKS,
    (r"\n\s*", "", "expression"),
    (r"#.*$", "c1"),
    (r"(?s:=begin\b.*?\n=end\b)", "cm"),
]
_STRINGS: list[Rule] = [
    (r":@{0,2}[a-zA-Z_]\w*[!?]?", "ss"),
    (r":(?:\*\*|[-+]@|[/%&|^`~]|\[\]=?|<<|>>|<=?>|<=?|===?)", "ss"),
    (":" + quoted("'"), "ss"),
    (r':"', "ss", "symbol"),
    (r"[a-z_]\w*?[?!]?:\s+", "ss", "expression"),
    (quoted("'"), "s1"),
    (r'"', "s2", "double quotes"),
    (r"`", "sb", "backticks"),
]
_HEREDOCS: list[Rule] = [
    (rf"(<<[-~]?)(\"{_ID}\"|`{_ID}`|'{_ID}'|{_ID})", Act(_queue_heredoc, 2)),
    (r"(<<[-~]?)(\"\"|'')", Act(_queue_heredoc, 2)),
]
_ROOT: list[Rule] = [
    *_SPACE,
    (r"__END__", "cp", "rest"),
    (r"0_?[0-7]+(?:_[0-7]+)*", "mo"),
    (r"0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*", "mh"),
    (r"0b[01]+(?:_[01]+)*", "mb"),
    (rf"{_DECIMAL}(?:\.{_DECIMAL}(?:[eE][+-]?\d+)?|[eE][+-]?\d+)", "mf"),
    (_DECIMAL, "mi"),
    (r"@@[a-zA-Z_]\w*", "vc"),
    (r"@[a-zA-Z_]\w*", "vi"),
    (r"\$\w+|\$[!@&`'+~=/\\,;.<>_*$?:\"]|\$-[0adFiIlpvw]", "vg"),
    (r"::", "o"),
    *_STRINGS,
    (rf"{_any(_KEYWORDS)}(?=\W|$)", "k", "expression"),
    (rf"{_any(_PSEUDO)}\b", "kp", "expression"),
    (rf"(module)(\s+)({_ID}(?:::{_ID})*)".replace(r"\w*", "[a-zA-Z0-9_]*"), ("k", "", "nn")),
    (r"(def\b)(\s*)", ("k", ""), "function name"),
    (r"(class\b)(\s*)", ("k", ""), "class name"),
    (rf"{_any(_QUESTIONS)}\?|(?:chomp|chop|exit|gsub|sub)!", "nb", "expression"),
    (rf"{_any(_BUILTINS)}\b", "nb", "call"),
    *_HEREDOCS,
    (r"\.{2,3}", "o", "expression"),
    (r"[A-Z][a-zA-Z0-9_]*", "no", "call"),
    (r"(\.|::)(\s*)([a-z_]\w*[!?]?|[*%&^`~+\--/\[<>=])", ("p", "", "nf"), "call"),
    (rf"{_ID}[?!]", "n", "expression"),
    (_ID, "n", "call"),
    (r"\*\*|<<?|>>?|>=|<=|<=>|=~|={3}|!~|&&?|\|\||\.", "o", "expression"),
    (r"[-+/*%=<>&!^|~]=?", "o", "expression"),
    (r"\?", "p", ("ternary", "expression")),
    (r"[\[({,:\\;/]", "p", "expression"),
    (r"[\])}]", "p"),
]
_NESTED: Rule = (r"\(", "p", ("parameters", "expression"))
_LEAVE: Rule = (r"", "", "#pop")


def _simple(css: str, quote: str) -> list[Rule]:
    return [*_ESCAPED, (rf"[^\\{quote}#]+|[\\#]", css), (quote, css, "#pop")]


RUBY: Grammar = Grammar(
    {
        "root": _ROOT,
        "rest": [(r"(?s:.+)", "cp", "#pop")],
        "symbol": _simple("ss", '"'),
        "double quotes": _simple("s2", '"'),
        "backticks": _simple("sb", "`"),
        "interpolation": [(r"\}", "si", "#pop"), *_ROOT],
        "regex flags": [(r"[mixounse]*", "sr", "#pop")],
        "regex": [
            *_INTERPOLATION,
            (r"\\\\|\\/|[\\#]|[^\\/#]+", "sr"),
            (r"/", "sr", ("#pop", "regex flags")),
        ],
        "heredocs wait": [(r"(?=\n)", "", ("#pop", "heredocs")), *_ROOT],
        "heredocs": [*_ESCAPED, (r"\n", "sh", "heredoc line"), (r"[#\\]|[^#\\\n]+", "sh")],
        "heredoc line": [(r"[^#\\\n]*$", Act(_end_heredoc)), _LEAVE],
        "function name": [
            (r"\s+", ""),
            (r"\(", "p", ("#pop", "function name", "parameters")),
            (
                rf"(?:({_ID})(\.))?({_ID}[!?]?|\*\*?|[-+]@?|[/%&|^`~]|\[\]=?|<<?|>>?|<=?>|>=|===?)",
                ("nc", "o", "nf"),
                "#pop",
            ),
            _LEAVE,
        ],
        "class name": [
            (r"\s+", ""),
            (r"\w+(?:::\w+)+", "nc"),
            _NESTED,
            (r"<<", "o", ("#pop", "expression")),
            (r"[A-Z_]\w*", "nc", "#pop"),
            _LEAVE,
        ],
        "ternary": [
            (r"(:)(\s+)", ("p", ""), ("#pop", "expression")),
            (r":(?![^#\n]*?[:\\])", "p", ("#pop", "expression")),
            *_ROOT,
        ],
        "parameters": [(r"(\))(\.|::)?", ("p", "o"), "#pop"), _NESTED, *_ROOT],
        "call": [
            (r"[/%]", "o", ("#pop", "expression")),
            (r"(?=\n)", "", "#pop"),
            (r"", "", ("#pop", "call with space")),
        ],
        "call with space": [
            *_SPACE,
            (r"[%/]=", "o", ("#pop", "expression")),
            (r"/(?=\S|\s*/)", "sr", ("#pop", "regex")),
            _SIGIL,
            (r"(?=\s*/)", "", "#pop"),
            (r"\s+", "", ("#pop", "expression")),
            _LEAVE,
        ],
        "expression": [
            _BLANKS,
            (r"/", "sr", ("#pop", "regex")),
            (rf"\?(?:\\[MC]-)*(?:\\(?:{_CODES})|\S)(?!\w)", "sc", "#pop"),
            (r"(\s*)(%[rqswQWxiI]? \S* )", ("", "sx"), "#pop"),
            _SIGIL,
            _LEAVE,
        ],
    },
    ("root", "expression"),
    made=_sigil,
)
