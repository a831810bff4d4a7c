"""From a path that the writer gave to the site and the post in it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from editor.errors import NotAPost
from editor.files import check_exists
from editor.site.post_name import Place, extension_of, place_of
from editor.site.site import Site

PAGE_EXTENSIONS = frozenset({".html", ".htm", ".txt"})


def open_path(path: Path, configs: Sequence[Path] = ()) -> tuple[Site, str | None]:
    """The site of a folder or file; for a file, its relative path too.

    A `_posts` or `_drafts` folder means the site around it. Raises FileMissing, NotASite, NotAPost, CannotRead.
    """
    path = Path(os.path.normpath(path.absolute()))
    check_exists(path)
    if path.is_dir():
        return Site.open(path, configs), None
    site = Site.holding(path, configs)
    relative = site.relative(path)
    if not _may_be_post(site, relative):
        raise NotAPost(path=path, reason="its name does not end like a text’s, such as .md")
    return site, relative


def _may_be_post(site: Site, relative: str) -> bool:
    extension = extension_of(relative).lower()
    known = extension in site.config.markdown_extensions or extension in PAGE_EXTENSIONS
    return known or place_of(relative) is not Place.ELSEWHERE
