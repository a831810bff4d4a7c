"""A Jekyll site on disk: finds its posts and drafts, and says what Jekyll makes of each."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import cached_property
from pathlib import Path

from editor.errors import CannotRead, FileError, NotASite, OutsideSite
from editor.files import check_exists, is_inside, read_bytes, reason_of
from editor.site.config import CONFIG_NAMES, SiteConfig, load_config
from editor.site.dates import site_zone
from editor.site.document import Document, State
from editor.site.folders import LEADS_OUT, OnUnreadable
from editor.site.layouts import layout_names
from editor.site.post import Post
from editor.site.post_description import describe_post, describe_unreadable
from editor.site.post_files import find_bare_posts, find_post_files, has_posts_folder
from editor.site.post_name import SPECIAL_FOLDERS, Place
from editor.site.post_reading import PostReading
from editor.site.problem import Problem

__all__ = ["Document", "Site", "State"]

_SITE_MARKS = (*SPECIAL_FOLDERS, "_layouts", "_includes", "_data", "_sass")
_MOST_CATEGORIES = 4  # folders above `_posts` that are looked through for the site's own


@dataclass(frozen=True)
class Site:
    """A folder that Jekyll can build, or a folder of bare posts."""

    root: Path
    config: SiteConfig
    bare: bool = False  # no `_posts`, `_drafts` or `_config.yml`: every Markdown file in it counts as a post
    configs: tuple[Path, ...] = ()  # the configuration files that were asked for, instead of the site's own choice

    @classmethod
    def open(cls, folder: Path, configs: Sequence[Path] = ()) -> Site:
        """Open a folder. Raises NotASite when it is none, CannotRead when it cannot be listed.

        For a `_posts` or `_drafts` folder it is the site that holds it. `configs` are the configuration files to read,
        as in `jekyll build --config`; raises FileMissing if there is none of that name.
        """
        root = _absolute(folder)
        try:
            os.listdir(root)
        except (FileNotFoundError, NotADirectoryError) as error:
            raise NotASite(path=folder) from error
        except (OSError, ValueError) as error:
            raise CannotRead(path=folder, reason=reason_of(error)) from error
        if root.name in SPECIAL_FOLDERS:
            root = _root_above(root)
        for file in configs:
            check_exists(file)
        config = load_config(root, [_named(_absolute(file), root) for file in configs])
        bare = not config.file and not has_posts_folder(root, config)
        return cls(root, config, bare, tuple(map(_absolute, configs)))

    @classmethod
    def holding(cls, file: Path, configs: Sequence[Path] = ()) -> Site:
        """The site that holds a post: the nearest folder above with a `_config.*`, else the one above `_posts`
        or `_drafts`, else the file's own folder."""
        return cls.open(_root_above(_absolute(file)), configs)

    def opened_again(self) -> Site:
        """The site with its configuration as it is on the disk now. Raises NotASite, CannotRead, FileMissing."""
        return Site.open(self.root, self.configs)

    @property
    def name(self) -> str:
        """The `title:` of the configuration, else the folder's name."""
        return self.config.title or self.root.name or str(self.root)

    @cached_property
    def zone(self) -> tzinfo:
        return site_zone(self.config.timezone)

    @property
    def posts_folder(self) -> str:
        """Where new posts go, relative: `_posts`, below `collections_dir` if that is set; "" for bare folders."""
        return self._folder(Place.POSTS)

    @property
    def drafts_folder(self) -> str:
        """Where new drafts go, relative, as `posts_folder`."""
        return self._folder(Place.DRAFTS)

    def find_posts(self) -> Iterator[str]:
        """Relative paths of all posts, drafts and odd files in `_posts`/`_drafts` folders, in no particular order.

        Skips what Jekyll's `exclude`, hidden names, `_site`, `vendor` and `node_modules` skip; never follows a symlink
        out of the site or round in a loop; unreadable folders are passed over (see `find_faults`).
        """
        return self._find(lambda _path, _error: None)

    def find_faults(self) -> tuple[Problem, ...]:
        """Folders that could not be listed, and the configuration's problems."""
        problems = [*self.config.problems]

        def note(path: str, error: OSError) -> None:
            reason = reason_of(error)
            cure = "Put its files into the site itself" if reason == LEADS_OUT else "Check its permissions"
            message = f"This folder cannot be listed ({reason}); its posts are missing here. {cure}."
            problems.append(Problem("folder", message, path))

        for _ in self._find(note):
            pass
        return tuple(problems)

    def layouts(self) -> tuple[str, ...]:
        """Names of the site's own layouts, sorted."""
        return layout_names(self.root, self.config)

    def absolute(self, relative: str) -> Path:
        """The path of a file of the site."""
        return self.root / relative

    def has_file(self, relative: str) -> bool:
        """Whether the site holds this file, and not by a link that leads out of it. Any text may be asked for."""
        path = self.root / relative
        try:
            return path.is_file() and is_inside(path, self.root)
        except (OSError, ValueError):  # a name that is too long, or that this system does not allow
            return False

    def relative(self, path: Path) -> str:
        """The relative path (slashes) of a file in the site. Raises OutsideSite."""
        if not is_inside(path, self.root):
            raise OutsideSite(path=path, site=self.root)
        plain = _absolute(path)
        if not plain.is_relative_to(self.root):
            plain = Path(os.path.realpath(path))
            return plain.relative_to(os.path.realpath(self.root)).as_posix()
        return plain.relative_to(self.root).as_posix()

    def describe(self, post: Post, relative: str, *, now: datetime, modified: datetime | None = None) -> Document:
        """What Jekyll makes of a post (as in memory) at that path. `modified` is the file's time, for undated drafts.

        Never raises: what is wrong is in `problems`.
        """
        return describe_post(self.reading(post, relative, now=now, modified=modified))

    def reading(self, post: Post, relative: str, *, now: datetime, modified: datetime | None = None) -> PostReading:
        """A post as Jekyll reads it, for more than `describe` tells."""
        return PostReading(self.root, self.config, self.zone, self.bare, post, relative, now, modified)

    def read(self, relative: str, *, now: datetime) -> Document:
        """As `describe`, of the file on disk; an unreadable file is a BROKEN document with its problem."""
        return self.read_post(relative, now=now)[0]

    def read_post(self, relative: str, *, now: datetime) -> tuple[Document, Post | None]:
        """As `read`, with the post itself; None for a file that cannot be read."""
        path = self.absolute(relative)
        try:
            if path.is_symlink() and not is_inside(path, self.root):
                raise OutsideSite(path=path, site=self.root)
            data = read_bytes(path)
            modified = datetime.fromtimestamp(path.stat().st_mtime, self.zone)
        except FileError as error:
            return describe_unreadable(relative, str(error)), None
        except OSError as error:
            return describe_unreadable(relative, str(CannotRead(path=path, reason=reason_of(error)))), None
        post = Post.from_bytes(data)
        return self.describe(post, relative, now=now, modified=modified), post

    def _find(self, unreadable: OnUnreadable) -> Iterator[str]:
        find = find_bare_posts if self.bare else find_post_files
        return find(self.root, self.config, unreadable=unreadable)

    def _folder(self, place: Place) -> str:
        if self.bare:
            return ""
        above = self.config.collections_dir
        return f"{above}/{place.value}" if above else place.value


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 (symlinks stay as the writer named them)


def _named(file: Path, root: Path) -> str:
    """A configuration file as messages name it."""
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)


def _root_above(path: Path) -> Path:
    for folder in path.parents:
        if any((folder / name).is_file() for name in CONFIG_NAMES):
            return folder
    for folder in (path, *path.parents):
        if folder.name in SPECIAL_FOLDERS:
            return _site_around(folder.parent)
    return path.parent


def _site_around(folder: Path) -> Path:
    """The site of a folder with `_posts`, where none has a configuration: a folder above with Jekyll's own folders.

    In `News/_posts/x.md` the folder `News` is a category (`document.rb:426-436`), not a site.
    """
    near = [folder, *folder.parents][:_MOST_CATEGORIES]
    return next((each for each in near[1:] if any((each / name).is_dir() for name in _SITE_MARKS)), folder)
