"""What Jekyll makes of one post: the line in the posts list, the quiet line under the title."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

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
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # its own lists, see `own_lists`
    is_built_draft: bool = False  # a draft that the configuration's `show_drafts` has built

    @property
    def is_page(self) -> bool:
        """Whether Jekyll builds a page of it, though it is no post."""
        return self.state is State.IGNORED and bool(self.url)

    @property
    def is_draft(self) -> bool:
        return self.state is State.DRAFT
