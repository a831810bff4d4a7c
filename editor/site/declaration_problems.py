"""Declared fields that Galley cannot use, with their lines in the configuration."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from editor.errors import FrontMatterError
from editor.site.field_declarations import read_declarations
from editor.site.key_path import KeyPath
from editor.site.problem import Problem
from editor.site.yaml_text.nodes import Node, compose, key_text


def declaration_problems(galley: Any, text: str, name: str) -> Iterator[Problem]:
    """What is wrong with the `galley:` section of the configuration `text`: warnings, since Jekyll does not read it."""
    if galley is None:
        return
    if not isinstance(galley, dict):
        message = "“galley” must be a map, such as “galley: {fields: …}”. Galley does without it."
        yield Problem("fields", message, name, line=_line(("galley",), text, name), severity="warning")
        return
    for fault in read_declarations(galley).faults:
        line = _line(("galley", *fault.path), text, name)
        yield Problem("fields", f"{fault.message}.", name, line=line, severity="warning")


def _line(path: KeyPath, text: str, name: str) -> int:
    """The line where a value's key, or a list's item, stands; 0 where it cannot be told."""
    if name.endswith(".toml"):
        return 0
    try:
        node = compose(text).root
    except FrontMatterError:
        return 0
    line = 0
    for step in path:
        found = _below(node, step, text)
        if found is None:
            break
        line, node = found
    return line


def _below(node: Node | None, step: str | int, text: str) -> tuple[int, Node] | None:
    if node is None:
        return None
    if isinstance(step, int):
        return (node.items[step].line + 1, node.items[step]) if step < len(node.items) else None
    pairs = [(key.line + 1, value) for key, value in node.pairs if key_text(text, key) == step]
    return pairs[-1] if pairs else None
