"""Bytes to text and back without loss, and the one way to write a file: atomically."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import blake2b
from pathlib import Path

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

MAX_TEXT_BYTES = 64 * 1024 * 1024

_BOM = b"\xef\xbb\xbf"
# Besides the line ends of files: the characters at which Qt's text document starts a new block.
_LINE_END = re.compile("\r\n|[\r\n\u2029\ufdd0\ufdd1]")
_ODD_LINE_ENDS = ("\r", "\u2029", "\ufdd0", "\ufdd1")
# Above this many pairs of changed lines, lines are matched by their text alone: difflib may take quadratic time.
_MAX_PAIRS = 1_000_000

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


def commonest_line_end(text: str, *, default: str = "\n") -> str:
    """The line end that most lines of a text have; `default` for a text of one line."""
    pairs = text.count("\r\n")
    counts = {"\n": text.count("\n") - pairs, "\r\n": pairs, "\r": text.count("\r") - pairs}
    commonest = max(counts, key=lambda end: counts[end])
    return commonest if counts[commonest] else default


def flatten(text: str) -> str:
    """The text as an editor pane holds it: every line end becomes "\\n" (CR LF, CR, U+2029, U+FDD0, U+FDD1)."""
    if not any(end in text for end in _ODD_LINE_ENDS):
        return text
    return _LINE_END.sub("\n", text)


def restore_line_ends(edited: str, original: str, *, newline: str) -> str:
    """Give `edited` (flat) the line ends of `original`: unchanged lines keep theirs, new lines get `newline`.

    Law: restore_line_ends(flatten(t), t, newline=...) == t.
    """
    edited = flatten(edited)
    if edited == flatten(original):
        return original
    ends = _LINE_END.findall(original)
    if all(end == newline for end in set(ends)):
        return edited if newline == "\n" else edited.replace("\n", newline)
    lines = edited.split("\n")
    new_ends = _match_ends(lines, _LINE_END.split(original), [*ends, ""], newline)
    new_ends[-1] = ""
    for index in range(1, len(lines)):
        if not lines[index] and new_ends[index - 1] == "\r" and new_ends[index] == "\n":
            new_ends[index] = "\r\n"  # else the two would read as one line end
    return "".join(line + end for line, end in zip(lines, new_ends, strict=True))


def _match_ends(lines: list[str], old_lines: list[str], old_ends: list[str], newline: str) -> list[str]:
    """The line end of each of `lines`, from the old line that it continues."""
    head = _common(lines, old_lines)
    tail = _common(lines[head:][::-1], old_lines[head:][::-1])
    middle, old_middle = lines[head : len(lines) - tail], old_lines[head : len(old_lines) - tail]
    middle_ends = old_ends[head : len(old_lines) - tail]
    if len(middle) * len(old_middle) > _MAX_PAIRS:
        found = _match_by_text(middle, old_middle, middle_ends)
    else:
        found = _match_by_order(middle, old_middle, middle_ends)
    ends = [*old_ends[:head], *found, *old_ends[len(old_lines) - tail :]]
    return [end or newline for end in ends]  # an old last line has no end to give


def _common(left: list[str], right: list[str]) -> int:
    """How many lines two lists have in common at their beginning."""
    for index, (one, other) in enumerate(zip(left, right, strict=False)):
        if one != other:
            return index
    return min(len(left), len(right))


def _match_by_order(lines: list[str], old_lines: list[str], old_ends: list[str]) -> list[str]:
    ends = [""] * len(lines)
    matcher = SequenceMatcher(None, old_lines, lines, autojunk=False)
    for kind, old_start, old_end, start, end in matcher.get_opcodes():
        if kind == "equal" or old_end - old_start == end - start:
            ends[start:end] = old_ends[old_start:old_end]
        elif kind == "replace":
            ends[end - 1] = old_ends[old_end - 1]  # the break behind the changed lines is still the old one
    return ends


def _match_by_text(lines: list[str], old_lines: list[str], old_ends: list[str]) -> list[str]:
    waiting: dict[str, list[str]] = {}
    for line, end in zip(reversed(old_lines), reversed(old_ends), strict=True):
        waiting.setdefault(line, []).append(end)
    return [ends.pop() if (ends := waiting.get(line)) else "" for line in lines]


# -- reading ------------------------------------------------------------------------------------------------------
def read_bytes(path: Path, *, limit: int = MAX_TEXT_BYTES) -> bytes:
    """The bytes of a regular file.

    Raises FileMissing, CannotRead (also for folders, pipes and devices) or TooLarge.
    """
    # Without O_NONBLOCK, opening a pipe waits until another program writes into it.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    try:
        with open(os.open(path, flags), "rb") as file:  # noqa: PTH123  # a descriptor has no path
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                reason = "it is a folder" if stat.S_ISDIR(status.st_mode) else "it is not a regular file"
                raise CannotRead(path=path, reason=reason)
            data = file.read(limit + 1) if status.st_size <= limit else b""
    except FileNotFoundError as error:
        raise FileMissing(path=path) from error
    except (OSError, ValueError) as error:
        raise CannotRead(path=path, reason=reason_of(error)) from error
    if max(status.st_size, len(data)) > limit:
        megabyte = 1024 * 1024
        raise TooLarge(path=path, size=-(-status.st_size // megabyte), limit=max(1, limit // megabyte))
    return data


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
