"""Walks a site's folders as Jekyll does: which names it passes over, and which symlinks it follows."""

from __future__ import annotations

import errno
import fnmatch
import os
import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from editor.site.config import SiteConfig

_SPECIAL = (".", "_", "#", "~")  # `entry_filter.rb:7`

LEADS_OUT = "it is a link that leads out of the site"

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


def filter_of(config: SiteConfig) -> EntryFilter:
    """The filter of a site's `include:` and `exclude:`."""
    return _filter(config.include, config.exclude)


@lru_cache(maxsize=8)
def _filter(include: tuple[str, ...], exclude: tuple[str, ...]) -> EntryFilter:
    return EntryFilter(include, exclude)


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
    entry_filter = filter_of(config)
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
            is_kept = entry_filter.keeps(entry.name, folder=path, is_folder=True) and is_folder(entry)
            if is_kept and os.path.normpath(root / below) != destination:
                (links if entry.is_symlink() else waiting).append(below)


def _list_folder(root: Path, path: str, top: str, seen: set[str], unreadable: OnUnreadable) -> SiteFolder | None:
    real = os.path.realpath(root / path)
    if real in seen or not _is_below(real, top):
        return None
    seen.add(real)
    try:
        with os.scandir(root / path) as entries:
            return SiteFolder(path, tuple(entries))
    except OSError as error:
        unreadable(path, error)
        return None


def _is_below(real: str, folder: str) -> bool:
    """Whether a real path is a folder (a real path too) or lies below it."""
    return real == folder or real.startswith(folder.rstrip(os.sep) + os.sep)


def files_below(root: Path, folder: str, unreadable: OnUnreadable) -> Iterator[str]:
    """Ruby's `Dir["**/*"]` without folders: nothing hidden, and no way through symlinks to folders."""
    if not _is_below(os.path.realpath(root / folder), os.path.realpath(root)):
        unreadable(folder, OSError(errno.EXDEV, LEADS_OUT))
        return
    waiting = deque([""])
    while waiting:
        path = waiting.popleft()
        try:
            with os.scandir(root / folder / path) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    below = f"{path}/{entry.name}" if path else entry.name
                    if not is_folder(entry):
                        yield below
                    elif not entry.is_symlink():
                        waiting.append(below)
        except OSError as error:
            unreadable(f"{folder}/{path}".rstrip("/"), error)


def is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a folder, or a symlink to one."""
    try:
        return entry.is_dir()
    except OSError:  # a symlink in a loop
        return False
