"""One open site and everything a writer can do in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from editor.files import Stamp
from editor.images import Image
from editor.publish.export import ExportItem, ExportPlan
from editor.settings import Folders
from editor.site.post import Post
from editor.site.problem import Problem
from editor.site.site import Document, Site
from editor.workspace.buffer import Buffer


class Workspace:
    """A site with Galley's own folders and a clock (`now` gives an aware datetime)."""

    def __init__(self, site: Site, folders: Folders, now: Callable[[], datetime]) -> None:
        raise NotImplementedError

    @classmethod
    def open(cls, path: Path, folders: Folders, now: Callable[[], datetime]) -> tuple[Workspace, str | None]:
        """Open a folder, or a file in the site that holds it; then its relative path comes with it.

        Raises FileMissing, NotASite, NotAPost, CannotRead.
        """
        raise NotImplementedError

    # -- reading ------------------------------------------------------------------------------------------------
    def documents(self) -> Iterator[Document]:
        """Every post and draft, read one after another (no order); odd files come with their fault."""
        raise NotImplementedError

    def describe(self, post: Post, relative: str) -> Document:
        """What Jekyll makes of a post as in memory."""
        raise NotImplementedError

    def open_post(self, relative: str) -> Buffer:
        """Raises FileMissing, CannotRead, TooLarge."""
        raise NotImplementedError

    # -- writing ------------------------------------------------------------------------------------------------
    def save(self, path: Path, post: Post, expected: Stamp) -> Stamp:
        """Write a post over the file that still has the stamp `expected`; unchanged bytes are not written.

        Raises ChangedOnDisk, FileMissing, NotUtf8, CannotWrite.
        """
        raise NotImplementedError

    def create_post(self, title: str, *, draft: bool = False, date: datetime | None = None) -> str:
        """A new post by the site's habits; returns its relative path. Raises EmptySlug, AlreadyExists, CannotWrite."""
        raise NotImplementedError

    def publish(self, relative: str, *, date: datetime | None = None) -> str:
        """Move a draft to `_posts`; returns the new relative path. Adds `date:` if the draft has none.

        Raises NotAPost (not a draft), AlreadyExists, InvalidDate, FrontMatterError, CannotWrite.
        """
        raise NotImplementedError

    def unpublish(self, relative: str) -> str:
        """Move a post back to `_drafts`; its `date:` stays as it is. Returns the new relative path."""
        raise NotImplementedError

    def rename(self, relative: str, slug: str) -> str:
        """Give a post's file another slug; returns the new relative path. Raises EmptySlug, AlreadyExists, CannotWrite."""
        raise NotImplementedError

    # -- images -------------------------------------------------------------------------------------------------
    def add_image(self, data: bytes, *, name: str) -> Image:
        raise NotImplementedError

    def add_image_file(self, file: Path) -> Image:
        raise NotImplementedError

    def image_link(self, image: Image, *, alt: str = "") -> str:
        """Markdown that shows the image under the site's baseurl."""
        raise NotImplementedError

    def image_value(self, image: Image) -> str:
        """The `image:` value for front matter, with or without leading slash as the site's other posts have it."""
        raise NotImplementedError

    # -- leaving the site ----------------------------------------------------------------------------------------
    def plan_export(self, destination: Path, posts: Sequence[str] = ()) -> ExportPlan:
        """Plan for these posts; without any, for every published or scheduled post (drafts are left out)."""
        raise NotImplementedError

    def apply_export(self, plan: ExportPlan) -> tuple[ExportItem, ...]:
        raise NotImplementedError

    def check(self) -> tuple[Problem, ...]:
        raise NotImplementedError
