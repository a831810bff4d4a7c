"""The posts list beside the text: search, All / Drafts / Scheduled, posts by month, and what one can do with each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QItemSelectionModel, QLocale, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from editor.gui.post_row import PostRow
from editor.gui.post_search import PostSearch
from editor.gui.posts_model import Entry, Filter, PostsModel, entry_of
from editor.gui.posts_view import EmptyList, PostsView
from editor.gui.theme import Theme, chrome_font
from editor.site.document import Document, State


class Sidebar(QWidget):
    """Lists the documents of a site and reports what the writer wants with one; each wish carries its path."""

    post_chosen = Signal(str)
    new_post_wanted = Signal()
    publish_wanted = Signal(str)
    unpublish_wanted = Signal(str)
    rename_wanted = Signal(str)
    file_wanted = Signal(str)  # show it in the file manager

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(180)
        self.model = PostsModel(self)
        self._delegate = PostRow(theme, self)
        self.search = PostSearch(self)
        self.tabs = {chosen: self._build_tab() for chosen in Filter}
        self.view = self._make_view()
        self._empty = EmptyList(self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        self._reading = False
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self._refresh()

    # -- documents ------------------------------------------------------------------------------------------
    def set_documents(self, documents: Sequence[Document]) -> None:
        """Show exactly these."""
        self.set_entries(map(entry_of, documents))

    def set_entries(self, entries: Iterable[Entry]) -> None:
        """Show exactly these, which another thread may have made."""
        self.model.set_entries(entries)
        self._refresh()

    def add_documents(self, documents: Sequence[Document]) -> None:
        """Show these as well; the place in the list is kept."""
        scrolled = self.view.verticalScrollBar().value()
        self.model.add_documents(documents)
        self._refresh()
        self.view.verticalScrollBar().setValue(scrolled)

    def update_document(self, old_path: str | None, document: Document | None) -> None:
        """Replace the document at `old_path` (None: it is new) by `document` (None: it is gone)."""
        scrolled = self.view.verticalScrollBar().value()
        self.model.update_document(old_path, document)
        if document is not None and old_path == self._delegate.opened not in (None, document.path):
            self._delegate.opened = document.path
            self.view.viewport().update()
        self._refresh()
        self.view.verticalScrollBar().setValue(scrolled)

    def set_unsaved(self, paths: frozenset[str]) -> None:
        self.model.set_unsaved(paths)

    def set_reading(self, reading: bool) -> None:
        """Whether the posts of the site are still being read: until the first ones come, the list says so."""
        if reading != self._reading:
            self._reading = reading
            self.model.show_waiting()
            self._refresh()

    def select(self, path: str | None) -> None:
        """Mark the open post and bring it into view; no signal."""
        self._delegate.opened = path
        self._show_opened()
        self.view.viewport().update()  # the row of the one before, too
        if path is not None:
            self.view.scrollTo(self.model.index_of(path))

    def focus_search(self) -> None:
        """Put the caret into the search field, its text selected."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.search.set_theme(theme)
        self.view.viewport().update()

    # -- building -------------------------------------------------------------------------------------------
    def _build_tab(self) -> QPushButton:
        tab = QPushButton()
        tab.setProperty("flat", True)
        tab.setProperty("tab", True)
        tab.setCheckable(True)
        tab.setFont(chrome_font(scale=0.94))
        return tab

    def _make_view(self) -> PostsView:
        view = PostsView()
        view.setAccessibleName(self.tr("Posts"))
        view.setModel(self.model)
        view.set_heights(row=self._delegate.row_height, heading=self._delegate.heading_height)
        view.setItemDelegate(self._delegate)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        return view

    def _lay_out(self) -> None:
        tabs = QHBoxLayout()
        tabs.setContentsMargins(12, 0, 8, 4)
        tabs.setSpacing(0)
        group = QButtonGroup(self)
        for tab in self.tabs.values():
            tabs.addWidget(tab)
            group.addButton(tab)
        tabs.addStretch()
        self.tabs[Filter.ALL].setChecked(True)
        search = QHBoxLayout()
        search.setContentsMargins(12, 12, 12, 8)
        search.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(search)
        column.addLayout(tabs)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.model.modelReset.connect(lambda: self.view.set_headings(self.model.heading_rows()))
        self.search.textChanged.connect(self._search_for)
        self.search.list_wanted.connect(self._enter_list)
        self.search.first_wanted.connect(self._open_first)
        self.view.row_chosen.connect(self._choose)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self._empty.new_post_wanted.connect(self.new_post_wanted)
        for chosen, tab in self.tabs.items():
            tab.clicked.connect(lambda _checked=False, chosen=chosen: self._filter_by(chosen))

    # -- what the writer does -------------------------------------------------------------------------------
    def _search_for(self, text: str) -> None:
        self.model.set_search(text)
        self._refresh()

    def _filter_by(self, chosen: Filter) -> None:
        self.model.set_filter(chosen)
        self._refresh()

    def _choose(self, index: QModelIndex | QPersistentModelIndex) -> None:
        document = self.model.document(index)
        if document is not None:
            self.post_chosen.emit(document.path)

    def _open_menu(self, where: QPoint) -> None:
        document = self.model.document(self.view.indexAt(where))
        if document is not None:
            self.menu_for(document).popup(self.view.viewport().mapToGlobal(where))

    def menu_for(self, document: Document) -> QMenu:
        """What can be done with a document."""
        move = (
            (self.tr("Publish"), self.publish_wanted)
            if document.state is State.DRAFT
            else (self.tr("Unpublish"), self.unpublish_wanted)
        )
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, wish in (
            (self.tr("Open"), self.post_chosen),
            move,
            (self.tr("Rename…"), self.rename_wanted),
            (self.tr("Show in File Manager"), self.file_wanted),
        ):
            menu.addAction(text).triggered.connect(lambda _c=False, wish=wish: wish.emit(document.path))
        return menu

    def _enter_list(self) -> None:
        first = self.model.first_document()
        if first is not None:
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
            self.view.setCurrentIndex(self.model.index_of(first.path))

    def _open_first(self) -> None:
        first = self.model.first_document()
        if first is not None and self.search.text().strip():
            self.post_chosen.emit(first.path)

    # -- inside ---------------------------------------------------------------------------------------------
    def _refresh(self) -> None:
        names = {
            Filter.ALL: self.tr("All {n}"),
            Filter.DRAFTS: self.tr("Drafts {n}"),
            Filter.SCHEDULED: self.tr("Scheduled {n}"),
        }
        for chosen, tab in self.tabs.items():
            count = self.model.count(chosen)
            tab.setText(names[chosen].format(n=QLocale().toString(count) if count or not self._reading else "…"))
        self._stack.setCurrentWidget(self.view if self.model.rowCount() else self._empty)
        self._empty.explain(
            search=self.search.text().strip(), posts=self.model.count(Filter.ALL), reading=self._reading
        )
        self._show_opened()

    def _show_opened(self) -> None:
        opened = self._delegate.opened
        if opened is not None:
            select = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(self.model.index_of(opened), select)
