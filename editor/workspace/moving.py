"""Publish, unpublish and rename: a post's file under another name, complete before the old one goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from editor.errors import NotAPost, NotUtf8
from editor.files import first_odd_byte, move_new, read_bytes, stamp
from editor.site.dates import read_date
from editor.site.front_matter import FrontMatter
from editor.site.post import Post
from editor.site.post_name import Place, PostName, place_of, split_name
from editor.site.site import Site
from editor.site.unseen_front_matter import unseen_front_matter
from editor.workspace.clashes import must_be_free
from editor.workspace.habits import Habits
from editor.workspace.new_post import slug_of, spelled_date


def publish(site: Site, relative: str, *, date: datetime | None, now: datetime, habits: Habits) -> str:
    """Move a draft to `_posts`, dated by `date`, else by its own date, else by `now`; gives the new relative path.

    Raises NotAPost (no draft, or no post’s name), AlreadyExists, InvalidDate, NotUtf8, FrontMatterError, CannotWrite.
    """
    if place_of(relative) is not Place.DRAFTS:
        raise NotAPost(path=site.absolute(relative), reason="only a draft, in a _drafts folder, can be published")
    data = read_bytes(site.absolute(relative))
    post, name = Post.from_bytes(data), _name(relative)
    if not name.extension:
        reason = "its name has no extension, so Jekyll would ignore it; rename the file to end in .md"
        raise NotAPost(path=site.absolute(relative), reason=reason)
    own = _own_date(site, post, name)
    moment = (date or own or now).astimezone(site.zone)
    if date is not None or post.values.get("date") is None:
        spelling = _date_as_written(post) or habits.date
        spelled = spelled_date(moment, habits=replace(habits, date=spelling), exactly=bool(date or own))
        post = _with_date(site, relative, post, spelled)
    target = _with_name(_within(relative, Place.POSTS), replace(name, date=f"{moment:%Y-%m-%d}"))
    return _move(site, relative, target, old=data, new=post.to_bytes())


def unpublish(site: Site, relative: str) -> str:
    """Move a post back to `_drafts`; gives the new relative path.

    Its date stays in the front matter, or goes there from the file's name, so that publishing gives the same URL again.
    Raises NotAPost, AlreadyExists, InvalidDate, NotUtf8, FrontMatterError, CannotWrite.
    """
    if place_of(relative) is not Place.POSTS:
        raise NotAPost(path=site.absolute(relative), reason="only a post in a _posts folder can be unpublished")
    data = read_bytes(site.absolute(relative))
    post, name = Post.from_bytes(data), _name(relative)
    if name.date and post.values.get("date") is None:
        post = _with_date(site, relative, post, f"{read_date(name.date, site.zone):%Y-%m-%d}")
    target = _with_name(_within(relative, Place.DRAFTS), replace(name, date=""))
    return _move(site, relative, target, old=data, new=post.to_bytes())


def rename(site: Site, relative: str, slug: str) -> str:
    """Give a post's file another slug; folder, date and extension stay. Gives the new relative path.

    Raises EmptySlug, AlreadyExists, CannotWrite.
    """
    target = renamed(relative, slug)
    if target == relative:
        return relative
    data = read_bytes(site.absolute(relative))
    return _move(site, relative, target, old=data, new=data)


def renamed(relative: str, slug: str) -> str:
    """The relative path that a post gets with another slug. Raises EmptySlug."""
    return _with_name(relative, replace(_name(relative), slug=slug_of(slug)))


def _name(relative: str) -> PostName:
    return split_name(relative.rpartition("/")[2])


def _with_name(relative: str, name: PostName) -> str:
    folder, slash, _ = relative.rpartition("/")
    return f"{folder}{slash}{name.text}"


def _within(relative: str, place: Place) -> str:
    """The path with the folder that makes it a post or draft called as that of `place`."""
    folders = relative.split("/")
    folders[folders.index(place_of(relative).value)] = place.value
    return "/".join(folders)


def _move(site: Site, relative: str, target: str, *, old: bytes, new: bytes) -> str:
    must_be_free(site, target, besides=relative)
    move_new(site.absolute(relative), site.absolute(target), new, expected=stamp(old))
    return target


def _own_date(site: Site, post: Post, name: PostName) -> datetime | None:
    """The date that Jekyll would give a draft: its front matter's, else the one in its file's name."""
    front_matter = post.front_matter or FrontMatter("")
    if front_matter.fault is not None:
        raise front_matter.fault
    value = front_matter.values.get("date")
    if value is not None:
        return read_date(value, site.zone)
    return read_date(name.date, site.zone) if name.date else None


def _date_as_written(post: Post) -> str:
    entry = post.front_matter.entry("date") if post.front_matter is not None else None
    return entry.source(post.front_matter.raw) if entry is not None and post.front_matter is not None else ""


def _with_date(site: Site, relative: str, post: Post, date: str) -> Post:
    if post.encoding != "utf-8":
        raise NotUtf8(path=site.absolute(relative), offset=first_odd_byte(post.to_bytes()))
    if (fault := unseen_front_matter(post)) is not None:
        raise fault
    front_matter = post.front_matter or FrontMatter("", newline=post.newline)
    return post.with_front_matter(front_matter.with_source("date", date))
