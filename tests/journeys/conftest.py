"""The real window on a real site, with a fixed clock, answered dialogs, and Jekyll as the judge."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import md5
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import shiboken6
from PySide6.QtCore import QBuffer, QEvent, QIODevice, QMimeData, QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMessageBox, QPushButton, QWidget
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
            elif not character.isascii():  # of which QTest knows no key
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character))
            else:
                QTest.keyClicks(widget, character)
        _let_it_paint()

    @property
    def has_caret_in_text(self) -> bool:
        """Whether the text has the focus of the window (which need not be active, as another test's may be)."""
        return self.window.focusWidget() is self.text_edit

    @property
    def text_edit(self) -> QWidget:
        return self.window.text_pane.edit

    def field(self, name: str) -> QLineEdit:
        """The form's visible line edit with this accessible name."""
        edits = [edit for edit in self.window.form.findChildren(QLineEdit) if edit.isVisible()]
        found = [edit for edit in edits if edit.accessibleName() == name]
        assert len(found) == 1, f"{len(found)} fields {name!r}"
        return found[0]

    def save(self) -> None:
        """Press Ctrl+S and wait until the file is written."""
        with self.qtbot.waitSignal(self.session.saving.saved, timeout=10_000):
            self.do("save")

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the text."""
        QTest.keyClick(self.text_edit, key, modifiers)
        _let_it_paint()

    def paste(self, content: QImage | QMimeData) -> None:
        """Put something on the clipboard and press Ctrl+V in the text."""
        clipboard = QApplication.clipboard()
        clipboard.setImage(content) if isinstance(content, QImage) else clipboard.setMimeData(content)
        self.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    @staticmethod
    def drop(widget: QWidget, mime: QMimeData) -> None:
        """Drop something in the middle of a widget; what it does not accept does not arrive, as in Qt itself."""
        place = widget.rect().center()
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        entering = QDragEnterEvent(QPoint(place), Qt.DropAction.CopyAction, mime, left, none)
        QApplication.sendEvent(widget, entering)
        if entering.isAccepted():
            QApplication.sendEvent(widget, QDropEvent(place, Qt.DropAction.CopyAction, mime, left, none))

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds."""
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=10_000)

    @contextmanager
    def at_dialog(self, kind: type[QDialog], act: Callable[[Any], object]) -> Iterator[None]:
        """What is done within opens a dialog of this kind; `act` is what the writer does there."""
        faults: list[BaseException] = []
        done: list[QDialog] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, kind) or done:
                return
            done.append(dialog)
            try:
                act(dialog)
            except BaseException as fault:
                faults.append(fault)
            finally:
                if dialog.isVisible():  # a dialog left open would hang the test
                    dialog.reject()

        clock = QTimer(interval=5)
        clock.timeout.connect(look)
        clock.start()
        yield
        self.until(lambda: done)
        clock.stop()
        if faults:
            raise faults[0]

    def ask_page(self, script: str) -> Any:
        """The value of a JavaScript expression in the preview's page."""
        from editor.gui.preview.page import WORLD

        self.until(lambda: self.window.preview.view is not None)
        answers: list[str] = []
        # Arrays do not come through as they are.
        whole = f"JSON.stringify(eval({json.dumps(script)}) ?? null)"
        self.window.preview.view.page().runJavaScript(whole, WORLD, answers.append)
        self.until(lambda: answers)
        return json.loads(answers[0] or "null")

    def shows(self, script: str) -> None:
        """Wait until a JavaScript expression is true in the preview's page."""
        self.until(lambda: self.ask_page(script))

    def banner(self, key: str) -> str:
        """The text of a banner that the writer can see, "" without one."""
        banner = self.window.banners.banner(key)
        return banner.text if banner is not None and banner.isVisible() else ""

    @property
    def status(self) -> list[str]:
        """What the status bar shows."""
        bar = self.window.status_bar
        parts = [*bar.findChildren(QLabel), *bar.findChildren(QPushButton)]
        return [part.text() for part in parts if part.isVisible() and part.text()]

    def labels(self, widget: QWidget) -> list[str]:
        """The texts of the labels that are visible in a widget."""
        return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]

    def button(self, widget: QWidget, text: str) -> QPushButton:
        """The visible button with this text."""
        found = [each for each in widget.findChildren(QPushButton) if each.text() == text and each.isVisible()]
        assert len(found) == 1, f"{len(found)} buttons {text!r}"
        return found[0]

    @property
    def url(self) -> str:
        """The URL that the window shows for the open post."""
        return self.window.quiet_line.words.address

    def built_page(self, built: Path, baseurl: str = "") -> str:
        """What Jekyll has built at the URL that the window shows."""
        assert self.url.startswith(f"{baseurl}/")
        return (built / unquote(self.url).removeprefix(f"{baseurl}/")).read_text(encoding="utf-8")

    def close(self) -> None:
        self.window.close()


def _let_it_paint() -> None:
    """What a key means for the post is worked out when its letter has been painted."""
    QTest.qWait(1)


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
    QApplication.clipboard().clear()  # what Python has put there must not outlive Python
    shiboken6.delete(window)


@pytest.fixture
def picture() -> Callable[..., QImage]:
    """A picture of 30 × 20 pixels in a colour."""

    def make(color: str = "#336699") -> QImage:
        image = QImage(30, 20, QImage.Format.Format_RGB32)
        image.fill(QColor(color))
        return image

    return make


@pytest.fixture
def png(picture: Callable[..., QImage]) -> Callable[..., bytes]:
    """The bytes of a picture as PNG."""

    def make(color: str = "#336699") -> bytes:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        assert picture(color).save(buffer, "PNG")
        return bytes(buffer.data().data())

    return make


@pytest.fixture
def digest() -> Callable[[bytes], str]:
    """The MD5 of bytes, in hexadecimal."""
    return lambda data: md5(data, usedforsecurity=False).hexdigest()


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
