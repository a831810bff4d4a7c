"""Notices what other programs do to the site: to the open post, its configuration and layouts, and its folders."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from editor.gui.site_session import SiteSession
from editor.site.config import CONFIG_NAMES
from editor.site.gem_lock import GEM_LOCK
from editor.site.site import Site

SETTLE = 200  # milliseconds: other programs write in several steps
MOST_FOLDERS = 500  # systems limit how many folders may be watched; a look on activation finds the rest
MOST_LAYOUT_FOLDERS = 50
POLL = 1000  # milliseconds between two looks at the files that the system would not watch


class DiskWatch(QObject):
    """Looks again where something changed, and everywhere when the window becomes active."""

    looked = Signal()  # the open post has been compared with the disk

    def __init__(self, session: SiteSession) -> None:
        super().__init__(session)
        self._session = session
        self._watcher = QFileSystemWatcher(self)
        self._post_soon = QTimer(self, singleShot=True, interval=SETTLE)
        self._list_soon = QTimer(self, singleShot=True, interval=SETTLE)
        self._seen: dict[str, _State] = {}  # the files, as they were when they were looked at last
        self._inodes: dict[str, int | None] = {}  # of the files that the watches are set on
        self._unwatched: list[str] = []  # those past the system's limit
        self._poll = QTimer(self, interval=POLL)
        self._post_soon.timeout.connect(self._look_at_post)
        self._list_soon.timeout.connect(self._look_at_site)
        self._poll.timeout.connect(self._look_at_unwatched)
        self._watcher.fileChanged.connect(self._on_file_changed)
        self._watcher.directoryChanged.connect(self._on_folder_changed)
        session.site_opened.connect(self._watch_site)
        session.listed.connect(self._watch_site)
        session.post_shown.connect(self._watch_files)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_state)

    # -- what is watched -------------------------------------------------------------------------------------------
    def _watch_site(self) -> None:
        workspace = self._session.workspace
        if workspace is not None:
            self._watch([*_site_folders(workspace.site), *self._post_folders(workspace.site)])
            self._watch_files()

    def _post_folders(self, site: Site) -> list[str]:
        parents = sorted({path.rpartition("/")[0] for path in self._session.documents})[:MOST_FOLDERS]
        return [str(site.absolute(parent)) for parent in parents]

    def _watch_files(self) -> None:
        """The open post and the configuration, each as the file that has this name now.

        Another program's atomic replacement puts a new file there, and the watch stays with the old one. What happens
        before the new watch begins is told by the file's state.
        """
        states = {path: _state(path) for path in self._files()}
        inodes = {path: state[2] if state else None for path, state in states.items()}
        if stale := [path for path in self._watcher.files() if inodes.get(path) != self._inodes.get(path)]:
            self._watcher.removePaths(stale)
        self._inodes = inodes
        self._unwatched = self._watch(list(states))
        self._poll.start() if self._unwatched else self._poll.stop()
        seen, self._seen = self._seen, states
        for path, state in states.items():
            if seen.get(path, state) != state:
                self._on_file_changed(path)

    def _files(self) -> Iterator[str]:
        yield from self._config_files()
        if self._session.posts.current is not None:
            yield str(self._session.posts.current.buffer.path)

    def _config_files(self) -> Iterator[str]:
        workspace = self._session.workspace
        if workspace is not None:
            yield from (str(workspace.site.absolute(name)) for name in _config_names(workspace.site))

    def _watch(self, paths: list[str]) -> list[str]:
        """Watch what exists and is not watched yet; gives what the system would not watch."""
        watched = {*self._watcher.files(), *self._watcher.directories()}
        new = [path for path in dict.fromkeys(paths) if path not in watched and Path(path).exists()]
        return self._watcher.addPaths(new) if new else []

    # -- what happens ----------------------------------------------------------------------------------------------
    def _on_file_changed(self, path: str) -> None:
        (self._list_soon if path in self._config_files() else self._post_soon).start()

    def _on_folder_changed(self, _folder: str) -> None:
        self._list_soon.start()
        self._post_soon.start()

    def _look_at_unwatched(self) -> None:
        for path in self._unwatched:
            if (now := _state(path)) != self._seen.get(path):
                self._seen[path] = now
                self._on_file_changed(path)

    def _look_at_post(self) -> None:
        self._note_states()
        self._session.saving.look_at_disk()
        self._watch_files()
        self.looked.emit()

    def _look_at_site(self) -> None:
        self._note_states()
        self._session.refresh()
        self._watch_files()

    def _note_states(self) -> None:
        """What is read from now on is as new as this, at least."""
        self._seen = {path: _state(path) for path in self._seen}

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and self._session.workspace is not None:
            self._look_at_post()
            self._list_soon.start()


_State = tuple[int, int, int] | None


def _state(path: str) -> _State:
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _config_names(site: Site) -> Iterator[str]:
    """What `Site.opened_again` reads."""
    yield from (*CONFIG_NAMES, *site.config.files, GEM_LOCK)


def _site_folders(site: Site) -> Iterator[str]:
    """The site's own folder, where new posts go, and the layouts with their subfolders."""
    yield str(site.root)
    yield from (str(site.absolute(folder)) for folder in (site.posts_folder, site.drafts_folder))
    yield from (str(site.absolute(name).parent) for name in site.config.files)
    layouts = os.walk(site.root / site.config.layouts_dir)
    yield from islice((path for path, _folders, _files in layouts), MOST_LAYOUT_FOLDERS)
