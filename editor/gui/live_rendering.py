"""Renders the open post off the GUI thread, the newest state only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from editor.gui.background import Cancelled, Latest
from editor.render.renderer import RenderCancelled, Renderer
from editor.render.rendering import Rendering
from editor.site.post import Post
from editor.site.site import Document
from editor.workspace.workspace import Workspace


@dataclass(frozen=True)
class Shown:
    """What the render thread made of one state of the open post."""

    relative: str
    rendering: Rendering
    document: Document


class LiveRendering(QObject):
    """Holds the renderer of the open site and with it the memo of what has been rendered."""

    rendered = Signal(object)  # Shown

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._latest = Latest(self)
        self._workspace: Workspace | None = None
        self._renderer: Renderer | None = None
        self._latest.finished.connect(self._on_finished)
        self._latest.failed.connect(_raise)

    def set_workspace(self, workspace: Workspace) -> None:
        """Render posts of this site, as it is configured now."""
        self._workspace = workspace
        self._renderer = Renderer(workspace.site)

    @property
    def is_busy(self) -> bool:
        """Whether a rendering is under way."""
        return self._latest.is_busy

    def render(self, post: Post, relative: str) -> None:
        """Render this state as soon as possible; states that were overtaken are left out."""
        workspace, renderer = self._workspace, self._renderer
        if workspace is None or renderer is None:
            return

        def job(cancelled: Callable[[], bool]) -> Shown:
            document = workspace.describe(post, relative)
            try:
                rendering = renderer.render(post, relative, now=workspace.now(), cancelled=cancelled)
            except RenderCancelled as stop:
                raise Cancelled from stop
            return Shown(relative, rendering, document)

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


def _raise(error: BaseException) -> None:
    raise error
