"""Layouts by name: the file of the site that Jekyll takes, or that it must come from a theme."""

from __future__ import annotations

import os
from pathlib import Path

from editor.site.config import SiteConfig

FOUND, MISSING, THEME, NONE = "found", "missing", "theme", "none"


def layout_file(root: Path, config: SiteConfig, name: str) -> str:
    """The site's own file of a layout, relative, with slashes; "" where there is none (`layout_reader.rb:14-29`)."""
    if not name or name.startswith("/") or ".." in name.split("/"):
        return ""
    folder, _, stem = name.rpartition("/")
    try:
        names = os.listdir(root / config.layouts_dir / folder)
    except (OSError, ValueError):  # ValueError: a null character in the name
        return ""
    for each in sorted(names):
        if each.rpartition(".")[0] == stem:
            return "/".join(filter(None, (config.layouts_dir, folder, each)))
    return ""


def layout_state(root: Path, config: SiteConfig, name: str) -> str:
    """ "found", "missing", "theme" (it must come from the theme) or "none" (no layout is asked for)."""
    if not name:
        return NONE
    if layout_file(root, config, name):
        return FOUND
    return THEME if config.theme else MISSING
