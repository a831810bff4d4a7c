"""Publish, unpublish and rename: a post's file under another name, complete before the old one goes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from editor.errors import InvalidDate, NotAPost, NotUtf8
from editor.files import Stamp, move_new, read_bytes, stamp
from editor.site.dates import read_date
from editor.site.front_matter import FrontMatter
from editor.site.post import Post
from editor.site.site import Site
from editor.workspace.habits import Habits
from editor.workspace.new_post import slug_of, spelled_date

# Jekyll's own pattern (lib/jekyll/document.rb:15): any date in front, the last dot begins the extension.
NAME = re.compile(r"(?:(?P<date>\d{2,4}-\d{1,2}-\d{1,2})-)?(?P<slug>[^/]*?)(?P<extension>\.[^.]+)?")


@dataclass(frozen=True)
class Place:
    """A post's relative path, taken apart."""

    folders: tuple[str, ...]
    date: str  # as in the file's name, "" without one
    slug: str
    extension: str

    @classmethod
    def of(cls, relative: str) -> Place:
        """Take a path apart; every path has a place."""
        *folders, name = relative.split("/")
        match = NAME.fullmatch(name)
        if match is None:  # a line break in the name
            return cls(tuple(folders), "", name, "")
        return cls(tuple(folders), match["date"] or "", match["slug"], match["extension"] or "")

    @property
    def relative(self) -> str:
        """The path put together again."""
        date = f"{self.date}-" if self.date else ""
        return "/".join((*self.folders, f"{date}{self.slug}{self.extension}"))

    def within(self, folder: str) -> bool:
        """Whether the nearest of `_posts` and `_drafts` above the file is `folder`."""
        special = [name for name in self.folders if name in ("_posts", "_drafts")]
        return bool(special) and special[-1] == folder

    def moved(self, old: str, new: str) -> Place:
        """The same place with the innermost folder `old` called `new`."""
        position = len(self.folders) - 1 - self.folders[::-1].index(old)
        return replace(self, folders=(*self.folders[:position], new, *self.folders[position + 1 :]))


def publish(site: Site, relative: str, *, date: datetime | None, now: datetime, habits: Habits) -> str:
    """Move a draft to `_posts`, dated by `date`, else by its own date, else by `now`; gives the new relative path.

    Raises NotAPost (not a draft), AlreadyExists, InvalidDate, NotUtf8, FrontMatterError, CannotWrite.
    """
    place = Place.of(relative)
    if not place.within("_drafts"):
        raise NotAPost(path=site.absolute(relative), reason="only a draft, in a _drafts folder, can be published")
    old = _read(site, relative)
    own = _own_date(site, old.post, place)
    moment = (date or own or now).astimezone(site.zone)
    new = old.post
    if date is not None or old.post.values.get("date") is None:
        spelling = _date_as_written(old.post) or habits.date
        spelled = spelled_date(moment, habits=replace(habits, date=spelling), exactly=bool(date or own))
        new = _with_date(site, relative, old.post, spelled)
    target = replace(place.moved("_drafts", "_posts"), date=f"{moment:%Y-%m-%d}")
    return _move(site, relative, target, new, expected=old.stamp)


def unpublish(site: Site, relative: str) -> str:
    """Move a post back to `_drafts`; gives the new relative path.

    Its date stays in the front matter, or goes there from the file's name, so that publishing gives the same URL again.
    Raises NotAPost, AlreadyExists, NotUtf8, FrontMatterError, CannotWrite.
    """
    place = Place.of(relative)
    if not place.within("_posts"):
        raise NotAPost(path=site.absolute(relative), reason="only a post in a _posts folder can be unpublished")
    old = _read(site, relative)
    new = old.post
    if place.date and old.post.values.get("date") is None:
        new = _with_date(site, relative, old.post, f"{_day(place.date, site):%Y-%m-%d}")
    target = replace(place.moved("_posts", "_drafts"), date="")
    return _move(site, relative, target, new, expected=old.stamp)


def rename(site: Site, relative: str, slug: str) -> str:
    """Give a post's file another slug; folder, date and extension stay. Gives the new relative path.

    Raises EmptySlug, AlreadyExists, CannotWrite.
    """
    target = renamed(relative, slug)
    if target == relative:
        return relative
    old = _read(site, relative)
    return _move(site, relative, Place.of(target), old.post, expected=old.stamp)


def renamed(relative: str, slug: str) -> str:
    """The relative path that a post gets with another slug. Raises EmptySlug."""
    return replace(Place.of(relative), slug=slug_of(slug)).relative


@dataclass(frozen=True)
class _OnDisk:
    post: Post
    stamp: Stamp


def _read(site: Site, relative: str) -> _OnDisk:
    data = read_bytes(site.absolute(relative))
    return _OnDisk(Post.from_bytes(data), stamp(data))


def _move(site: Site, relative: str, target: Place, post: Post, *, expected: Stamp) -> str:
    move_new(site.absolute(relative), site.absolute(target.relative), post.to_bytes(), expected=expected)
    return target.relative


def _own_date(site: Site, post: Post, place: Place) -> datetime | None:
    """The date that Jekyll would give a draft: its front matter's, else the one in its file's name."""
    front_matter = post.front_matter or FrontMatter("")
    if front_matter.fault is not None:
        raise front_matter.fault
    value = front_matter.values.get("date")
    if value is not None:
        return read_date(value, site.zone)
    return _day(place.date, site) if place.date else None


def _day(date: str, site: Site) -> datetime:
    """Local midnight of a date in a file's name, read as Ruby reads it: 25 is 2025, February 30 is March 2."""
    year, month, day = (int(part) for part in date.split("-"))
    if year < 100:
        year += 2000 if year < 69 else 1900
    try:
        return datetime(year, month, 1, tzinfo=site.zone) + timedelta(days=day - 1)
    except ValueError as error:
        raise InvalidDate(text=date) from error


def _date_as_written(post: Post) -> str:
    entry = post.front_matter.entry("date") if post.front_matter is not None else None
    return entry.source(post.front_matter.raw) if entry is not None and post.front_matter is not None else ""


def _with_date(site: Site, relative: str, post: Post, date: str) -> Post:
    if post.encoding != "utf-8":
        raise NotUtf8(path=site.absolute(relative), offset=0)
    front_matter = post.front_matter or FrontMatter("", newline=post.newline)
    return post.with_front_matter(front_matter.with_source("date", date))
