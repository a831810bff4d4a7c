"""Which files of a folder git could give back: those whose content is in the last commit."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from hashlib import new as new_hash
from itertools import islice
from pathlib import Path

_TIMEOUT = 20  # seconds; a folder on a dead network share must not hang the export
_AT_ONCE = 200  # paths in one command line
# Only objects are read: no hook, monitor or filter of a folder that somebody else set up may run.
_GIT = ("git", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "--literal-pathspecs")


def committed_blobs(folder: Path, paths: Sequence[str]) -> dict[str, str]:
    """The blob that the last commit holds for each path; nothing without git, or outside a repository."""
    blobs: dict[str, str] = {}
    remaining = iter(paths)
    while chunk := list(islice(remaining, _AT_ONCE)):
        listing = _run_git(folder, "ls-tree", "-z", "HEAD", "--", *chunk)
        for entry in listing.split(b"\0"):
            facts, _, path = entry.partition(b"\t")
            if path and facts.split()[1:2] == [b"blob"]:
                blobs[os.fsdecode(path)] = facts.split()[2].decode()
    return blobs


def is_blob(data: bytes, blob: str) -> bool:
    """Whether git's blob holds this content, or holds it with LF where the file has CR LF (`core.autocrlf`)."""
    return blob in (_blob_name(data, blob), _blob_name(data.replace(b"\r\n", b"\n"), blob))


def _blob_name(data: bytes, like: str) -> str:
    digest = new_hash("sha256" if len(like) == 64 else "sha1", usedforsecurity=False)
    digest.update(b"blob %d\0" % len(data) + data)
    return digest.hexdigest()


def _run_git(folder: Path, *arguments: str) -> bytes:
    """Git's output, or nothing if it fails for whatever reason."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(
            [*_GIT, *arguments],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_TIMEOUT,
            check=False,
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return b""
    return done.stdout if done.returncode == 0 else b""
