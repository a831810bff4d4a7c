"""Bytes to text and back without loss, and the one way to write a file: atomically."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

from editor.atomic import complete_neighbour, flush_folder, folders_for, put_new
from editor.errors import (
    AlreadyExists,
    CannotRead,
    CannotWrite,
    ChangedOnDisk,
    FileMissing,
    NotFlushed,
    TooLarge,
)
from editor.line_ends import commonest_line_end

MAX_TEXT_BYTES = 64 * 1024 * 1024

_BOM = b"\xef\xbb\xbf"
_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EACCES: "you are not allowed to do this here",
    errno.EPERM: "you are not allowed to do this here",
    errno.EROFS: "the disk is read-only",
    errno.EIO: "the disk reported an error",
    errno.EFBIG: "the file is too large for this disk",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ENOENT: "the folder does not exist",
    errno.ENOTDIR: "a part of the path is not a folder",
    errno.EISDIR: "it is a folder",
    errno.ELOOP: "its links lead round in a circle",
    errno.EMFILE: "too many files are open",
    errno.ENXIO: "it is not a regular file",
}


@dataclass(frozen=True)
class Stamp:
    """The state of a file on disk when it was read or written; equal stamps mean equal content."""

    digest: str  # BLAKE2b of the bytes, hexadecimal
    size: int


@dataclass(frozen=True)
class TextFile:
    """A text file in memory. Law: `encode(decode(b)) == b` for all bytes."""

    text: str  # line ends kept as they are in the file; without the BOM
    newline: str  # the commonest line end of the file, "\n" or "\r\n" (or "\r")
    bom: bool
    encoding: str  # "utf-8", or "latin-1" for bytes that are not UTF-8 (shown, never edited)


# -- text ---------------------------------------------------------------------------------------------------------
def decode(data: bytes) -> TextFile:
    """Read bytes as text; bytes that are not UTF-8 come back as Latin-1 so that they can be shown."""
    bom = data.startswith(_BOM)
    try:
        text, encoding = (data[len(_BOM) :] if bom else data).decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        text, bom, encoding = data.decode("latin-1"), False, "latin-1"
    return TextFile(text, commonest_line_end(text), bom, encoding)


def first_odd_byte(data: bytes) -> int:
    """Where bytes stop being UTF-8 text; 0 where they do not."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0


def encode(file: TextFile) -> bytes:
    """The bytes of a text file, exactly as `decode` got them.

    Half of a surrogate pair, which a paste can bring but no UTF-8 file can hold, becomes U+FFFD.
    """
    try:
        data = file.text.encode(file.encoding)
    except UnicodeEncodeError:
        if file.encoding != "utf-8":
            raise  # text that is shown only was edited: a fault of the program
        data = file.text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode("utf-8")
    return _BOM + data if file.bom else data


# -- reading ------------------------------------------------------------------------------------------------------
def read_bytes(path: Path, *, limit: int = MAX_TEXT_BYTES) -> bytes:
    """The bytes of a regular file.

    Raises FileMissing, CannotRead (also for folders, pipes and devices) or TooLarge.
    """
    with open_regular(path) as (file, size):
        data = file.read(limit + 1) if size <= limit else b""
    if max(size, len(data)) > limit:
        megabyte = 1024 * 1024
        raise TooLarge(path=path, size=-(-size // megabyte), limit=max(1, limit // megabyte))
    return data


@contextmanager
def open_regular(path: Path) -> Iterator[tuple[BinaryIO, int]]:
    """A regular file opened for reading, with its size. Raises FileMissing or CannotRead, also from reading in it."""
    # Without O_NONBLOCK, opening a pipe waits until another program writes into it.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    try:
        with open(os.open(path, flags), "rb") as file:  # noqa: PTH123  # a descriptor has no path
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                reason = "it is a folder" if stat.S_ISDIR(status.st_mode) else "it is not a regular file"
                raise CannotRead(path=path, reason=reason)
            yield file, status.st_size
    except FileNotFoundError as error:
        raise FileMissing(path=path) from error
    except (OSError, ValueError) as error:
        raise CannotRead(path=path, reason=reason_of(error)) from error


def check_exists(path: Path) -> None:
    """Raises FileMissing where nothing stands, and CannotRead where the system does not let one look."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileMissing(path=path) from error
    except (OSError, ValueError) as error:
        raise CannotRead(path=path, reason=reason_of(error)) from error


def reason_of(error: OSError | ValueError) -> str:
    """Why the system refused, in a writer's words."""
    if not isinstance(error, OSError):
        return "its name holds a character that file names cannot have"
    if error.errno in _REASONS:
        return _REASONS[error.errno]
    reason = (error.strerror or "the system gave no reason").rstrip(".")
    return reason[:1].lower() + reason[1:]


def stamp(data: bytes) -> Stamp:
    """The stamp of these bytes."""
    return Stamp(blake2b(data, digest_size=32).hexdigest(), len(data))


# -- writing ------------------------------------------------------------------------------------------------------
def write_new(path: Path, data: bytes) -> Stamp:
    """Write a file that must not exist yet; it appears complete or not at all. Makes missing folders.

    Raises AlreadyExists (with a free name as suggestion) or CannotWrite.
    """
    with _told_as_ours(path):
        _put_new_file(path, data, like=None)
    return stamp(data)


def replace(path: Path, data: bytes, *, expected: Stamp) -> Stamp:
    """Replace the content of a file that still has the stamp `expected`; mode and symlink are kept.

    A file that holds exactly `data` already counts as expected. Raises ChangedOnDisk, FileMissing or CannotWrite;
    the old content is then untouched. Raises NotFlushed (a CannotWrite) when the new content is in place, but the
    disk would not confirm it.
    """
    target = _behind_links(path)
    with _told_as_ours(path):
        if not os.path.lexists(target):
            raise FileMissing(path=path)
        if not os.access(target, os.W_OK):  # the folder would allow it, but whoever made it read-only meant it
            raise CannotWrite(path=path, reason="it is read-only")
        with complete_neighbour(target, data, like=target) as neighbour:
            _check(path, expected, stamp(data))
            os.replace(neighbour, target)  # noqa: PTH105
        _flush_done(target.parent, path)
    return stamp(data)


def write_state(path: Path, data: bytes) -> None:
    """Write a file of Galley's own (settings, session), atomically, whatever was there. Raises CannotWrite."""
    target = _behind_links(path)
    with _told_as_ours(path), folders_for(target):
        like = target if target.exists() else None
        with complete_neighbour(target, data, like=like) as neighbour:
            os.replace(neighbour, target)  # noqa: PTH105
        flush_folder(target.parent)


def move_new(old: Path, new: Path, data: bytes, *, expected: Stamp) -> Stamp:
    """Write `data` as `new`, complete, then remove `old` if it still has the stamp `expected`.

    Never overwrites: raises AlreadyExists if `new` exists, ChangedOnDisk if `old` changed (then `new` is not left
    behind), FileMissing or CannotWrite.
    """
    _check(old, expected)
    with _told_as_ours(new), folders_for(new):
        _put_new_file(new, data, like=old)
        try:
            _check(old, expected)
            os.unlink(old)  # noqa: PTH108
        except BaseException:
            os.unlink(new)  # noqa: PTH108
            raise
        _flush_done(old.parent, new)
    return stamp(data)


def _put_new_file(path: Path, data: bytes, *, like: Path | None) -> None:
    with folders_for(path), complete_neighbour(path, data, like=like) as neighbour:
        put_new(neighbour, path)
        try:
            flush_folder(path.parent)
        except OSError:
            os.unlink(path)  # noqa: PTH108
            raise


def _flush_done(folder: Path, path: Path) -> None:
    try:
        flush_folder(folder)
    except OSError as error:
        raise NotFlushed(path=path, reason=reason_of(error)) from error


def _check(path: Path, *accepted: Stamp) -> None:
    if stamp(read_bytes(path)) not in accepted:
        raise ChangedOnDisk(path=path)


def _behind_links(path: Path) -> Path:
    """The file that a symlink leads to: the link stays and its target gets the new content."""
    return Path(os.path.realpath(path))


@contextmanager
def _told_as_ours(path: Path) -> Iterator[None]:
    """Turn the system's errors into ours."""
    try:
        yield
    except FileExistsError as error:
        if not os.path.lexists(path):  # a file stands where a folder is needed
            raise CannotWrite(path=path, reason=_REASONS[errno.ENOTDIR]) from error
        raise AlreadyExists(path=path, suggestion=free_name(path).name) from error
    except (OSError, ValueError) as error:
        raise CannotWrite(path=path, reason=reason_of(error)) from error


# -- names --------------------------------------------------------------------------------------------------------
def free_name(path: Path) -> Path:
    """The first of `name-2.ext`, `name-3.ext`, … that does not exist in the folder of `path`."""
    number = 2
    while os.path.lexists(candidate := path.with_name(f"{path.stem}-{number}{path.suffix}")):
        number += 1
    return candidate


def is_inside(path: Path, folder: Path) -> bool:
    """Whether the real path of `path` (symlinks resolved) is `folder` or below it."""
    real, real_folder = (os.path.normcase(os.path.realpath(each)) for each in (path, folder))
    try:
        return os.path.commonpath([real, real_folder]) == real_folder
    except ValueError:  # different drives
        return False
