"""What stands above the body: title, byline, and the picture of the front matter."""

from __future__ import annotations

from urllib.parse import quote

from editor.render.rendering import Heading
from editor.site.references import front_matter_path
from editor.site.site import Document, Site

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def read_heading(site: Site, document: Document) -> Heading:
    """The heading of a post; its picture is missing when the site has no such file."""
    image, missing = "", ""
    if document.image:
        path = front_matter_path(document.image, baseurl=site.config.baseurl, site_url=site.config.url)
        if path is not None and site.has_file(path):
            image = quote(f"{site.config.baseurl}/{path}")
        elif path is not None:
            missing = document.image
    return Heading(document.title, _byline(document), image, missing)


def _byline(document: Document) -> str:
    date = document.date
    day = f"{_MONTHS[date.month - 1]} {date.day}, {date.year}" if date else ""
    return " · ".join(part for part in (day, document.author, *document.categories[:1]) if part)
