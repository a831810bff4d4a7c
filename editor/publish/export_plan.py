"""A plan for an export: what would be created, changed, kept or is in conflict."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from editor.files import Stamp
from editor.site.problem import Problem


class Action(Enum):
    CREATE = "create"
    UPDATE = "update"
    KEEP = "keep"
    CONFLICT = "conflict"


@dataclass(frozen=True)
class ExportItem:
    """One file of the plan."""

    action: Action
    source: str  # relative to the site
    target: str  # relative to the destination
    size: int
    stamp: Stamp  # of the source, when planned
    target_stamp: Stamp | None  # of the file in the destination, when planned
    reason: str = ""  # for conflicts: why, and what to do
    is_image: bool = False


@dataclass(frozen=True)
class ExportPlan:
    """What an export would do. Making it writes nothing; applying it twice changes nothing more."""

    site: Path
    destination: Path
    items: tuple[ExportItem, ...]
    problems: tuple[Problem, ...] = ()  # such as a missing image

    @property
    def conflicts(self) -> tuple[ExportItem, ...]:
        return tuple(item for item in self.items if item.action is Action.CONFLICT)

    @property
    def changes(self) -> tuple[ExportItem, ...]:
        """What would be written."""
        return tuple(item for item in self.items if item.action in (Action.CREATE, Action.UPDATE))

    def without_conflicts(self) -> ExportPlan:
        """The plan with its conflicting files left out."""
        return self.only({item.target for item in self.items if item.action is not Action.CONFLICT})

    def only(self, targets: set[str]) -> ExportPlan:
        """The plan for these targets alone."""
        return replace(self, items=tuple(item for item in self.items if item.target in targets))
