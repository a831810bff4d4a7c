"""Renders the open post off the GUI thread, the newest state only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor.gui.background import Cancelled, Latest
from editor.render.rendering import Rendering
from editor.site.post import Post
from editor.site.site import Document
from editor.workspace.workspace import Workspace

if TYPE_CHECKING:
    from editor.render.renderer import Renderer

BEGINNING = 6_000  # characters: more than a screen shows
LONG = 3 * BEGINNING  # a post of this length is shown by its beginning first


@dataclass(frozen=True)
class Shown:
    """What the render thread made of one state of the open post."""

    relative: str
    rendering: Rendering
    document: Document


class LiveRendering(QObject):
    """Holds the renderer of the open site and with it the memo of what has been rendered."""

    begun = Signal(object)  # Shown, the beginning of a long post that was not shown before
    rendered = Signal(object)  # Shown

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._latest = Latest(self)
        self._desk: _Desk | None = None
        self._latest.finished.connect(self._on_finished)
        self._latest.failed.connect(_raise)

    def set_workspace(self, workspace: Workspace) -> None:
        """Render posts of this site, as it is configured now."""
        self._desk = _Desk(workspace)

    @property
    def is_busy(self) -> bool:
        """Whether a rendering is under way."""
        return self._latest.is_busy

    def render(self, post: Post, relative: str, *, is_new: bool = False) -> None:
        """Render this state as soon as possible; states that were overtaken are left out."""
        desk = self._desk
        if desk is None:
            return

        def job(cancelled: Callable[[], bool]) -> Shown:
            if is_new and len(post.body) > LONG:
                self.begun.emit(desk.render(_beginning(post), relative, cancelled))
            return desk.render(post, relative, cancelled)

        self._latest.submit(job)

    def drop(self) -> None:
        """No post is shown: a state that waits is not wanted any more."""
        self._latest.submit(lambda _cancelled: None)

    def stop(self) -> None:
        """The window closes."""
        self._latest.close()

    def _on_finished(self, result: object) -> None:
        if isinstance(result, Shown):
            self.rendered.emit(result)


class _Desk:
    """The renderer of one site, for the render thread alone, which makes it when it is needed first."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._renderer: Renderer | None = None

    def render(self, post: Post, relative: str, cancelled: Callable[[], bool]) -> Shown:
        # Late, and on this thread: the window paints the text before the dialect is loaded.
        from editor.render.renderer import RenderCancelled, Renderer

        if self._renderer is None:
            self._renderer = Renderer(self._workspace.site)
        document = self._workspace.describe(post, relative)
        try:
            rendering = self._renderer.render(post, relative, now=self._workspace.now(), cancelled=cancelled)
        except RenderCancelled as stop:
            raise Cancelled from stop
        return Shown(relative, rendering, document)


def _beginning(post: Post) -> Post:
    return replace(post, body=post.body[: post.body.rfind("\n", 0, BEGINNING) + 1])


def _raise(error: BaseException) -> None:
    raise error
