"""Bytes to text and back without loss, and the one way to write a file: atomically."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

MAX_TEXT_BYTES = 64 * 1024 * 1024


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


def decode(data: bytes) -> TextFile:
    """Read bytes as text; bytes that are not UTF-8 come back as Latin-1 so that they can be shown."""
    raise NotImplementedError


def encode(file: TextFile) -> bytes:
    """The bytes of a text file, exactly as `decode` got them."""
    raise NotImplementedError


def flatten(text: str) -> str:
    """The text as an editor pane holds it: every line end becomes "\\n" (CR LF, CR, U+2029, U+FDD0, U+FDD1)."""
    raise NotImplementedError


def restore_line_ends(edited: str, original: str, *, newline: str) -> str:
    """Give `edited` (flat) the line ends of `original`: unchanged lines keep theirs, new lines get `newline`.

    Law: restore_line_ends(flatten(t), t, newline=...) == t.
    """
    raise NotImplementedError


def read_bytes(path: Path, *, limit: int = MAX_TEXT_BYTES) -> bytes:
    """The bytes of a regular file.

    Raises FileMissing, CannotRead (also for folders, pipes and devices) or TooLarge.
    """
    raise NotImplementedError


def stamp(data: bytes) -> Stamp:
    """The stamp of these bytes."""
    raise NotImplementedError


def write_new(path: Path, data: bytes) -> Stamp:
    """Write a file that must not exist yet; it appears complete or not at all. Makes missing folders.

    Raises AlreadyExists (with a free name as suggestion) or CannotWrite.
    """
    raise NotImplementedError


def replace(path: Path, data: bytes, *, expected: Stamp) -> Stamp:
    """Replace the content of a file that still has the stamp `expected`; mode and symlink are kept.

    Raises ChangedOnDisk, FileMissing or CannotWrite; the old content is then untouched.
    """
    raise NotImplementedError


def write_state(path: Path, data: bytes) -> None:
    """Write a file of Galley's own (settings, session), atomically, whatever was there. Raises CannotWrite."""
    raise NotImplementedError


def move_new(old: Path, new: Path, data: bytes, *, expected: Stamp) -> Stamp:
    """Write `data` as `new`, complete, then remove `old` if it still has the stamp `expected`.

    Never overwrites: raises AlreadyExists if `new` exists, ChangedOnDisk if `old` changed (then `new` is not left behind).
    """
    raise NotImplementedError


def free_name(path: Path) -> Path:
    """The first of `name-2.ext`, `name-3.ext`, … that does not exist in the folder of `path`."""
    raise NotImplementedError


def is_inside(path: Path, folder: Path) -> bool:
    """Whether the real path of `path` (symlinks resolved) is `folder` or below it."""
    raise NotImplementedError
