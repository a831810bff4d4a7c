"""The URL of a post, of a document of another collection, or of a page, from all that was read of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.site.document_kind import PAGES, POSTS
from editor.site.page_url import add_permalink_suffix, page_url
from editor.site.permalink import STYLES, document_url, slugify

if TYPE_CHECKING:
    from editor.site.config import SiteConfig
    from editor.site.post_reading import PostReading


def make_url(reading: PostReading) -> str:
    """The URL, whether or not the page is built; "" for a file that can be none. Raises InvalidPermalink."""
    if reading.kind == PAGES:
        return _make_page_url(reading)
    extension = reading.name.extension
    return document_url(
        url_template(reading),
        title=slugify(reading.slug, "pretty", cased=True),
        slug=slugify(reading.slug),
        date=reading.date or reading.now.astimezone(reading.zone),
        categories=reading.categories,
        output_ext=reading.output_ext,
        basename=reading.path.rpartition("/")[2].removesuffix(extension),
        path=reading.counted_path.removesuffix(extension).replace(f"_{reading.kind}", "", 1).rstrip("."),
        collection=reading.kind,
    )


def url_template(reading: PostReading) -> str:
    """The URL with its placeholders; "" for a page, whose URL is filled with its path only (`page.rb:76-87`)."""
    if reading.kind == PAGES:
        return ""
    if reading.own_permalink is not None:
        return f"/{reading.own_permalink}"  # there a style's name means nothing
    return placeholders(reading.config, reading.kind)


def placeholders(config: SiteConfig, kind: str) -> str:
    """The URL with its placeholders, of a post or document without a permalink of its own."""
    template = permalink_template(config, kind)
    return STYLES.get(template, template)


def permalink_template(config: SiteConfig, kind: str) -> str:
    """What counts without a permalink of its own: the collection's, else the site's style (`collection.rb:154-158`)."""
    if kind == POSTS:
        return config.permalink
    own = config.collection(kind).get("permalink")
    # With the slash, a style's name means nothing: Jekyll translates it for posts only.
    if isinstance(own, str):
        return own if own.startswith("/") else f"/{own}"
    return add_permalink_suffix("/:collection/:path", config.permalink_style)


def _make_page_url(reading: PostReading) -> str:
    if reading.post.front_matter is None and reading.bare:
        return ""  # outside `_posts`, Jekyll copies a file without front matter as it is
    return page_url(
        reading.path,
        extension=reading.name.extension,
        output_ext=reading.output_ext,
        permalink=reading.own_permalink,
        style=reading.config.permalink_style,
    )
