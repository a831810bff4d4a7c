"""Saving from the window: one save at a time, conflicts and failures told in a banner, nothing overwritten silently."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from editor.errors import ChangedOnDisk, FileMissing, GalleyError
from editor.files import Stamp
from editor.gui.background import Serial
from editor.gui.banner import Button
from editor.gui.difference_dialog import DifferenceDialog
from editor.gui.messages import words
from editor.gui.open_post import OpenPost
from editor.gui.post_session import PostSession
from editor.gui.window import MainWindow
from editor.site.post import Post
from editor.workspace.buffer import Buffer
from editor.workspace.workspace import Workspace

CONFLICT = "conflict"
FAILED = "save-failed"


class Saving(QObject):
    """Writes posts on the serial thread. `saved` carries the relative path."""

    saved = Signal(str)
    post_wanted = Signal(str)  # the writer wants to see the post of which a banner told

    def __init__(self, window: MainWindow, session: PostSession, serial: Serial) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._serial = serial
        self._workspace: Workspace | None = None
        self._busy: set[str] = set()
        self._failed = ""  # the post of which the banner of a failed save tells
        self._again: dict[str, Callable[[], None] | None] = {}

    def set_workspace(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def save_current(self) -> None:
        if self._session.current is not None:
            self.save(self._session.current)

    def save(self, opened: OpenPost, *, then: Callable[[], None] | None = None) -> None:
        """Save a post; `then` is called when its bytes are on disk."""
        workspace = self._workspace
        self._session.settle()
        if workspace is None:
            return
        if opened.relative in self._busy:
            self._again[opened.relative] = then
            return
        self._busy.add(opened.relative)
        snapshot = opened.buffer.post
        self._serial.submit(
            writing(workspace, opened),
            then=lambda new_stamp: self._on_saved(opened, snapshot, new_stamp, then),
            otherwise=lambda error: self.on_failed(opened, error),
        )

    def _on_saved(self, opened: OpenPost, snapshot: Post, stamp: Stamp, then: Callable[[], None] | None) -> None:
        self._busy.discard(opened.relative)
        opened.buffer.mark_saved(snapshot, stamp)
        self._session.note_missing(opened, is_missing=False)
        if opened is self._session.current:
            self._window.banners.hide(CONFLICT)
        if opened.relative == self._failed:
            self._window.banners.hide(FAILED)
        self._session.note_saved()
        self.saved.emit(opened.relative)
        if opened.relative in self._again:
            self.save(opened, then=self._again.pop(opened.relative) or then)
        elif then is not None:
            then()

    def hold(self, opened: OpenPost) -> None:
        """The post's file is being moved: what is to be saved waits."""
        self._busy.add(opened.relative)

    def release(self, old: str, opened: OpenPost) -> None:
        """The file of the post, `old` until now, has been moved or not: save what has waited."""
        self._busy.discard(old)
        if old in self._again:
            self.save(opened, then=self._again.pop(old))

    def on_failed(self, opened: OpenPost, error: BaseException) -> None:
        """Tell why a post was not saved, and offer what can be done."""
        self._busy.discard(opened.relative)
        self._again.pop(opened.relative, None)
        if not isinstance(error, GalleyError):
            raise error
        is_by_others = isinstance(error, ChangedOnDisk | FileMissing)
        if is_by_others and opened is not self._session.current:
            self._show_failed(opened, error, [("Show it", lambda: self._show_post(opened))])
        elif isinstance(error, ChangedOnDisk):
            self.show_conflict(opened)
        elif isinstance(error, FileMissing):
            self.show_missing(opened)
        else:
            again, elsewhere = lambda: self.save(opened), lambda: self._save_elsewhere(opened)
            self._show_failed(opened, error, [("Save elsewhere…", elsewhere), ("Try again", again)])

    def _show_post(self, opened: OpenPost) -> None:
        self._window.banners.hide(FAILED)
        self.post_wanted.emit(opened.relative)

    def _show_failed(self, opened: OpenPost, error: GalleyError, buttons: list[Button]) -> None:
        self._failed = opened.relative
        self._window.banners.show_banner(FAILED, kind="error", text=words(error), buttons=buttons)

    # -- another program was here ---------------------------------------------------------------------------------
    def look_at_disk(self) -> None:
        """Compare the open post with its file: take over outside changes to an unedited post, else ask."""
        opened = self._session.current
        if opened is None or self._workspace is None or opened.relative in self._busy:
            return
        try:
            theirs = self._workspace.open_post(opened.relative)
        except FileMissing:
            self.show_missing(opened)
            return
        except GalleyError:
            return  # unreadable for the moment; saving will tell
        if opened.is_missing:
            self._session.note_missing(opened, is_missing=False)
            self._window.banners.hide(CONFLICT)
        if theirs.stamp == opened.buffer.stamp:
            return
        self._session.sync()
        if opened.buffer.is_modified and opened.buffer.post.to_bytes() != theirs.saved.to_bytes():
            self.show_conflict(opened)
        else:
            self._session.take_over(theirs)
            self._window.banners.hide(CONFLICT)

    def show_conflict(self, opened: OpenPost) -> None:
        self._window.banners.show_banner(
            CONFLICT,
            kind="warning",
            text="This post was changed by another program. Your version has unsaved edits.",
            buttons=[
                ("Compare…", lambda: self._compare(opened)),
                ("Keep mine", lambda: self.keep_mine(opened)),
                ("Load theirs", lambda: self.load_theirs(opened)),
            ],
        )

    def show_missing(self, opened: OpenPost) -> None:
        """The file has gone: what is shown is the only copy, and counts as unsaved."""
        self._session.note_missing(opened, is_missing=True)
        self._window.banners.show_banner(
            CONFLICT,
            kind="warning",
            text=f"{opened.relative} was moved or deleted by another program. Your text is still here.",
            buttons=[
                ("Save elsewhere…", lambda: self._save_elsewhere(opened)),
                ("Write it again", lambda: self._write_again(opened, opened.buffer.path)),
            ],
        )

    def _theirs(self, opened: OpenPost) -> Buffer | None:
        try:
            return self._workspace.open_post(opened.relative) if self._workspace else None
        except GalleyError as error:
            self._window.banners.show_banner(FAILED, kind="error", text=words(error), buttons=[])
            return None

    def _compare(self, opened: OpenPost) -> None:
        if (theirs := self._theirs(opened)) is not None:
            self._session.sync()
            lines = difflib.unified_diff(
                _lines(theirs.post), _lines(opened.buffer.post), "on disk", "in Galley", lineterm=""
            )
            DifferenceDialog(
                "\n".join(lines), title="On disk and in Galley", theme=self._window.theme, parent=self._window
            ).exec()

    def keep_mine(self, opened: OpenPost) -> None:
        """Save over what another program wrote, as the writer has decided."""
        if (theirs := self._theirs(opened)) is not None:
            opened.buffer.saved, opened.buffer.stamp = theirs.saved, theirs.stamp
            self.save(opened)

    def load_theirs(self, opened: OpenPost) -> None:
        """Show what another program wrote; the writer's own version comes back with undo."""
        if opened is self._session.current and (theirs := self._theirs(opened)) is not None:
            self._session.take_over(theirs)
            self._window.banners.hide(CONFLICT)

    def _write_again(self, opened: OpenPost, path: Path) -> None:
        workspace = self._workspace
        if workspace is None:
            return
        self._session.sync()
        snapshot = opened.buffer.post
        self._serial.submit(
            lambda: workspace.write_copy(path, snapshot),
            then=lambda stamp: self._on_written(opened, path, snapshot, stamp),
            otherwise=lambda error: self.on_failed(opened, error),
        )

    def _on_written(self, opened: OpenPost, path: Path, snapshot: Post, stamp: Stamp) -> None:
        if path == opened.buffer.path:
            self._on_saved(opened, snapshot, stamp, None)
        else:
            self._window.banners.hide(FAILED)
            self._window.status_bar.show_message(f"A copy was saved as {path}")

    def _save_elsewhere(self, opened: OpenPost) -> None:
        name, _ = QFileDialog.getSaveFileName(self._window, "Save a copy", opened.buffer.path.name)
        if name:
            self._write_again(opened, Path(name))


def writing(workspace: Workspace, opened: OpenPost) -> Callable[[], Stamp]:
    """The job that brings a post, as it is now, to the disk; a file that has gone is made again.

    The job raises ChangedOnDisk, FileMissing, AlreadyExists, NotUtf8, CannotWrite.
    """
    snapshot, stamp, path = opened.buffer.post, opened.buffer.stamp, opened.buffer.path
    if opened.is_missing:
        return lambda: workspace.write_copy(path, snapshot)
    return lambda: workspace.save(path, snapshot, stamp)


def _lines(post: Post) -> list[str]:
    return post.to_bytes().decode("utf-8", errors="replace").splitlines()
