"""Images and links in a post: where they stand, and which file of the site they mean."""

from __future__ import annotations

from dataclasses import dataclass

from editor.site.post import Post


@dataclass(frozen=True)
class Reference:
    """One mention of an image or of a file of the site."""

    kind: str  # "image" or "link"
    target: str  # as written, such as "/assets/x.jpg" or "{{ '/assets/x.jpg' | relative_url }}"
    line: int  # in the file, from 1
    column: int
    key: str = ""  # the front matter key, where it stands there


def find_references(post: Post) -> tuple[Reference, ...]:
    """Markdown images and links (inline and by reference), HTML `src`/`href`/`srcset`, Liquid's `relative_url` and `link`,
    and front matter values that name a picture. Code blocks and code spans are left out."""
    raise NotImplementedError


def site_path(target: str, *, baseurl: str, url: str = "", site_url: str = "") -> str | None:
    """The file that a target means, relative to the site root with slashes, or None when it leads elsewhere.

    `url` is the post's own URL, against which a relative target resolves; `site_url` is `url:` of the configuration.
    Percent-encoding is undone; a target that would leave the site is None.
    """
    raise NotImplementedError


def front_matter_path(target: str, *, baseurl: str, site_url: str = "") -> str | None:
    """As `site_path`, for a front matter value such as `image:`, which themes resolve against the site root."""
    raise NotImplementedError
