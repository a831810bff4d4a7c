"""Render posts to HTML files, as `galley render` does."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from editor.errors import GalleyError, OutsideSite, SameTarget
from editor.files import read_bytes, write_state
from editor.render.renderer import Renderer
from editor.site.post import Post
from editor.site.site import Site


def render_files(
    files: Sequence[Path],
    output: Path,
    *,
    site_folder: Path | None,
    fragment: bool,
    now: datetime,
    configs: Sequence[Path] = (),
) -> Iterator[Path | GalleyError]:
    """Render each file to `output/<stem>.html` and give the path written, or the error that stopped this one.

    `fragment` gives the converted body alone. Without `site_folder` each file is rendered in the site that holds it.
    `configs` are the configuration files to read instead of the site's own choice. Raises SameTarget before anything
    is written, and NotASite or CannotRead for `site_folder`.
    """
    _refuse_collisions(files, output)
    renderers: dict[Path, Renderer] = {}
    given = Site.open(site_folder.absolute(), configs) if site_folder is not None else None
    for file in files:
        try:
            data = read_bytes(file)
            site = given or Site.holding(file.absolute(), configs)
            if site.root not in renderers:
                renderers[site.root] = Renderer(site)
            page = renderers[site.root].fragment if fragment else renderers[site.root].page
            html = page(Post.from_bytes(data), _relative(site, file), now=now)
            write_state(_target(file, output), html.encode("utf-8", "replace"))
        except GalleyError as error:
            yield error
        else:
            yield _target(file, output)


def _target(file: Path, output: Path) -> Path:
    return output / f"{file.stem}.html"


def _refuse_collisions(files: Sequence[Path], output: Path) -> None:
    targets = Counter(_target(file, output) for file in files)
    sources = {os.path.realpath(file) for file in files}
    for target, times in targets.items():
        if times > 1 or os.path.realpath(target) in sources:
            raise SameTarget(path=target)


def _relative(site: Site, file: Path) -> str:
    """The path in the site; a file from elsewhere is rendered as if it lay in the site's folder."""
    try:
        return site.relative(file.absolute())
    except OutsideSite:
        return file.name
