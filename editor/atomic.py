"""Puts a complete file in place in one step: hidden neighbour, flush, check, rename.

Not Qt's QSaveFile: it ignores a failed flush, leaves a visible temporary file after a crash (which Jekyll would
publish), and does not flush the folder.
"""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

# Jekyll publishes `post.md.tmp`, but never a name that begins with a dot (lib/jekyll/entry_filter.rb:58).
_PREFIX = ".galley-"
_CREATE = (
    os.O_CREAT
    | os.O_EXCL
    | os.O_WRONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
# What a folder says that cannot be flushed at all (some network and FUSE file systems).
_NO_FLUSH = {errno.EINVAL, getattr(errno, "ENOTSUP", errno.EINVAL), getattr(errno, "EOPNOTSUPP", errno.EINVAL)}
# What a file system without hard links says (FAT, exFAT, some network shares, Android).
_NO_LINKS = _NO_FLUSH | {errno.EPERM, errno.EACCES, errno.ENOSYS, errno.EMLINK, errno.EXDEV}


@contextmanager
def complete_neighbour(target: Path, data: bytes, *, like: Path | None = None) -> Iterator[Path]:
    """A flushed, hidden file beside `target` with this content; gone at the end unless it was moved away.

    With `like` it gets that file's mode, and its owner and extended attributes where the system allows.
    """
    neighbour = target.parent / f"{_PREFIX}{secrets.token_hex(8)}"
    descriptor = os.open(neighbour, _CREATE, 0o666 if like is None else 0o600)
    try:
        try:
            _write_all(descriptor, data)
            if like is not None:
                _copy_attributes(like, neighbour, descriptor)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        yield neighbour
    finally:
        with suppress(OSError):  # usually moved away already; else a hidden name that Jekyll does not publish
            os.unlink(neighbour)  # noqa: PTH108  # os calls, so that tests can fail each of them


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _copy_attributes(source: Path, copy: Path, descriptor: int) -> None:
    status = os.stat(source)  # noqa: PTH116
    if hasattr(os, "fchown"):
        with suppress(OSError):  # only the owner's own files and groups can be given away
            os.fchown(descriptor, status.st_uid, status.st_gid)
    if hasattr(os, "fchmod"):
        os.fchmod(descriptor, status.st_mode & 0o7777)
    if hasattr(os, "listxattr"):
        with suppress(OSError):  # not on this file system, or not ours to set
            for name in os.listxattr(source):
                os.setxattr(copy, name, os.getxattr(source, name))


def put_new(neighbour: Path, target: Path) -> None:
    """Give the complete file its name. Raises FileExistsError when something stands there, whatever it is."""
    if os.name == "nt":
        os.rename(neighbour, target)  # noqa: PTH104  # never overwrites on Windows
        return
    try:
        os.link(neighbour, target)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _put_without_links(neighbour, target)


def _put_without_links(neighbour: Path, target: Path) -> None:
    """Reserve the name with an empty file, then replace it: where links are missing nothing better exists."""
    os.close(os.open(target, _CREATE, 0o600))
    try:
        os.replace(neighbour, target)  # noqa: PTH105
    except BaseException:
        os.unlink(target)  # noqa: PTH108
        raise


def flush_folder(folder: Path) -> None:
    """Make names in the folder survive a power cut. Raises OSError where the disk refuses."""
    if os.name == "nt":
        return  # folders cannot be opened there, and renames are journaled
    try:
        descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0))
    except PermissionError:
        return  # a folder that may be written but not read
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FLUSH:
            raise
    finally:
        os.close(descriptor)


@contextmanager
def folders_for(path: Path) -> Iterator[None]:
    """Make the missing folders above `path`; those still empty go again when the block fails."""
    made: list[Path] = []
    try:
        for folder in reversed([path.parent, *path.parent.parents]):
            if not os.path.lexists(folder):
                with suppress(FileExistsError):  # another program made it just now
                    os.mkdir(folder)  # noqa: PTH102
                    made.append(folder)
                    flush_folder(folder.parent)
        yield
    except BaseException:
        for folder in reversed(made):
            with suppress(OSError):  # something else is in it by now
                os.rmdir(folder)  # noqa: PTH106
        raise
