"""Notices what other programs do to the site: to the open post, and to the folders of its posts."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from editor.gui.site_session import SiteSession

SETTLE = 200  # milliseconds: other programs write in several steps
MOST_FOLDERS = 500  # systems limit how many folders may be watched; a look on activation finds the rest


class DiskWatch(QObject):
    """Looks again where something changed, and everywhere when the window becomes active."""

    looked = Signal()  # the open post has been compared with the disk

    def __init__(self, session: SiteSession) -> None:
        super().__init__(session)
        self._session = session
        self._watcher = QFileSystemWatcher(self)
        self._post_soon = QTimer(self, singleShot=True, interval=SETTLE)
        self._list_soon = QTimer(self, singleShot=True, interval=SETTLE)
        self._post_soon.timeout.connect(self._look_at_post)
        self._list_soon.timeout.connect(session.refresh)
        self._watcher.fileChanged.connect(lambda _path: self._post_soon.start())
        self._watcher.directoryChanged.connect(self._on_folder_changed)
        session.listed.connect(self._watch_folders)
        session.post_shown.connect(self._watch_post)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_state)

    def _watch_folders(self) -> None:
        workspace = self._session.workspace
        if workspace is None:
            return
        parents = sorted({str(PurePosixPath(path).parent) for path in self._session.documents})[:MOST_FOLDERS]
        self._watch([str(workspace.site.root), *(str(workspace.site.absolute(parent)) for parent in parents)])

    def _watch_post(self) -> None:
        if old := self._watcher.files():
            self._watcher.removePaths(old)
        opened = self._session.posts.current
        if opened is not None:
            self._watch([str(opened.buffer.path)])

    def _watch(self, paths: list[str]) -> None:
        """Watch what exists and is not watched yet; where the system's limit is reached, activation must do."""
        watched = {*self._watcher.files(), *self._watcher.directories()}
        new = [path for path in dict.fromkeys(paths) if path not in watched and Path(path).exists()]
        if new:
            self._watcher.addPaths(new)

    def _on_folder_changed(self, _folder: str) -> None:
        self._list_soon.start()
        self._post_soon.start()

    def _look_at_post(self) -> None:
        self._session.saving.look_at_disk()
        self._watch_post()  # an atomic replacement by another program ends the watch of the old file
        self.looked.emit()

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and self._session.workspace is not None:
            self._look_at_post()
            self._list_soon.start()
