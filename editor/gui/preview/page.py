"""The web page behind the preview: what it may load, where it may go (nowhere), and how it speaks with Galley.

Only this module and `scheme` import QtWebEngine; the preview imports it once the window stands.
"""

from __future__ import annotations

import json
from pathlib import Path
from string import Template

from PySide6.QtCore import QBuffer, QByteArray, QFile, QIODevice, QObject, QUrl, Signal, Slot
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlSchemeHandler,
)

from editor.gui.preview.scheme import PAGE, SCHEME
from editor.gui.preview.site_files import find_file
from editor.resources import resource

# Our own script runs here. Scripts of the page's own world are off and refused by the policy besides.
WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value

_POLICY = (
    b"default-src 'none'; img-src galley: data:; media-src galley:; style-src 'unsafe-inline'; script-src 'none'; "
    b"object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

_On = QWebEngineSettings.WebAttribute
_SWITCHES = {
    _On.JavascriptEnabled: False,
    _On.JavascriptCanOpenWindows: False,
    _On.LocalStorageEnabled: False,
    _On.LocalContentCanAccessRemoteUrls: False,
    _On.LocalContentCanAccessFileUrls: False,
    _On.PluginsEnabled: False,
    _On.PdfViewerEnabled: False,
    _On.FullScreenSupportEnabled: False,
    _On.HyperlinkAuditingEnabled: False,
    _On.AutoLoadIconsForPage: False,
    _On.DnsPrefetchEnabled: False,
    _On.NavigateOnDropEnabled: False,
    _On.FocusOnNavigationEnabled: False,
    _On.ErrorPageEnabled: False,
    _On.PlaybackRequiresUserGesture: True,
}


class Bridge(QObject):
    """What the page's script may say to Galley; each slot only passes on."""

    scrolled = Signal(float)
    clicked = Signal(int)
    note_clicked = Signal(str)
    followed = Signal(str)
    image_wanted = Signal()
    painted = Signal()

    @Slot(float)
    def tell_scrolled(self, line: float) -> None:
        self.scrolled.emit(line)

    @Slot(int)
    def tell_clicked(self, line: int) -> None:
        self.clicked.emit(line)

    @Slot(str)
    def tell_note_clicked(self, name: str) -> None:
        self.note_clicked.emit(name)

    @Slot(str)
    def follow(self, address: str) -> None:
        self.followed.emit(address)

    @Slot()
    def want_image(self) -> None:
        self.image_wanted.emit()

    @Slot()
    def tell_painted(self) -> None:
        self.painted.emit()


class SiteServer(QWebEngineUrlSchemeHandler):
    """Answers `galley://site/…`: the preview's own page, and the pictures of the open site."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._root: Path | None = None
        self._baseurl = ""
        self.scheme = "light"  # of the page when it is loaded, so that it does not flash

    def set_site(self, root: Path, baseurl: str) -> None:
        """Serve the pictures of this folder from now on."""
        self._root, self._baseurl = root, baseurl

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        url = job.requestUrl()
        if bytes(job.requestMethod().data()) != b"GET" or url.host() != "site":
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)
            return
        # The value has to be a list: a bare one would be taken apart into letters, and the policy would do nothing.
        job.setAdditionalResponseHeaders(
            {b"Content-Security-Policy": [_POLICY], b"X-Content-Type-Options": [b"nosniff"]}  # type: ignore[dict-item]
        )
        if url.toString() == PAGE:
            buffer = QBuffer(job)
            buffer.setData(QByteArray(_page_source(self.scheme).encode()))
            buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            job.reply(b"text/html", buffer)
            return
        self._reply_file(job, url.path(QUrl.ComponentFormattingOption.FullyEncoded))

    def _reply_file(self, job: QWebEngineUrlRequestJob, path: str) -> None:
        found = find_file(self._root, self._baseurl, path) if self._root else None
        if found is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        file = QFile(str(found[0]), job)
        if not file.open(QIODevice.OpenModeFlag.ReadOnly):
            job.fail(QWebEngineUrlRequestJob.Error.RequestFailed)
            return
        job.reply(found[1].encode(), file)


class Guard(QWebEngineUrlRequestInterceptor):
    """Blocks every request that is not for our own scheme or written into the page itself."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        if info.requestUrl().scheme() not in (SCHEME.decode(), "data"):
            info.block(True)


class PreviewPage(QWebEnginePage):
    """One page that is loaded by us and never goes anywhere else."""

    def __init__(self, profile: QWebEngineProfile, parent: QObject, *, texts: dict[str, str]) -> None:
        super().__init__(profile, parent)
        self._may_load = False
        self.bridge = Bridge(self)
        channel = QWebChannel(self)
        channel.registerObject("bridge", self.bridge)
        self.setWebChannel(channel, WORLD)
        for attribute, on in _SWITCHES.items():
            self.settings().setAttribute(attribute, on)
        self.permissionRequested.connect(QWebEnginePermission.deny)
        self.scripts().insert(_script(texts))

    def load_page(self) -> None:
        """Load the preview's page, the only navigation there is."""
        self._may_load = True
        self.load(QUrl(PAGE))

    def acceptNavigationRequest(
        self,
        url: QUrl | str,
        type: QWebEnginePage.NavigationType,  # noqa: A002, ARG002 - Qt's name
        isMainFrame: bool,  # noqa: N803 - Qt's name
    ) -> bool:
        allowed = self._may_load and isMainFrame and QUrl(url).toString() == PAGE
        self._may_load = False
        return allowed

    def createWindow(self, type: QWebEnginePage.WebWindowType) -> QWebEnginePage | None:  # type: ignore[override]  # noqa: A002, ARG002
        return None

    def javaScriptConsoleMessage(self, *_message: object) -> None:
        """What posts make Chromium say (refused scripts, broken styles) is not for the terminal."""


def make_profile(parent: QObject) -> tuple[QWebEngineProfile, SiteServer]:
    """An off-the-record profile that serves our scheme and blocks everything else. Must outlive its page."""
    profile = QWebEngineProfile(parent)
    server = SiteServer(profile)
    profile.installUrlSchemeHandler(SCHEME, server)
    profile.setUrlRequestInterceptor(Guard(profile))
    profile.downloadRequested.connect(lambda download: download.cancel())
    return profile, server


def _page_source(scheme: str) -> str:
    def read(name: str) -> str:
        return resource(f"preview/{name}").read_text(encoding="utf-8")

    return Template(read("page.html")).substitute(
        scheme=scheme, article=read("article.css"), preview=read("preview.css")
    )


def _script(texts: dict[str, str]) -> QWebEngineScript:
    channel = QFile(":/qtwebchannel/qwebchannel.js")
    channel.open(QIODevice.OpenModeFlag.ReadOnly)
    parts = (
        bytes(channel.readAll().data()).decode(),
        f"const texts = {json.dumps(texts)};",
        resource("preview/preview.js").read_text(encoding="utf-8"),
    )
    script = QWebEngineScript()
    script.setName("galley")
    script.setWorldId(WORLD)
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentReady)
    script.setSourceCode("\n".join(parts))
    return script
