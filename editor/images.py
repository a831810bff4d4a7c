"""The site's images: added once under the MD5 of their bytes, listed with size and use count, removed when unused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from editor.site.site import Site

IMAGE_EXTENSIONS = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg")


@dataclass(frozen=True)
class Image:
    """An image file of the site. Width and height in pixels, 0 where unknown (SVG without a size)."""

    path: str  # relative to the site root, with slashes
    size: int  # bytes
    width: int
    height: int


@dataclass(frozen=True)
class ImageUse:
    """An image with the posts (relative paths) that show it."""

    image: Image
    users: tuple[str, ...]


def images_folder(site: Site) -> str:
    """Where the site keeps its images: `galley: images: folder`, else the folder that most posts' images come from
    among existing ones (`assets/images`, `assets/img`, `images`, `img`, `assets`), else `assets/images`."""
    raise NotImplementedError


def inspect(path: Path) -> Image:
    """Kind and size of an image file, read from its header; `path` of the result is the name alone.

    Raises NotAnImage, FileMissing, CannotRead.
    """
    raise NotImplementedError


def add_image(site: Site, data: bytes, *, name: str) -> Image:
    """Store an image as `<md5>.<ext>` in the site's images folder; the same bytes are stored once.

    `name` (a file name) is for messages only; the extension follows the content. Raises NotAnImage, CannotWrite.
    """
    raise NotImplementedError


def add_image_file(site: Site, file: Path) -> Image:
    """As `add_image`, from a file."""
    raise NotImplementedError


def markdown_link(site: Site, image: Image, *, alt: str = "") -> str:
    """Markdown for an image that works under the site's baseurl: `![alt](/assets/…)`, or with `relative_url`."""
    raise NotImplementedError


def list_images(site: Site) -> tuple[Image, ...]:
    """All image files of the site that Jekyll would publish (below the images folder and `assets`), by path."""
    raise NotImplementedError


def use_counts(site: Site, posts: Iterable[str]) -> tuple[ImageUse, ...]:
    """The site's images with the posts that use them. Pages, layouts, includes, data, config and stylesheets count as users too
    (listed by their path), so that an image of the theme is never called unused."""
    raise NotImplementedError


def remove_image(site: Site, name: str, *, posts: Iterable[str], trash: Path) -> Path:
    """Move an unused image out of the site into `trash`; returns where it went.

    Raises FileMissing, ImageInUse, OutsideSite, CannotWrite.
    """
    raise NotImplementedError
