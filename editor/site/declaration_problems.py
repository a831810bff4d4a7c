"""Declared fields that Galley cannot use, with their lines in the configuration."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from editor.errors import FrontMatterError
from editor.site.field_declarations import DeclarationFault, read_declarations
from editor.site.key_path import KeyPath
from editor.site.problem import Problem
from editor.site.yaml_text.nodes import Node, compose, key_text


def declaration_problems(galley: Any, text: str, name: str) -> Iterator[Problem]:
    """What is wrong with the `galley:` section of the configuration `text`: warnings, since Jekyll does not read it."""
    faults = _faults(galley)
    root = _root(text, name) if faults else None
    for fault in faults:
        line = _line(("galley", *fault.path), root, text)
        yield Problem("fields", f"{fault.message}.", name, line=line, severity="warning")


def _faults(galley: Any) -> Sequence[DeclarationFault]:
    if galley is None or isinstance(galley, dict):
        return read_declarations(galley or {}).faults
    return [DeclarationFault((), "“galley” must be a map, such as “galley: {fields: …}”. Galley does without it")]


def _root(text: str, name: str) -> Node | None:
    """The map of the whole file; None where no lines can be told."""
    try:
        return None if name.endswith(".toml") else compose(text).root
    except FrontMatterError:
        return None


def _line(path: KeyPath, node: Node | None, text: str) -> int:
    """The line where a value's key, or a list's item, stands below a node; 0 where it cannot be told."""
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
