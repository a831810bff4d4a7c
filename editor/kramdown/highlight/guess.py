"""Guesses the language of code as Rouge does: by a modeline, else by a shebang or another sure mark."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

# Possessive where Rouge's own patterns try a text in ever so many ways, to find at last a language in half a value.
_MODELINES = (
    re.compile(
        r"-\*-\s*(?:(?!mode)[\w-]++\s*:\s*[\w+-]++\s*;?\s*)*(?:mode\s*:)?\s*([\w+-]+)\s*"
        r"(?:;\s*(?!mode)[\w-]+\s*:\s*[\w+-]+\s*)*;?\s*-\*-",
        re.IGNORECASE,
    ),
    re.compile(r"(?:vim|vi|ex):\s*(?:ft|filetype|syntax)=(\w+)\s?", re.IGNORECASE),
    re.compile(r"(?:vim|vi|Vim|ex):\s*se(?:t)?.*\s(?:ft|filetype|syntax)=(\w+)\s?.*:", re.IGNORECASE),
)
_LINES = 5  # at the start and at the end, where a modeline may stand
_LONGEST_LINE = 1_000  # a modeline is short; its patterns are not meant for more

_SHEBANG = re.compile(r"\A\s*#!(.*)$", re.MULTILINE)
_PROGRAMS = {
    "awk": "awk",
    "coffeescript": "coffee",
    "crystal": "crystal",
    "python": r"pythonw?(?:[23](?:\.\d+)?)?",
    "factor": "factor",
    "gherkin": "cucumber",
    "groovy": "groovy",
    "php": "php",
    "hack": "hhvm",
    "haskell": "runhaskell",
    "haxe": "haxe",
    "io": "io",
    "ruby": "ruby",
    "javascript": "node|jsc",
    "julia": "julia",
    "lasso": "lasso9",
    "livescript": "lsc",
    "lua": "lua",
    "moonscript": "moon",
    "perl": "perl",
    "praat": "praat",
    "puppet": "puppet-apply|puppet",
    "r": "Rscript",
    "rust": "rustc",
    "sed": "sed",
    "shell": "(?:ba|z|k)?sh",
    "tcl": "tclsh|wish|jimsh",
    "tulip": "tulip",
}
_DOCTYPE = re.compile(r"\A\s*(?:<\?.*?\?>\s*)?<!DOCTYPE\s+(.+?)>", re.DOTALL)
_MARKS = {
    "biml": re.compile(r"<\s*Biml\b"),
    "diff": re.compile(
        r"\AIndex: |\Adiff(?>[^\n]*?\ba/)[^\n]*\bb/"
        r"|(?m:^)(?:(?>[^\n]*?---)[^\n]*+\n[+][+][+]|(?>[^\n]*?[+][+][+])[^\n]*+\n---)",
    ),
    "hack": re.compile(r"<\?hh|async function [a-zA-Z]|\): Awaitable<"),
    "lasso": re.compile(r"\A.*?<\?(?:lasso(?:script)?|=)"),
    "mosel": re.compile(r"^[^\S\n]*+(?:model|package)\s", re.MULTILINE),
    "postscript": re.compile(r"^%!", re.MULTILINE),
    "racket": re.compile(r"\A#lang\s*.*?(?:racket|scribble)"),
    "solidity": re.compile(r"\Apragma solidity"),
    "tex": re.compile(r"\A\s*\\(?:documentclass|input|documentstyle|relax|ProvidesPackage|ProvidesClass)"),
}
_HACK = re.compile(r"^<\?hh", re.MULTILINE)
_PHP = re.compile(r"^<\?php", re.MULTILINE)
_HTML = re.compile(r"<\s*html\b")
_XML = re.compile(r"\A<\?xml\b")


def guess(code: str, languages_by_name: Mapping[str, str]) -> str | None:
    """The one language that the code shows itself to be in; None where it shows none, or several."""
    lines = code.split("\n")
    ends = "\n".join(line for line in lines[:_LINES] + lines[-_LINES:] if len(line) <= _LONGEST_LINE)
    named = {match[1] for pattern in _MODELINES if (match := pattern.search(ends))}
    candidates = {languages_by_name[name] for name in named if name in languages_by_name}
    if len(candidates) != 1:
        shown = _shown(code)
        candidates = (candidates & shown if candidates else shown) or candidates
    return candidates.pop() if len(candidates) == 1 else None


def _shown(code: str) -> set[str]:
    """The languages whose own mark the code bears (each lexer's `detect?`)."""
    found = {language for language, pattern in _MARKS.items() if pattern.search(code)}
    shebang = _SHEBANG.match(code)
    if shebang:
        found |= {name for name, programs in _PROGRAMS.items() if re.search(rf"\b(?:{programs})(?:\s|$)", shebang[1])}
    return found | {name for name, shows in _MARKUP.items() if shows(code, _doctype(code))}


def _doctype(code: str) -> str | None:
    match = _DOCTYPE.match(code)
    return match[1] if match else None


def _is_html(code: str, doctype: str | None) -> bool:
    if doctype is not None and re.search(r"\bhtml\b", doctype, re.IGNORECASE):
        return True
    return not _XML.match(code) and _HTML.search(code) is not None


def _is_xml(code: str, doctype: str | None) -> bool:
    if doctype is not None and "html" in doctype:
        return False
    return _XML.match(code) is not None or doctype is not None


def _is_php(code: str, _doctype: str | None) -> bool:
    return _PHP.search(code) is not None and not _HACK.search(code)


_MARKUP: dict[str, Callable[[str, str | None], bool]] = {"html": _is_html, "xml": _is_xml, "php": _is_php}
