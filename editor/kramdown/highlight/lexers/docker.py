"""Dockerfiles as Rouge reads them: instructions with one string, shell after `RUN` (rouge/lexers/docker.rb)."""

from __future__ import annotations

from typing import Any, ClassVar

from pygments.lexer import RegexLexer
from pygments.token import Comment, Keyword, String, Text

from editor.kramdown.highlight.lexers.shell import ShellLexer
from editor.kramdown.highlight.lexers.typed_pygments import groups, read_by

_INSTRUCTIONS = (
    "(?i:FROM|MAINTAINER|CMD|LABEL|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR|ARG|STOPSIGNAL|HEALTHCHECK|SHELL)"
)


class DockerLexer(RegexLexer):
    """Instructions, comments and shell."""

    name = "docker"
    tokens: ClassVar[dict[str, Any]] = {
        "root": [
            (r"\s+", Text),
            (
                r"^((?i:FROM))(\s+)(.*)(\s+)((?i:AS))(\s+)(.*)",
                groups(Keyword, Text.Whitespace, String, Text.Whitespace, Keyword, Text.Whitespace, String),
            ),
            (rf"^((?i:ONBUILD))(\s+)({_INSTRUCTIONS})(.*)", groups(Keyword, Text.Whitespace, Keyword, String)),
            (rf"^({_INSTRUCTIONS})\b(.*)", groups(Keyword, String)),
            (r"#.*?$", Comment),
            (r"^(?i:ONBUILD\s+)?(?i:RUN)\s+", Keyword, "run"),
            (r"\w+", Text),
            (r"[^\w]+?(?=^)|[^\w]", Text),
        ],
        "run": [(r"\n", Text, "#pop"), (r"(?s:\\.)", String.Escape), (r"[^\n\\](?:\\.|[^\n\\])*", read_by(ShellLexer))],
    }
