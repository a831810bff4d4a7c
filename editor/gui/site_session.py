"""The open site: lists its posts in the background, opens the one the writer chooses, and knows what the form needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox

from editor.errors import GalleyError
from editor.gui.background import Serial
from editor.gui.close_question import ask_to_save
from editor.gui.config_look import ConfigLook
from editor.gui.form.form_context import spell_scope
from editor.gui.form_offers import form_context
from editor.gui.listed_posts import ListedPosts, Listing
from editor.gui.messages import words
from editor.gui.post_session import PostSession
from editor.gui.saving import Saving, writing
from editor.gui.site_faults import SiteFaults
from editor.gui.window import MainWindow
from editor.images import DEFAULT_FOLDER, images_folder
from editor.settings import Folders, load_session, save_session
from editor.site.problem import Problem
from editor.site.site import Document
from editor.workspace.sample import open_first, sample_site
from editor.workspace.workspace import Workspace

BATCH = 200  # documents per message from the reading thread to the list


class SiteSession(QObject):
    """One window's site. `site_opened` carries the Workspace, `listed` comes when all posts have been read."""

    site_opened = Signal(object)
    listed = Signal()
    post_shown = Signal()  # another post is shown
    closing = Signal()  # the window closes: threads must stop

    def __init__(self, window: MainWindow, folders: Folders, now: Callable[[], datetime]) -> None:
        super().__init__(window)
        self.workspace: Workspace | None = None
        self.listed_posts = ListedPosts(window.sidebar)
        self.disk = Serial(self)
        self.reader = Serial(self)
        self.posts = PostSession(window)
        self.saving = Saving(window, self.posts, self.disk)
        self._window = window
        self._folders = folders
        self._now = now
        self._faults = SiteFaults(window.banners)
        self._images_folder = DEFAULT_FOLDER
        self._config_look = ConfigLook(self)
        self._connect()

    @property
    def documents(self) -> dict[str, Document]:
        """Every post of the site by its path; the open one as it is in memory."""
        return self.listed_posts.documents

    def _connect(self) -> None:
        window = self._window
        self._config_look.due.connect(lambda: self.refresh(is_settled=True))
        window.sidebar.post_chosen.connect(self.open_post)
        window.start_page.open_folder_wanted.connect(self.choose_folder)
        window.start_page.sample_wanted.connect(self.open_sample)
        window.start_page.folder_chosen.connect(self.open_path)
        window.text_pane.file_dropped.connect(self.open_path)
        window.site_left.connect(self._on_site_left)
        self.saving.post_wanted.connect(self.open_post)
        self.posts.described.connect(self._on_described)
        self.posts.unsaved_changed.connect(window.sidebar.set_unsaved)

    # -- opening ---------------------------------------------------------------------------------------------------
    def open_path(self, path: Path) -> bool:
        """Open a folder as site, or a post in the site that holds it; tells what is wrong in a message."""
        try:
            workspace, relative = Workspace.open(path, self._folders, self._now)
        except GalleyError as error:
            self._tell(error)
            return False
        if self.workspace is not None and workspace.site.root == self.workspace.site.root:
            if relative:
                self.open_post(relative)
            return True
        if not self.leave_site():
            return False
        self._enter(workspace)
        if relative:
            self.open_post(relative)
        return True

    def choose_folder(self) -> None:
        """Ask for a folder and open it."""
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("Open the folder of your Jekyll site"))
        if folder:
            self.open_path(Path(folder))

    def open_sample(self) -> None:
        """Open a writable copy of the sample site."""
        try:
            post = open_first(sample_site(self._folders))
        except GalleyError as error:
            self._tell(error)
        else:
            self.open_path(post)

    def _enter(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.listed_posts.clear()
        self._faults.clear()
        self.posts.set_workspace(workspace)
        self.saving.set_workspace(workspace)
        self._window.show_site()
        self._show_site(workspace)
        self._window.set_document_visible(False)
        self._remember(workspace.site.root)
        self.site_opened.emit(workspace)
        self.refresh()

    def _show_site(self, workspace: Workspace) -> None:
        site = workspace.site
        self._window.top_bar.set_site(site.name, site.root)
        self._window.preview.set_site(site.root, site.config.baseurl)

    def _remember(self, root: Path) -> None:
        try:
            save_session(self._folders, load_session(self._folders).with_recent(root))
        except GalleyError:
            return  # a recent list that cannot be written is no reason to disturb the writer

    def leave_site(self) -> bool:
        """Ask about unsaved work, once; whether the site may be left."""
        self.disk.wait()  # a save under way counts as saved
        self.posts.settle()
        unsaved = self.posts.unsaved()
        if not unsaved:
            return True
        choice = self.ask_to_save([opened.relative for opened in unsaved])
        if choice is QMessageBox.StandardButton.Cancel:
            return False
        if choice is QMessageBox.StandardButton.Save:
            return self._save_all_now()
        for opened in unsaved:
            self.posts.forget(opened.relative)
        return True

    def ask_to_save(self, names: list[str]) -> QMessageBox.StandardButton:
        """One question for all posts with unsaved work; Save is the default."""
        return ask_to_save(names, self._window)

    def _save_all_now(self) -> bool:
        """Save every post with unsaved work, waiting for the disk; whether all are saved."""
        assert self.workspace is not None
        for opened in self.posts.unsaved():
            buffer = opened.buffer
            try:
                stamp = writing(self.workspace, opened)()
            except GalleyError as error:
                self.open_post(opened.relative)
                self.saving.on_failed(opened, error)
                return False
            buffer.mark_saved(buffer.post, stamp)
            opened.is_missing = False
        self.posts.note_saved()
        return True

    def may_close(self) -> bool:
        """For the window's close event: ask, save, and stop the threads."""
        if not self.leave_site():
            return False
        self.closing.emit()
        self.posts.stop()
        self.reader.stop()
        self.disk.drain()
        return True

    # -- the list --------------------------------------------------------------------------------------------------
    def refresh(self, *, is_settled: bool = False) -> None:
        """Read the configuration and all posts again, these in the background; the list fills as they come.

        Unless `is_settled`, a configuration that looks half written is left alone for now and looked at once more.
        """
        workspace = self.workspace
        if workspace is None:
            return
        self._reload(workspace, is_settled=is_settled)
        self.listed_posts.expect()
        reader, fresh = self.reader, not self.listed_posts.is_whole

        def read() -> tuple[Listing, tuple[Problem, ...], str]:
            documents: list[Document] = []
            batch: list[Document] = []
            for document in workspace.documents():
                if reader.is_stopping:
                    break
                batch.append(document)
                if fresh and len(batch) == BATCH:
                    reader.report(self._on_batch, (workspace, batch))
                    documents += batch
                    batch = []
            return Listing(documents + batch), workspace.find_faults(), images_folder(workspace.site)

        reader.submit(read, then=lambda found: self._on_listed(workspace, *found), otherwise=self._on_failed)

    def _reload(self, workspace: Workspace, *, is_settled: bool) -> None:
        if self._config_look.take(workspace, is_settled=is_settled):
            self._show_site(workspace)
            problems = (*workspace.site.config.problems, *workspace.dialect.problems)
            self._faults.show_config(problems, kept=workspace.keeps_config)
            self.posts.on_site_changed()
            self.update_context()

    def _on_batch(self, message: tuple[Workspace, list[Document]]) -> None:
        workspace, batch = message
        if workspace is self.workspace:
            self.listed_posts.add(batch)

    def _on_listed(self, workspace: Workspace, listing: Listing, faults: tuple[Problem, ...], folder: str) -> None:
        if workspace is not self.workspace:
            return
        self._images_folder = folder
        self._window.text_pane.set_images_folder(folder)
        self._faults.show(faults, kept=workspace.keeps_config)
        self.listed_posts.replace(listing, self.posts.document)
        if self.posts.current is not None:
            self._window.sidebar.select(self.posts.current.relative)
        self.update_context()
        self.listed.emit()

    def _on_failed(self, error: BaseException) -> None:
        self.listed_posts.give_up()
        if isinstance(error, GalleyError):
            self._tell(error)
        else:
            raise error

    def _tell(self, error: GalleyError) -> None:
        if self.workspace is None:
            self._window.start_page.show_error(words(error))
        else:
            self._window.banners.show_banner("open", kind="error", text=words(error), buttons=[])

    # -- the open post ---------------------------------------------------------------------------------------------
    def open_post(self, relative: str) -> bool:
        """Show a post of the site; whether that worked (if not, a banner says why)."""
        try:
            self.posts.open(relative)
        except GalleyError as error:
            self._tell(error)
            return False
        for key in ("open", "front-matter", "conflict"):
            self._window.banners.hide(key)
        if reason := self.posts.read_only:
            self._window.banners.show_banner("open", kind="warning", text=reason, buttons=[])
        self._window.sidebar.select(relative)
        self.update_context()
        self._window.text_pane.setFocus()
        self.post_shown.emit()
        if self.posts.current is not None and self.posts.current.buffer.is_modified:
            self.saving.look_at_disk()  # it was kept in memory; the file may have changed meanwhile
        return True

    def show_new(self, relative: str) -> None:
        """A new post has been written: list it and open it."""
        if self.workspace is not None:
            document = self.workspace.site.read(relative, now=self._now())
            self.listed_posts.update(None, document)
            self.open_post(relative)

    def show_moved(self, old: str, new: str) -> None:
        """A post's file has moved: list it at its new path, and go on there if it is open."""
        if self.workspace is None:
            return
        self.listed_posts.update(old, self.workspace.site.read(new, now=self._now()))
        try:
            self.posts.follow(old, new)
        except GalleyError as error:
            self._tell(error)
            return
        self.update_context()
        if self.posts.current is not None and self.posts.current.relative == new:
            self.post_shown.emit()

    def _on_site_left(self) -> None:
        self.posts.close_post()
        self._config_look.stop()
        self.workspace = None
        self.listed_posts.clear()

    def update_context(self) -> None:
        """Tell the form what the site offers: layouts, authors, categories, tags, other keys, defaults."""
        if self.workspace is not None:
            document = self.posts.document
            context = form_context(self.workspace, self.listed_posts.words, document)
            self._window.form.set_context(replace(context, images_folder=self._images_folder))
            title = next((each for each in context.inherited if each.path == ("title",)), None)
            scope = spell_scope(title.scope) if title else ""
            self._window.title_field.set_inherited(title.value if title else None, scope)

    def _on_described(self, document: Document) -> None:
        known = self.documents.get(document.path)
        if known != document:
            self.listed_posts.update(document.path if known else None, document)
            if known is None or known.defaults != document.defaults:
                self.update_context()
