"""The fields that a site declares for its posts, in `galley: fields:` of its configuration."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = ("text", "long text", "number", "switch", "date", "list", "choice", "image", "layout", "map")


@dataclass(frozen=True)
class FieldDeclaration:
    """One declared field. It changes how the form shows a key, never what Jekyll makes of it."""

    key: str
    label: str = ""  # "" for the key itself
    kind: str = ""  # of KINDS; "" to go by the value
    choices: tuple[str, ...] = ()
    required: bool = False
    help: str = ""
