"""The main window: places the start page and the panes of a site, and decides nothing about posts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QMargins, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from editor.errors import CannotWrite
from editor.gui.actions import Actions
from editor.gui.home_path import home_short
from editor.gui.icons import application_icon
from editor.gui.quiet_words import QuietWords
from editor.gui.site_view import VIEWS, SiteView
from editor.gui.start_page import StartPage, dropped_path
from editor.gui.theme import Theme
from editor.settings import Folders, Session, Settings, load_session, save_session
from editor.site.document import Document, State

DEFAULT_SIZE = QSize(1440, 900)
FRAME = QMargins(4, 40, 4, 4)  # room for title bar and borders, which are known only once the window has been shown
SCHEMES = ("system", "light", "dark")


class MainWindow(QMainWindow):
    """Its parts are attributes; sessions connect to them. What it cannot know, it asks: `may_close`, `may_leave`."""

    open_wanted = Signal(object)  # Path of a folder or file: a recent one, or dropped on the window
    site_left = Signal()  # the writer closed the folder; `may_leave` has agreed
    scheme_chosen = Signal(str)  # "system", "light" or "dark"

    def __init__(self, *, theme: Theme, folders: Folders, settings: Settings | None = None) -> None:
        super().__init__()
        self.theme = theme
        self.may_close: Callable[[], bool] = lambda: True
        self.may_leave: Callable[[], bool] = lambda: True
        self._is_closed = False
        self._folders = folders
        self._settings = settings or Settings()
        self.actions_by_name = Actions(self)
        self._pages = QStackedWidget(self)
        self.start_page = StartPage(theme, self._pages)
        self.site_view = SiteView(self.actions_by_name, theme, self._pages)
        self._name_parts()
        self._pages.addWidget(self.start_page)
        self._pages.addWidget(self.site_view)
        self.setCentralWidget(self._pages)
        self.setAcceptDrops(True)
        self.setWindowIcon(application_icon())
        self.setMinimumSize(720, 480)
        self.actions_by_name.fill(self.menuBar())
        self._connect()
        self.set_theme(theme)
        self.text_pane.set_settings(self._settings)
        self.preview.set_scroll_sync(self._settings.scroll_sync)
        self.restore_session()
        self.show_start_page()

    def _name_parts(self) -> None:
        view = self.site_view
        self.top_bar = view.top_bar
        self.sidebar = view.sidebar
        self.preview = view.preview
        self.status_bar = view.status_bar
        self.banners = view.banners
        self.title_field = view.column.title_field
        self.quiet_line = view.column.quiet_line
        self.form = view.column.form
        self.format_bar = view.column.format_bar
        self.text_pane = view.column.text_pane

    def _connect(self) -> None:
        actions, pane = self.actions_by_name, self.text_pane
        actions["sidebar"].toggled.connect(self._set_sidebar_visible)
        actions["go_to_post"].triggered.connect(self.go_to_post)
        actions["go_to_text"].triggered.connect(self.go_to_text)
        actions["close"].triggered.connect(self.leave_site)
        actions["quit"].triggered.connect(self.close)
        actions["full_screen"].toggled.connect(self._set_full_screen)
        actions["hide_details"].toggled.connect(self._fold_form)
        actions["yaml"].toggled.connect(self._show_yaml)
        actions["shortcuts"].triggered.connect(self._show_shortcuts)
        actions["about"].triggered.connect(self._show_about)
        for view in VIEWS:
            actions[f"view_{view}"].triggered.connect(lambda _c=False, view=view: self.site_view.set_view(view))
        for scheme in SCHEMES:
            actions[f"theme_{scheme}"].triggered.connect(lambda _c=False, s=scheme: self.scheme_chosen.emit(s))
        for name, zoom in (("zoom_in", pane.zoom_in), ("zoom_out", pane.zoom_out), ("zoom_reset", pane.zoom_reset)):
            actions[name].triggered.connect(lambda _c=False, zoom=zoom: zoom())
        # Greyed only while the menu is open: Ctrl+S must also find what has been typed and not been taken yet.
        actions.menus["file"].aboutToShow.connect(self._grey_save)
        actions.menus["file"].aboutToHide.connect(lambda: actions.set_possible("save", True))
        actions.menus["recent"].aboutToShow.connect(self._fill_recent)
        self.form.folded.connect(actions["hide_details"].setChecked)
        self.form.yaml_shown.connect(actions["yaml"].setChecked)
        self.site_view.nothing_open.new_post_wanted.connect(actions["new_post"].trigger)
        self.sidebar.new_post_wanted.connect(actions["new_post"].trigger)
        self.start_page.recent_removed.connect(self._forget_recent)

    # -- what is shown --------------------------------------------------------------------------------------
    def show_start_page(self) -> None:
        """No site is open."""
        self.actions_by_name.set_open(site=False, post=False)
        self.start_page.set_recent([Path(folder) for folder in load_session(self._folders).recent])
        self._pages.setCurrentWidget(self.start_page)
        self.setWindowTitle("Galley")
        self.start_page.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_site(self) -> None:
        """A site is open; its posts come, and none of them is open yet."""
        self.start_page.show_error("")
        self.sidebar.set_documents([])
        self.sidebar.select(None)
        self.banners.hide()
        self._pages.setCurrentWidget(self.site_view)
        self.set_document_visible(False)

    def set_document_visible(self, visible: bool) -> None:
        """Show the panes of a post, or that none is open."""
        self.actions_by_name.set_open(site=True, post=visible)
        self.site_view.set_document_visible(visible)
        if not visible:
            self.top_bar.set_draft(False)
            self.setWindowTitle("Galley")

    def show_document(self, document: Document, words: QuietWords) -> None:
        """Tell where the open post is, where Jekyll will put it, and offer what fits its state."""
        self.quiet_line.show_words(words)
        is_draft = document.state is State.DRAFT
        self.top_bar.set_draft(is_draft)
        self.actions_by_name["publish"].setEnabled(is_draft)
        self.actions_by_name["unpublish"].setEnabled(not is_draft)
        self.setWindowTitle(self.tr("{title}[*] — Galley").format(title=document.title or document.path))

    def set_view(self, view: str) -> None:
        """Show the "text", "both" or the "preview"."""
        self.actions_by_name[f"view_{view}"].setChecked(True)
        self.site_view.set_view(view)

    def set_can_undo(self, possible: bool) -> None:
        self.actions_by_name.set_possible("undo", possible)

    def set_can_redo(self, possible: bool) -> None:
        self.actions_by_name.set_possible("redo", possible)

    def _grey_save(self) -> None:
        focused = self.focusWidget()
        may_hold_more = focused is not None and self.form.isAncestorOf(focused)  # a tag without Enter
        self.actions_by_name.set_possible("save", self.isWindowModified() or may_hold_more)

    def go_to_post(self) -> None:
        """Lead to the search field of the posts list."""
        self.actions_by_name["sidebar"].setChecked(True)
        self.sidebar.focus_search()

    def go_to_text(self) -> None:
        """Lead to the text from anywhere, also from the preview alone."""
        if self.site_view.view == "preview":
            self.set_view("both")
        self.text_pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to_yaml(self, line: int, column: int = 1) -> None:
        """Lead to a place of the front matter as text, from anywhere; both count from 1."""
        if self.site_view.view == "preview":
            self.set_view("both")
        self.form.go_to_yaml(line, column)

    def leave_site(self) -> None:
        """Close the folder, if nobody objects, and show the start page."""
        if self.may_leave():
            self.site_left.emit()
            self.show_start_page()

    def _show_shortcuts(self) -> None:
        from editor.gui.shortcuts_dialog import ShortcutsDialog  # late: the window's start does not need it

        ShortcutsDialog(self).exec()

    def _show_about(self) -> None:
        from editor.gui.about_dialog import AboutDialog  # late, too

        AboutDialog(self).exec()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        for part in (self.actions_by_name, self.start_page, self.site_view):
            part.set_theme(theme)

    def set_scheme(self, scheme: str) -> None:
        """Mark the writer's choice in the menu."""
        self.actions_by_name[f"theme_{scheme}"].setChecked(True)

    def _set_sidebar_visible(self, visible: bool) -> None:
        with self.site_view.focus_kept():
            self.sidebar.setVisible(visible)

    def _fold_form(self, folded: bool) -> None:
        with self.site_view.focus_kept():
            self.form.set_folded(folded)

    def _show_yaml(self, visible: bool) -> None:
        with self.site_view.focus_kept():
            self.form.set_yaml_visible(visible)

    def _set_full_screen(self, on: bool) -> None:
        self.showFullScreen() if on else self.showNormal()

    # -- recent folders -------------------------------------------------------------------------------------
    def _fill_recent(self) -> None:
        menu = self.actions_by_name.menus["recent"]
        menu.clear()
        for folder in map(Path, load_session(self._folders).recent):
            action = menu.addAction(home_short(folder).replace("&", "&&"))
            action.setEnabled(folder.is_dir())
            action.triggered.connect(lambda _c=False, folder=folder: self.open_wanted.emit(folder))
        if menu.isEmpty():
            menu.addAction(self.tr("No folders yet")).setEnabled(False)

    def _forget_recent(self, folder: Path) -> None:
        session = load_session(self._folders)
        kept = tuple(each for each in session.recent if Path(each) != folder)
        self._write(replace(session, recent=kept))

    # -- from session to session ----------------------------------------------------------------------------
    def restore_session(self) -> None:
        """Place and divide the window as it was left; at first as designed, or as large as the screen allows."""
        session = load_session(self._folders)
        if not self.restoreGeometry(QByteArray.fromBase64(session.geometry.encode("ascii", "replace"))):
            self._place_first()
        self.site_view.restore_panes(session.panes)
        view = session.panes.get("view", "both")
        self.set_view(view if view in VIEWS else "both")
        self.actions_by_name["sidebar"].setChecked(session.panes.get("sidebar") != "hidden")

    def _place_first(self) -> None:
        free = self.screen().availableGeometry()
        self.resize(DEFAULT_SIZE.boundedTo(free.marginsRemoved(FRAME).size()))
        self.move(free.center() - self.rect().marginsAdded(FRAME).center() - QPoint(FRAME.left(), FRAME.top()))

    def save_session(self) -> None:
        geometry = self.saveGeometry().toBase64().toStdString()
        self._write(replace(load_session(self._folders), geometry=geometry, panes=self.site_view.panes()))

    def _write(self, session: Session) -> None:
        try:
            save_session(self._folders, session)
        except CannotWrite:
            return  # a window that cannot be remembered is no reason to disturb the writer

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_closed or self.may_close():  # Qt may ask a closed window again
            self._is_closed = True
            self.save_session()
            event.accept()
        else:
            event.ignore()

    # -- a folder dropped on the window ---------------------------------------------------------------------
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        path = dropped_path(event.mimeData())
        if path is not None and path.is_dir():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_path(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.open_wanted.emit(path)
