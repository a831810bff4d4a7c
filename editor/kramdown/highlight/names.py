"""Rouge's languages by name: which one a code block means."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from editor.kramdown.highlight.guess import guess

_NAMES = Path(__file__).with_name("names.json")
PLAIN = "plaintext"


def find_language(name: str, code: str) -> str | None:
    """Rouge's own name of the language, or None where Rouge has none: as `Rouge::Lexer.find_fancy` reads the name.

    Names are as they are written in Rouge, capitals count. After a `?` stand options, which choose no other language
    (they are not followed here); `guess` looks at the code for a modeline, a shebang or another mark.
    """
    if "?" in name:
        name = name.partition("?")[0]
    if name == "guess":
        return guess(code, languages_by_name()) or PLAIN
    return languages_by_name().get(name)


@cache
def languages_by_name() -> dict[str, str]:
    """Every name and alias of Rouge 3.30 to the language's own name."""
    data: dict[str, list[str]] = json.loads(_NAMES.read_text(encoding="utf-8"))
    return {name: language for language, aliases in data.items() for name in (language, *aliases)}
