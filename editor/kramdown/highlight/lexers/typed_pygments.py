"""What our lexers are written with: Pygments' own means, typed."""

from __future__ import annotations

from typing import Any

from pygments.lexer import Lexer, bygroups, using, words


def groups(*kinds: Any) -> Any:
    """A type for each group of the pattern."""
    return bygroups(*kinds)  # type: ignore[no-untyped-call]  # as in the stubs of Pygments 2.21


def read_by(lexer: type[Lexer]) -> Any:
    """The whole match as another lexer reads it."""
    return using(lexer)  # type: ignore[no-untyped-call]  # as in the stubs of Pygments 2.21


def any_of(text: str, *, prefix: str = "", suffix: str = r"\b") -> Any:
    """One of the words that the text lists."""
    return words(tuple(text.split()), prefix=prefix, suffix=suffix)
