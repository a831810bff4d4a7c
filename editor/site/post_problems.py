"""What is wrong with a post that its writer should know before Jekyll says it, or keeps silent about it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from editor.site.config import SiteConfig
from editor.site.permalink import HALF_CHARACTER, slugify
from editor.site.post_name import Place
from editor.site.post_reading import PostReading
from editor.site.problem import Problem
from editor.site.unseen_front_matter import unseen_front_matter


def find_problems(reading: PostReading) -> Iterator[Problem]:
    """The problems of a post: of its file first, then of its values."""
    yield from _file_problems(reading)
    if reading.is_ignored:
        return  # Jekyll never comes to its values
    if reading.place is not Place.ELSEWHERE or reading.bare:
        yield from _value_problems(reading)


def _file_problems(reading: PostReading) -> Iterator[Problem]:
    if reading.post.encoding != "utf-8":
        message = "The file is not UTF-8 text: Jekyll skips it. Convert it to UTF-8 with another program."
        yield Problem("encoding", message, reading.path, line=1)
    if HALF_CHARACTER.search(reading.path):
        message = "The file's name is not UTF-8: Jekyll cannot make a URL of it. Rename it."
        yield Problem("encoding", message, reading.path)
    if (fault := reading.fault) is not None:
        line = (fault.line or 1) + reading.post.opening.count("\n")
        yield Problem("front-matter", fault.placeless, reading.path, line=line, column=fault.column or 0)
    if (unseen := unseen_front_matter(reading.post)) is not None:
        message = f"Readers will see the front matter as text: {unseen.placeless}"
        yield Problem("front-matter", message, reading.path, line=unseen.line or 0, column=1)
    if reading.is_ignored:
        yield Problem("post-name", _why_ignored(reading), reading.path, severity="warning")


def _why_ignored(reading: PostReading) -> str:
    if reading.is_outside_collections:
        folder = reading.config.collections_dir
        return f"Jekyll ignores posts outside “{folder}” (collections_dir). Move this file below it."
    if reading.place is Place.ELSEWHERE:
        return "This file is in no _posts or _drafts folder: to Jekyll it is no post. Move it there."
    if reading.place is Place.DRAFTS or not reading.name.extension:
        return "Jekyll ignores this file: its name has no extension. Rename it to end in .md."
    return "Jekyll ignores this file: its name has no date. Rename it like 2025-11-21-title.md, or move it to _drafts."


def _value_problems(reading: PostReading) -> Iterator[Problem]:
    if reading.date_fault is not None:
        yield _at(reading, "date", "date", f"{_date_fault(reading)} Until then Jekyll builds nothing.")
    if not reading.has_usable_categories:
        yield _at(reading, "categories", "categories", "Jekyll cannot use these categories. Write a list: [one, two].")
    for key in reading.texts_that_are_none:
        message = f"“{key}” must be a text. Put it in quotes, or write another; until then Jekyll stops here."
        yield _at(reading, key, key, message)
    if reading.permalink_fault is not None:
        yield _at(reading, "permalink", "permalink", str(reading.permalink_fault))
    if not slugify(reading.slug, "pretty"):
        message = "The slug leaves no letters for the URL. Give the file or “slug” letters or digits."
        yield _at(reading, "slug", "slug", message)
    if reading.layout and not has_layout(reading.root, reading.config, reading.layout):
        folder = reading.config.layouts_dir
        message = f"There is no layout “{reading.layout}” in {folder}: the page gets none. Choose another."
        yield _at(reading, "layout", "layout", message, severity="warning")
    yield from _missing_fields(reading)


def _missing_fields(reading: PostReading) -> Iterator[Problem]:
    """Fields that the site's own declarations require, in the order of these."""
    for field in reading.config.declared_fields:
        if field.required and not reading.has_something(field.key):
            message = f"“{field.name}” is empty, but this site's posts need it. Fill it in."
            yield _at(reading, "required-field", field.key, message, severity="warning")


def _date_fault(reading: PostReading) -> str:
    if "date" not in reading.data:
        return f"The date in the file's name: {reading.date_fault}"
    if reading.data["date"] in (None, ""):
        return "The date is empty. Write one like 2025-11-21 18:21:53 +0000, or remove the line."
    return str(reading.date_fault)


def _at(reading: PostReading, rule: str, key: str, message: str, *, severity: str = "error") -> Problem:
    """A problem at the line of a key, or at none where the key does not stand in the front matter."""
    entry = reading.entry(key)
    line = entry.line + reading.post.opening.count("\n") if entry else 0
    return Problem(rule, message, reading.path, line=line, severity=severity)


def has_layout(root: Path, config: SiteConfig, name: str) -> bool:
    """Whether a layout of that name can be expected: in the site's own folder, or from a theme.

    A site without a layouts folder is not judged.
    """
    if config.theme:
        return True
    if name.startswith("/") or ".." in name.split("/"):
        return False
    folder, _, stem = name.rpartition("/")
    try:
        names = os.listdir(root / config.layouts_dir / folder)
    except (OSError, ValueError):  # ValueError: a null character in the name
        return not (root / config.layouts_dir).is_dir()
    return any(each.rpartition(".")[0] == stem for each in names)
