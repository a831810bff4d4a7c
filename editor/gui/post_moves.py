"""New post, publish, unpublish and rename from the window: save, move the file, show it at its new place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from editor.errors import AlreadyExists, GalleyError
from editor.gui.messages import words
from editor.gui.new_post_dialog import NewPostDialog
from editor.gui.open_post import OpenPost
from editor.gui.rename_dialog import RenameDialog
from editor.gui.site_session import SiteSession
from editor.gui.window import MainWindow

Follow = Callable[[str], None]


class PostMoves(QObject):
    """Commands that give a post a new file."""

    def __init__(self, window: MainWindow, session: SiteSession) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._is_moving = False
        sidebar = window.sidebar
        sidebar.publish_wanted.connect(lambda path: self._with_post(path, self.publish))
        sidebar.unpublish_wanted.connect(lambda path: self._with_post(path, self.unpublish))
        sidebar.rename_wanted.connect(lambda path: self._with_post(path, self.rename))

    def _with_post(self, relative: str, command: Callable[[], None]) -> None:
        """Do a command of the list's context menu: on that post, which is shown first."""
        if self._session.open_post(relative):
            command()

    def new_post(self) -> None:
        """Ask for a title and write the new post by the site's habits."""
        workspace = self._session.workspace
        if workspace is None:
            return
        dialog = NewPostDialog(plan=workspace.post_planner(), parent=self._window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        title, draft = dialog.title, dialog.is_draft
        self._run(lambda: workspace.create_post(title, draft=draft), then=self._on_created)

    def publish(self) -> None:
        """Move the open draft to `_posts`."""
        workspace = self._session.workspace
        if workspace is not None:
            self._move(lambda relative: workspace.publish(relative), done=self.tr("Published as {path}"))

    def unpublish(self) -> None:
        """Move the open post back to `_drafts`."""
        workspace = self._session.workspace
        if workspace is not None:
            self._move(lambda relative: workspace.unpublish(relative), done=self.tr("Moved back to drafts: {path}"))

    def rename(self) -> None:
        """Ask for another slug and rename the open post's file."""
        workspace, opened = self._session.workspace, self._session.posts.current
        if workspace is None or opened is None:
            return
        self._session.posts.sync()
        relative, post = opened.relative, opened.buffer.post
        dialog = RenameDialog(
            relative, plan=lambda slug: workspace.plan_rename(relative, slug, post), parent=self._window
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            slug = dialog.slug
            self._move(lambda path: workspace.rename(path, slug), done=self.tr("Renamed to {path}"))

    def _move(self, move: Callable[[str], str], *, done: str) -> None:
        """Save the open post, then move its file, then show it at its new path."""
        opened = self._session.posts.current
        if opened is not None:
            self._session.saving.save(opened, then=lambda: self._move_saved(opened, move, done))

    def _move_saved(self, opened: OpenPost, move: Callable[[str], str], done: str) -> None:
        session, workspace, old = self._session, self._session.workspace, opened.relative

        def show(new: str) -> None:
            if workspace is session.workspace:
                session.show_moved(old, new)
                self._window.status_bar.show_message(done.format(path=new))

        if not self._is_moving:
            session.saving.hold(opened)  # what is typed meanwhile must not be saved at the old place
            self._run(lambda: move(old), then=show, finally_=lambda: session.saving.release(old, opened))

    def _on_created(self, relative: str) -> None:
        self._session.show_new(relative)
        self._window.text_pane.set_caret(1)  # below the blank line that parts it from the front matter
        self._window.status_bar.show_message(self.tr("Created {path}").format(path=relative))
        self._window.text_pane.setFocus()

    def _run(self, job: Callable[[], str], *, then: Follow, finally_: Callable[[], None] = lambda: None) -> None:
        """Do one move at a time: a command given twice in a hurry means one."""
        if self._is_moving:
            return
        self._is_moving = True
        self._window.banners.hide("move")

        def on_done(path: str) -> None:
            self._is_moving = False
            then(path)
            finally_()

        asked_for = self._session.posts.current

        def on_failed(error: BaseException) -> None:
            self._is_moving = False
            finally_()
            self._tell(error, asked_for)

        self._session.disk.submit(job, then=on_done, otherwise=on_failed)

    def _tell(self, error: BaseException, opened: OpenPost | None) -> None:
        if not isinstance(error, GalleyError):
            raise error
        is_taken = isinstance(error, AlreadyExists) and opened is not None
        buttons = [(self.tr("Rename…"), lambda: self._rename_other(opened))] if is_taken else []
        self._window.status_bar.show_message("")
        self._window.banners.show_banner("move", kind="error", text=words(error), buttons=buttons)

    def _rename_other(self, opened: OpenPost | None) -> None:
        """Rename the post of which the banner tells, whichever is shown by now."""
        if opened is not None:
            self._with_post(opened.relative, self.rename)
