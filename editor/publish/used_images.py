"""The image files that a post uses, and those that it names but the site lacks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from editor.site.post import Post
from editor.site.problem import Problem
from editor.site.references import find_references, meant_path, meant_paths
from editor.site.site import Site


def find_used_images(
    site: Site, post: Post, relative: str, *, exists: Callable[[str], bool]
) -> Iterator[str | Problem]:
    """Paths of the pictures that the post shows or links to, even by a link that readers will not reach; a missing one
    is a problem."""
    references = [reference for reference in find_references(post) if reference.names_picture]
    if not references:
        return
    config = site.config
    url = site.describe(post, relative, now=datetime.now(site.zone)).url
    for reference in references:
        path = meant_path(reference, exists=exists, baseurl=config.baseurl, url=url, site_url=config.url)
        if path is not None:
            yield path
        elif reference.kind == "image" and meant_paths(reference, baseurl=config.baseurl, url=url, site_url=config.url):
            message = (
                f"The image {reference.target} is not in the site, so it is not exported. Add it, or choose another."
            )
            yield Problem("missing-image", message, relative, reference.line, reference.column)
