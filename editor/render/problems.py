"""What a render finds wrong with a post: missing pictures, links that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from editor.render.body import Body
from editor.render.site_links import Unknown
from editor.site.post import Post
from editor.site.problem import Problem
from editor.site.references import front_matter_path, site_path
from editor.site.site import Document, Site


def find_problems(
    site: Site, post: Post, document: Document, body: Body, unknown: tuple[Unknown, ...]
) -> Iterator[Problem]:
    """The problems of a rendered post, with the line of the file."""
    yield from _heading_image(site, post, document)
    first = post.body_line
    for each in unknown:
        message = f"“{each.name}” ({each.tag}) is not in the site: Jekyll would stop. Correct the name."
        yield Problem("unknown-link", message, document.path, first + each.line)
    for picture in body.pictures:
        path = site_path(picture.target, baseurl=site.config.baseurl, url=document.url, site_url=site.config.url)
        if path and not site.has_file(path):
            message = f"The image {path} is not in the site. Add it, or choose another."
            yield Problem("missing-image", message, document.path, first + picture.line)


def _heading_image(site: Site, post: Post, document: Document) -> Iterator[Problem]:
    path = front_matter_path(document.image, baseurl=site.config.baseurl, site_url=site.config.url)
    if not document.image or path is None or site.has_file(path):
        return
    entry = post.front_matter.entry("image") if post.front_matter and not post.front_matter.fault else None
    message = f"The image {path} is not in the site. Add it, or choose another."
    yield Problem("missing-image", message, document.path, entry.line + 1 if entry else 0)
