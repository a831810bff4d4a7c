"""Unified diffs as Rouge reads them, line by line (rouge/lexers/diff.rb)."""

from __future__ import annotations

from typing import Any, ClassVar

from pygments.lexer import RegexLexer
from pygments.token import Generic, Punctuation, Text

from editor.kramdown.highlight.lexers.typed_pygments import groups


class DiffLexer(RegexLexer):
    """What was added, what was taken away, and where."""

    name = "diff"
    tokens: ClassVar[dict[str, Any]] = {
        "root": [
            (r"^ .*\n?", Text),
            (r"^---\n", Punctuation),
            (r"^[+>].*\n?", Generic.Inserted),
            (r"^[-<].*\n?", Generic.Deleted),
            (r"^!.*\n?", Generic.Strong),
            (r"^(?:[Ii]ndex|diff).*\n?", Generic.Heading),
            (r"^(@@[^@]*@@)([^\n]*\n)", groups(Punctuation, Text)),
            (r"^\w.*\n?", Punctuation),
            (r"^=.*\n?", Generic.Heading),
            (r"\s.*\n?", Text),
        ]
    }
