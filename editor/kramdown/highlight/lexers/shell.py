"""Shell scripts as Rouge reads them: keywords and builtins anywhere, options as tags (rouge/lexers/shell.rb)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, ClassVar

from pygments.lexer import ExtendedRegexLexer, LexerContext, RegexLexer, include
from pygments.token import Comment, Keyword, Name, Number, Operator, Punctuation, String, Text

from editor.kramdown.highlight.lexers.typed_pygments import any_of, groups

_KEYWORDS = "if fi else while do done for then return function select continue until esac elif in"
_BUILTINS = """
    alias bg bind break builtin caller cd command compgen complete declare dirs disown enable eval exec exit export
    false fc fg getopts hash help history jobs let local logout mapfile popd pushd pwd read readonly set shift shopt
    source suspend test time times trap true type typeset ulimit umask unalias unset wait
    cat tac nl od base32 base64 fmt pr fold head tail split csplit wc sum cksum b2sum md5sum sha1sum sha224sum
    sha256sum sha384sum sha512sum sort shuf uniq comm ptx tsort cut paste join tr expand unexpand ls dir vdir dircolors
    cp dd install mv rm shred link ln mkdir mkfifo mknod readlink rmdir unlink chown chgrp chmod touch df du stat sync
    truncate echo printf yes expr tee basename dirname pathchk mktemp realpath pwd stty printenv tty id logname whoami
    groups users who date arch nproc uname hostname hostid uptime chcon runcon chroot env nice nohup stdbuf timeout
    kill sleep factor numfmt seq tar grep sudo awk sed gzip gunzip
"""
_HEREDOC = r"(?s:(<<-?)(\s*)((['\"]?)\\?)(\w+)(\4)(?:(.*?)(?<=\n)(\s*\5\s*\n)|(.*)))"


def _heredoc(_lexer: Any, match: re.Match[str], context: LexerContext | None = None) -> Iterator[tuple[int, Any, str]]:
    """A here document: up to the line that is its word alone; to the end where none is."""
    kinds = {1: Operator, 2: Text, 3: String.Heredoc, 5: Name.Constant, 6: String.Heredoc}
    for group, kind in kinds.items():
        yield match.start(group), kind, match[group]
    body = match[7] if match[8] else match[9]
    for index, kind, value in ShellLexer().get_tokens_unprocessed(body, stack=("root", "heredoc")):
        yield match.end(6) + index, kind, value
    if match[8]:
        yield match.start(8), Name.Constant, match[8]
    if context is not None:
        context.pos = match.end()


class ShellLexer(RegexLexer):
    """sh, bash, zsh and ksh."""

    name = "shell"
    tokens: ClassVar[dict[str, Any]] = {
        "root": [include("basic"), include("data")],
        "basic": [
            (r"#.*$", Comment),
            (r"case\b", Keyword, "case"),
            (any_of(_KEYWORDS, prefix=r"(?<!\w)", suffix=r"\s*\b"), Keyword),
            (any_of(_BUILTINS, prefix=r"(?<!\w)", suffix=r"\s*\b(?![.-])"), Name.Builtin),
            (r"[.](?=\s)", Name.Builtin),
            (r"(\w+)(=)", groups(Name.Variable, Operator)),
            (r"&&|\|\||<<<|[\[\]{}()!=>]", Operator),
            (_HEREDOC, _heredoc),
        ],
        "data": [
            (r"\s+", Text),
            (r"\\.", String.Escape),
            (r'\$?"', String.Double, "double quotes"),
            (r"\$'", String.Single, "ansi string"),
            (r"'", String.Single, "single quotes"),
            (r"\*", Keyword),
            (r";", Punctuation),
            (r"--?[\w-]+", Name.Tag),
            (r"[^=*\s{}()$\"'`;\\<]+", Text),
            (r"<", Text),
            include("interpolation"),
        ],
        "interpolation": [
            (r"\\$|\\.", String.Escape),
            (r"\$\(\(", Keyword, "math"),
            (r"\$\(", String.Interpol, "command"),
            (r"\$\{#?", Keyword, "curly"),
            (r"`", String.Backtick, "backticks"),
            (r"\$#?(?:\w+|.)", Name.Variable),
        ],
        "heredoc": [(r"[^$\\`]+", String.Heredoc), include("interpolation"), (r"\$", String.Heredoc)],
        "double quotes": [
            (r'(?:\$#?)?"', String.Double, "#pop"),
            include("interpolation"),
            (r'[^"`\\$]+', String.Double),
        ],
        "ansi string": [(r"\\.", String.Escape), (r"[^\\']+", String.Single), (r"'", String.Single, "#pop")],
        "single quotes": [(r"'", String.Single, "#pop"), (r"[^']+", String.Single)],
        "curly": [
            (r"\}", Keyword, "#pop"),
            (r":-", Keyword),
            (r"[a-zA-Z0-9_]+", Name.Variable),
            (r"[^}:\"`'$]+", Punctuation),
            include("root"),
        ],
        "command": [(r"\)", String.Interpol, "#pop"), (r"\(", Operator, "parentheses"), include("root")],
        "parentheses": [(r"\(", Operator, "#push"), (r"\)", Operator, "#pop"), include("root")],
        "math": [
            (r"\)\)", Keyword, "#pop"),
            (r"\*\*|\|\||[-+*/%^|&!]", Operator),
            (r"\d+(?:#\w+)?", Number),
            include("root"),
        ],
        "case": [
            (r"esac\b", Keyword, "#pop"),
            (r"\|", Punctuation),
            (r"\)", Punctuation, "stanza"),
            include("root"),
        ],
        "stanza": [(r";;", Punctuation, "#pop"), include("root")],
        "backticks": [(r"`", String.Backtick, "#pop"), include("root")],
    }


class ContinuedShellLexer(ExtendedRegexLexer):
    """The same in parts: a part begins in the states that its context's stack holds, and leaves them there."""

    name = "shell in parts"
    tokens = ShellLexer.tokens
