"""Walks a site's folders as Jekyll does, and finds the files that are posts or drafts, or look as if they should be."""

from __future__ import annotations

import fnmatch
import os
import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from editor.site.config import SiteConfig
from editor.site.post_name import extension_of, split_name

_SPECIAL = (".", "_", "#", "~")  # `entry_filter.rb:7`
_MAGIC = ("_posts", "_drafts")
_TEXT = re.compile(r"|\.(md|markdown|mkdn?|html?|txt|text|textile|adoc|rst|org)", re.IGNORECASE)  # or none at all
_BINARY = re.compile(
    r"\.(jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?|heic|psd|pdf|mp3|m4a|og[ag]|wav|flac|mp4|m4v|mov|webm|avi"
    r"|zip|t?gz|tar|woff2?|[to]tf|docx|xlsx|pptx|od[ts]|exe|bin)",
    re.IGNORECASE,
)
MAX_FOLDERS_PEEKED = 2000  # how far to look for a `_posts` folder in a folder without configuration

OnUnreadable = Callable[[str, OSError], None]


@dataclass(frozen=True)
class EntryFilter:
    """Which names Jekyll passes over (`entry_filter.rb:34-58`)."""

    include: tuple[str, ...]
    exclude: tuple[str, ...]

    def keeps(self, entry: str, *, folder: str = "", is_folder: bool = False) -> bool:
        """Whether Jekyll looks at `entry`, a path below `folder` (both relative, with slashes)."""
        if entry.endswith("."):
            return False
        name = entry.rpartition("/")[2]
        included = self._included.matches(entry, is_folder) or self._included.matches(name, is_folder)
        if not included and self._excluded.matches(f"{folder}/{entry}" if folder else entry, is_folder):
            return False
        return included or not (entry.startswith(_SPECIAL) or name.startswith(_SPECIAL) or entry.endswith("~"))

    @cached_property
    def _included(self) -> _Patterns:
        return _Patterns(self.include)

    @cached_property
    def _excluded(self) -> _Patterns:
        return _Patterns(tuple(each for each in self.exclude if each not in self.include))


@dataclass(frozen=True)
class _Patterns:
    """Globs that match a whole path (a star also matches slashes) or, as plain text, its beginning."""

    patterns: tuple[str, ...]

    def matches(self, path: str, is_folder: bool) -> bool:
        if path.startswith(self._prefixes) or (is_folder and f"{path}/" in self._prefixes):
            return True
        return any(glob.fullmatch(path) for glob in self._globs)

    @cached_property
    def _prefixes(self) -> tuple[str, ...]:
        return tuple(each.lstrip("/") for each in self.patterns if each.strip("/"))

    @cached_property
    def _globs(self) -> tuple[re.Pattern[str], ...]:
        wild = (each for each in self._prefixes if any(sign in each for sign in "*?["))
        return tuple(re.compile(fnmatch.translate(each.replace("[^", "[!"))) for each in wild)


@dataclass(frozen=True)
class SiteFolder:
    """One folder of the site that Jekyll reads, with its entries."""

    path: str  # relative, "" for the root
    entries: tuple[os.DirEntry[str], ...]

    def below(self, name: str) -> str:
        return f"{self.path}/{name}" if self.path else name


def walk_folders(root: Path, config: SiteConfig, *, unreadable: OnUnreadable) -> Iterator[SiteFolder]:
    """Every folder that Jekyll reads (`reader.rb:59-87`), the root first.

    A symlink to a folder is followed when it stays in the site and that folder was not seen yet: links come last.
    """
    entry_filter = EntryFilter(config.include, config.exclude)
    destination = os.path.normpath(root / config.destination)
    top = os.path.realpath(root)
    seen: set[str] = set()
    waiting, links = deque([""]), deque[str]()
    while waiting or links:
        path = waiting.popleft() if waiting else links.popleft()
        folder = _list_folder(root, path, top, seen, unreadable)
        if folder is None:
            continue
        yield folder
        for entry in folder.entries:
            below = folder.below(entry.name)
            is_kept = entry_filter.keeps(entry.name, folder=path, is_folder=True) and _is_folder(entry)
            if is_kept and os.path.normpath(root / below) != destination:
                (links if entry.is_symlink() else waiting).append(below)


def _list_folder(root: Path, path: str, top: str, seen: set[str], unreadable: OnUnreadable) -> SiteFolder | None:
    real = os.path.realpath(root / path)
    if real in seen or not is_below(real, top):
        return None
    seen.add(real)
    try:
        with os.scandir(root / path) as entries:
            return SiteFolder(path, tuple(entries))
    except OSError as error:
        unreadable(path, error)
        return None


def find_post_files(root: Path, config: SiteConfig, *, unreadable: OnUnreadable) -> Iterator[str]:
    """Relative paths of the files in `_posts` and `_drafts` folders that are posts or look as if they should be."""
    entry_filter = EntryFilter(config.include, config.exclude)
    prefix = f"/{config.collections_dir}" if config.collections_dir else ""
    for folder in walk_folders(root, config, unreadable=unreadable):
        if not f"/{folder.path}".startswith(prefix):  # `reader.rb:167-170`
            continue
        for entry in folder.entries:
            if entry.name in _MAGIC and _is_folder(entry):
                special = folder.below(entry.name)
                for below in _files_below(root, special, unreadable):
                    name = below.rpartition("/")[2]
                    if entry_filter.keeps(below, folder=special) and _is_text_like(name, config):
                        yield f"{special}/{below}"


def find_bare_posts(root: Path, config: SiteConfig, *, unreadable: OnUnreadable) -> Iterator[str]:
    """Relative paths of all Markdown files in a folder that is no Jekyll site."""
    entry_filter = EntryFilter(config.include, config.exclude)
    for folder in walk_folders(root, config, unreadable=unreadable):
        for entry in folder.entries:
            is_markdown = extension_of(entry.name).lower() in config.markdown_extensions
            if is_markdown and entry_filter.keeps(entry.name, folder=folder.path) and not _is_folder(entry):
                yield folder.below(entry.name)


def has_posts_folder(root: Path, config: SiteConfig) -> bool:
    """Whether there is a `_posts` or `_drafts` folder anywhere within reach."""
    for count, folder in enumerate(walk_folders(root, config, unreadable=lambda _path, _error: None)):
        if any(entry.name in _MAGIC and _is_folder(entry) for entry in folder.entries):
            return True
        if count > MAX_FOLDERS_PEEKED:
            return False
    return False


def is_below(real: str, folder: str) -> bool:
    """Whether a real path is a folder (a real path too) or lies below it."""
    return real == folder or real.startswith(folder.rstrip(os.sep) + os.sep)


def _files_below(root: Path, special: str, unreadable: OnUnreadable) -> Iterator[str]:
    """Ruby's `Dir["**/*"]` without folders: nothing hidden, and no way through symlinks to folders."""
    top = os.path.realpath(root)
    if not is_below(os.path.realpath(root / special), top):
        return
    waiting = deque([""])
    while waiting:
        path = waiting.popleft()
        try:
            with os.scandir(root / special / path) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    below = f"{path}/{entry.name}" if path else entry.name
                    if not _is_folder(entry):
                        yield below
                    elif not entry.is_symlink():
                        waiting.append(below)
        except OSError as error:
            unreadable(f"{special}/{path}".rstrip("/"), error)


def _is_text_like(name: str, config: SiteConfig) -> bool:
    parts = split_name(name)
    if parts.date:
        return not _BINARY.fullmatch(parts.extension)
    return bool(_TEXT.fullmatch(parts.extension)) or parts.extension.lower() in config.markdown_extensions


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a symlink in a loop
        return False
