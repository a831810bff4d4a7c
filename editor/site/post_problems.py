"""What is wrong with a post that its writer should know before Jekyll says it, or keeps silent about it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from editor.site.config import SiteConfig
from editor.site.document_kind import POSTS, NoDocument
from editor.site.layouts import MISSING, layout_state
from editor.site.permalink import HALF_CHARACTER, slugify
from editor.site.post_reading import PostReading
from editor.site.problem import Problem
from editor.site.unseen_front_matter import unseen_front_matter
from editor.site.yaml_text.fixes import find_fix


def find_problems(reading: PostReading) -> Iterator[Problem]:
    """The problems of a post: of its file first, then of its values."""
    yield from _file_problems(reading)
    if reading.no_document is NoDocument.PAGE:
        yield from _page_problems(reading)
    elif not reading.is_ignored:  # else Jekyll never comes to its values
        yield from _document_problems(reading)


def _file_problems(reading: PostReading) -> Iterator[Problem]:
    if reading.post.encoding != "utf-8":
        message = "The file is not UTF-8 text: Jekyll skips it. Convert it to UTF-8 with another program."
        yield Problem("encoding", message, reading.path, line=1)
    if HALF_CHARACTER.search(reading.path):
        message = "The file's name is not UTF-8: Jekyll cannot make a URL of it. Rename it."
        yield Problem("encoding", message, reading.path)
    if (fault := reading.fault) is not None:
        line = (fault.line or 1) + reading.post.opening.count("\n")
        column = fault.column or 1 if fault.line else 0
        fix = find_fix(reading.post.front_matter.raw, fault) if reading.post.front_matter else None
        advice = fix.advice if fix else ""
        yield Problem("front-matter", fault.placeless, reading.path, line=line, column=column, advice=advice)
    if (unseen := unseen_front_matter(reading.post)) is not None:
        message = f"Readers will see the front matter as text: {unseen.placeless}"
        yield Problem("front-matter", message, reading.path, line=unseen.line or 0, column=1)
    if reading.no_document not in (None, NoDocument.PAGE):
        yield Problem("post-name", " ".join(why_no_post(reading)), reading.path, severity="warning")


def why_no_post(reading: PostReading) -> tuple[str, str]:
    """Why Jekyll makes no post of the file, and what to do about it; two empty texts where it does."""
    match reading.no_document:
        case None:
            return "", ""
        case NoDocument.OUTSIDE:
            folder = reading.config.collections_dir
            return f"Jekyll ignores posts outside “{folder}” (collections_dir).", "Move this file below it."
        case NoDocument.HIDDEN:
            fact = "Jekyll passes this file over, by its name, by that of a folder, or because of “exclude”."
            return fact, "Rename or move it."
        case NoDocument.PAGE:
            return "Jekyll builds it as a page.", "Move it to _posts to make it a post."
        case NoDocument.STATIC:
            return "Jekyll copies this file as it is: it has no front matter.", "Move it to _posts to make it a post."
        case NoDocument.NO_EXTENSION:
            return "Jekyll ignores this file: its name has no extension.", "Rename it to end in .md."
        case NoDocument.DATA:
            return "Jekyll makes no post of a YAML file.", "Rename it to end in .md."
        case NoDocument.NO_DATE:
            cure = "Rename it like 2025-11-21-title.md, or move it to _drafts."
            return "Jekyll ignores this file: its name has no date.", cure


def _page_problems(reading: PostReading) -> Iterator[Problem]:
    yield from _text_problems(reading)
    yield from _layout_problems(reading)


def _document_problems(reading: PostReading) -> Iterator[Problem]:
    if reading.date_fault is not None:
        yield _at(reading, "date", "date", f"{_date_fault(reading)} Until then Jekyll builds nothing.")
    if not reading.has_usable_categories:
        yield _at(reading, "categories", "categories", "Jekyll cannot use these categories. Write a list: [one, two].")
    yield from _text_problems(reading)
    if reading.permalink_fault is not None:
        yield _at(reading, "permalink", "permalink", str(reading.permalink_fault))
    if not slugify(reading.slug, "pretty"):
        message = "The slug leaves no letters for the URL. Give the file or “slug” letters or digits."
        yield _at(reading, "slug", "slug", message)
    yield from _layout_problems(reading)
    if reading.kind == POSTS and not reading.is_unreadable:
        yield from _missing_fields(reading)


def _text_problems(reading: PostReading) -> Iterator[Problem]:
    for key in reading.texts_that_are_none:
        message = f"“{key}” must be a text. Put it in quotes, or write another; until then Jekyll stops here."
        yield _at(reading, key, key, message)


def _layout_problems(reading: PostReading) -> Iterator[Problem]:
    if reading.layout and not _has_layout(reading.root, reading.config, reading.layout):
        folder = reading.config.layouts_dir
        message = f"There is no layout “{reading.layout}” in {folder}: the page gets none. Choose another."
        yield _at(reading, "layout", "layout", message, severity="warning")


def _missing_fields(reading: PostReading) -> Iterator[Problem]:
    """Fields that the site's own declarations require, in the order of these."""
    for field in reading.config.declared_fields:
        if field.required and not reading.has_something(field.key):
            message = f"Fill in “{field.name}”: this site's posts need it."
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


def _has_layout(root: Path, config: SiteConfig, name: str) -> bool:
    """Whether a layout of that name can be expected: in the site's own folder, or from a theme.

    A site without a layouts folder is not judged.
    """
    if layout_state(root, config, name) != MISSING:
        return True
    return not (root / config.layouts_dir).is_dir() and not name.startswith("/") and ".." not in name.split("/")
