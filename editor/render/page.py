"""A rendered post as one HTML file in Galley's own quiet style."""

from __future__ import annotations

import re
from html import escape, unescape

from editor.render.formulas import mark_formulas
from editor.render.rendering import Heading
from editor.resources import resource
from editor.site.references import site_path
from editor.site.site import Document, Site

_SRC = re.compile(r"(<(?:img|video|audio|source)\b[^>]*?\b(?:src|poster)=)(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
# A page that is opened from the disk must not run what a post brings along.
_POLICY = "script-src 'none'; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'"


def page_html(site: Site, document: Document, heading: Heading, body: str) -> str:
    """The page; pictures of the site are addressed by their place on this disk, so that a browser finds them."""
    style = resource("preview/article.css").read_text(encoding="utf-8")

    def on_disk(match: re.Match[str]) -> str:
        target = unescape(match[2] if match[2] is not None else match[3])
        return f'{match[1]}"{escape(_on_disk(site, document, target))}"'

    image = f'<img class="lead" src="{escape(heading.image)}" alt="">\n' if heading.image else ""
    byline = f'<p class="byline">{escape(heading.byline)}</p>\n' if heading.byline else ""
    content = f"<header>\n<h1>{escape(heading.title)}</h1>\n{byline}{image}</header>\n{mark_formulas(body)}"
    return (
        '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(heading.title)}</title>\n<style>\n{style}</style>\n</head>\n"
        f"<body>\n<article>\n{_SRC.sub(on_disk, content)}\n</article>\n</body>\n</html>\n"
    )


def _on_disk(site: Site, document: Document, target: str) -> str:
    path = site_path(target, baseurl=site.config.baseurl, url=document.url, site_url=site.config.url)
    return site.absolute(path).resolve().as_uri() if path and site.has_file(path) else target
