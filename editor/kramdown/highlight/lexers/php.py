"""PHP as Rouge reads it, in a page or on its own (rouge/lexers/php.rb)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, ClassVar

from pygments.lexer import RegexLexer, default, include
from pygments.token import Comment, Keyword, Name, Number, Operator, Punctuation, String, Text

from editor.kramdown.highlight.lexers.page import page
from editor.kramdown.highlight.lexers.typed_pygments import groups

_ID = r"[^\W\d]\w*"
_PATH = rf"(?:{_ID}\\)*{_ID}"
_KEYWORDS = frozenset(
    """
    old_function cfunction __class__ __dir__ __file__ __function__ __halt_compiler __line__ __method__ __namespace__
    __trait__ abstract and array as break case catch clone continue declare default die do echo else elseif empty
    enddeclare endfor endforeach endif endswitch endwhile eval exit extends final finally fn for foreach global goto
    if implements include include_once instanceof insteadof isset list match new or parent print private protected
    public readonly require require_once return self static switch throw try unset var while xor yield
    """.split()  # noqa: SIM905 - as a list it would be one word a line
)
_CONSTANT = re.compile(r"(?:.*\\)?[A-Z][A-Z0-9_]+\Z")
_CLASS = re.compile(r"(?:.*\\)?[A-Z][^\W_]*\Z")
_PHP_CONSTANT = re.compile(r"(?:E|PHP)(?:_[A-Z]+)+\Z")


@cache
def _builtins() -> frozenset[str]:
    from pygments.lexers._php_builtins import MODULES

    return frozenset(name for names in MODULES.values() for name in names)


def _call(_lexer: Any, match: re.Match[str]) -> Iterator[tuple[int, Any, str]]:
    name = match[0].lower()
    kind = Keyword if name in _KEYWORDS else Name.Builtin if name in _builtins() else Name.Function
    yield match.start(), kind, match[0]


def _name(_lexer: Any, match: re.Match[str]) -> Iterator[tuple[int, Any, str]]:
    yield match.start(), _kind_of(match[0]), match[0]


def _kind_of(name: str) -> Any:
    if name.lower() in _KEYWORDS:
        return Keyword
    if name.startswith("__") and name.endswith("__"):
        return Name.Builtin
    if _PHP_CONSTANT.match(name):
        return Keyword.Constant
    if _CONSTANT.match(name):
        return Name.Constant
    return Name.Class if _CLASS.match(name) else Name


class PhpLexer(RegexLexer):
    """Code between `<?php` and `?>`; without a `<` in front, all of it."""

    name = "php"
    tokens: ClassVar[dict[str, Any]] = {
        "root": [
            (r"<\?(?:(?i:php)|=)?", Comment.Preproc, "php"),
            (r"(?s:.+?(?=<\?)|.+)", page),
        ],
        "start": [
            (r"\s*(?=<)", page, "#pop"),
            (r"(?i:[^$]+(?=<\?(?:php|=)))", page, "#pop"),
            default(("#pop", "php")),
        ],
        "close": [(r"\?>", Comment.Preproc, "root")],
        "blank": [
            (r"\s+", Text),
            (r"#.*?$|//.*?$", Comment.Single),
            (r"(?s:/\*\*(?!/).*?\*/)", Comment.Doc),
            (r"(?s:/\*.*?\*/)", Comment.Multiline),
        ],
        "variables": [(rf"\$\{{\$+{_ID}\}}|\$+{_ID}", Name.Variable)],
        "values": [
            (rf"(?is:<<<([\"']?)({_ID})\1\n.*?\n\s*\2;?)", String.Heredoc),
            (r"(?i:(?:\d[_\d]*)?\.(?:\d[_\d]*)?(?:e[+-]?\d[_\d]*)?)", Number.Float),  # a lone dot too
            (r"0[0-7][0-7_]*", Number.Oct),
            (r"(?i:0b[01][01_]*)", Number.Bin),
            (r"(?i:0x[a-f0-9][a-f0-9_]*)", Number.Hex),
            (r"\d[_\d]*", Number.Integer),
            (r"(?s:'[^'\\]*(?:\\.[^'\\]*)*')", String.Single),
            (r"(?s:`[^`\\]*(?:\\.[^`\\]*)*`)", String.Backtick),
            (r'"', String.Double, "string"),
            (r"(?i:(?:function|fn)\b)", Keyword, ("function return", "function parameters", "function name")),
            (r"(?i:(?:true|false|null)\b)", Keyword.Constant),
            (r"(?i:new\b)", Keyword, "new"),
        ],
        "names": [
            (rf"{_PATH}(?=\s*\()", _call),
            (r"(?i:use)\b(?!\\)", Keyword.Namespace, "use"),
            (r"(?i:const)\b(?!\\)", Keyword, "const"),
            (r"(?i:catch)\b(?!\\)", Keyword, "catch"),
            (r"(?i:public|protected|private)\b(?!\\)", Keyword, "visibility"),
            (_PATH, _name),
        ],
        "operators": [(r"[~!%^&*+|:.<>/@-]+", Operator)],
        "php": [
            include("close"),
            include("blank"),
            include("variables"),
            include("values"),
            (rf"((?i:namespace))(\s+)({_PATH})", groups(Keyword.Namespace, Text, Name.Namespace)),
            (
                rf"((?i:class|interface|trait|extends|implements))(\s+)({_PATH})",
                groups(Keyword.Declaration, Text, Name.Class),
            ),
            include("names"),
            (r"[;,(){}\[\]]", Punctuation),
            include("operators"),
            (r"[=?]", Operator),
        ],
        "string": [
            (r'"', String.Double, "#pop"),
            (r'[^\\{$"]+', String.Double),
            (r"\\u\{[0-9a-fA-F]+\}", String.Escape),
            (r"\\(?:[efrntv\"$\\]|[0-7]{1,3}|[xX][0-9a-fA-F]{1,2})", String.Escape),
            (rf"\${_ID}(?:\[\S+\]|->{_ID})?", Name.Variable),
            (r"\{\$\{", String.Interpol, "interpolation of a name"),
            (r"\{(?=\$)", String.Interpol, "interpolation"),
            (r"(\{)(\S+)(\})", groups(String.Interpol, Name.Variable, String.Interpol)),
            (r"[${\\]+", String.Double),
        ],
        "interpolation of a name": [(r"\}\}", String.Interpol, "#pop"), include("php")],
        "interpolation": [(r"\}", String.Interpol, "#pop"), include("php")],
        "assigned": [
            (r",", Punctuation, "#pop"),
            (r"[\[\]]", Punctuation),
            (r"\(", Punctuation, "assigned call"),
            include("close"),
            include("blank"),
            include("values"),
            include("variables"),
            include("names"),
            include("operators"),
            default("#pop"),
        ],
        "assigned call": [(r"\)", Punctuation, "#pop"), (r",", Punctuation), include("assigned")],
        "catch": [
            (r"\(", Punctuation),
            (r"\|", Operator),
            (_ID, Name.Class),
            include("close"),
            include("blank"),
            default("#pop"),
        ],
        "const": [
            (_ID, Name.Constant),
            (r"=", Operator, "assigned"),
            include("close"),
            include("blank"),
            default("#pop"),
        ],
        "function body": [(r"\{", Punctuation, "#push"), (r"\}", Punctuation, "#pop"), include("php")],
        "function name": [
            (r"&", Operator),
            (_ID, Name),
            (r"\(", Punctuation, "#pop"),
            include("close"),
            include("blank"),
            default("#pop"),
        ],
        "function parameters": [
            (r"\)", Punctuation, "#pop"),
            (r",|[.]{3}", Punctuation),
            (r"=", Operator, "assigned"),
            (r"(?i:(?:public|protected|private|readonly)\b)", Keyword),
            (rf"\??{_ID}", Keyword.Type, "assigned"),
            include("close"),
            include("blank"),
            include("variables"),
            default("#pop"),
        ],
        "function return": [
            (r":", Punctuation),
            (r"(?i:use\b)", Keyword, "function use"),
            (rf"\??{_ID}", Keyword.Type, "assigned"),
            (r"\{", Punctuation, ("#pop", "function body")),
            include("close"),
            include("blank"),
            default("#pop"),
        ],
        "function use": [
            (r"[,(]", Punctuation),
            (r"&", Operator),
            (r"\)", Punctuation, "#pop"),
            include("close"),
            include("blank"),
            include("variables"),
            default("#pop"),
        ],
        "new": [
            (r"(?i:class\b)", Keyword.Declaration, ("#pop", "new class")),
            (_PATH, Name.Class, "#pop"),
            include("close"),
            include("blank"),
            default("#pop"),
        ],
        "new class": [(r"\}", Punctuation, "#pop"), (r"\{", Punctuation), include("php")],
        "use": [
            (r"[,}]", Punctuation),
            (r"(?i:(?:function|const)\b)", Keyword),
            (rf"((?:{_ID}\\)+)(\{{)", groups(Name.Namespace, Punctuation)),
            include("close"),
            include("blank"),
            include("names"),
            default("#pop"),
        ],
        "visibility": [
            (r"(?i:(?:readonly|static)\b)", Keyword),
            (r"(?i:(?=(?:abstract|const|function)\b))", Keyword, "#pop"),
            (rf"\??{_ID}", Keyword.Type, "#pop"),
            include("close"),
            include("blank"),
            default("#pop"),
        ],
    }

    def get_tokens_unprocessed(self, text: str, stack: Any = ("root", "start")) -> Iterator[tuple[int, Any, str]]:
        """The tokens of a whole text."""
        return super().get_tokens_unprocessed(text, stack)
