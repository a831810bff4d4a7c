"""INI files as Rouge reads them: what is no setting, section or comment is an error (rouge/lexers/ini.rb)."""

from __future__ import annotations

from typing import Any, ClassVar

from pygments.lexer import RegexLexer, include
from pygments.token import Comment, Name, Punctuation, String, Text

from editor.kramdown.highlight.lexers.typed_pygments import groups


class IniLexer(RegexLexer):
    """Sections and settings; continued values."""

    name = "ini"
    tokens: ClassVar[dict[str, Any]] = {
        "basic": [(r"[;#].*?\n", Comment), (r"\s+", Text), (r"\\\n", String.Escape)],
        "root": [
            include("basic"),
            (r"([\w.-]+)(\s*)(=)", groups(Name.Property, Text, Punctuation), "value"),
            (r"\[.*?\]", Name.Namespace),
        ],
        "value": [
            (r"\n", Text, "#pop"),
            include("basic"),
            (r'"', String, "quotes"),
            (r"'.*?'", String),
            (r"(?s:\\.)", String.Escape),
            (r"[^\\\n]+", String),
        ],
        "quotes": [(r'"', String, "#pop"), (r"(?s:\\.)", String.Escape), (r'[^\\"]+', String)],
    }
