"""Joins every command of the table with the session that does it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from editor.errors import GalleyError
from editor.gui.background import Serial
from editor.gui.disk_watch import DiskWatch
from editor.gui.exporting import Exporting
from editor.gui.jekyll_desk import JekyllDesk
from editor.gui.messages import words
from editor.gui.pane_links import PaneLinks
from editor.gui.picture_desk import PictureDesk
from editor.gui.post_moves import PostMoves
from editor.gui.problems_panel import ProblemsPanel
from editor.gui.site_session import SiteSession
from editor.gui.window import MainWindow
from editor.site.problem import Problem
from editor.workspace.buffer import Buffer

Handler = Callable[[], object]


class Dispatch(QObject):
    """What each command does. The window's own (views, zoom, themes) are connected by the window itself."""

    def __init__(self, window: MainWindow, session: SiteSession) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._links = PaneLinks(window, session)
        self.moves = PostMoves(window, session)
        self.pictures = PictureDesk(window, session)
        self.exporting = Exporting(window, session)
        self.problems = ProblemsPanel(window)
        self.jekyll = JekyllDesk(window, session, problems=self._links.post_problems, show_problem=self._show_problem)
        self._checker = Serial(self)
        self._watch = DiskWatch(session)
        self._watch.looked.connect(self._look_again)
        session.closing.connect(self.stop)
        self.problems.problem_chosen.connect(self._show_problem)
        window.status_bar.problems_clicked.connect(self.show_post_problems)
        window.preview.browser_wanted.connect(self.open_in_browser)
        window.sidebar.file_wanted.connect(self._show_in_file_manager)
        for name, handler in self.handlers().items():
            window.actions_by_name[name].triggered.connect(lambda _checked=False, handler=handler: handler())

    def handlers(self) -> dict[str, Handler]:
        """Command name to what it does."""
        session, pane = self._session, self._window.text_pane
        return {
            "new_post": self.moves.new_post,
            "open_folder": session.choose_folder,
            "save": session.saving.save_current,
            "export": self.exporting.export,
            "undo": session.posts.history.undo,
            "redo": session.posts.history.redo,
            "cut": lambda: _edit("cut"),
            "copy": lambda: _edit("copy"),
            "paste": lambda: _edit("paste"),
            "select_all": lambda: _edit("selectAll"),
            "find": pane.find,
            "replace": pane.replace,
            "find_next": pane.find_next,
            "find_previous": pane.find_previous,
            "bold": pane.toggle_bold,
            "italic": pane.toggle_italic,
            "strikethrough": pane.toggle_strikethrough,
            "code": pane.toggle_code,
            **{f"heading_{level}": partial(pane.set_heading, level) for level in range(5)},
            "quote": pane.toggle_quote,
            "bullets": pane.toggle_bullets,
            "numbers": pane.toggle_numbers,
            "tasks": pane.toggle_tasks,
            "link": pane.toggle_link,
            "image": self.pictures.choose_for_text,
            "code_block": pane.insert_code_block,
            "table": pane.insert_table,
            "jekyll": self.jekyll.toggle,
            "publish": self.moves.publish,
            "unpublish": self.moves.unpublish,
            "rename": self.moves.rename,
            "choose_image": self.pictures.choose_value,
            "images": self.pictures.choose_for_text,
            "show_file": self.show_file,
            "problems": self.check_site,
        }

    def _look_again(self) -> None:
        """Files that the open post needs may have come or gone."""
        self._session.posts.render()
        self.pictures.look_up()

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, GalleyError):
            raise error
        self._window.banners.show_banner("failed", kind="error", text=words(error), buttons=[])

    # -- problems --------------------------------------------------------------------------------------------------
    def show_post_problems(self) -> None:
        document = self._session.posts.document
        if document is not None:
            self._show(self._links.post_problems(), of=document.title)

    def check_site(self) -> None:
        """Check the whole site in the background, then list what was found."""
        workspace = self._session.workspace
        if workspace is not None:
            name = workspace.site.name
            self._window.status_bar.show_message(self.tr("Checking the site…"))
            self._checker.submit(
                workspace.check, then=lambda found: self._on_checked(found, name), otherwise=self._on_failed
            )

    def _on_checked(self, found: tuple[Problem, ...], name: str) -> None:
        self._window.status_bar.show_message("")
        self._show(found, of=name)

    def _show(self, problems: tuple[Problem, ...], *, of: str) -> None:
        self.problems.show_problems(problems, of=of, theme=self._window.theme)
        self.problems.show()
        self.problems.raise_()

    def _show_problem(self, problem: Problem) -> None:
        if problem.path in self._session.documents:
            self._session.open_post(problem.path)
            opened = self._session.posts.current
            if opened is not None:
                self._go_to_problem(problem, opened.buffer)
            self._window.activateWindow()

    def _go_to_problem(self, problem: Problem, buffer: Buffer) -> None:
        """Into the text, or into the front matter as text: its fields have no lines."""
        post = buffer.post
        if problem.line >= post.body_line:
            self._window.text_pane.set_caret(problem.line - post.body_line, max(problem.column - 1, 0))
            self._links.follow_text()
        elif problem.line:
            self._window.go_to_yaml(problem.line - post.opening.count("\n"), max(problem.column, 1))

    # -- other programs --------------------------------------------------------------------------------------------
    def show_file(self) -> None:
        """Show the open post's folder in the system's file manager."""
        if self._session.posts.current is not None:
            self._show_in_file_manager(self._session.posts.current.relative)

    def _show_in_file_manager(self, relative: str) -> None:
        workspace = self._session.workspace
        if workspace is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(workspace.site.absolute(relative).parent)))

    def open_in_browser(self) -> None:
        """Show the open post, as it stands, as a page in the system's browser."""
        workspace, posts = self._session.workspace, self._session.posts
        if workspace is None or posts.current is None:
            return
        posts.sync()
        post, relative = posts.current.buffer.post, posts.current.relative
        self._session.disk.submit(
            lambda: workspace.write_page(post, relative),
            then=lambda page: QDesktopServices.openUrl(QUrl.fromLocalFile(str(page))),
            otherwise=self._on_failed,
        )

    def stop(self) -> None:
        """The window closes."""
        self.pictures.stop()
        self._checker.stop()


def _edit(method: str) -> None:
    """Cut, copy, paste or select all in whatever field has the focus."""
    widget: QWidget | None = QApplication.focusWidget()
    act = getattr(widget, method, None)
    if callable(act):
        act()
