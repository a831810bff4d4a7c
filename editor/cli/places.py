"""Paths and dates on the command line: to the site and post they mean, and back to what the writer can type."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from editor.errors import NotAPost, NotASite
from editor.files import check_exists
from editor.settings import system_folders
from editor.site.dates import read_date
from editor.site.site import Site
from editor.workspace.workspace import Workspace


def now() -> datetime:
    """The present moment, aware."""
    return datetime.now().astimezone()


def open_site(folder: Path, configs: Sequence[Path] = ()) -> Workspace:
    """The workspace of a site's folder. Raises FileMissing, NotASite, CannotRead."""
    check_exists(folder)
    if not folder.is_dir():
        raise NotASite(path=folder)
    return Workspace.open(folder, system_folders(), now, configs)[0]


def open_post(path: Path, configs: Sequence[Path] = ()) -> tuple[Workspace, str]:
    """The workspace that holds a post, and the post's relative path in it. Raises FileMissing, NotAPost, CannotRead."""
    workspace, relative = Workspace.open(path, system_folders(), now, configs)
    if relative is None:
        raise NotAPost(path=path, reason="it is a folder; name the file of a post")
    return workspace, relative


def shown(site: Site, relative: str, *, like: Path) -> str:
    """A file of the site as the writer can type it here: absolute if `like`, which was typed, is so."""
    absolute = site.absolute(relative)
    return str(absolute) if like.is_absolute() else os.path.relpath(absolute)


def read_moment(text: str | None, site: Site) -> datetime | None:
    """The moment that `--date` names; without an offset it is in the site's time zone. Raises InvalidDate."""
    return None if text is None else read_date(text, site.zone)
