"""Shell sessions as Rouge reads them: prompts end with `$`, `#`, `>` or `;` (rouge/lexers/console.rb)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pygments.lexer import Lexer, LexerContext
from pygments.token import Comment, Generic, Text

from editor.kramdown.highlight.lexers.shell import ContinuedShellLexer

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_SNIP = re.compile(r"\s*(?:<\.+>|\.+)\s*\Z")
_PROMPT = re.compile(r"([^\n$#>;]*[$#>;])(\s*)")


class ConsoleLexer(Lexer):
    """Commands after their prompts, and what they wrote."""

    name = "console"

    def get_tokens_unprocessed(self, text: str) -> Iterator[tuple[int, Any, str]]:
        """Cut-out lines, prompts with a command, output; what a command leaves open, the next one ends."""
        shell, stack = ContinuedShellLexer(), ["root"]
        for line in _LINE.finditer(text):
            at, content = line.start(), line[0]
            if _SNIP.match(content):
                yield at, Comment, content
            elif prompt := _PROMPT.match(content):
                yield at, Generic.Prompt, prompt[1]
                yield at + prompt.end(1), Text.Whitespace, prompt[2]
                part = LexerContext(content[prompt.end() :], 0, stack=stack)
                for index, kind, value in shell.get_tokens_unprocessed(context=part):
                    yield at + prompt.end() + index, kind, value
                stack = part.stack
                continue
            else:
                yield at, Generic.Output, content
            stack = ["root"]
