"""Renders a post of a site to blocks, remembering what each chunk became."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from editor.render.rendering import Rendering
from editor.site.post import Post
from editor.site.site import Site


class RenderCancelled(Exception):  # noqa: N818 - it is no error: newer work is waiting
    """The caller's `cancelled` said so between two chunks."""


class Renderer:
    """Holds the memo of one site; use it from one thread at a time."""

    def __init__(self, site: Site) -> None:
        raise NotImplementedError

    def render(
        self, post: Post, relative: str, *, now: datetime, cancelled: Callable[[], bool] = lambda: False
    ) -> Rendering:
        """Render a post as in memory. Never raises for what a writer may type. Raises RenderCancelled."""
        raise NotImplementedError

    def fragment(self, post: Post, relative: str, *, now: datetime) -> str:
        """The converted body alone, as Jekyll's `content`."""
        raise NotImplementedError

    def page(self, post: Post, relative: str, *, now: datetime) -> str:
        """A whole HTML page that can be opened in a browser by itself, in Galley's own quiet style."""
        raise NotImplementedError
