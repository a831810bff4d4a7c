"""One open site and everything a writer can do in it.

The window and most verbs of the command line need neither checks nor exports nor, at once, the dialect: these are
loaded when they are asked for, which halves the time that `galley set` takes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from editor import images
from editor.errors import NotUtf8
from editor.files import Stamp, first_odd_byte, read_bytes, stamp, write_new, write_state
from editor.files import replace as replace_file
from editor.images import Image, ImageUse
from editor.settings import Folders
from editor.site.post import Post
from editor.site.problem import Problem
from editor.site.site import Document, Site, State
from editor.workspace import moving, new_post
from editor.workspace.buffer import Buffer
from editor.workspace.clashes import must_be_free
from editor.workspace.config_changes import stops_jekyll
from editor.workspace.habits import read_habits
from editor.workspace.opening import open_path

if TYPE_CHECKING:
    from editor.publish.export import ExportItem, ExportPlan
    from editor.render.dialect import Dialect
    from editor.workspace.explanation import Explanation

# Modification time (ns), size and inode: when these are the same, the content counts as the same in the list.
FileState = tuple[int, int, int]


class Workspace:
    """A site with Galley's own folders and a clock (`now` gives an aware datetime)."""

    def __init__(self, site: Site, folders: Folders, now: Callable[[], datetime]) -> None:
        self.site = site
        self.folders = folders
        self.now = now
        self._known: dict[str, tuple[FileState, Document]] = {}
        self._known_layouts: tuple[str, ...] = ()
        self._sound_config = None if stops_jekyll(site.config) else site.config
        self._dialect: tuple[Site, Dialect] | None = None

    @classmethod
    def open(
        cls, path: Path, folders: Folders, now: Callable[[], datetime], configs: Sequence[Path] = ()
    ) -> tuple[Workspace, str | None]:
        """Open a folder, or a file in the site that holds it; then its relative path comes with it.

        `configs` are the configuration files to read instead of the site's own choice.
        Raises FileMissing, NotASite, NotAPost, CannotRead.
        """
        site, relative = open_path(path, configs)
        return cls(site, folders, now), relative

    def look_again(self) -> Site:
        """The site as it is configured on disk now; nothing is taken over yet. Raises NotASite, CannotRead.

        Where Jekyll would stop at the configuration, its problems come with the values that it could use last: what is
        told of the posts stays right, for as long as the file is being mended.
        """
        site = self.site.opened_again()
        if self._sound_config is not None and stops_jekyll(site.config):
            config = replace(self._sound_config, problems=site.config.problems, files=site.config.files)
            site = replace(site, config=config)
        return site

    def take(self, site: Site) -> bool:
        """Go on with the site as `look_again` found it; whether it is another."""
        if site == self.site or site.root != self.site.root:
            return False
        self.site = site
        if not stops_jekyll(site.config):
            self._sound_config = site.config
        self._known.clear()
        return True

    @property
    def keeps_config(self) -> bool:
        """Whether the configuration on disk cannot be used, and the one that was read before it counts."""
        return self._sound_config is not None and stops_jekyll(self.site.config)

    @property
    def dialect(self) -> Dialect:
        """The Markdown that the site's posts are written in."""
        from editor.render.dialect import dialect_of

        known, site = self._dialect, self.site
        if known is None or known[0] is not site:
            self._dialect = known = (site, dialect_of(site))
        return known[1]

    def find_faults(self) -> tuple[Problem, ...]:
        """What is wrong with the site itself: its configuration, and folders that cannot be listed."""
        return (*self.site.find_faults(), *self.dialect.problems)

    # -- reading ------------------------------------------------------------------------------------------------
    def documents(self) -> Iterator[Document]:
        """Every post and draft, read one after another (no order); odd files come with their fault.

        A file that has not changed since the last time is not read again, if nothing was wrong with it and the
        passing of time cannot change what Jekyll makes of it.
        """
        now, layouts = self.now(), self.site.layouts()
        if layouts != self._known_layouts:  # a post may name one that has gone
            self._known.clear()
            self._known_layouts = layouts
        for relative in self.site.find_posts():
            file = _file_state(self.site.absolute(relative))
            known = self._known.get(relative)
            if known is not None and known[0] == file:
                yield known[1]
                continue
            document = self.site.read(relative, now=now)
            if file is not None and not document.problems and document.state is not State.SCHEDULED:
                self._known[relative] = (file, document)
            yield document

    def describe(self, post: Post, relative: str) -> Document:
        """What Jekyll makes of a post as in memory."""
        return self.site.describe(post, relative, now=self.now(), modified=self._modified(relative))

    def explain(self, post: Post, relative: str, others: Iterable[Document] | None = None) -> Explanation:
        """What Jekyll will do with a post as in memory, and why.

        `others` are the documents among which one may have the same URL; without them all of the site are read.
        """
        from editor.workspace.explanation import explain

        others = self.documents() if others is None else others
        modified = self._modified(relative)
        return explain(self.site, post, relative, now=self.now(), modified=modified, others=others)

    def _modified(self, relative: str) -> datetime | None:
        try:
            changed = self.site.absolute(relative).stat().st_mtime
        except OSError:  # not saved yet, or gone
            return None
        return datetime.fromtimestamp(changed, self.site.zone)

    def open_post(self, relative: str) -> Buffer:
        """Raises FileMissing, CannotRead, TooLarge."""
        path = self.site.absolute(relative)
        data = read_bytes(path)
        return Buffer(path, Post.from_bytes(data), stamp(data))

    # -- writing ------------------------------------------------------------------------------------------------
    def save(self, path: Path, post: Post, expected: Stamp) -> Stamp:
        """Write a post over the file that still has the stamp `expected`; unchanged bytes are not written.

        Raises ChangedOnDisk, FileMissing, NotUtf8, CannotWrite.
        """
        data = post.to_bytes()
        if stamp(data) == expected:
            return expected
        if post.encoding != "utf-8":
            raise NotUtf8(path=path, offset=first_odd_byte(read_bytes(path)))
        return replace_file(path, data, expected=expected)

    def write_copy(self, path: Path, post: Post) -> Stamp:
        """Write a post where no file is: to save it elsewhere, or again after another program deleted it.

        Raises AlreadyExists, CannotWrite.
        """
        return write_new(path, post.to_bytes())

    def create_post(self, title: str, *, draft: bool = False, date: datetime | None = None) -> str:
        """A new post by the site's habits; returns its relative path. Raises EmptySlug, AlreadyExists, CannotWrite."""
        habits = read_habits(self.site)
        return new_post.create_post(self.site, title, draft=draft, date=date, now=self.now(), habits=habits)

    def post_planner(self) -> Callable[..., tuple[str, str]]:
        """For a dialog: `plan(title, draft=…)` tells the path and URL that a new post would get, and writes nothing.

        The site's habits are read once. `plan` raises EmptySlug, AlreadyExists.
        """
        habits = read_habits(self.site)

        def plan(title: str, *, draft: bool) -> tuple[str, str]:
            made = new_post.prepare_post(self.site, title, draft=draft, date=None, now=self.now(), habits=habits)
            must_be_free(self.site, made.relative)
            return made.relative, self._address(Post.from_bytes(made.data), made.relative)

        return plan

    def plan_rename(self, relative: str, slug: str, post: Post) -> tuple[str, str]:
        """The path and URL that `rename` would give a post; writes nothing. Raises EmptySlug, AlreadyExists."""
        target = moving.renamed(relative, slug)
        if target != relative:
            must_be_free(self.site, target, besides=relative)
        return target, self._address(post, target)

    def _address(self, post: Post, relative: str) -> str:
        url = self.describe(post, relative).url
        return f"{self.site.config.baseurl}{url}" if url else ""

    def date_habit(self) -> str:
        """A date as written in one of the newest posts, most of which write theirs so; "" where they differ."""
        return read_habits(self.site).date

    def publish(self, relative: str, *, date: datetime | None = None) -> str:
        """Move a draft to `_posts`; returns the new relative path. Adds `date:` if the draft has none.

        Raises NotAPost (not a draft), AlreadyExists, InvalidDate, FrontMatterError, CannotWrite.
        """
        habits = read_habits(self.site)
        return moving.publish(self.site, relative, date=date, now=self.now(), habits=habits)

    def unpublish(self, relative: str) -> str:
        """Move a post back to `_drafts`; its `date:` stays as it is. Returns the new relative path."""
        return moving.unpublish(self.site, relative)

    def rename(self, relative: str, slug: str) -> str:
        """Give a post's file another slug; returns the new relative path.

        Raises EmptySlug, AlreadyExists, CannotWrite.
        """
        return moving.rename(self.site, relative, slug)

    # -- images -------------------------------------------------------------------------------------------------
    def add_image(self, data: bytes, *, name: str) -> Image:
        """Store an image once, under the MD5 of its bytes. Raises NotAnImage, CannotWrite."""
        return images.add_image(self.site, data, name=name)

    def add_image_file(self, file: Path) -> Image:
        """As `add_image`, from a file; also raises FileMissing, CannotRead, TooLarge."""
        return images.add_image_file(self.site, file)

    def image_link(self, image: Image, *, alt: str = "") -> str:
        """Markdown that shows the image under the site's baseurl."""
        return images.markdown_link(self.site, image, alt=alt)

    def image_value(self, image: Image) -> str:
        """The `image:` value for front matter, with or without leading slash as the site's other posts have it."""
        bare = image.path.lstrip("/")
        return bare if read_habits(self.site).image_slash is False else f"/{bare}"

    def image_uses(self) -> tuple[ImageUse, ...]:
        """The site's images with who uses them."""
        return images.use_counts(self.site, self.site.find_posts())

    def remove_image(self, name: str) -> Path:
        """Move an unused image to Galley's trash; returns where it went.

        Raises UnknownImage, ImageInUse, CannotRead, CannotWrite.
        """
        trash = self.folders.state / "trash"
        return images.remove_image(self.site, name, posts=self.site.find_posts(), trash=trash)

    # -- leaving the site ----------------------------------------------------------------------------------------
    def plan_export(self, destination: Path, posts: Sequence[str] = ()) -> ExportPlan:
        """Plan for these posts; without any, for every published or scheduled post (drafts are left out).

        A post that Jekyll could not read is left out too, and is told as a problem of the plan.
        """
        from editor.publish import export

        if posts:
            return export.plan_export(self.site, destination, posts, state=self.folders.state)
        documents = sorted(self.documents(), key=lambda document: document.path)
        chosen = [each.path for each in documents if each.state in (State.LIVE, State.SCHEDULED)]
        broken = [problem for each in documents if each.state is State.BROKEN for problem in each.problems]
        plan = export.plan_export(self.site, destination, chosen, state=self.folders.state)
        return replace(plan, problems=(*plan.problems, *broken))

    def apply_export(self, plan: ExportPlan) -> tuple[ExportItem, ...]:
        """Copy what the plan says; returns what was written. Raises ExportConflict, CannotWrite."""
        from editor.publish import export

        return export.apply_export(plan, state=self.folders.state)

    def difference(self, plan: ExportPlan, item: ExportItem) -> str:
        """Unified diff from the destination's text to the site's; "" for images and new files."""
        from editor.publish import export

        return export.difference(plan, item)

    def write_page(self, post: Post, relative: str) -> Path:
        """Write the post, as in memory, as a page into the cache folder, for a browser. Raises CannotWrite."""
        from editor.render.renderer import Renderer

        page = Renderer(self.site).page(post, relative, now=self.now())
        path = self.folders.cache / "pages" / f"{Path(relative).stem}.html"
        write_state(path, page.encode("utf-8", "replace"))  # a paste can bring half of a pair
        return path

    def check(self) -> tuple[Problem, ...]:
        """Everything in the site that Jekyll would stumble over or that readers would miss."""
        from editor.checks import check_site

        return check_site(self.site, now=self.now(), faults=self.find_faults())


def _file_state(path: Path) -> FileState | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
