"""The preview pane: shows renderings in one web page, in step with the text."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget
from shiboken6 import isValid

from editor.gui.preview.bar import PreviewBar
from editor.gui.preview.changes import EMPTY, change_between
from editor.gui.preview.scheme import register_scheme
from editor.gui.theme import DARK, LIGHT, Theme
from editor.render.rendering import Rendering

if TYPE_CHECKING:
    from PySide6.QtWebEngineWidgets import QWebEngineView

    from editor.gui.preview.page import PreviewPage, SiteServer

PHONE_WIDTH = 390
_MAX_RESTARTS = 3
_log = logging.getLogger(__name__)


class Preview(QWidget):
    """The bar, and below it the page. The page is made once the window has been painted for the first time."""

    view_scrolled = Signal(float)
    block_clicked = Signal(int)
    note_clicked = Signal(str)  # the end of the note's id, with its name
    link_clicked = Signal(str)
    image_wanted = Signal()
    browser_wanted = Signal()
    scroll_sync_changed = Signal(bool)
    patched = Signal(object)  # the Rendering that the page shows now
    ready = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: QWebEngineView | None = None
        self._page: PreviewPage | None = None
        self._server: SiteServer | None = None
        self._site: tuple[Path, str] | None = None
        self._started = self._loaded = self._busy = False
        self._restarts = 0
        self._shown = self._wanted = EMPTY
        self._line: float | None = None  # to scroll to as soon as the page is there
        self._kept_line: int | None = None  # to stay in view with each patch
        self._theme = LIGHT
        self._scheme = LIGHT.name
        self._in_step = True
        self._phone = False
        self._bar = PreviewBar(self)
        self._ground = QFrame(self)
        self._lay_out()
        self._connect_bar()

    def _lay_out(self) -> None:
        self._ground.setProperty("surface", "chrome")
        self._place = QHBoxLayout(self._ground)
        self._place.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._ground, 1)

    def _connect_bar(self) -> None:
        self._bar.phone_toggled.connect(self._set_phone)
        self._bar.scheme_toggled.connect(self._toggle_scheme)
        self._bar.sync_toggled.connect(self._on_sync_toggled)
        self._bar.browser_wanted.connect(self.browser_wanted)

    # -- what the window asks for --------------------------------------------------------------------------------
    def set_site(self, root: Path, baseurl: str) -> None:
        """Show pictures of this site's folder from now on."""
        self._site = (root, baseurl)
        if self._server is not None:
            self._server.set_site(root, baseurl)

    def show_rendering(self, rendering: Rendering) -> None:
        """Show a rendering: only what differs from the one before is replaced."""
        if rendering.url != self._wanted.url:
            self._kept_line = None
        self._wanted = rendering
        self._push()

    def clear(self) -> None:
        """Show nothing."""
        self.show_rendering(EMPTY)

    def scroll_to_line(self, line: float) -> None:
        """Bring a line of the body to the top, without telling of it by `view_scrolled`."""
        self._line, self._kept_line = line, None
        self._push()

    def keep_in_view(self, line: int) -> None:
        """Show what becomes of this line of the body with each rendering from now on, until somebody scrolls."""
        self._kept_line = line

    def reload_images(self) -> None:
        """Try again to load pictures that were missing; the page does so itself when it gets the focus."""
        self._run("galley.retryPictures();")

    def set_scroll_sync(self, on: bool) -> None:
        """Whether the preview tells of the reader's scrolling and follows the text; tells of no change itself."""
        self._in_step = on
        self._bar.set_sync(on)

    def set_theme(self, theme: Theme) -> None:
        """Follow the window's colours; the page takes the same scheme until the writer toggles it."""
        self._theme = theme
        self._bar.set_theme(theme)
        self._set_scheme(theme.name)

    # -- the web page --------------------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._started:
            self._started = True
            QTimer.singleShot(0, self._start)

    def _start(self) -> None:
        """Make the view. Importing and starting WebEngine takes longer than all the rest of the window."""
        try:
            self._make_view()
        except ImportError:
            _log.info("Qt WebEngine is not available", exc_info=True)
            self._explain(self.tr("The live preview needs Qt WebEngine, which is not available on this computer."))

    def _make_view(self) -> None:
        if not register_scheme():
            raise ImportError("QtWebEngineCore")
        from PySide6.QtWebEngineWidgets import QWebEngineView

        from editor.gui.preview.page import PreviewPage, make_profile

        _give_own_window(self._ground)
        self.view = QWebEngineView(self._ground)
        profile, self._server = make_profile(self)
        self._page = PreviewPage(profile, self.view, texts=self._texts())
        self.view.setPage(self._page)
        self.view.setAcceptDrops(False)
        self.view.setAccessibleName(self.tr("Preview"))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self._place.addWidget(self.view)
        if self._site is not None:
            self._server.set_site(*self._site)
        self._connect_page(self._page)
        self._set_scheme(self._scheme)
        self._page.load_page()

    def _connect_page(self, page: PreviewPage) -> None:
        page.loadFinished.connect(self._on_loaded)
        page.renderProcessTerminated.connect(self._on_terminated)
        page.bridge.scrolled.connect(self._on_scrolled)
        page.bridge.clicked.connect(self.block_clicked)
        page.bridge.note_clicked.connect(self.note_clicked)
        page.bridge.followed.connect(self._on_followed)
        page.bridge.image_wanted.connect(self.image_wanted)
        page.bridge.painted.connect(self.ready)

    def _texts(self) -> dict[str, str]:
        return {
            "missing": self.tr("The image is missing"),
            "choose": self.tr("Choose an image…"),
            "broken": self.tr("%1 is not in the site"),
            "remote": self.tr("Image from %1, shown on the site only"),
            "embed": self.tr("Embedded from %1, shown on the site only"),
        }

    def _explain(self, text: str) -> None:
        label = QLabel(text, self._ground)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setProperty("ink", "secondary")
        label.setMargin(32)
        self._place.addWidget(label)

    def _on_loaded(self, ok: bool) -> None:
        self._loaded = ok
        self._busy = False
        self._shown = EMPTY
        if ok:
            self._set_scheme(self._scheme)
            self._push()

    def _on_terminated(self) -> None:
        """Chromium's process for the page has died: load it again, a few times, and show what was shown."""
        self._loaded = self._busy = False
        self._restarts += 1
        if self._page is not None and self._restarts <= _MAX_RESTARTS:
            QTimer.singleShot(0, self._page.load_page)
        elif self.view is not None:
            self.view.hide()
            self._explain(self.tr("The preview has stopped. Writing and saving work; restart Galley to see it again."))

    def _push(self) -> None:
        """Send the newest rendering, one at a time: while the page is busy, those in between are left out."""
        if not self._loaded or self._busy:
            return
        calls = []
        wanted = self._wanted
        if wanted is not self._shown:
            calls.append(f"galley.apply({json.dumps(change_between(self._shown, wanted))});")
            if self._kept_line is not None:
                calls.append(f"galley.reveal({self._kept_line});")
        if self._line is not None:
            calls.append(f"galley.scrollToLine({float(self._line)});")
            self._line = None
        if calls:
            self._busy = True
            self._run("".join(calls), lambda: self._on_pushed(wanted))
            self._shown = wanted

    def _on_pushed(self, rendering: Rendering) -> None:
        self._busy = False
        self.patched.emit(rendering)
        self._push()

    def _run(self, script: str, then: object = None) -> None:
        if self._page is None or not self._loaded:
            return
        from editor.gui.preview.page import WORLD

        page = self._page

        def on_done(_result: object) -> None:
            if callable(then) and isValid(page):  # a page that is torn down answers what it was asked last
                then()

        page.runJavaScript(script, WORLD, on_done)

    # -- what the reader does ------------------------------------------------------------------------------------
    def _on_scrolled(self, line: float) -> None:
        self._kept_line = None
        if self._in_step:
            self.view_scrolled.emit(line)

    def _on_followed(self, address: str) -> None:
        url = QUrl(address)
        if url.isValid() and url.scheme() in ("http", "https", "mailto"):
            self.link_clicked.emit(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))

    def _on_sync_toggled(self, on: bool) -> None:
        self._kept_line = None
        if on != self._in_step:
            self._in_step = on
            self.scroll_sync_changed.emit(on)

    def _set_phone(self, on: bool) -> None:
        self._phone = on
        self._place_view()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_view()

    def _place_view(self) -> None:
        margin = max((self.width() - PHONE_WIDTH) // 2, 0) if self._phone else 0
        self._place.setContentsMargins(margin, 0, margin, 0)

    def _toggle_scheme(self) -> None:
        self._set_scheme("light" if self._scheme == "dark" else "dark")

    def _set_scheme(self, name: str) -> None:
        """The page has its own scheme: Chromium does not notice when the window's changes later."""
        self._scheme = name
        if self._server is not None:
            self._server.scheme = name
        if self._page is not None:
            self._page.setBackgroundColor((DARK if name == "dark" else LIGHT).paper)
        self._run(f"galley.setScheme({json.dumps(name)});")

    def _show_menu(self, at: QPoint) -> None:
        if self.view is None:
            return
        from PySide6.QtWebEngineCore import QWebEnginePage

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in (QWebEnginePage.WebAction.Copy, QWebEnginePage.WebAction.SelectAll):
            menu.addAction(self.view.pageAction(action))
        menu.popup(self.view.mapToGlobal(at))


def _give_own_window(ground: QWidget) -> None:
    """Make the ground of the page a native window of its own inside the window.

    WebEngine's view is a Quick widget. In the window itself it would make Qt replace the native window (which flashes
    and drops the keyboard focus), and from then on draw the whole window through OpenGL: a letter typed into the text
    would take ten milliseconds more to appear, and twice the processor's time.
    """
    ground.setAttribute(Qt.WidgetAttribute.WA_DontCreateNativeAncestors)
    ground.setAttribute(Qt.WidgetAttribute.WA_NativeWindow)
