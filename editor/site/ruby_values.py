"""How Ruby sees a value of YAML: the text that it prints, and whether it counts as true."""

from __future__ import annotations

from typing import Any

from editor.site.scalars import Value


def is_true(value: Any) -> bool:
    """Ruby's truth: everything but nil and false, so 0 and "" too."""
    return value is not None and value is not False


def ruby_text(value: Value) -> str:
    """A value as Ruby prints it (`to_s`): what Liquid shows, and what a category or tag of that value is called."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        return _inspected(value)
    return str(value)


def _inspected(value: Value) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(_inspected, value)) + "]"
    if isinstance(value, dict):
        pairs = (f"{_inspected(key)}=>{_inspected(each)}" for key, each in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return "nil" if value is None else ruby_text(value)
