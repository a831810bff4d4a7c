"""Export: copy posts and exactly the images they use into another Jekyll folder."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from dataclasses import replace as dataclass_replace
from datetime import datetime
from functools import cache
from pathlib import Path

from editor.errors import (
    AlreadyExists,
    ChangedOnDisk,
    ExportConflict,
    FileError,
    FileMissing,
    NotAPost,
    NotASite,
    OutsideSite,
    SameFolder,
)
from editor.files import Stamp, check_exists, is_inside, read_bytes, replace, stamp, write_new
from editor.publish.export_difference import difference
from editor.publish.export_plan import Action, ExportItem, ExportPlan
from editor.publish.export_record import Record, load_record, save_record, with_planned, with_written
from editor.publish.git_state import committed_blobs, is_blob
from editor.publish.used_images import find_used_images
from editor.site.post import Post
from editor.site.post_name import Place, place_of, split_name
from editor.site.problem import Problem
from editor.site.site import Document, Site

__all__ = ["Action", "ExportItem", "ExportPlan", "apply_export", "difference", "plan_export"]


@dataclass(frozen=True)
class _Source:
    """A file to copy."""

    path: str
    target: str
    is_image: bool


# -- planning -----------------------------------------------------------------------------------------------------
def plan_export(site: Site, destination: Path, posts: Sequence[str], *, state: Path) -> ExportPlan:
    """Compare with the destination. `state` is Galley's state folder, which remembers what was exported where.

    A target that differs is UPDATE when it is as Galley exported it last, or as the last commit of the destination's
    repository has it; otherwise CONFLICT. Posts come first, then images.
    Raises FileMissing, NotASite (destination is no folder), SameFolder, NotAPost, OutsideSite, CannotRead.
    """
    destination = _check_destination(site, destination)
    sources, problems = _collect(site, Site.open(destination), posts)
    record = load_record(state, destination)
    committed = committed_blobs(destination, [source.target for source in sources])
    items = [_plan_item(site.root, destination, source, record, committed) for source in sources]
    return ExportPlan(site.root, destination, tuple(_without_doubles(items)), tuple(problems))


def _check_destination(site: Site, destination: Path) -> Path:
    check_exists(destination)
    if not os.path.isdir(destination):  # noqa: PTH112 - pathlib raises what it cannot look at
        raise NotASite(path=destination)
    if is_inside(destination, site.root) or is_inside(site.root, destination):
        raise SameFolder(path=destination)
    return Path(os.path.realpath(destination))


def _collect(site: Site, other: Site, posts: Sequence[str]) -> tuple[list[_Source], list[Problem]]:
    """The posts and then their images, each once, and what is wrong with a post or missing."""
    exists = cache(site.has_file)
    chosen: list[_Source] = []
    images: dict[str, None] = {}
    problems: list[Problem] = []
    for relative in dict.fromkeys(posts):
        post = _read_post(site, relative)
        document = site.describe(post, relative, now=datetime.now(site.zone))
        target = _target_of_post(site, other, document)
        chosen.append(_Source(relative, target, is_image=False))
        if place_of(target) is Place.POSTS and not split_name(target.rpartition("/")[2]).date:
            message = (
                "It has no date, so Jekyll will ignore it there. Give it a “date”, or a name like 2025-11-21-x.md."
            )
            problems.append(Problem("post-name", message, relative))
        problems += (problem for problem in document.problems if problem.severity == "error")
        for found in find_used_images(post, document, config=site.config, exists=exists):
            if isinstance(found, Problem):
                problems.append(found)
            else:
                images[found] = None
    return [*chosen, *(_Source(path, path, is_image=True) for path in sorted(images))], problems


def _read_post(site: Site, relative: str) -> Post:
    file = site.absolute(relative)
    if not is_inside(file, site.root):
        raise OutsideSite(path=relative, site=site.root)
    if not site.bare and place_of(relative) is Place.ELSEWHERE:
        raise NotAPost(path=file, reason="it is in no _posts or _drafts folder")
    return Post.from_bytes(read_bytes(file))


def _target_of_post(site: Site, other: Site, document: Document) -> str:
    """The same path below the other site's `collections_dir`; its `_posts` for a post of a bare folder, by its date."""
    relative = document.path
    if site.bare and not other.bare:
        name = split_name(relative.rpartition("/")[2])
        if not name.date and document.date is not None:
            name = dataclass_replace(name, date=f"{document.date:%Y-%m-%d}")
        return f"{other.posts_folder}/{name.text}"
    mine, theirs = site.config.collections_dir, other.config.collections_dir
    path = relative.removeprefix(f"{mine}/") if mine else relative
    return f"{theirs}/{path}" if theirs else path


def _without_doubles(items: Sequence[ExportItem]) -> Iterator[ExportItem]:
    """Of several files that would go to one place, as from folders of bare posts, only the first can."""
    sources: dict[str, str] = {}
    for item in items:
        first = sources.setdefault(item.target, item.source)
        reason = f"{first} would go there, too"
        yield item if first == item.source else dataclass_replace(item, action=Action.CONFLICT, reason=reason)


def _plan_item(root: Path, destination: Path, source: _Source, record: Record, committed: dict[str, str]) -> ExportItem:
    data = read_bytes(root / source.path)
    ours = stamp(data)
    action, theirs, reason = _compare(destination, source.target, ours, record, committed)
    return ExportItem(action, source.path, source.target, len(data), ours, theirs, reason, source.is_image)


def _compare(
    destination: Path, target: str, ours: Stamp, record: Record, committed: dict[str, str]
) -> tuple[Action, Stamp | None, str]:
    """What to do with a target, its stamp, and for conflicts the reason."""
    file = destination / target
    if not is_inside(file, destination):
        return Action.CONFLICT, None, "a link there leads out of the folder"
    try:
        data = read_bytes(file)
    except FileMissing:
        dangling = os.path.lexists(file)
        return (Action.CONFLICT, None, "a link is there that leads nowhere") if dangling else (Action.CREATE, None, "")
    except FileError as error:
        return Action.CONFLICT, None, str(error.facts.get("reason", "what is there cannot be read"))
    theirs = stamp(data)
    if theirs == ours:
        return Action.KEEP, theirs, ""
    if theirs.digest in record.get(target, ()):
        return Action.UPDATE, theirs, ""
    if target in committed and is_blob(data, committed[target]):
        return Action.UPDATE, theirs, ""
    return Action.CONFLICT, theirs, _why(target, record, committed)


def _why(target: str, record: Record, committed: dict[str, str]) -> str:
    if target in record:
        return "it was changed there since your last export"
    if target in committed:
        return "it was changed there and not committed"
    return "another file is there that Galley did not put there"


# -- applying -----------------------------------------------------------------------------------------------------
def apply_export(plan: ExportPlan, *, state: Path) -> tuple[ExportItem, ...]:
    """Copy what the plan says, each file atomically, images before posts; returns what was written.

    A killed export can be planned and applied again. Raises, before anything is written, ExportConflict for a plan with
    conflicts or a target that changed since, and ChangedOnDisk for a source that did; CannotWrite.
    """
    if plan.conflicts:
        first = plan.conflicts[0]
        raise ExportConflict(path=first.target, reason=first.reason)
    if not plan.destination.is_dir():
        raise NotASite(path=plan.destination)
    _check_unchanged(plan)
    changes = sorted(plan.changes, key=lambda item: not item.is_image)
    record = load_record(state, plan.destination)
    save_record(state, plan.destination, with_planned(record, _digests(changes)))
    for item in changes:
        _copy(plan, item)
    save_record(state, plan.destination, with_written(record, _digests(plan.items)))
    return tuple(changes)


def _digests(items: Sequence[ExportItem]) -> Iterator[tuple[str, str]]:
    return ((item.target, item.stamp.digest) for item in items)


def _check_unchanged(plan: ExportPlan) -> None:
    for item in plan.items:
        _read_source(plan, item)
        target = plan.destination / item.target
        if not is_inside(target, plan.destination) or _stamp_of(target) != item.target_stamp:
            raise ExportConflict(path=item.target, reason="it was changed a moment ago")


def _read_source(plan: ExportPlan, item: ExportItem) -> bytes:
    data = read_bytes(plan.site / item.source)
    if stamp(data) != item.stamp:
        raise ChangedOnDisk(path=plan.site / item.source)
    return data


def _stamp_of(file: Path) -> Stamp | None:
    try:
        return stamp(read_bytes(file))
    except FileMissing:
        return None


def _copy(plan: ExportPlan, item: ExportItem) -> None:
    data, target = _read_source(plan, item), plan.destination / item.target
    try:
        if item.target_stamp is None:
            write_new(target, data)
        else:
            replace(target, data, expected=item.target_stamp)
    except (AlreadyExists, ChangedOnDisk) as error:
        raise ExportConflict(path=item.target, reason="it was changed a moment ago") from error
