"""Values of the front matter as short plain text, for placeholders, chips and the folded line."""

from __future__ import annotations

from editor.site.ruby_values import ruby_text
from editor.site.scalars import Value, write_value


def plain(value: Value) -> str:
    """A value as Liquid would print it, lists with commas, on one line."""
    if isinstance(value, list):
        return ", ".join(plain(item) for item in value)
    return write_value(value) if isinstance(value, dict) else " ".join(ruby_text(value).split())


def from_site(value: Value) -> str:
    """The placeholder of a field that inherits `value`, or "" where there is nothing to inherit."""
    text = plain(value)
    return f"from site: {text}" if text else ""


def is_scalar(value: Value) -> bool:
    """Whether the value is a single text, number, truth value or nothing."""
    return not isinstance(value, list | dict)
