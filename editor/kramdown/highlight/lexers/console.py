"""Shell sessions as Rouge reads them: prompts end with `$`, `#`, `>` or `;` (rouge/lexers/console.rb)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pygments.lexer import Lexer
from pygments.token import Comment, Generic, Text

from editor.kramdown.highlight.lexers.shell import ShellLexer

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_SNIP = re.compile(r"\s*(?:<\.+>|\.+)\s*\Z")
_PROMPT = re.compile(r"([^\n$#>;]*[$#>;])(\s*)")


class ConsoleLexer(Lexer):
    """Commands after their prompts, and what they wrote."""

    name = "console"

    def get_tokens_unprocessed(self, text: str) -> Iterator[tuple[int, Any, str]]:
        """Line by line: cut-out lines, prompts with a command, output."""
        shell = ShellLexer()
        for line in _LINE.finditer(text):
            at, content = line.start(), line[0]
            if _SNIP.match(content):
                yield at, Comment, content
            elif prompt := _PROMPT.match(content):
                yield at, Generic.Prompt, prompt[1]
                yield at + prompt.end(1), Text.Whitespace, prompt[2]
                for index, kind, value in shell.get_tokens_unprocessed(content[prompt.end() :]):
                    yield at + prompt.end() + index, kind, value
            else:
                yield at, Generic.Output, content
