"""The site's images: stored once under the MD5 of their bytes, listed, linked, and removed when unused."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import md5
from itertools import islice
from pathlib import Path
from re import IGNORECASE, escape
from re import compile as pattern
from urllib.parse import quote

from editor.errors import AlreadyExists, GalleyError, NotAnImage, OutsideSite
from editor.files import is_inside, read_bytes, replace, stamp, write_new
from editor.images.header import read_file_header, read_header
from editor.site.folders import filter_of, walk_folders
from editor.site.references import IMAGE_EXTENSIONS
from editor.site.site import Site

DEFAULT_FOLDER = "assets/images"
_USUAL_FOLDERS = (DEFAULT_FOLDER, "assets/img", "images", "img", "assets")
_POSTS_ASKED = 200  # so many posts, newest first, show where a site keeps its images
_MARKDOWN_SIGNS = pattern(r"([\\\[\]*_`<|{$])")


@dataclass(frozen=True)
class Image:
    """An image file of the site. Width and height in pixels, 0 where unknown (SVG without a size)."""

    path: str  # relative to the site root, with slashes
    size: int  # bytes
    width: int
    height: int


def inspect(path: Path) -> Image:
    """Kind and size of an image file, read from its header; `path` of the result is the name alone.

    Raises NotAnImage, FileMissing, CannotRead.
    """
    header, size = read_file_header(path)
    return Image(path.name, size, header.width, header.height)


# -- where images are kept ----------------------------------------------------------------------------------------
def images_folder(site: Site) -> str:
    """Where the site keeps its images: `galley: images: folder`, else the folder that most posts' images come from
    among existing ones (`assets/images`, `assets/img`, `images`, `img`, `assets`), else `assets/images`."""
    return _chosen_folder(site) or _usual_folder(site) or DEFAULT_FOLDER


def _chosen_folder(site: Site) -> str:
    section = site.config.galley.get("images")
    folder = section.get("folder") if isinstance(section, dict) else None
    if not isinstance(folder, str):
        return ""
    path = os.path.normpath(folder.strip().strip("/\\") or ".").replace(os.sep, "/")
    if path.split("/")[0] in (".", "..") or not is_inside(site.root / path, site.root):
        return ""
    return path


def _usual_folder(site: Site) -> str:
    existing = [folder for folder in _USUAL_FOLDERS if (site.root / folder).is_dir()]
    if not existing:
        return ""
    votes = Counter(folder for folder in _mentioned_folders(site) if folder in existing)
    if votes:
        return max(existing, key=lambda folder: votes[folder])
    return "" if existing[0] == "assets" else existing[0]  # `assets` alone may hold anything


def _mentioned_folders(site: Site) -> Iterator[str]:
    extensions = "|".join(escape(extension[1:]) for extension in IMAGE_EXTENSIONS)
    mention = pattern(
        rf"(?:[\"'(\s}}]|{escape(site.config.baseurl)}/)/?({'|'.join(_USUAL_FOLDERS)})/[^\s\"')]+\.(?:{extensions})",
        IGNORECASE,
    )
    for relative in islice(sorted(site.find_posts(), reverse=True), _POSTS_ASKED):
        try:
            text = read_bytes(site.absolute(relative)).decode("utf-8", "replace")
        except GalleyError:
            continue
        yield from (match[1].lower() for match in mention.finditer(text))


# -- adding -------------------------------------------------------------------------------------------------------
def add_image(site: Site, data: bytes, *, name: str) -> Image:
    """Store an image as `<md5>.<ext>` in the site's images folder; the same bytes are stored once.

    `name` (a file name) is for messages only; the extension follows the content. A file of that name with other bytes
    was damaged, since the name says what it held, and is replaced. Raises NotAnImage, OutsideSite, CannotWrite.
    """
    header = read_header(data, name=name)
    digest = md5(data, usedforsecurity=False).hexdigest()
    path = f"{images_folder(site)}/{digest}{header.extension}"
    file = site.absolute(path)
    if not is_inside(file, site.root):
        raise OutsideSite(path=file, site=site.root)
    try:
        write_new(file, data)
    except AlreadyExists:
        present = read_bytes(file)
        if present != data:
            replace(file, data, expected=stamp(present))
    return Image(path, len(data), header.width, header.height)


def add_image_file(site: Site, file: Path) -> Image:
    """As `add_image`, from a file; one that lies in the site's images folder already is taken as it is.

    Raises also FileMissing, CannotRead, TooLarge.
    """
    if is_inside(file, site.root / images_folder(site)):
        for image in list_images(site):
            if site.absolute(image.path).samefile(file):
                return image
    return add_image(site, read_bytes(file), name=file.name)


def markdown_link(site: Site, image: Image, *, alt: str = "") -> str:
    """Markdown for an image that works under the site's baseurl: `![alt](/assets/…)`, or with `relative_url`."""
    path = "".join(char if char.isalnum() else quote(char, safe="/-._~!$&*+,;=:@") for char in f"/{image.path}")
    target = f"{{{{ '{path}' | relative_url }}}}" if site.config.baseurl else path
    text = _MARKDOWN_SIGNS.sub(r"\\\1", " ".join(alt.split()))
    return f"![{text}]({target})"


# -- listing ------------------------------------------------------------------------------------------------------
def list_images(site: Site) -> tuple[Image, ...]:
    """All image files of the site that Jekyll would publish (below the images folder, `assets`, `images` and `img`), by
    path. A file whose content is no picture, or that cannot be read, has no width and height."""
    folders = tuple(f"{folder}/" for folder in {images_folder(site), "assets", "images", "img"})
    paths = (path for path in published_files(site) if path.startswith(folders))
    return tuple(_look_at(site, path) for path in sorted(paths) if path.lower().endswith(IMAGE_EXTENSIONS))


def published_files(site: Site) -> Iterator[str]:
    """Relative paths of all files below the folders that Jekyll reads, without what it excludes and hides."""
    entry_filter = filter_of(site.config)
    for folder in walk_folders(site.root, site.config, unreadable=lambda _path, _error: None):
        for entry in folder.entries:
            if not entry_filter.keeps(entry.name, folder=folder.path) or not _is_file(entry):
                continue
            if not entry.is_symlink() or is_inside(Path(entry.path), site.root):
                yield folder.below(entry.name)


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:  # a symlink in a loop
        return False


def _look_at(site: Site, path: str) -> Image:
    file = site.absolute(path)
    try:
        header, size = read_file_header(file)
    except NotAnImage:
        return Image(path, file.stat().st_size, 0, 0)
    except GalleyError:
        return Image(path, 0, 0, 0)
    return Image(path, size, header.width, header.height)
