"""What the window shows of an open site: top bar, posts list, banners, the open post and its preview, status bar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from editor.gui.actions import Actions
from editor.gui.banner import BannerArea
from editor.gui.document_column import DocumentColumn
from editor.gui.plain import in_ink
from editor.gui.preview import Preview
from editor.gui.sidebar import Sidebar
from editor.gui.status_bar import StatusBar
from editor.gui.theme import Theme, chrome_font
from editor.gui.top_bar import TopBar

SIDEBAR_WIDTH = 248
VIEWS = ("text", "both", "preview")


class SiteView(QWidget):
    """Places the panes. `view` is one of VIEWS."""

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = "both"
        # From the outside inwards: each part that changes its parent would be styled again with all that it holds.
        self._outer = _splitter(Qt.Orientation.Horizontal, self)
        self._below_banners = QWidget(self._outer)
        self._desk = QStackedWidget(self._below_banners)
        self._inner = _splitter(Qt.Orientation.Horizontal, self._desk)
        self.top_bar = TopBar(actions, self)
        self.sidebar = Sidebar(theme, self._outer)
        self.banners = BannerArea(theme, self._below_banners)
        self.column = DocumentColumn(actions, self._inner)
        self.preview = Preview(self._inner)
        self.preview.setMinimumWidth(260)
        self.status_bar = StatusBar(theme, self)
        self.nothing_open = NothingOpen(self._desk)
        self._lay_out()
        self.banners.focus_left.connect(self.focus_post)
        self.banners.fault_told.connect(lambda: self.status_bar.show_message(""))  # it told of what has failed since

    def _lay_out(self) -> None:
        self._inner.addWidget(self.column)
        self._inner.addWidget(self.preview)
        self._inner.setSizes([620, 572])
        for pane, share in enumerate((13, 12)):
            self._inner.setStretchFactor(pane, share)
        self._desk.addWidget(self.nothing_open)
        self._desk.addWidget(self._inner)
        self._lay_out_banners()
        self._outer.insertWidget(0, self.sidebar)
        self._outer.insertWidget(1, self._below_banners)
        self._outer.setSizes([SIDEBAR_WIDTH, 1192])
        self._outer.setStretchFactor(0, 0)
        self._outer.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self._outer, 1)
        column.addWidget(self.status_bar)

    def _lay_out_banners(self) -> None:
        """Banners tell of the site too, and are seen in every view: with no post open, and without the text."""
        self._below_banners.setProperty("surface", "paper")
        self._below_banners.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self._below_banners)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banners)
        column.addWidget(self._desk, 1)

    def set_document_visible(self, visible: bool) -> None:
        """Show the open post, or that none is open."""
        with self.focus_kept():
            self._desk.setCurrentWidget(self._inner if visible else self.nothing_open)
        if not visible:
            self.status_bar.clear()

    def set_view(self, view: str) -> None:
        """Show the text only, both, or the preview only."""
        self.view = view
        focused, had_text = self.window().focusWidget(), not self.column.isHidden()
        with self.focus_kept():
            self.column.setVisible(view != "preview")
            self.preview.setVisible(view != "text")
        if not had_text and focused is not None and self._inner.isAncestorOf(focused):
            self.focus_post()  # from reading back to writing

    # -- focus ----------------------------------------------------------------------------------------------
    def focus_post(self) -> None:
        """Put the focus where the writer works: into the text, or into what stands in its place."""
        places = (self.column.text_pane, self.preview.view, self.preview, self.sidebar.view)
        place = next((each for each in places if each is not None and each.isVisible()), None)
        if place is not None:
            place.setFocus(Qt.FocusReason.OtherFocusReason)

    @contextmanager
    def focus_kept(self) -> Iterator[None]:
        """What is done inside may hide the widget that has the focus; Qt would hand it to any button."""
        focused = self.window().focusWidget()
        was_visible = focused is not None and focused.isVisible()
        yield
        if focused is not None and was_visible and not focused.isVisible():
            self.focus_post()

    # -- from session to session ----------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        for part in (self.sidebar, self.banners, self.column, self.preview, self.status_bar):
            part.set_theme(theme)

    def panes(self) -> dict[str, str]:
        """How the panes are arranged, for the next session."""
        splitters = {"outer": self._outer, "inner": self._inner}
        sizes = {name: splitter.saveState().toBase64().toStdString() for name, splitter in splitters.items()}
        return {**sizes, "view": self.view, "sidebar": "hidden" if self.sidebar.isHidden() else "shown"}

    def restore_panes(self, panes: Mapping[str, str]) -> None:
        """Arrange the panes as they were; what cannot be understood is left as it is."""
        for name, splitter in (("outer", self._outer), ("inner", self._inner)):
            splitter.restoreState(QByteArray.fromBase64(panes.get(name, "").encode("ascii", "replace")))
            splitter.setHandleWidth(1)  # part of the state, but not the writer's to choose


class NothingOpen(QWidget):
    """Stands in the place of the post while none is open."""

    new_post_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        text = in_ink(QLabel(self.tr("Choose a post, or write a new one"), self), "secondary")
        text.setFont(chrome_font(scale=1.08, weight=QFont.Weight.Medium))
        button = QPushButton(self.tr("New post"), self)
        button.clicked.connect(self.new_post_wanted)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(text, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)


def _splitter(orientation: Qt.Orientation, parent: QWidget) -> QSplitter:
    splitter = QSplitter(orientation, parent)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    return splitter
