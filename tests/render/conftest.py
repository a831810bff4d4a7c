"""A site with pictures, and the shortest ways to render a text in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor.render.renderer import Renderer
from editor.render.rendering import Rendering
from editor.site.post import Post
from editor.site.site import Site

NOW = datetime(2026, 1, 1, tzinfo=UTC)
RELATIVE = "_posts/2025-11-21-big-news.md"


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def based_site(site_folder: Path) -> Site:
    """The small site under a baseurl, with a picture in `assets/images`."""
    config = 'title: The Daily Proof\nbaseurl: /blog\nurl: "https://example.org"\npermalink: /:year/:title.html\n'
    (site_folder / "_config.yml").write_text(config, encoding="utf-8")
    (site_folder / "assets" / "images").mkdir(parents=True)
    (site_folder / "assets" / "images" / "dot.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>',
        encoding="utf-8",
    )
    (site_folder / "about.md").write_text("---\n---\nAbout\n", encoding="utf-8")
    return Site.open(site_folder)


@pytest.fixture
def renderer(based_site: Site) -> Renderer:
    return Renderer(based_site)


@pytest.fixture
def render(renderer: Renderer) -> Callable[..., Rendering]:
    def run(body: str, front_matter: str = "title: T\n", **options: object) -> Rendering:
        post = Post.from_bytes(f"---\n{front_matter}---\n{body}".encode())
        return renderer.render(post, RELATIVE, now=NOW, **options)

    return run
