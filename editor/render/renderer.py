"""Renders a post of a site to blocks, remembering what each chunk became."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from editor.render.body import Body, BodyPipeline, RenderCancelled
from editor.render.heading import read_heading
from editor.render.page import page_html
from editor.render.problems import find_problems
from editor.render.rendering import Block, Rendering
from editor.render.site_links import SiteLinks, Unknown
from editor.site.post import Post
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
        self._pipeline = BodyPipeline()
        self._blocks: tuple[Block, ...] = ()

    def render(
        self, post: Post, relative: str, *, now: datetime, cancelled: Callable[[], bool] = lambda: False
    ) -> Rendering:
        """Render a post as in memory. Never raises for what a writer may type. Raises RenderCancelled."""
        rendered = self._render(post, relative, now=now, absolute=False, cancelled=cancelled)
        self._blocks = blocks_of(rendered.body, self._blocks)
        document, config = rendered.document, self._site.config
        return Rendering(
            heading=read_heading(self._site, document),
            blocks=self._blocks,
            url=config.baseurl + (document.url or "/"),
            problems=(
                *document.problems,
                *find_problems(self._site, post, document, rendered.body, rendered.unknown),
            ),
        )

    def fragment(self, post: Post, relative: str, *, now: datetime) -> str:
        """The converted body alone, as Jekyll's `content`."""
        body = self._render(post, relative, now=now, absolute=True).body
        return "".join(f"{piece}\n" for piece in (*body.pieces, body.footnotes) if piece)

    def page(self, post: Post, relative: str, *, now: datetime) -> str:
        """A whole HTML page that can be opened in a browser by itself, in Galley's own quiet style."""
        rendered = self._render(post, relative, now=now, absolute=False)
        body = rendered.body
        html = "\n".join(piece for piece in (*body.pieces, body.footnotes) if piece)
        return page_html(self._site, rendered.document, read_heading(self._site, rendered.document), html)

    def _render(
        self,
        post: Post,
        relative: str,
        *,
        now: datetime,
        absolute: bool,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> _Rendered:
        document = self._site.describe(post, relative, now=now)
        text, unknown = self._links.work_out(post.text, url=document.url, now=now, absolute=absolute)
        if PurePosixPath(relative).suffix.lower() in (".html", ".htm"):
            return _Rendered(document, Body(chunks=(text,), pieces=(text,)), unknown)
        return _Rendered(document, self._pipeline.render(text, cancelled), unknown)


def blocks_of(body: Body, old: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of a body; those that the old ones hold already, counted from either end, are the same objects."""
    blocks: list[Block] = []
    line, shift = 0, len(old) - len(body.pieces) - bool(body.footnotes)
    for number, (chunk, html) in enumerate(zip(body.chunks, body.pieces, strict=True)):
        stop = line + chunk.count("\n")
        for place in (number, number + shift):
            if 0 <= place < len(old):
                block = old[place]
                if block.line == line and block.stop == stop and block.html == html:
                    break
        else:
            block = Block(html, line, stop)
        blocks.append(block)
        line = stop
    if body.footnotes:
        blocks.append(Block(body.footnotes, line, line))
    return tuple(blocks)
