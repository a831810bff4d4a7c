"""nginx's configuration as Rouge reads it (rouge/lexers/nginx.rb)."""

from __future__ import annotations

from typing import Any, ClassVar

from pygments.lexer import RegexLexer, include
from pygments.token import Comment, Keyword, Name, Number, Punctuation, String, Text

from editor.kramdown.highlight.lexers.typed_pygments import groups

_WORD = r"[^\s$;{}()#]+"


class NginxLexer(RegexLexer):
    """Directives, their values, and blocks of them."""

    name = "nginx"
    tokens: ClassVar[dict[str, Any]] = {
        "root": [
            (r"(include)(\s+)([^\s;]+)", groups(Keyword, Text, Name)),
            (_WORD, Keyword, "statement"),
            include("values"),
        ],
        "block": [
            (r"\}", Punctuation, "#pop"),
            (_WORD, Keyword.Namespace, "statement"),
            include("values"),
        ],
        "statement": [
            (r"\{", Punctuation, ("#pop", "block")),
            (r";", Punctuation, "#pop"),
            include("values"),
        ],
        "values": [
            (r"\s+", Text),
            (r"#.*", Comment.Single),
            (r"(?:on|off)\b", Name.Constant),
            (r"[$][\w-]+", Name.Variable),
            (r"((?i:[a-z0-9.-]+))(:)([0-9]+)", groups(Name.Function, Punctuation, Number.Integer)),
            (r"(?i:[a-z-]+/[a-z-]+)", Name.Class),
            (r"(?i:[0-9]+[kmg]?\b)", Number.Integer),
            (r"(~)(\s*)([^\s{]+)", groups(Punctuation, Text, String.Regex)),
            (r"[:=~]", Punctuation),
            (rf"/(?:{_WORD})?", Name),
            (r"[^#\s;{}$\\]+", String),
            (r"[$;]", Text),
        ],
    }
