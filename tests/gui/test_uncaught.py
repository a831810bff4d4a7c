"""Faults of the program are written down and told once; Qt's noise is not."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QtMsgType
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from editor.gui import uncaught as module
from editor.gui.uncaught import Uncaught


@pytest.fixture
def uncaught(tmp_path: Path, qapp: QApplication) -> Iterator[Uncaught]:
    hooks = sys.excepthook, threading.excepthook
    caught = Uncaught(tmp_path / "state")
    caught.install()
    yield caught
    caught.uninstall()
    sys.excepthook, threading.excepthook = hooks


def boxes() -> list[QMessageBox]:
    return [
        widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QMessageBox) and widget.isVisible()
    ]


def raise_uncaught(text: str) -> None:
    try:
        raise RuntimeError(text)
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def test_a_fault_is_written_to_the_log_and_told_once(
    uncaught: Uncaught, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    raise_uncaught("first")
    raise_uncaught("second")
    qtbot.waitUntil(lambda: len(boxes()) == 1)
    box = boxes()[0]
    assert "still in the window" in box.informativeText()
    assert "RuntimeError: first" in box.detailedText()
    log = uncaught.file.read_text(encoding="utf-8")
    assert "RuntimeError: first" in log
    assert "RuntimeError: second" in log
    assert "RuntimeError: first" in capsys.readouterr().err
    box.close()


def test_a_fault_in_another_thread_is_told_too(
    uncaught: Uncaught, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(boxes()) == 1)
    assert "ZeroDivisionError" in boxes()[0].detailedText()
    boxes()[0].close()


def test_noise_of_bare_machines_is_left_out(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="galley"):
        module._on_qt_message(QtMsgType.QtWarningMsg, None, "GBM is not supported with the current configuration")
        module._on_qt_message(QtMsgType.QtWarningMsg, None, "QPainter::begin: nothing to paint on")
    assert [record.getMessage() for record in caplog.records] == ["Qt: QPainter::begin: nothing to paint on"]
