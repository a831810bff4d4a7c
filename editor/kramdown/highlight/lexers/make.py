"""Makefiles as Rouge reads them: rules and variables around shell (rouge/lexers/make.rb)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, ClassVar

from pygments.lexer import ExtendedRegexLexer, LexerContext, default, include
from pygments.token import Comment, Keyword, Name, Operator, Punctuation, String, Text

from editor.kramdown.highlight.lexers.shell import ContinuedShellLexer
from editor.kramdown.highlight.lexers.typed_pygments import groups

_FUNCTIONS = """
    abspath addprefix addsuffix and basename call dir error eval file filter filter-out findstring firstword flavor
    foreach if join lastword notdir or origin patsubst realpath shell sort strip subst suffix value warning wildcard
    word wordlist words
"""
_STOP = r"\$\(|\$\{|\(|\)|\}|\\|$"


class _MakeContext(LexerContext):
    """Where the lexer is, and in which states the shell in its recipes."""

    def __init__(self, text: str) -> None:
        super().__init__(text, 0)
        self.shell = ["root"]


def _shell(_lexer: Any, match: re.Match[str], context: _MakeContext) -> Iterator[tuple[int, Any, str]]:
    part = LexerContext(match[0], 0, stack=context.shell)
    for index, kind, value in ContinuedShellLexer().get_tokens_unprocessed(context=part):
        yield match.start() + index, kind, value
    context.shell = part.stack
    context.pos = match.end()


def _end_of_recipe(_lexer: Any, match: re.Match[str], context: _MakeContext) -> Iterator[tuple[int, Any, str]]:
    context.shell = ["root"]
    context.stack.pop()
    context.pos = match.end()
    yield match.start(), Text, ""


class MakeLexer(ExtendedRegexLexer):
    """Variables, rules, recipes, conditions."""

    name = "make"
    tokens: ClassVar[dict[str, Any]] = {
        "root": [
            (r"\s+", Text),
            (r"#.*?\n", Comment),
            (r"([-s]?include)((?:[\t ]+[^\t\n #]+)+)", groups(Keyword, String.Other)),
            (r"(ifn?def|ifn?eq)([\t ]+)([^#\n]+)", groups(Keyword, Text, Name.Variable)),
            (r"(?:else|endif)[\t ]*(?=[#\n])", Keyword),
            (r"(export)([\t ]+)(?=[\w${}()\t -]+\n)", groups(Keyword, Text), "export"),
            (r"export[\t ]+", Keyword),
            (r"([\w${}().-]+)([\t ]*)([!?:+]?=)", groups(Name.Variable, Text, Operator), "shell line"),
            (r'"(?:\\.|[^"\\])*"', String.Double),
            (r"'(?:\\.|[^'\\])*'", String.Single),
            (r"([^\n:]+)(:+)([ \t]*)", groups(Name.Label, Operator, Text), "header"),
        ],
        "export": [(r"[\w${}()-]", Name.Variable), (r"\n", Text, "#pop"), (r"[\t ]+", Text)],
        "header": [
            (r"[^,\\\n#]+", Name.Function),
            (r",", Punctuation),
            (r"#", Comment),
            (r"(?s:\\.)", Text),
            (r"\n", Text, ("#pop", "recipe")),
        ],
        "recipe": [
            (
                r"(ifn?def|ifn?eq)([\t ]+)([^#\n]+)(#.*)?(\n)",
                groups(Keyword, Text, Name.Variable, Comment, Text),
            ),
            (r"(else|endif)([\t ]*)(#.*)?(\n)", groups(Keyword, Text, Comment, Text)),
            (r"(\t[\t ]*)([@-]?)", groups(Text, Punctuation), "shell line"),
            (r"", _end_of_recipe),
        ],
        "shell": [
            (r"\$[({][\t ]*\w[\w:=%.]*[\t ]*[)}]", Name.Variable),
            (
                rf"(\$[({{])([\t ]*)({'|'.join(_FUNCTIONS.split())})([\t ]+)",
                groups(Name.Function, Text, Name.Builtin, Text),
                "expansion",
            ),
            (r"(?s:\\.)", _shell),
            (rf"(?s:.+?(?={_STOP}))", _shell),
            (r"\$\(|\$\{|[()}\\]", _shell),
        ],
        "expansion": [(r"[)}]", Name.Function, "#pop"), (r"[({]", _shell, "#push"), include("shell")],
        "shell line": [(r"\n", Text, "#pop"), include("shell"), default("#pop")],
    }

    def get_tokens_unprocessed(  # type: ignore[override]  # so do the stubs of ExtendedRegexLexer
        self, text: str | None = None, context: LexerContext | None = None
    ) -> Iterator[tuple[int, Any, str]]:
        """The tokens of a whole makefile."""
        return super().get_tokens_unprocessed(context=context or _MakeContext(text or ""))
