"""What a site's `Gemfile.lock` says about the gems that build it."""

from __future__ import annotations

import re
from pathlib import Path

from editor.errors import FileError
from editor.files import read_bytes

GEM_LOCK = "Gemfile.lock"
_MOST_BYTES = 1024 * 1024
_KRAMDOWN = re.compile(rb"^ {4}kramdown \(([0-9]+(?:\.[0-9]+)*)", re.MULTILINE)  # `bundler/lockfile_parser.rb`


def locked_kramdown(root: Path) -> str:
    """The version of kramdown that Bundler has chosen for the site, such as "2.4.0"; "" where that cannot be told."""
    try:
        found = _KRAMDOWN.search(read_bytes(root / GEM_LOCK, limit=_MOST_BYTES).replace(b"\r\n", b"\n"))
    except FileError:
        return ""
    return found[1].decode("ascii") if found else ""
