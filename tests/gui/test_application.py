"""The program as it is started: opens what it is given, closes cleanly on a signal, follows the colours."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.gui.application import BETTER_FONTS, GENERIC_FONTS, build, interface_font
from editor.gui.theme import DARK, LIGHT
from editor.gui.window import MainWindow
from editor.settings import Folders, Settings, load_session, load_settings, save_settings


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(config=tmp_path / "config", cache=tmp_path / "cache", state=tmp_path / "state")


@pytest.fixture
def window(folders: Folders, qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    save_settings(folders, Settings(color_scheme="light"))
    window, _session = build(folders)
    qtbot.addWidget(window)
    yield window
    window.close()
    qapp.setStyleSheet("")


def test_the_colours_are_the_writers_choice_and_remembered(
    window: MainWindow, folders: Folders, qapp: QApplication
) -> None:
    assert window.theme is LIGHT
    window.actions_by_name["theme_dark"].trigger()
    assert window.theme is DARK
    assert qapp.palette().base().color().name().upper() == DARK.paper
    assert load_settings(folders).color_scheme == "dark"
    assert window.actions_by_name["theme_dark"].isChecked()


def test_scroll_sync_is_remembered(window: MainWindow, folders: Folders) -> None:
    window.preview.scroll_sync_changed.emit(False)
    assert load_settings(folders).scroll_sync is False


def test_the_systems_interface_font_is_kept_and_a_generic_one_improved(qapp: QApplication) -> None:
    chosen = QFont("Some Desktop Font")
    assert interface_font(chosen) is chosen
    improved = interface_font(QFont("Sans Serif", 9))
    assert improved.family() in (*BETTER_FONTS, *GENERIC_FONTS)


SCRIPT = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from PySide6.QtCore import QTimer
    from editor.gui import application, window

    show = window.MainWindow.show
    def shown(self):
        show(self)
        QTimer.singleShot(300, lambda: print("shown", self.windowTitle(), flush=True))
    window.MainWindow.show = shown
    sys.exit(application.run(Path(sys.argv[1]) if sys.argv[1:] else None))
    """
)


Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts the program with a home of its own; ends it, whatever the test finds."""
    started: list[subprocess.Popen[str]] = []

    def launch(*arguments: str) -> subprocess.Popen[str]:
        environment = os.environ | {"GALLEY_HOME": str(tmp_path / "home"), "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-c", SCRIPT, *arguments]
        pipe = subprocess.PIPE
        process = subprocess.Popen(command, env=environment, stdout=pipe, stderr=pipe, text=True, encoding="utf-8")
        started.append(process)
        return process

    yield launch
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


def first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to send")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_closes_the_window_cleanly(start: Start, tmp_path: Path, number: signal.Signals) -> None:
    process = start()
    assert first_line(process).startswith("shown Galley")
    process.send_signal(number)
    _output, errors = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "Traceback" not in errors
    state = tmp_path / "home" / "state"
    assert load_session(Folders(config=state, cache=state, state=state)).geometry


@pytest.mark.slow
@pytest.mark.web
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to send")
def test_it_opens_the_post_it_is_given(start: Start, site_folder: Path) -> None:
    process = start(str(site_folder / "_posts" / "2025-11-21-big-news.md"))
    assert "Big News: Steve Rosenberg" in first_line(process)
    process.terminate()
    _output, errors = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "Traceback" not in errors
