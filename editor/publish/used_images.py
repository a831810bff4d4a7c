"""The image files that a post uses, and those that it names but the site lacks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from editor.site.config import SiteConfig
from editor.site.post import Post
from editor.site.problem import Problem
from editor.site.references import find_references, meant_path, meant_paths
from editor.site.site import Document


def find_used_images(
    post: Post, document: Document, *, config: SiteConfig, exists: Callable[[str], bool]
) -> Iterator[str | Problem]:
    """Paths of the pictures that the post shows or links to, even by a link that readers will not reach; a missing one
    is a problem."""
    baseurl, url, site_url = config.baseurl, document.url, config.url
    for reference in find_references(post):
        if not reference.names_picture:
            continue
        path = meant_path(reference, exists=exists, baseurl=baseurl, url=url, site_url=site_url)
        if path is not None:
            yield path
        elif reference.kind == "image" and meant_paths(reference, baseurl=baseurl, url=url, site_url=site_url):
            message = (
                f"The image {reference.target} is not in the site, so it is not exported. Add it, or choose another."
            )
            yield Problem("missing-image", message, document.path, reference.line, reference.column)
