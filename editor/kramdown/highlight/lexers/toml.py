"""TOML as Rouge reads it (rouge/lexers/toml.rb)."""

from __future__ import annotations

from typing import Any, ClassVar

from pygments.lexer import RegexLexer, include
from pygments.token import Comment, Error, Keyword, Literal, Name, Number, Operator, Punctuation, String, Text

from editor.kramdown.highlight.lexers.typed_pygments import groups

# Possessive: a long word without a `=` after it must not be read again from each of its characters.
_KEY = r"(\S+|\"[^\"]+\"|'[^']+')"


class TomlLexer(RegexLexer):
    """Tables, keys and their values."""

    name = "toml"
    tokens: ClassVar[dict[str, Any]] = {
        "basic": [
            (r"\s+", Text),
            (r"#.*?$", Comment),
            (r"true|false", Keyword.Constant),
            (_KEY + r"(\s*)(=)(\s*)(\{)", groups(Name.Namespace, Text, Operator, Text, Punctuation), "inline"),
            (r"\[\S+\]", Name.Namespace),
            (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", Literal.Date),
            (r"[+-]?\d+(?:_\d+)*(?:\.\d+(?:_\d+)*(?:[eE][+-]?\d+(?:_\d+)*)?|[eE][+-]?\d+(?:_\d+)*)", Number.Float),
            (r"[+-]?(?:nan|inf)", Number.Float),
            (r"0x[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*", Number.Hex),
            (r"0o[0-7]+(?:_[0-7]+)*", Number.Oct),
            (r"0b[01]+(?:_[01]+)*", Number.Bin),
            (r"[+-]?\d+(?:_\d+)*", Number.Integer),
        ],
        "root": [include("basic"), (_KEY + r"(\s*)(=)", groups(Name.Property, Text, Punctuation), "value")],
        "value": [(r"\n", Text, "#pop"), include("content")],
        "content": [
            include("basic"),
            (_KEY + r"(\s*)(=)", groups(Name.Property, Text, Punctuation)),
            (r'"""', String, "long double quotes"),
            (r'"', String, "double quotes"),
            (r"'''", String, "long single quotes"),
            (r"'", String, "single quotes"),
            include("escape"),
            (r",", Punctuation),
            (r"\[", Punctuation, "array"),
        ],
        "double quotes": [
            (r'"', String, "#pop"),
            (r"\n", Error, "#pop"),
            include("escape"),
            (r'[^\\"\n]+', String),
        ],
        "long double quotes": [(r'"""', String, "#pop"), include("escape"), (r'[^\\"]+|"+', String)],
        "single quotes": [(r"'", String, "#pop"), (r"\n", Error, "#pop"), (r"[^'\n]+", String)],
        "long single quotes": [(r"'''", String, "#pop"), (r"[^']+|'+", String)],
        "escape": [(r'\\[0tn\n "\\r]', String.Escape)],
        "array": [include("content"), (r"\]", Punctuation, "#pop")],
        "inline": [include("content"), (r"\}", Punctuation, "#pop")],
    }
