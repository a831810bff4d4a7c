"""What a Liquid output that makes a link gives: Jekyll's URL filters on a text and the site's addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape
from urllib.parse import quote

# A scheme in front: the target is complete, and says which server to ask.
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_PIPED = re.compile(r"(?:[^|\"']|\"[^\"]*\"|'[^']*')+")
_SAFE = "/%:?#[]@!$&'()*+,;=~"


def output_value(source: str, names: Mapping[str, str]) -> str | None:
    """What `{{ source }}` gives, such as `'/x' | relative_url`, or None where it needs more than is known here.

    `names` are the objects that are known: `site.baseurl` and `site.url` (without a slash behind), and others.
    """
    first, *filters = [part.strip() for part in _PIPED.findall(source)] or [""]
    value = _literal(first, names)
    for each in filters:
        name, _, argument = each.partition(":")
        if value is None:
            return None
        value = _filtered(value, name.strip(), _literal(argument.strip(), names), names)
    return value


def relative_url(value: str, baseurl: str) -> str:
    """Jekyll's `relative_url` (`lib/jekyll/filters/url_filters.rb:39-58`)."""
    if SCHEME.match(value):
        return value
    path = value if not value or value.startswith("/") else f"/{value}"
    return _quoted(baseurl + path)


def _filtered(value: str, name: str, argument: str | None, names: Mapping[str, str]) -> str | None:
    if name in _PLAIN_FILTERS:
        return _PLAIN_FILTERS[name](value)
    if name in ("relative_url", "absolute_url"):
        relative = relative_url(value, names["site.baseurl"])
        is_complete = name == "relative_url" or SCHEME.match(value)
        return relative if is_complete else names["site.url"] + relative
    if name in ("prepend", "append") and argument is not None:
        return argument + value if name == "prepend" else value + argument
    return None


def _quoted(value: str) -> str:
    return quote(value, safe=_SAFE, errors="replace")


_PLAIN_FILTERS: Mapping[str, Callable[[str], str]] = {"escape": escape, "strip": str.strip, "uri_escape": _quoted}


def _literal(source: str, names: Mapping[str, str]) -> str | None:
    if len(source) >= 2 and source[0] == source[-1] and source[0] in "\"'":
        return source[1:-1]
    return names.get(source)
