"""A Jekyll site on disk: finds its posts and drafts, and says what Jekyll makes of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import Enum
from pathlib import Path

from editor.site.config import SiteConfig
from editor.site.post import Post
from editor.site.problem import Problem
from editor.site.scalars import Value


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
class Site:
    """A folder that Jekyll can build, or a folder of bare posts."""

    root: Path
    config: SiteConfig
    bare: bool = False  # no `_posts`, `_drafts` or `_config.yml`: every Markdown file in it counts as a post

    @classmethod
    def open(cls, folder: Path) -> Site:
        """Open a folder. Raises NotASite when it is none, CannotRead when it cannot be listed."""
        raise NotImplementedError

    @classmethod
    def holding(cls, file: Path) -> Site:
        """The site that holds a post: the nearest folder above with a `_config.*`, else the one above `_posts`
        or `_drafts`, else the file's own folder."""
        raise NotImplementedError

    @property
    def name(self) -> str:
        """The `title:` of the configuration, else the folder's name."""
        raise NotImplementedError

    @property
    def zone(self) -> tzinfo:
        raise NotImplementedError

    @property
    def posts_folder(self) -> str:
        """Where new posts go, relative: `_posts`, below `collections_dir` if that is set; "" for bare folders."""
        raise NotImplementedError

    @property
    def drafts_folder(self) -> str:
        raise NotImplementedError

    def find_posts(self) -> Iterator[str]:
        """Relative paths of all posts, drafts and odd files in `_posts`/`_drafts` folders, in no particular order.

        Skips what Jekyll's `exclude`, hidden names, `_site`, `vendor` and `node_modules` skip; never follows a symlink
        out of the site or round in a loop; unreadable folders are passed over (see `find_faults`).
        """
        raise NotImplementedError

    def find_faults(self) -> tuple[Problem, ...]:
        """Folders that could not be listed, and the configuration's problems."""
        raise NotImplementedError

    def layouts(self) -> tuple[str, ...]:
        """Names of the site's own layouts, sorted."""
        raise NotImplementedError

    def absolute(self, relative: str) -> Path:
        """The path of a file of the site."""
        return self.root / relative

    def relative(self, path: Path) -> str:
        """The relative path (slashes) of a file in the site. Raises OutsideSite."""
        raise NotImplementedError

    def describe(
        self, post: Post, relative: str, *, now: datetime, modified: datetime | None = None
    ) -> Document:
        """What Jekyll makes of a post (as in memory) at that path. `modified` is the file's time, for undated drafts.

        Never raises: what is wrong is in `problems`.
        """
        raise NotImplementedError

    def read(self, relative: str, *, now: datetime) -> Document:
        """As `describe`, of the file on disk; an unreadable file is a BROKEN document with its problem."""
        raise NotImplementedError
