"""What was exported where: the digests of the files that Galley put into a destination."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path

from editor.errors import FileError
from editor.files import read_bytes, write_state

Record = Mapping[str, tuple[str, ...]]  # path in the destination → digests that Galley wrote there


def load_record(state: Path, destination: Path) -> Record:
    """The record of a destination; empty where there is none or it cannot be read."""
    try:
        content = json.loads(read_bytes(_file(state, destination)))
        return {str(path): tuple(map(str, digests)) for path, digests in content["files"].items()}
    except (FileError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def save_record(state: Path, destination: Path, record: Record) -> None:
    """Replace the record; the same content is not written again. Raises CannotWrite."""
    if record != load_record(state, destination):
        content = {"destination": str(destination), "files": dict(sorted(record.items()))}
        data = json.dumps(content, indent=1, ensure_ascii=True).encode()
        write_state(_file(state, destination), data)


def with_planned(record: Record, files: Iterable[tuple[str, str]]) -> Record:
    """The record before an export: what stands there now and what is about to be written both count as Galley's.

    So an export that was killed half-way can be run again.
    """
    planned = {path: (*record.get(path, ()), digest) for path, digest in files}
    return {**record, **{path: tuple(dict.fromkeys(digests)) for path, digests in planned.items()}}


def with_written(record: Record, files: Iterable[tuple[str, str]]) -> Record:
    """The record after an export."""
    return {**record, **{path: (digest,) for path, digest in files}}


def _file(state: Path, destination: Path) -> Path:
    name = blake2b(os.path.realpath(destination).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
    return state / "exports" / f"{name}.json"
