"""Who uses which image of the site, so that nothing in use is ever called unused or removed."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from re import IGNORECASE, escape
from re import compile as pattern
from urllib.parse import unquote

from editor.errors import AlreadyExists, GalleyError, ImageInUse, UnknownImage
from editor.files import is_inside, move_new, read_bytes, stamp
from editor.images.library import Image, list_images, published_files
from editor.site.post import Post
from editor.site.references import IMAGE_EXTENSIONS, Reference, find_references, meant_path, meant_paths
from editor.site.site import Site

_MAX_TEXT = 4 * 1024 * 1024
_MAX_NAME = 255
_ENDING = pattern("(?:" + "|".join(escape(each) for each in IMAGE_EXTENSIONS) + r")(?![A-Za-z0-9])", IGNORECASE)
_DELIMITER = pattern(r"[\s\"'()<>\[\]{}|,;=\\/]")
_TEXTS = (
    ".md", ".markdown", ".mkdown", ".mkdn", ".mkd", ".html", ".htm", ".xhtml", ".liquid", ".txt", ".textile", ".adoc",
    ".css", ".scss", ".sass", ".less", ".coffee", ".js", ".mjs", ".ts", ".json", ".webmanifest", ".xml", ".svg",
    ".yml", ".yaml", ".toml", ".csv", ".tsv",
)  # fmt: skip
_HIDDEN_FOLDERS_LEFT_OUT = frozenset(("_site", "_posts", "_drafts"))


@dataclass(frozen=True)
class ImageUse:
    """An image with the posts (relative paths) that show it."""

    image: Image
    users: tuple[str, ...]


def use_counts(site: Site, posts: Iterable[str]) -> tuple[ImageUse, ...]:
    """The site's images with the posts that use them. Pages, layouts, includes, data, config and stylesheets count as
    users too (listed by their path), so that an image of the theme is never called unused."""
    return _uses(site, posts, list_images(site))


def remove_image(site: Site, name: str, *, posts: Iterable[str], trash: Path) -> Path:
    """Move an unused image, given by its path in the site or its file name alone, into `trash`; returns where it went.

    Raises UnknownImage, ImageInUse, CannotRead, CannotWrite.
    """
    images = list_images(site)
    wanted = name.replace("\\", "/").removeprefix("./").lstrip("/")
    chosen = [image for image in images if image.path == wanted]
    chosen = chosen or [image for image in images if image.path.rpartition("/")[2] == wanted]
    if len(chosen) != 1:
        raise UnknownImage(name=name, count=len(chosen) or "no")
    users = _uses(site, posts, tuple(chosen))[0].users
    if users:
        raise ImageInUse(path=chosen[0].path, users=_in_words(users))
    return _move(site.absolute(chosen[0].path), trash)


def _move(file: Path, trash: Path) -> Path:
    data = read_bytes(file)
    target = trash / file.name
    while True:
        try:
            move_new(file, target, data, expected=stamp(data))
            return target
        except AlreadyExists as taken:
            target = trash / str(taken.facts["suggestion"])


def _in_words(users: tuple[str, ...]) -> str:
    if len(users) <= 2:
        return " and ".join(users)
    return f"{users[0]}, {users[1]} and {len(users) - 2} more"


def _uses(site: Site, posts: Iterable[str], images: tuple[Image, ...]) -> tuple[ImageUse, ...]:
    names: dict[str, list[str]] = {}
    for image in images:
        names.setdefault(image.path.rpartition("/")[2], []).append(image.path)
    users: dict[str, set[str]] = {image.path: set() for image in images}
    post_paths = set(posts)
    for relative in post_paths:
        for path in _used_by_post(site, relative, names):
            users[path].add(relative)
    for relative in _other_texts(site):
        if relative not in post_paths:
            for name in _named(_read_text(site.absolute(relative)), names):
                for path in names[name]:
                    users[path].add(relative)
    return tuple(ImageUse(image, tuple(sorted(users[image.path] - {image.path}))) for image in images)


# -- posts --------------------------------------------------------------------------------------------------------
def _used_by_post(site: Site, relative: str, names: Mapping[str, list[str]]) -> Iterator[str]:
    """The images that a post shows or links to; where the YAML cannot be read, all that it names."""
    text = _read_text(site.absolute(relative))
    named = _named(text, names)
    if not named:
        return  # most posts of a large site name none of the images asked for, and need no parsing
    post = Post.from_bytes(text.encode("utf-8"))
    if post.front_matter is not None and post.front_matter.fault is not None:
        for name in named:
            yield from names[name]
        return
    known = {path for name in named for path in names[name]}
    references = [reference for reference in find_references(post) if reference.names_picture]
    url = _url(site, post, relative) if any(_is_relative(reference) for reference in references) else ""
    for reference in references:
        yield from _meant(reference, site, url, known, names)


def _meant(
    reference: Reference, site: Site, url: str, known: set[str], names: Mapping[str, list[str]]
) -> Iterable[str]:
    config = site.config
    path = meant_path(reference, exists=known.__contains__, baseurl=config.baseurl, url=url, site_url=config.url)
    if path is not None:
        return (path,)
    leads_elsewhere = not meant_paths(reference, baseurl=config.baseurl, url=url, site_url=config.url)
    if leads_elsewhere and "{{" not in reference.target and reference.kind != "mention":
        return ()
    name = reference.target.partition("#")[0].partition("?")[0].rpartition("/")[2].rstrip(" \"'}")
    return names.get(unquote(name), ())  # a theme may put a folder before it


def _is_relative(reference: Reference) -> bool:
    return not reference.key and not reference.target.startswith(("/", "{", "http:", "https:"))


def _url(site: Site, post: Post, relative: str) -> str:
    return site.describe(post, relative, now=datetime.now(site.zone)).url


# -- everything else ----------------------------------------------------------------------------------------------
def _other_texts(site: Site) -> Iterator[str]:
    """Pages, stylesheets and scripts, and what Jekyll reads without publishing it: layouts, data, collections."""
    yield from (path for path in published_files(site) if path.lower().endswith(_TEXTS))
    yield from filter(site.has_file, site.config.files)
    for base in {"", site.config.collections_dir}:
        folder = site.root / base
        for special in sorted(folder.glob("_*")) if folder.is_dir() else ():
            if special.is_dir() and special.name not in _HIDDEN_FOLDERS_LEFT_OUT and is_inside(special, site.root):
                for file in special.rglob("*"):
                    if file.name.lower().endswith(_TEXTS) and file.is_file():
                        yield file.relative_to(site.root).as_posix()


def _read_text(path: Path) -> str:
    """The text of a file, "" where it cannot be read or is too large to be written by hand."""
    try:
        return read_bytes(path, limit=_MAX_TEXT).decode("utf-8", "replace")
    except GalleyError:
        return ""


def _named(text: str, names: Mapping[str, list[str]]) -> set[str]:
    """Which of these file names stand in a text, percent-encoded or with HTML's entities or not."""
    text = f"{text}\n{html.unescape(text)}" if "&" in text else text
    found = set()
    for ending in _ENDING.finditer(text):
        before = text[max(0, ending.start() - _MAX_NAME * 3) : ending.start()]
        piece = _DELIMITER.split(before)[-1] + ending[0]
        found.update(names.keys() & {piece, unquote(piece)})
    odd = [name for name in names if _DELIMITER.search(name) and name not in found]
    return found | {name for name in odd if name in text or name.replace(" ", "%20") in text}
