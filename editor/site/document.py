"""What Jekyll makes of one post: title, date, state, taxonomy, URL, and what is wrong with it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import Any

from editor.errors import FrontMatterError, InvalidDate, InvalidPermalink
from editor.site.config import SiteConfig, merged_values
from editor.site.dates import read_date
from editor.site.defaults import below_collections, defaults_for
from editor.site.permalink import document_url, output_path, slugify
from editor.site.post import Post
from editor.site.post_name import Place, PostName, extension_of, place_of, split_name, title_from_slug
from editor.site.problem import Problem
from editor.site.scalars import Value
from editor.site.taxonomy import categories_of, folder_categories, ruby_text, tags_of


class State(Enum):
    """What Jekyll does with a document, today."""

    LIVE = "live"
    SCHEDULED = "scheduled"
    DRAFT = "draft"
    UNPUBLISHED = "unpublished"
    BROKEN = "broken"  # front matter or date that Jekyll cannot use
    IGNORED = "ignored"  # a file in `_posts` that is no post


@dataclass(frozen=True)
class Document:
    """A post or draft as Jekyll sees it: the line in the posts list, the quiet line under the title."""

    path: str  # relative to the site root, with slashes
    title: str
    slug: str
    state: State
    date: datetime | None  # aware, in the site's zone
    date_source: str  # the `date:` value as written, "" without one
    categories: tuple[str, ...]
    tags: tuple[str, ...]
    layout: str  # "" without one
    author: str
    image: str  # the front matter value, "" without one
    url: str  # with leading slash, without baseurl; "" where Jekyll makes no page
    output: str  # below the destination, "" where Jekyll makes no page
    defaults: dict[str, Value]  # front matter defaults that apply to it
    problems: tuple[Problem, ...] = ()
    keys: tuple[str, ...] = ()  # its own front matter keys

    @property
    def is_draft(self) -> bool:
        return self.state is State.DRAFT


@dataclass(frozen=True)
class PostReading:
    """A post at its path in a site, read bit by bit as Jekyll reads it (`document.rb`)."""

    root: Path
    config: SiteConfig
    zone: tzinfo
    bare: bool
    post: Post
    path: str
    now: datetime
    modified: datetime | None

    def document(self) -> Document:
        """Everything together. Never raises: what is wrong is in `problems`."""
        state, url = self.state, self.url
        return Document(
            path=self.path,
            title=_shown(self.title),
            slug=_shown(self.slug),
            state=state,
            date=self.date,
            date_source=self.date_source,
            categories=tuple(map(_shown, self.categories)),
            tags=tags_of(self.defaults, self.values),
            layout=self.layout,
            author=_name(self.data.get("author")),
            image=_image(self.data.get("image")),
            url=url,
            output=output_path(url, self.output_ext) if url else "",
            defaults=self.defaults,
            problems=tuple(self._problems()),
            keys=tuple(self.values),
        )

    @cached_property
    def name(self) -> PostName:
        return split_name(self.path.rpartition("/")[2])

    @cached_property
    def place(self) -> Place:
        return place_of(self.path)

    @cached_property
    def values(self) -> dict[str, Any]:
        return self.post.values

    @cached_property
    def defaults(self) -> dict[str, Value]:
        return defaults_for(self.config, self.path)

    @cached_property
    def data(self) -> Mapping[str, Any]:
        """The front matter over the defaults; a null keeps the default."""
        return merged_values(self.defaults, self.values)

    @cached_property
    def title(self) -> str:
        given = self.data.get("title")
        return title_from_slug(self.name.slug) if given is None or given is False else ruby_text(given)

    @cached_property
    def slug(self) -> str:
        given = self.data.get("slug")
        return self.name.slug if given is None or given is False else ruby_text(given)

    @cached_property
    def categories(self) -> tuple[str, ...]:
        special = Place.DRAFTS if self.place is Place.DRAFTS else Place.POSTS
        path = below_collections(self.config, self.path)
        folders = [] if self.bare else folder_categories(path, special.value)
        return categories_of(folders, self.defaults, self.values)

    @cached_property
    def layout(self) -> str:
        given = self.data.get("layout")
        return given if isinstance(given, str) and given != "none" else ""

    @cached_property
    def date(self) -> datetime | None:
        """`date:`, else the date in the name, else, for a draft, the file's time (`document.rb:84-96,510-537`)."""
        try:
            return self._read_date()
        except InvalidDate:
            return None

    @cached_property
    def date_source(self) -> str:
        matter = self.post.front_matter
        if matter is None or "date" not in self.values:
            return ""
        entry = matter.entry("date")
        return entry.source(matter.raw).strip() if entry else ""

    @cached_property
    def state(self) -> State:
        if self.is_ignored:
            return State.IGNORED
        if self.is_broken:
            return State.BROKEN
        if self.place is Place.DRAFTS:
            return State.DRAFT
        if self.data.get("published") is False and not self.config.unpublished:
            return State.UNPUBLISHED
        if self.date and self.date.replace(microsecond=0) > self.now and not self.config.future:
            return State.SCHEDULED
        return State.LIVE

    @property
    def is_ignored(self) -> bool:
        """Whether Jekyll passes the file over without a word."""
        if self.bare:
            return False
        if self.place is Place.POSTS:
            return not self.name.date or self.is_outside_collections
        return self.place is Place.ELSEWHERE or not self.name.extension or self.is_outside_collections

    @property
    def is_outside_collections(self) -> bool:
        folder = self.config.collections_dir
        return bool(folder) and not f"/{self.path}".startswith(f"/{folder}")

    @cached_property
    def is_broken(self) -> bool:
        if self.fault is not None or self.post.encoding != "utf-8" or self._permalink_fault is not None:
            return True
        return self._date_fault is not None or not _is_list_like(self.values.get("categories"))

    @property
    def fault(self) -> FrontMatterError | None:
        return self.post.front_matter.fault if self.post.front_matter else None

    @cached_property
    def output_ext(self) -> str:
        """The extension of the page: of the permalink if that has one, else the converter's (`renderer.rb:52-60`)."""
        permalink = self._own_permalink
        if permalink and not permalink.endswith("/") and (extension := extension_of(permalink)):
            return extension
        extension = self.name.extension
        return ".html" if extension.lower() in self.config.markdown_extensions else extension

    @property
    def url(self) -> str:
        return "" if self.state in (State.BROKEN, State.IGNORED) else self._url

    @cached_property
    def _url(self) -> str:
        own = self._own_permalink
        path = below_collections(self.config, self.path)
        return document_url(
            f"/{own}" if own else self.config.permalink,  # a style's name means nothing in front matter
            title=slugify(self.slug, "pretty", cased=True),
            slug=slugify(self.slug),
            date=self.date or self.now.astimezone(self.zone),
            categories=self.categories,
            output_ext=self.output_ext,
            basename=self.path.rpartition("/")[2].removesuffix(self.name.extension),
            path=path.removesuffix(self.name.extension).replace("_posts", "", 1).rstrip("."),
        )

    @property
    def _own_permalink(self) -> str:
        given = self.data.get("permalink")
        return "" if given is None or given is False else ruby_text(given)

    @cached_property
    def _permalink_fault(self) -> InvalidPermalink | None:
        try:
            _ = self._url
        except InvalidPermalink as error:
            return error
        return None

    @cached_property
    def _date_fault(self) -> InvalidDate | None:
        try:
            self._read_date()
        except InvalidDate as error:
            return error
        return None

    def _read_date(self) -> datetime | None:
        given = self.data.get("date")
        if given is not None:
            return read_date(given, self.zone)
        if self.name.date:
            return read_date(self.name.date, self.zone)
        if self.place is Place.DRAFTS or self.bare:
            return self.modified.astimezone(self.zone) if self.modified else None
        return None

    # -- problems -----------------------------------------------------------------------------------------------
    def _problems(self) -> Iterator[Problem]:
        yield from self._file_problems()
        if self.place is not Place.ELSEWHERE or self.bare:
            yield from self._value_problems()

    def _file_problems(self) -> Iterator[Problem]:
        if self.post.encoding != "utf-8":
            message = "The file is not UTF-8 text: Jekyll skips it. Convert it to UTF-8 with another program."
            yield self._problem("encoding", message, line=1)
        if not _is_utf8(self.path):
            message = "The file's name is not UTF-8: Jekyll cannot make a URL of it. Rename it."
            yield self._problem("encoding", message)
        if self.fault is not None:
            line = (self.fault.line or 1) + self.post.opening.count("\n")
            yield self._problem("front-matter", str(self.fault), line=line, column=self.fault.column or 0)
        if self.is_ignored:
            yield self._problem("post-name", self._why_ignored(), severity="warning")

    def _why_ignored(self) -> str:
        if self.is_outside_collections:
            folder = self.config.collections_dir
            return f"Jekyll ignores posts outside “{folder}” (collections_dir). Move this file below it."
        if self.place is Place.ELSEWHERE:
            return "This file is in no _posts or _drafts folder: to Jekyll it is no post. Move it there."
        if self.place is Place.DRAFTS or not self.name.extension:
            return "Jekyll ignores this file: its name has no extension. Rename it to end in .md."
        return (
            "Jekyll ignores this file: its name has no date. Rename it like 2025-11-21-title.md, or move it to _drafts."
        )

    def _value_problems(self) -> Iterator[Problem]:
        if self._date_fault is not None:
            where = "Date" if self.data.get("date") is not None else "Date in the file's name"
            message = f"{where}: {self._date_fault} Until then Jekyll stops here and builds nothing."
            yield self._problem("date", message, line=self._line("date"))
        if not _is_list_like(self.values.get("categories")):
            message = "Jekyll cannot use these categories. Write a list: [one, two]."
            yield self._problem("categories", message, line=self._line("categories"))
        if self._permalink_fault is not None:
            yield self._problem("permalink", str(self._permalink_fault), line=self._line("permalink"))
        if not slugify(self.slug, "pretty"):
            message = "The slug leaves no letters for the URL. Give the file or `slug:` letters or digits."
            yield self._problem("slug", message, line=self._line("slug"))
        if self.layout and not has_layout(self.root, self.config, self.layout):
            message = f"There is no layout “{self.layout}” in {self.config.layouts_dir}: Jekyll uses none."
            yield self._problem("layout", message, line=self._line("layout"), severity="warning")

    def _problem(self, rule: str, message: str, *, line: int = 0, column: int = 0, severity: str = "error") -> Problem:
        return Problem(rule, message, self.path, line=line, column=column, severity=severity)

    def _line(self, key: str) -> int:
        """The line of a key in the file, 0 where it does not stand in the front matter."""
        matter = self.post.front_matter
        entry = matter.entry(key) if matter is not None and key in self.values else None
        return entry.line + self.post.opening.count("\n") if entry else 0


def has_layout(root: Path, config: SiteConfig, name: str) -> bool:
    """Whether a layout of that name can be expected: in the site's own folder, or from a theme.

    A site without a layouts folder is not judged.
    """
    if config.theme:
        return True
    folder, _, stem = name.rpartition("/")
    try:
        names = os.listdir(root / config.layouts_dir / folder)
    except OSError:
        return not (root / config.layouts_dir).is_dir()
    return any(each.rpartition(".")[0] == stem for each in names)


def _is_list_like(value: Any) -> bool:
    return value is None or isinstance(value, str | list)


def _name(value: Any) -> str:
    """An author as themes write it: a name, a map with a name, or several of them."""
    if isinstance(value, dict):
        return _name(value.get("name"))
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value)))
    return ruby_text(value)


def _image(value: Any) -> str:
    path = value.get("path") if isinstance(value, dict) else value
    return path if isinstance(path, str) else ""


def _is_utf8(path: str) -> bool:
    return path.isascii() or not any("\ud800" <= each <= "\udfff" for each in path)


def _shown(text: str) -> str:
    """Text that can be shown and saved: bytes of a file name that are not UTF-8 become replacement characters."""
    return text if _is_utf8(text) else text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
