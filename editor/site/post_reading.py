"""Reads one post in its site bit by bit, as Jekyll does: defaults, title, date, state, URL."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import cached_property
from pathlib import Path
from typing import Any

from editor.errors import DuplicateKey, FrontMatterError, InvalidDate, InvalidPermalink
from editor.site.config import SiteConfig, merged_values
from editor.site.dates import document_date
from editor.site.defaults import defaults_for
from editor.site.document import State
from editor.site.document_kind import PAGES, POSTS, NoDocument, below_collections, kind_of, why_no_document
from editor.site.front_matter import Entry
from editor.site.post import Post
from editor.site.post_name import Place, PostName, extension_of, place_of, split_name, title_from_slug
from editor.site.post_url import make_url, permalink_template
from editor.site.ruby_values import is_true, ruby_text
from editor.site.scalars import Timestamp, Value
from editor.site.taxonomy import categories_of, folder_categories, tags_of

_SLUG = re.compile(
    r":(?:title|slug)(?![a-z])|\A(?:date|pretty|ordinal|weekdate|none)\Z"
)  # what makes Jekyll ask for it
_STYLESHEETS = (".scss", ".sass")  # of the jekyll-sass-converter that comes with Jekyll


@dataclass(frozen=True)
class PostReading:
    """A post, a document of another collection or a page, at its path in a site (`document.rb`, `page.rb`)."""

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
    def kind(self) -> str:
        """ "posts" (drafts too), another collection's label, or "pages"; bare posts are read as pages are."""
        return PAGES if self.bare else kind_of(self.config, self.path)

    @property
    def collection(self) -> str:
        """The collection's label, "" for a file in none."""
        return "" if self.kind == PAGES else self.kind

    @property
    def counted_path(self) -> str:
        """The path as Jekyll counts it: below `collections_dir`, and from the computer's root for what lies outside it
        in a folder that Jekyll reads because its name begins likewise (`document.rb:114-116`)."""
        path, folder = below_collections(self.config, self.path), self.config.collections_dir
        return path if path != self.path or not folder else (self.root / path).as_posix()

    @cached_property
    def values(self) -> dict[str, Any]:
        return self.post.values

    @cached_property
    def defaults(self) -> dict[str, Value]:
        return defaults_for(self.config, self.path)

    @cached_property
    def data(self) -> Mapping[str, Any]:
        """The front matter over the defaults; a null keeps the default, but not that of a page (`page.rb:56-58`)."""
        merged = merged_values(self.defaults, self.values)
        if self.kind == PAGES:
            merged |= {key: value for key, value in self.values.items() if value is None}
        return merged

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
        folders: list[str] = []
        if self.kind == POSTS:
            special = Place.DRAFTS if self.is_draft else Place.POSTS
            folders = folder_categories(self.counted_path, special.value)
        return categories_of(folders, self.defaults, self.values)

    @cached_property
    def layout(self) -> str:
        given = self.data.get("layout")
        return ruby_text(given) if is_true(given) and given != "none" else ""

    @property
    def date(self) -> datetime | None:
        """`date:`, else the date in the name, else, for a draft, the file's time (`document.rb:84-96,510-537`).

        None where Jekyll takes the time of the build, as for a document of another collection.
        """
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
        if self.kind == POSTS and self.place is Place.DRAFTS:
            return State.DRAFT
        if self.is_hidden_by_choice or not self.has_pages:
            return State.UNPUBLISHED
        return State.SCHEDULED if self.is_future else State.LIVE

    @property
    def is_ignored(self) -> bool:
        """Whether to Jekyll the file is no document: mostly it passes it over without a word."""
        return self.no_document is not None

    @cached_property
    def no_document(self) -> NoDocument | None:
        return None if self.bare else why_no_document(self.config, self.path, self.post)

    @property
    def is_draft(self) -> bool:
        """Whether Jekyll counts it as a draft: its path must not hold “_posts” at all (`document.rb:103-106`)."""
        return self.kind == POSTS and "_posts" not in below_collections(self.config, self.path)

    @property
    def is_hidden_by_choice(self) -> bool:
        """`published: false`, or a `published:` without a value (`publisher.rb:20-22`)."""
        return not is_true(self.data.get("published", True)) and not self.config.unpublished

    @property
    def is_future(self) -> bool:
        """Whether Jekyll leaves it out until its date (`publisher.rb:13-15`)."""
        is_later = self.date is not None and int(self.date.timestamp()) > int(self.now.timestamp())
        return is_later and not self.config.shows_future(self.kind)

    @property
    def has_pages(self) -> bool:
        """Whether its collection is written (`collection.rb:147-149`)."""
        return self.kind in (POSTS, PAGES) or is_true(self.config.collection(self.kind).get("output"))

    @cached_property
    def is_built_page(self) -> bool:
        """Whether Jekyll builds it as a page, which defaults cannot hide nor any date (`publisher.rb`)."""
        is_shown = is_true(self.values.get("published", True)) or self.config.unpublished
        return self.no_document is NoDocument.PAGE and is_shown and not self.is_broken

    @property
    def is_published(self) -> bool:
        """Whether `jekyll build`, run now, writes a page of it."""
        if self.state is State.DRAFT:
            return self.config.shows_drafts and not self.is_hidden_by_choice and not self.is_future
        return bool(self.url) and (self.state is State.LIVE or self.is_built_page)

    @property
    def is_unreadable(self) -> bool:
        """Whether Jekyll cannot read the front matter; of a key that stands twice it takes the last."""
        return self.fault is not None and not isinstance(self.fault, DuplicateKey)

    @cached_property
    def is_broken(self) -> bool:
        """Whether Jekyll stops at this post, skips it, or makes an empty page of it."""
        if self.is_unreadable or self.post.encoding != "utf-8":
            return True
        if self.texts_that_are_none:
            return True
        if self.kind == PAGES and not self.bare:
            return False
        return not self.has_usable_categories or self.date_fault is not None or self.permalink_fault is not None

    @property
    def has_usable_categories(self) -> bool:
        """Anything but a text or list makes Jekyll give up on the front matter (`document.rb:468-476`)."""
        given = (self.defaults.get("categories"), self.values.get("categories"))
        return all(each is None or isinstance(each, list) or _is_text(each) for each in given)

    @property
    def texts_that_are_none(self) -> list[str]:
        """The keys of which Jekyll asks what only a text can answer, so it stops (`url.rb:52`, `utils.rb:202`)."""
        asks_for_slug = self.no_document is not NoDocument.PAGE and _SLUG.search(
            permalink_template(self.config, self.kind) if self.own_permalink is None else f"/{self.own_permalink}"
        )
        given = {key: self.data.get(key) for key in (("slug", "permalink") if asks_for_slug else ("permalink",))}
        return [key for key, value in given.items() if is_true(value) and not _is_text(value)]

    @property
    def fault(self) -> FrontMatterError | None:
        return self.post.front_matter.fault if self.post.front_matter else None

    @property
    def own_permalink(self) -> str | None:
        """`permalink:` of the front matter or the defaults, as a text; None without one."""
        given = self.data.get("permalink")
        return ruby_text(given) if is_true(given) else None

    @cached_property
    def output_ext(self) -> str:
        """The extension of the page: of the permalink if that has one, else the converter's (`renderer.rb:52-60`)."""
        permalink = self.own_permalink
        if permalink and not permalink.endswith("/") and (extension := extension_of(permalink)):
            return extension
        extension = self.name.extension
        if extension.lower() in self.config.markdown_extensions:
            return ".html"
        return ".css" if extension.lower() in _STYLESHEETS else extension

    @property
    def url(self) -> str:
        """The page's URL without baseurl, "" where Jekyll makes no page."""
        is_built = self.is_built_page or (self.has_pages and self.state not in (State.BROKEN, State.IGNORED))
        return self._addressing[0] if is_built else ""

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
            return make_url(self), None
        except InvalidPermalink as error:
            own = self.own_permalink
            return "", error if own is None else type(error)(**{**error.facts, "permalink": own})

    @cached_property
    def _dating(self) -> tuple[datetime | None, InvalidDate | None]:
        try:
            return self._read_date(), None
        except InvalidDate as error:
            return None, error

    def _read_date(self) -> datetime | None:
        if "date" in self.data:  # even when it is empty: Jekyll then stops
            return document_date(self.data["date"], self.zone)
        if self.name.date:
            return document_date(self.name.date, self.zone)
        if self.is_draft or self.bare or (self.collection and is_true(self.data.get("draft"))):
            return self.modified.astimezone(self.zone) if self.modified else None
        return None


def _is_text(value: Value) -> bool:
    return isinstance(value, str) and not isinstance(value, Timestamp)
