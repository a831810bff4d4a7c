"""The fields that a site declares for its posts, in `galley: fields:` of its configuration."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from editor.site.key_path import KeyPath
from editor.site.ruby_values import ruby_text
from editor.site.scalars import Value

MAX_FIELDS = 200  # each is a row of the form of every post
KINDS = ("text", "long text", "number", "switch", "date", "list", "choice", "image", "layout", "map")

# What people call the kinds elsewhere, in letters only.
_NAMES = {kind.replace(" ", ""): kind for kind in KINDS} | {
    "string": "text",
    "textarea": "long text",
    "multiline": "long text",
    "integer": "number",
    "int": "number",
    "float": "number",
    "boolean": "switch",
    "bool": "switch",
    "datetime": "date",
    "select": "choice",
    "tags": "list",
    "array": "list",
    "object": "map",
    "picture": "image",
}


@dataclass(frozen=True)
class FieldDeclaration:
    """One declared field. It changes how the form shows a key, never what Jekyll makes of it."""

    key: str
    label: str = ""  # "" for the key itself
    kind: str = ""  # of KINDS; "" to go by the value
    choices: tuple[str, ...] = ()
    required: bool = False
    help: str = ""
    choice_values: tuple[Value, ...] = ()  # what each choice writes: the number 3, not the text "3"

    @property
    def name(self) -> str:
        """What the writer knows the field by."""
        return self.label or self.key


@dataclass(frozen=True)
class DeclarationFault:
    """What is wrong with a declaration, and where below `galley:` it stands."""

    path: KeyPath
    message: str


@dataclass(frozen=True)
class Declarations:
    """The fields that can be used, in their order, and what is wrong with the others."""

    fields: tuple[FieldDeclaration, ...] = ()
    faults: tuple[DeclarationFault, ...] = ()


def read_declarations(galley: Mapping[str, Any]) -> Declarations:
    """The declared fields of a configuration's `galley:` section: a map by key, or a list of maps with `key:`.

    What is wrong costs no more than itself: of a field with an unknown kind the label still counts.
    """
    section = galley.get("fields")
    fields: dict[str, FieldDeclaration] = {}
    faults: list[DeclarationFault] = []
    if section is not None and not isinstance(section, dict | list):
        faults.append(DeclarationFault(("fields",), "“galley: fields” must be a map of keys, or a list of maps"))
    for path, key, given in _each(section):
        if not key:
            faults.append(DeclarationFault(path, "A declared field has no key"))
        elif len(fields) == MAX_FIELDS:
            faults.append(DeclarationFault(path, f"Only the first {MAX_FIELDS} fields are shown"))
            break
        elif key in fields:
            faults.append(DeclarationFault(path, f"The field “{key}” is declared twice; the first counts"))
        else:
            fields[key] = _read(key, given, path, faults)
    return Declarations(tuple(fields.values()), tuple(faults))


def _each(section: Any) -> Iterator[tuple[KeyPath, str, Any]]:
    """Where each declaration stands, its key and what it says."""
    if isinstance(section, dict):
        for key, given in section.items():
            yield ("fields", str(key)), str(key).strip(), given
    elif isinstance(section, list):
        for at, given in enumerate(section):
            named = given.get("key") if isinstance(given, dict) else given
            key = ruby_text(named).strip() if not isinstance(named, dict | list) else ""
            yield ("fields", at), key, given if isinstance(given, dict) else None


def _read(key: str, given: Any, path: KeyPath, faults: list[DeclarationFault]) -> FieldDeclaration:
    if given is not None and not isinstance(given, dict | list):
        given = {"kind": given}  # `weight: number`
    if not isinstance(given, dict):
        if given is not None:
            faults.append(DeclarationFault(path, f"The field “{key}” must be a map, or the name of a kind"))
        return FieldDeclaration(key)
    kind = _kind(key, given.get("kind"), path, faults)
    choices = _choices(key, given.get("choices"), path, faults)
    required = given.get("required")
    if not isinstance(required, bool | None):
        faults.append(DeclarationFault((*path, "required"), f"“required” of the field “{key}” must be true or false"))
    return FieldDeclaration(
        key,
        label=_line(given.get("label")),
        kind=kind or ("choice" if choices else ""),
        choices=tuple(choices),
        required=required is True,
        help=_line(given.get("help")),
        choice_values=tuple(choices.values()),
    )


def _kind(key: str, given: Any, path: KeyPath, faults: list[DeclarationFault]) -> str:
    if given is None:
        return ""
    word = _line(given)
    kind = _NAMES.get(re.sub(r"[\W_]+", "", word.lower()), "")
    if not kind:
        message = f"The field “{key}” has the unknown kind “{word}”. Write one of {', '.join(KINDS)}"
        faults.append(DeclarationFault((*path, "kind"), message))
    return kind


def _choices(key: str, given: Any, path: KeyPath, faults: list[DeclarationFault]) -> dict[str, Value]:
    """What can be chosen, by what it is called."""
    if given is None:
        return {}
    if not isinstance(given, list) or any(isinstance(each, dict | list) for each in given):
        message = f"“choices” of the field “{key}” must be a list: [one, two]"
        faults.append(DeclarationFault((*path, "choices"), message))
    values = given if isinstance(given, list) else []
    single = [each for each in values if not isinstance(each, dict | list) and ruby_text(each)]
    return {_line(each): each for each in single}


def _line(value: Any) -> str:
    """A single value as one line of text; "" for anything else."""
    return "" if isinstance(value, dict | list) else " ".join(ruby_text(value).split())
