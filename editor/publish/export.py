"""Export: copy posts and exactly the images they use into another Jekyll folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from editor.files import Stamp
from editor.site.problem import Problem
from editor.site.site import Site


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

    def without_conflicts(self) -> ExportPlan:
        """The plan with its conflicting files left out."""
        raise NotImplementedError


def plan_export(site: Site, destination: Path, posts: Sequence[str], *, state: Path) -> ExportPlan:
    """Compare with the destination. `state` is Galley's state folder, which remembers what was exported where.

    A target that differs is UPDATE when it is as Galley exported it last, or clean in git; otherwise CONFLICT.
    Raises NotASite (destination is no folder), SameFolder, FileMissing.
    """
    raise NotImplementedError


def apply_export(plan: ExportPlan, *, state: Path) -> tuple[ExportItem, ...]:
    """Copy what the plan says, each file atomically, images before posts; returns what was written.

    Raises ExportConflict (before anything is written) for a plan with conflicts or a target that changed since; CannotWrite.
    """
    raise NotImplementedError


def difference(plan: ExportPlan, item: ExportItem) -> str:
    """Unified diff from the destination's text to the site's; "" for images and new files."""
    raise NotImplementedError
