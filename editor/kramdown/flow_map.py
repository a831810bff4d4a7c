"""Reads the little YAML that an option's value may hold in a text: `{default_lang: ruby, span: {disable: true}}`."""

from __future__ import annotations

import re
from typing import Any

_TOKEN = re.compile(
    r"""[ \t\n]*+(?:(?P<mark>[{}\[\],]|:(?=[ \t\n,}\]]|\Z))"""
    r"""|"(?P<double>(?:\\.|[^"\\])*+)"|'(?P<single>(?:''|[^'])*+)'"""
    r"""|(?P<plain>(?:[^\s{}\[\],:#"'&*!|>%@`]|:(?=[^\s,}\]]))(?:[^{}\[\],:\n#]|:(?=[^\s,}\]])|(?<=[^\s])\#)*+))""",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "0": "\0", "r": "\r"}
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None, "yes": True, "no": False}
_MOST = 20  # maps in maps


class _Malformed(Exception):
    pass


def read_flow_map(text: str) -> dict[Any, Any] | None:
    """The map that a text in YAML's flow style holds, its braces being optional; None if there is none."""
    text = text.strip()
    if not text:
        return None
    try:
        tokens = _tokens(text if text.startswith("{") else "{" + text.replace("\n", ",") + "}")
        value = _value(tokens)
    except _Malformed:
        return None
    return value if isinstance(value, dict) and not tokens else None


def _tokens(text: str) -> list[tuple[str, Any]]:
    """Marks and scalars, the last one first."""
    found: list[tuple[str, Any]] = []
    pos = 0
    while pos < len(text):
        token = _TOKEN.match(text, pos)
        if token is None:
            raise _Malformed
        kind = token.lastgroup or ""
        found.append((token[kind], None) if kind == "mark" else ("", _scalar(kind, token[kind])))
        pos = token.end()
    return found[::-1]


def _scalar(kind: str, text: str) -> Any:
    if kind == "double":
        return _ESCAPE.sub(lambda found: _ESCAPES.get(found[1], found[1]), text)
    if kind == "single":
        return text.replace("''", "'")
    text = text.rstrip()
    if re.fullmatch(r"[+-]?(?:0|[1-9][0-9]{0,17})", text):
        return int(text)
    return _WORDS.get(text.lower(), text)


def _value(tokens: list[tuple[str, Any]], depth: int = 0) -> Any:
    mark, scalar = _next(tokens)
    if mark == "":
        return scalar
    if depth > _MOST or mark not in ("{", "["):
        raise _Malformed
    return _map(tokens, depth + 1) if mark == "{" else _list(tokens, depth + 1)


def _map(tokens: list[tuple[str, Any]], depth: int) -> dict[Any, Any]:
    found = {}
    while not _closed(tokens, "}"):
        mark, key = _next(tokens)
        if mark or _next(tokens)[0] != ":":
            raise _Malformed
        is_empty = bool(tokens) and tokens[-1][0] in (",", "}")
        found[key] = None if is_empty else _value(tokens, depth)
        _end_entry(tokens, "}")
    return found


def _list(tokens: list[tuple[str, Any]], depth: int) -> list[Any]:
    found = []
    while not _closed(tokens, "]"):
        found.append(_value(tokens, depth))
        _end_entry(tokens, "]")
    return found


def _closed(tokens: list[tuple[str, Any]], mark: str) -> bool:
    if tokens and tokens[-1][0] == mark:
        tokens.pop()
        return True
    return False


def _end_entry(tokens: list[tuple[str, Any]], closing: str) -> None:
    if tokens and tokens[-1][0] == ",":
        tokens.pop()
    elif not tokens or tokens[-1][0] != closing:
        raise _Malformed


def _next(tokens: list[tuple[str, Any]]) -> tuple[str, Any]:
    if not tokens:
        raise _Malformed
    return tokens.pop()
