"""Reads one post in its site bit by bit, as Jekyll does: defaults, title, date, state, URL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import cached_property
from pathlib import Path
from typing import Any

from editor.errors import DuplicateKey, FrontMatterError, InvalidDate, InvalidPermalink
from editor.site.config import SiteConfig, merged_values
from editor.site.dates import read_date
from editor.site.defaults import defaults_for
from editor.site.document import State
from editor.site.document_kind import below_collections
from editor.site.front_matter import Entry
from editor.site.permalink import document_url, slugify
from editor.site.post import Post
from editor.site.post_name import Place, PostName, extension_of, place_of, split_name, title_from_slug
from editor.site.ruby_values import is_true, ruby_text
from editor.site.scalars import Timestamp, Value
from editor.site.taxonomy import categories_of, folder_categories, tags_of


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
        return ruby_text(given) if is_true(given) else title_from_slug(self.name.slug)

    @cached_property
    def slug(self) -> str:
        given = self.data.get("slug")
        return ruby_text(given) if is_true(given) else self.name.slug

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

    @property
    def date(self) -> datetime | None:
        """`date:`, else the date in the name, else, for a draft, the file's time (`document.rb:84-96,510-537`)."""
        return self._dating[0]

    @property
    def date_fault(self) -> InvalidDate | None:
        return self._dating[1]

    @property
    def date_source(self) -> str:
        matter, entry = self.post.front_matter, self.entry("date")
        return entry.source(matter.raw).strip() if matter and entry else ""

    @cached_property
    def state(self) -> State:
        if self.is_ignored:
            return State.IGNORED
        if self.is_broken:
            return State.BROKEN
        if self.place is Place.DRAFTS:
            return State.DRAFT
        if not is_true(self.data.get("published", True)) and not self.config.unpublished:
            return State.UNPUBLISHED
        if self.date and int(self.date.timestamp()) > int(self.now.timestamp()) and not self.config.future:
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
        """Whether Jekyll stops at this post, skips it, or makes an empty page of it."""
        is_unreadable = self.fault is not None and not isinstance(self.fault, DuplicateKey)
        if is_unreadable or self.post.encoding != "utf-8":
            return True
        if not self.has_usable_categories or self.texts_that_are_none:
            return True
        return self.date_fault is not None or self.permalink_fault is not None

    @property
    def has_usable_categories(self) -> bool:
        """Anything but a text or list makes Jekyll give up on the front matter (`document.rb:468-476`)."""
        given = self.values.get("categories")
        return given is None or isinstance(given, list) or _is_text(given)

    @property
    def texts_that_are_none(self) -> list[str]:
        """The keys of which Jekyll asks what only a text can answer, so it stops (`url.rb:52`, `utils.rb:202`)."""
        given = {key: self.data.get(key) for key in ("slug", "permalink")}
        return [key for key, value in given.items() if is_true(value) and not _is_text(value)]

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
        return "" if self.state in (State.BROKEN, State.IGNORED) else self._addressing[0]

    @property
    def permalink_fault(self) -> InvalidPermalink | None:
        return self._addressing[1]

    def has_something(self, key: str) -> bool:
        """Whether the page has a value under a key that is more than an empty text, list or map."""
        derived = {"categories": self.categories, "tags": tags_of(self.defaults, self.values), "date": self.date}
        return derived.get(key, self.data.get(key)) not in (None, "", [], {}, ())

    def entry(self, key: str) -> Entry | None:
        """Where a key stands in the post's own front matter, None if it does not or cannot be told."""
        matter = self.post.front_matter
        return None if matter is None or matter.fault is not None else matter.entry(key)

    @cached_property
    def _addressing(self) -> tuple[str, InvalidPermalink | None]:
        try:
            return self._make_url(), None
        except InvalidPermalink as error:
            own = self._own_permalink
            return "", error if own is None else InvalidPermalink(**{**error.facts, "permalink": own})

    def _make_url(self) -> str:
        if not self.bare:
            return self._fill_in(self.config.permalink)
        if self.post.front_matter is None:
            return ""  # outside `_posts`, Jekyll copies a file without front matter as it is
        url = self._fill_in("/:path:output_ext")
        index = f"/index{self.output_ext}"
        return url.removesuffix(index[1:]) if self._own_permalink is None and url.endswith(index) else url

    def _fill_in(self, template: str) -> str:
        """The URL by the post's own permalink, else by a template (of pages: `lib/jekyll/page.rb`, `template`)."""
        own = self._own_permalink
        path = below_collections(self.config, self.path)
        return document_url(
            template if own is None else f"/{own}",  # a style's name means nothing in front matter
            title=slugify(self.slug, "pretty", cased=True),
            slug=slugify(self.slug),
            date=self.date or self.now.astimezone(self.zone),
            categories=self.categories,
            output_ext=self.output_ext,
            basename=self.path.rpartition("/")[2].removesuffix(self.name.extension),
            path=path.removesuffix(self.name.extension).replace("_posts", "", 1).rstrip("."),
        )

    @property
    def _own_permalink(self) -> str | None:
        given = self.data.get("permalink")
        return ruby_text(given) if is_true(given) else None

    @cached_property
    def _dating(self) -> tuple[datetime | None, InvalidDate | None]:
        try:
            return self._read_date(), None
        except InvalidDate as error:
            return None, error

    def _read_date(self) -> datetime | None:
        if "date" in self.data:  # even when it is empty: Jekyll then stops
            return read_date(self.data["date"], self.zone)
        if self.name.date:
            return read_date(self.name.date, self.zone)
        if self.place is Place.DRAFTS or self.bare:
            return self.modified.astimezone(self.zone) if self.modified else None
        return None


def _is_text(value: Value) -> bool:
    return isinstance(value, str) and not isinstance(value, Timestamp)
