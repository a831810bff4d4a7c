"""Escapes text, attributes and code for HTML (kramdown/utils/html.rb, escape_html)."""

from __future__ import annotations

import re
from collections.abc import Mapping

# An `&` that does not begin a reference; REXML's pattern says what a reference is.
_BARE_AMPERSAND = re.compile(r"&(?!(?:[A-Za-z0-9_:][A-Za-z0-9_:.-]*|\#[0-9]+|\#x[0-9a-fA-F]+);)")


def escape_text(text: str) -> str:
    """Text of an element; references in it stay."""
    if "&" in text:
        text = _BARE_AMPERSAND.sub("&amp;", text)
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text


def escape_code(text: str) -> str:
    """Text that is shown as it is typed: a reference is no reference there."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escape_attribute(text: str) -> str:
    """The value of an attribute."""
    text = escape_text(text)
    return text.replace('"', "&quot;") if '"' in text else text


def attributes(attrs: Mapping[str, str]) -> str:
    """All attributes in their order, each with a space before it; an empty id is none."""
    if not attrs:
        return ""
    # A list, since it is joined faster than what a generator gives.
    written = [f' {name}="{escape_attribute(value)}"' for name, value in attrs.items() if name != "id" or value.strip()]
    return "".join(written)
