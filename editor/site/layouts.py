"""Layouts by name: those of the site, the file that Jekyll takes for one, or that it must come from a theme."""

from __future__ import annotations

import os
from pathlib import Path

from editor.site.config import SiteConfig
from editor.site.folders import filter_of

FOUND, MISSING, THEME, NONE = "found", "missing", "theme", "none"


def layout_names(root: Path, config: SiteConfig) -> tuple[str, ...]:
    """Names of the site's own layouts, sorted (`layout_reader.rb:47-60`: nothing hidden, and nothing filtered out)."""
    folder, entry_filter = root / config.layouts_dir, filter_of(config)
    names = set()
    for path, folders, files in os.walk(folder):
        folders[:] = [each for each in folders if not each.startswith(".")]
        for file in files:
            below = Path(path, file).relative_to(folder).as_posix()
            if "." in file[1:] and not file.startswith(".") and entry_filter.keeps(below):
                names.add(below.rpartition(".")[0])
    return tuple(sorted(names))


def layout_file(root: Path, config: SiteConfig, name: str) -> str:
    """The site's own file of a layout, relative, with slashes; "" where there is none (`layout_reader.rb:14-29`).

    Of `post.html` and `post.md` Jekyll takes the one that it reads last.
    """
    *folders, stem = name.split("/")
    if any(not each or each.startswith(".") for each in (*folders, stem)):
        return ""  # only the name that `layout_names` gives leads to it
    folder, entry_filter = "/".join(folders), filter_of(config)
    try:
        files = os.listdir(root / config.layouts_dir / folder)
    except (OSError, ValueError):  # ValueError: a null character in the name
        return ""
    below = ("/".join((*folders, each)) for each in files if each.rpartition(".")[0] == stem)
    found = max(filter(entry_filter.keeps, below), default="")
    return f"{config.layouts_dir}/{found}" if found else ""


def layout_state(root: Path, config: SiteConfig, name: str) -> str:
    """ "found", "missing", "theme" (it must come from the theme) or "none" (no layout is asked for)."""
    if not name:
        return NONE
    if layout_file(root, config, name):
        return FOUND
    return THEME if config.theme else MISSING
