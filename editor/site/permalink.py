"""Slugs, and the URL and output file that Jekyll gives a document."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime


def slugify(text: str, mode: str = "default", *, cased: bool = False) -> str:
    """Jekyll's slug of a text (`lib/jekyll/utils.rb:202-224`); modes none, raw, default, pretty, ascii, latin."""
    raise NotImplementedError


def document_url(
    template: str,
    *,
    title: str,
    slug: str,
    date: datetime,
    categories: Sequence[str],
    output_ext: str,
    basename: str,
) -> str:
    """The URL of a post from a permalink template or style name (`lib/jekyll/drops/url_drop.rb`, `url.rb`).

    `title` is the slug with its case kept (`:title`), `slug` is `:slug`. Without baseurl.
    """
    raise NotImplementedError


def output_path(url: str, output_ext: str = ".html") -> str:
    """The file below `_site` that Jekyll writes for a URL (`/a/` → `a/index.html`), with slashes, unescaped."""
    raise NotImplementedError
