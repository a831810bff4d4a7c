"""Names that are taken: of a file that exists, or of another one that Jekyll would write to the same page."""

from __future__ import annotations

import os
from collections.abc import Iterable

from editor.errors import AlreadyExists, OutsideSite
from editor.files import is_inside
from editor.site.post_name import split_name
from editor.site.site import Site

# Date (as numbers, so that 2025-1-2 is 2025-01-02), slug, and the extension of the page.
_Page = tuple[tuple[int, ...], str, str]


def must_be_free(site: Site, relative: str, *, besides: str = "") -> None:
    """Refuse the name of a new file when `x.md` or, since both become `x.html`, `x.markdown` is there.

    `besides` is a file that is about to go. Raises AlreadyExists, with a free name as suggestion; and OutsideSite where
    a link leads out of the site, since what is there is not listed.
    """
    folder, slash, name = relative.rpartition("/")
    if not is_inside(site.absolute(folder), site.root):
        raise OutsideSite(path=site.absolute(relative), site=site.root)
    try:
        names = os.listdir(site.absolute(folder))
    except OSError:  # a new folder; or one that cannot be listed, and writing the file will say so
        names = []
    taken = {each for each in names if f"{folder}{slash}{each}" != besides}
    page = _page(site, name)
    clashing = [name] if name in taken else sorted(each for each in taken if _page(site, each) == page)
    if clashing:
        path = site.absolute(f"{folder}{slash}{clashing[0]}")
        raise AlreadyExists(path=path, suggestion=_free_name(site, name, taken))


def _page(site: Site, name: str) -> _Page:
    parts = split_name(name)
    extension = parts.extension.lower()
    is_page = extension in site.config.markdown_extensions
    date = tuple(int(number) for number in parts.date.split("-")) if parts.date else ()
    return date, parts.slug, ".html" if is_page else extension


def _free_name(site: Site, name: str, taken: Iterable[str]) -> str:
    pages = {_page(site, each) for each in taken}
    stem, dot, extension = name.rpartition(".")
    number = 2
    while _page(site, candidate := f"{stem}-{number}{dot}{extension}") in pages:
        number += 1
    return candidate
