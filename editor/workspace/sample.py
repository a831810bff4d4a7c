"""The sample site: a copy of it that the writer may change."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from editor.errors import CannotWrite
from editor.files import reason_of
from editor.resources import resource
from editor.settings import Folders

SAMPLE_POST = "_posts/2026-11-01-chestnuts-and-the-end-of-the-path.md"  # the newest: the window begins full


def sample_site(folders: Folders) -> Path:
    """The writer's own copy of the sample site, made on first use and never overwritten. Raises CannotWrite."""
    copy = folders.state / "sample-site"
    if copy.is_dir():
        return copy
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=copy.parent, prefix=".sample-site-") as unfinished:
            made = Path(unfinished) / "site"
            shutil.copytree(resource("sample-site"), made)
            _make_writable(made)
            made.rename(copy)
    except OSError as error:
        raise CannotWrite(path=copy, reason=reason_of(error)) from error
    return copy


def open_first(copy: Path) -> Path:
    """What to open of the writer's copy: its newest post, or the folder where the writer has removed that."""
    post = copy / SAMPLE_POST
    return post if post.is_file() else copy


def _make_writable(folder: Path) -> None:
    """Installed resources may be read-only; the copy is the writer's."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
