"""Renders a post of a site to blocks, remembering what each chunk became."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from editor.render.body import Body, BodyPipeline, RenderCancelled, as_it_is
from editor.render.dialect import dialect_of
from editor.render.heading import read_heading
from editor.render.page import page_html
from editor.render.problems import find_problems
from editor.render.rendering import Rendering
from editor.render.site_links import SiteLinks, Unknown
from editor.site.config import merged_values
from editor.site.post import Post
from editor.site.post_name import extension_of
from editor.site.site import Document, Site

__all__ = ["RenderCancelled", "Renderer"]


@dataclass(frozen=True)
class _Rendered:
    """A post on its way: what Jekyll makes of it, its body, and the links that lead nowhere."""

    document: Document
    body: Body
    unknown: tuple[Unknown, ...]


class Renderer:
    """Holds the memo of one site; use it from one thread at a time."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._links = SiteLinks(site)
        self._pipeline = BodyPipeline(dialect_of(site).options)

    def render(
        self, post: Post, relative: str, *, now: datetime, cancelled: Callable[[], bool] = lambda: False
    ) -> Rendering:
        """Render a post as in memory. Never raises for what a writer may type. Raises RenderCancelled."""
        # With the pane's lines, which end at U+2029, too: the blocks tell their lines to it.
        rendered = self._render(post, relative, post.text, now=now, absolute=False, cancelled=cancelled)
        document, config = rendered.document, self._site.config
        return Rendering(
            heading=read_heading(self._site, document),
            blocks=rendered.body.blocks,
            url=config.baseurl + (document.url or "/"),
            problems=(
                *document.problems,
                *find_problems(self._site, post, document, rendered.body, rendered.unknown),
            ),
        )

    def fragment(self, post: Post, relative: str, *, now: datetime) -> str:
        """The converted body alone: Jekyll's `content`, to the byte."""
        return self._render(post, relative, post.content, now=now, absolute=True).body.html()

    def page(self, post: Post, relative: str, *, now: datetime) -> str:
        """A whole HTML page that can be opened in a browser by itself, in Galley's own quiet style."""
        rendered = self._render(post, relative, post.content, now=now, absolute=False)
        heading = read_heading(self._site, rendered.document)
        return page_html(self._site, rendered.document, heading, rendered.body.html())

    def _render(
        self,
        post: Post,
        relative: str,
        text: str,
        *,
        now: datetime,
        absolute: bool,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> _Rendered:
        document = self._site.describe(post, relative, now=now)
        unknown: tuple[Unknown, ...] = ()
        if merged_values(document.defaults, post.values).get("render_with_liquid") is not False:
            text, unknown = self._links.work_out(text, url=document.url, now=now, absolute=absolute)
        if extension_of(relative).lower() not in self._site.config.markdown_extensions:
            return _Rendered(document, as_it_is(text), unknown)
        return _Rendered(document, self._pipeline.render(text, cancelled), unknown)
