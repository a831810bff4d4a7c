"""A new post or draft: its name and its front matter, by the site's habits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from editor.errors import EmptySlug
from editor.files import write_new
from editor.site.date_spelling import spell_new_date
from editor.site.dates import rounded_as
from editor.site.permalink import slugify
from editor.site.scalars import Value, write_text, write_value
from editor.site.site import Site
from editor.workspace.clashes import must_be_free
from editor.workspace.habits import Habits

LONGEST_SLUG = 180  # bytes; file systems allow 255 for the whole name


@dataclass(frozen=True)
class NewPost:
    """A post that is to be written: its relative path and its bytes."""

    relative: str
    data: bytes


def create_post(site: Site, title: str, *, draft: bool, date: datetime | None, now: datetime, habits: Habits) -> str:
    """Write a new post and give its relative path. Raises EmptySlug, AlreadyExists, CannotWrite."""
    made = prepare_post(site, title, draft=draft, date=date, now=now, habits=habits)
    must_be_free(site, made.relative)
    write_new(site.absolute(made.relative), made.data)
    return made.relative


def prepare_post(
    site: Site, title: str, *, draft: bool, date: datetime | None, now: datetime, habits: Habits
) -> NewPost:
    """What `create_post` would write, and where; writes nothing. Raises EmptySlug."""
    title = " ".join(title.split())
    slug = slug_of(title)
    moment = (date or now).astimezone(site.zone)
    name = f"{slug}.md" if draft else f"{moment:%Y-%m-%d}-{slug}.md"
    folder = site.drafts_folder if draft else site.posts_folder
    relative = f"{folder}/{name}" if folder else name
    spelled = "" if draft else spelled_date(moment, habits=habits, exactly=date is not None)
    # A blank line, and the line to write on: what is typed there ends with a line end, as a text file should.
    lines = ["---", *_front_matter(site, title, date=spelled, habits=habits), "---", "", "", ""]
    return NewPost(relative, habits.newline.join(lines).encode())


def slug_of(title: str) -> str:
    """Jekyll's slug of a title, cut between words where a file name would be too long. Raises EmptySlug."""
    slug = slugify(title)
    if not slug:
        raise EmptySlug(title=title)
    if len(slug.encode()) <= LONGEST_SLUG:
        return slug
    cut = slug.encode()[:LONGEST_SLUG].decode(errors="ignore")
    return cut.rpartition("-")[0] or cut


def spelled_date(moment: datetime, *, habits: Habits, exactly: bool) -> str:
    """YAML for the date of a post, as the site's other posts spell theirs if that can be read in one way only.

    Where they give the day only, or no seconds, so does this one, unless the writer asked for exactly this moment.
    """
    return spell_new_date(moment if exactly else rounded_as(moment, habits.date), like=habits.date)


def _front_matter(site: Site, title: str, *, date: str, habits: Habits) -> list[str]:
    """The lines between the fences, in the order in which Jekyll's manual names the keys."""
    layout = _layout(site, habits)
    lines = [f"layout: {write_value(layout)}"] if layout is not None else []
    lines.append(f"title: {write_text(title, quote=habits.title_quote)}")
    if date:
        lines.append(f"date: {date}")
    if habits.author is not None:
        lines.append(f"author: {_spelled(habits.author, quote=habits.author_quote)}")
    if habits.categories:
        lines.append("categories: []")
    if habits.tags:
        lines.append("tags: []")
    return lines


def _layout(site: Site, habits: Habits) -> Value:
    """The commonest layout; for a site's first post `post`, if there is such a layout or a theme that brings it."""
    if habits.posts:
        return habits.layout
    return "post" if site.config.theme or "post" in site.layouts() else None


def _spelled(value: Value, *, quote: str) -> str:
    return write_text(value, quote=quote) if isinstance(value, str) else write_value(value)
