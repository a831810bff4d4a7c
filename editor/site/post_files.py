"""Finds the files of a site that are posts or drafts, or look as if they should be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from editor.site.config import SiteConfig
from editor.site.folders import OnUnreadable, files_below, filter_of, is_folder, walk_folders
from editor.site.post_name import SPECIAL_FOLDERS, extension_of, split_name

_TEXT = re.compile(r"|\.(md|markdown|mkdn?|html?|txt|text|textile|adoc|rst|org)", re.IGNORECASE)  # or none at all
_BINARY = re.compile(
    r"\.(jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?|heic|psd|pdf|mp3|m4a|og[ag]|wav|flac|mp4|m4v|mov|webm|avi"
    r"|zip|t?gz|tar|woff2?|[to]tf|docx|xlsx|pptx|od[ts]|exe|bin)",
    re.IGNORECASE,
)
MAX_FOLDERS_PEEKED = 2000  # how far to look for a `_posts` folder in a folder without configuration


def find_post_files(root: Path, config: SiteConfig, *, unreadable: OnUnreadable) -> Iterator[str]:
    """Relative paths of the files in `_posts` and `_drafts` folders that are posts or look as if they should be."""
    entry_filter = filter_of(config)
    for folder in walk_folders(root, config, unreadable=unreadable):
        if not config.reads_posts_in(folder.path):
            continue
        for entry in folder.entries:
            if entry.name in SPECIAL_FOLDERS and is_folder(entry):
                special = folder.below(entry.name)
                for below in files_below(root, special, unreadable):
                    name = below.rpartition("/")[2]
                    if entry_filter.keeps(below, folder=special) and _is_text_like(name, config):
                        yield f"{special}/{below}"


def find_bare_posts(root: Path, config: SiteConfig, *, unreadable: OnUnreadable) -> Iterator[str]:
    """Relative paths of all Markdown files in a folder that is no Jekyll site."""
    entry_filter = filter_of(config)
    for folder in walk_folders(root, config, unreadable=unreadable):
        for entry in folder.entries:
            is_markdown = extension_of(entry.name).lower() in config.markdown_extensions
            if is_markdown and entry_filter.keeps(entry.name, folder=folder.path) and not is_folder(entry):
                yield folder.below(entry.name)


def has_posts_folder(root: Path, config: SiteConfig) -> bool:
    """Whether there is a `_posts` or `_drafts` folder anywhere within reach."""
    for count, folder in enumerate(walk_folders(root, config, unreadable=lambda _path, _error: None)):
        if any(entry.name in SPECIAL_FOLDERS and is_folder(entry) for entry in folder.entries):
            return True
        if count > MAX_FOLDERS_PEEKED:
            return False
    return False


def _is_text_like(name: str, config: SiteConfig) -> bool:
    parts = split_name(name)
    if parts.date:
        return not _BINARY.fullmatch(parts.extension)
    return bool(_TEXT.fullmatch(parts.extension)) or parts.extension.lower() in config.markdown_extensions
