"""Opens the panel that tells what Jekyll will do, keeps it in step with the post, and does what it offers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from editor.gui.jekyll_panel import JekyllPanel
from editor.gui.jekyll_rows import rows_of
from editor.gui.site_session import SiteSession
from editor.gui.window import MainWindow
from editor.site.problem import Problem

REST = 150  # milliseconds without a change after which the panel follows


class JekyllDesk(QObject):
    """The panel is made when it is opened first, and the post is explained only while it is open."""

    def __init__(
        self,
        window: MainWindow,
        session: SiteSession,
        *,
        problems: Callable[[], tuple[Problem, ...]],
        show_problem: Callable[[Problem], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._problems = problems
        self._show_problem = show_problem
        self.panel: JekyllPanel | None = None
        self._soon = QTimer(self, singleShot=True, interval=REST)
        self._soon.timeout.connect(self._refresh)
        window.quiet_line.clicked.connect(self.toggle)
        session.posts.described.connect(lambda _document: self._note_change())
        session.listed.connect(self._note_change)
        session.post_shown.connect(self.close)
        session.site_opened.connect(lambda _workspace: self.close())
        window.site_left.connect(self.close)

    def toggle(self) -> None:
        """Open the panel below the quiet line, or close it."""
        if self.panel is not None and self.panel.isVisible():
            self.panel.close_panel()
        elif self._session.posts.current is not None:
            if not self._window.quiet_line.isVisible():  # only the preview is shown
                self._window.set_view("both")
            panel = self.panel = self.panel or self._make_panel()
            self._show()
            panel.open_below(self._window.quiet_line)

    def close(self) -> None:
        """Another post, or none."""
        if self.panel is not None:
            self.panel.close_panel(keep_focus=True)

    def _make_panel(self) -> JekyllPanel:
        panel = JekyllPanel(self._window.theme, self._window.site_view.column)
        panel.close_on_press(self._window.top_bar)
        panel.copy_wanted.connect(self._copy)
        panel.open_wanted.connect(lambda address: QDesktopServices.openUrl(QUrl(address)))
        panel.field_edited.connect(self._session.posts.edit_field)
        panel.post_wanted.connect(self._session.open_post)
        panel.problem_chosen.connect(self._go_to)
        panel.recoloured.connect(self._note_change)
        return panel

    def _note_change(self) -> None:
        if self.panel is not None and self.panel.isVisible():
            self._soon.start()

    def _refresh(self) -> None:
        if self.panel is not None and self.panel.isVisible():
            self._show()

    def _show(self) -> None:
        workspace, posts = self._session.workspace, self._session.posts
        if self.panel is None or workspace is None or posts.current is None:
            return
        posts.sync()
        buffer, relative = posts.current.buffer, posts.current.relative
        explanation = workspace.explain(buffer.post, relative, self._session.documents.values())
        self.panel.set_theme(self._window.theme)
        is_locked = bool(posts.read_only) or buffer.front_matter.fault is not None
        self.panel.show_rows(rows_of(explanation, problems=self._problems(), read_only=is_locked))

    def _copy(self, address: str) -> None:
        QGuiApplication.clipboard().setText(address)
        self._window.status_bar.show_message(self.tr("Copied {address}").format(address=address))

    def _go_to(self, problem: Problem) -> None:
        self.close()
        self._show_problem(problem)
