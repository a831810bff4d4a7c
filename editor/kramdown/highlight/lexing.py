"""The tokens of a language's code with Rouge's classes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any

from editor.kramdown.highlight.class_map import class_map
from editor.kramdown.highlight.grammar import Grammar

# Of our own, in Pygments' terms; their tokens' types are Rouge's classes.
_OWN = {
    "console": "console:ConsoleLexer",
    "diff": "diff:DiffLexer",
    "docker": "docker:DockerLexer",
    "erlang": "erlang:ErlangLexer",
    "ini": "ini:IniLexer",
    "make": "make:MakeLexer",
    "nginx": "nginx:NginxLexer",
    "php": "php:PhpLexer",
    "scala": "scala:ScalaLexer",
    "shell": "shell:ShellLexer",
    "toml": "toml:TomlLexer",
}
# Of our own, in our own terms.
_GRAMMARS = {
    "c": "c:C",
    "css": "css:CSS",
    "go": "go:GO",
    "html": "html:HTML",
    "java": "java:JAVA",
    "javascript": "javascript:JAVASCRIPT",
    "json": "json:JSON",
    "jsx": "javascript:JSX",
    "liquid": "liquid:LIQUID",
    "markdown": "markdown:MARKDOWN",
    "python": "python:PYTHON",
    "r": "r:R",
    "ruby": "ruby:RUBY",
    "rust": "rust:RUST",
    "sql": "sql:SQL",
    "swift": "swift:SWIFT",
    "tsx": "javascript:TSX",
    "typescript": "javascript:TYPESCRIPT",
    "xml": "xml:XML",
    "yaml": "yaml:YAML",
}
_CUT_FLOATS = {"crystal"}  # where Pygments 2.21 reads a float as three tokens
# Pygments' lexers whose time grows with the square of a run of words, blank lines or quotes.
_SLOW = frozenset(
    """
    apache apex ceylon conf cpp crystal csharp cuda cython fortran freefem gradle groovy hack prolog sed
    """.split()  # noqa: SIM905 - as a list it would be one word a line
)
_LONGEST, _LONGEST_SLOW = 20_000, 8_000
_OWN_ROOM = "editor.kramdown.highlight.lexers"


def tokens(language: str, code: str) -> Iterator[tuple[str, str]] | None:
    """(Rouge's class, text) for the code, empty for plain text; None where nobody here can lex the language.

    `language` is Rouge's own name of it. The lexer is imported when it is first asked for, and it alone.
    """
    if language in _GRAMMARS:
        return iter(grammar_of(language).read(code))
    if language in _OWN:
        return _own_tokens(language, code)
    found = class_map(language)
    if found is None:
        return None
    lexer = lexer_of(found.lexer, tuple(found.options.items()))
    classes = found.classes(((kind, text) for _, kind, text in lexer.get_tokens_unprocessed(code)), code)
    return _joined_floats(classes) if language in _CUT_FLOATS else classes


def longest_code(language: str) -> int | None:
    """How long code of the language may be for Pygments to read it in time; None where our own rules read it."""
    if language in _GRAMMARS or language in _OWN:
        return None
    return _LONGEST_SLOW if language in _SLOW else _LONGEST


def _joined_floats(found: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """`2`, `.` and `5` as the one number that they are."""
    held: list[tuple[str, str]] = []
    for css, text in found:
        if len(held) == 2 and css in ("mi", "mf"):
            yield "mf", "".join([part for _, part in held]) + text
            held = []
        elif len(held) == 1 and text == ".":
            held.append((css, text))
        else:
            yield from held
            held = [("mi", text)] if css in ("mi", "mf") and text.isdigit() else []
            if not held:
                yield css, text
    yield from held


@cache
def grammar_of(language: str) -> Grammar:
    """The rules of a language that needs nothing of Pygments."""
    module, _, name = _GRAMMARS[language].partition(":")
    grammar: Grammar = getattr(import_module(f"{_OWN_ROOM}.{module}"), name)
    return grammar


@cache
def lexer_of(name: str, options: tuple[tuple[str, Any], ...] = ()) -> Any:
    """The lexer that `module:Class` names; modules are Pygments' own."""
    module, _, class_name = name.partition(":")
    lexer = getattr(import_module(module), class_name)
    return lexer(stripnl=False, ensurenl=False, **dict(options))


def _own_tokens(language: str, code: str) -> Iterator[tuple[str, str]]:
    lexer = lexer_of(f"{_OWN_ROOM}.{_OWN[language]}")
    names = _Classes()
    for _, kind, text in lexer.get_tokens_unprocessed(code):
        yield kind if isinstance(kind, str) else names[kind], text


class _Classes(dict[Any, str]):
    """Pygments' types to their short names, which are Rouge's too, and to the few that Rouge alone has."""

    def __missing__(self, kind: Any) -> str:
        from pygments.token import STANDARD_TYPES, Comment, Name

        found = self[kind] = {Name.Property: "py", Comment.Doc: "cd"}.get(kind) or STANDARD_TYPES[kind]
        return found
