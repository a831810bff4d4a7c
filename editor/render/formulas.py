"""Marks the formulas in a body's HTML, so that Galley's own style can set them apart from the prose.

Jekyll leaves formulas to MathJax in the site's theme, which finds them in the page's text: `\\(…\\)` and `\\[…\\]`
outside of code (MathJax's `skipHtmlTags`). Galley has no MathJax; it shows what is written, quietly.
"""

from __future__ import annotations

import re

_TOKEN = re.compile(r"\\(?P<bracket>[\[\]()])|<(?P<close>/?)(?P<name>[A-Za-z][\w:-]*)?[^<>]*>")
_SKIPPED = frozenset({"pre", "code", "kbd", "script", "style", "textarea"})
_CLOSERS = {"[": "]", "(": ")"}


def mark_formulas(html: str) -> str:
    """The HTML with each formula in a `span` of the class `formula`; one of its own lines is `display` as well."""
    if "\\(" not in html and "\\[" not in html:
        return html
    pieces: list[str] = []
    taken = skipped = 0
    opened: re.Match[str] | None = None
    for token in _TOKEN.finditer(html):
        bracket = token["bracket"]
        if bracket is None:
            opened = None  # a formula is text without tags
            if (token["name"] or "").lower() in _SKIPPED:
                skipped = max(skipped + (-1 if token["close"] else 1), 0)
        elif bracket in _CLOSERS:
            opened = opened or (None if skipped else token)
        elif opened and bracket == _CLOSERS[opened["bracket"]]:
            classes = "formula display" if bracket == "]" else "formula"
            formula = html[opened.start() : token.end()]
            pieces += html[taken : opened.start()], f'<span class="{classes}">{formula}</span>'
            taken, opened = token.end(), None
    return "".join([*pieces, html[taken:]])
