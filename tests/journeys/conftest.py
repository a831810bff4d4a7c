"""The real window on a real site, with a fixed clock, answered dialogs, and Jekyll as the judge."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.application import build
from editor.gui.site_session import SiteSession
from editor.gui.window import MainWindow
from editor.settings import Folders

NOW = datetime(2026, 3, 14, 9, 26, 53, tzinfo=UTC)


@dataclass
class Desk:
    """A writer at the window."""

    window: MainWindow
    session: SiteSession
    qtbot: QtBot

    def open(self, path: Path) -> None:
        """Open a folder or post, and wait until the list is read and the post is shown."""
        with self.qtbot.waitSignal(self.session.listed, timeout=10_000):
            assert self.session.open_path(path)
        if self.session.posts.current is not None:
            self.wait_rendered()

    def wait_rendered(self) -> None:
        """Wait until the page shows the post as it stands."""
        self.qtbot.waitUntil(lambda: self._is_rendered(), timeout=20_000)

    def _is_rendered(self) -> bool:
        return not self.session.posts.is_rendering

    def do(self, command: str) -> None:
        """Trigger a command of the menus."""
        action = self.window.actions_by_name[command]
        assert action.isEnabled(), f"{command} is disabled"
        action.trigger()

    def type_at_end(self, text: str) -> None:
        """Put the caret at the end of the text and type."""
        edit = self.text_edit
        edit.setFocus()
        QTest.keyClick(edit, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        self.type(edit, text)

    @staticmethod
    def type(widget: QWidget, text: str) -> None:
        for character in text:
            if character == "\n":
                QTest.keyClick(widget, Qt.Key.Key_Return)
            else:
                QTest.keyClicks(widget, character)

    @property
    def text_edit(self) -> QWidget:
        return self.window.text_pane.edit

    def field(self, name: str) -> QLineEdit:
        """The form's line edit with this accessible name."""
        found = [edit for edit in self.window.form.findChildren(QLineEdit) if edit.accessibleName() == name]
        assert found, f"no field {name!r}"
        return found[0]

    def save(self) -> None:
        """Press Ctrl+S and wait until the file is written."""
        with self.qtbot.waitSignal(self.session.saving.saved, timeout=10_000):
            self.do("save")

    @property
    def url(self) -> str:
        """The URL that the window shows for the open post."""
        return self.window.quiet_line.text().rpartition(" → ")[2]

    def close(self) -> None:
        self.window.close()


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    own = tmp_path / "own"
    return Folders(config=own / "config", cache=own / "cache", state=own / "state")


@pytest.fixture
def desk(qtbot: QtBot, folders: Folders, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """The window, shown, with nothing open. What is unsaved at the end is discarded."""
    window, session = build(folders, now=lambda: NOW)
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    yield Desk(window, session, qtbot)
    monkeypatch.setattr(session, "ask_to_save", lambda _names: QMessageBox.StandardButton.Discard)
    window.close()
    shiboken6.delete(window)


@pytest.fixture
def build_with_jekyll(tmp_path: Path) -> Callable[[Path], Path]:
    """Builds a folder with real Jekyll and gives the destination."""

    def build_site(folder: Path) -> Path:
        destination = tmp_path / f"built-{folder.name}"
        command = ["jekyll", "build", "--source", folder, "--destination", destination, "--disable-disk-cache"]
        done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return destination

    return build_site
