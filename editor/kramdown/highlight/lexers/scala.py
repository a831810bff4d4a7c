"""Scala as Rouge reads it: what follows a colon is a type (rouge/lexers/scala.rb)."""

from __future__ import annotations

from typing import Any, ClassVar

from pygments.lexer import RegexLexer, include
from pygments.token import Comment, Keyword, Name, Number, Operator, String, Text

from editor.kramdown.highlight.lexers.typed_pygments import any_of, groups

_LETTER = r"(?:[^\W\d]|\$)"
_SIGN = r"[!#%&'*+\-/:<=>?@\\^`|~\x7f←-⇿∀-⋿]"
_ID = rf"{_LETTER}[\w$]*(?:(?<=_){_SIGN}+)?"
_QUOTED = r"`[^`]+`"
_NAME = rf"(?:{_ID}|{_SIGN}+|{_QUOTED})"
_CHUNK = rf"(?:{_ID}|{_SIGN}+{_QUOTED})"
_TYPE = rf"({_CHUNK}(?:\.{_CHUNK})*)(\s*)"
_KEYWORDS = """
    abstract case catch def do else extends final finally for forSome if implicit lazy match new override private
    protected requires return sealed super this throw try val var while with yield
"""


class ScalaLexer(RegexLexer):
    """Definitions, types and type parameters."""

    name = "scala"
    tokens: ClassVar[dict[str, Any]] = {
        "root": [
            (r"(class|trait|object)(\s+)", groups(Keyword, Text), "class"),
            (rf"'{_ID}(?!')", String.Symbol),
            (r"[^\S\n]+", Text),
            (r"//.*", Comment.Single),
            (r"/\*", Comment.Multiline, "comment"),
            (rf"@{_ID}", Name.Decorator),
            (rf"(def)(\s+)({_NAME})(\s*)", groups(Keyword, Text, Name.Function, Text)),
            (rf"(val)(\s+)({_NAME})(\s*)", groups(Keyword, Text, Name.Variable, Text)),
            (rf"(this)(\n*)(\.)({_ID})", groups(Keyword, Text, Operator, Name.Property)),
            (rf"({_ID}|_)(\n*)(\.)({_ID})", groups(Name.Variable, Text, Operator, Name.Property)),
            (rf"[A-ZÀ-ÖØ-Þ$_]{_ID}\b", Name.Class),
            (rf"({_ID})(\s*)(\()", groups(Name.Function, Text, Operator)),
            (rf"(\.)({_ID})", groups(Operator, Name.Property)),
            (any_of(_KEYWORDS), Keyword),
            (r"(?:<[%:-]|=>|>:|[#=@_⇒←])(?:\b|(?=\s)|$)", Keyword),
            (rf":(?!{_SIGN})", Keyword, "type"),
            (r"(?:true|false|null)\b", Keyword.Constant),
            (r"(import|package)(\s+)", groups(Keyword, Text), "import"),
            (r"(type)(\s+)", groups(Keyword, Text), "type"),
            include("values"),
        ],
        "values": [
            (r'(?s:""".*?"""(?!"))', String),
            (r'"(?:\\\\|\\"|[^"])*"', String),
            (r"'\\.'|'[^\\]'|'\\u[0-9a-fA-F]{4}'", String.Char),
            (_ID, Name),
            (_QUOTED, Name),
            (r"\[", Operator, "type parameters"),
            (r"[(){};,.#]", Operator),
            (rf"{_SIGN}+", Operator),
            (r"(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?[fFdD]?|[0-9]+[fFdD]", Number.Float),
            (r"0x[0-9a-fA-F]+", Number.Hex),
            (r"[0-9]+L?", Number.Integer),
            (r"\n", Text),
        ],
        "class": [
            (rf"({_NAME})(\s*)(\[)", groups(Name.Class, Text, Operator), "type parameters"),
            (r"\s+", Text),
            (r"[{(]", Operator, "#pop"),
            (r"//.*", Comment.Single, "#pop"),
            (_NAME, Name.Class, "#pop"),
        ],
        "type": [
            (r"\s+", Text),
            (r"<[%:]|>:|[#_⇒]|forSome|type", Keyword),
            (r"([,);}]|=>|=)(\s*)", groups(Operator, Text), "#pop"),
            (r"[({]", Operator, "#push"),
            (_TYPE + r"(\[)", groups(Keyword.Type, Text, Operator), ("#pop", "type parameters")),
            (_TYPE + r"$", groups(Keyword.Type, Text), "#pop"),
            (r"//.*", Comment.Single, "#pop"),
            (rf"\.|{_NAME}", Keyword.Type),
        ],
        "type parameters": [
            (r"[\s,]+", Text),
            (r"<[%:]|=>|>:|[#_⇒]|forSome|type", Keyword),
            (r"[\])}]", Operator, "#pop"),
            (r"[(\[{]", Operator, "#push"),
            (rf"\.|{_NAME}", Keyword.Type),
        ],
        "comment": [
            (r"[^/*]+", Comment.Multiline),
            (r"/\*", Comment.Multiline, "#push"),
            (r"\*/", Comment.Multiline, "#pop"),
            (r"[*/]", Comment.Multiline),
        ],
        "import": [(rf"(?:{_ID}|\.)+", Name.Namespace, "#pop")],
    }
