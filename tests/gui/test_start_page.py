"""The start page: the ways into a site."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.gui.start_page import StartPage
from editor.gui.theme import LIGHT


@pytest.fixture
def page(qtbot: QtBot) -> StartPage:
    page = StartPage(LIGHT)
    page.resize(1000, 700)
    qtbot.addWidget(page)
    page.show()
    return page


def texts(page: StartPage) -> str:
    return " | ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text())


def test_the_buttons_ask_for_a_folder_and_for_the_sample(page: StartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.open_folder_wanted):
        qtbot.mouseClick(page.open_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.sample_wanted):
        qtbot.mouseClick(page.sample_button, Qt.MouseButton.LeftButton)


def test_a_recent_folder_opens_with_a_click(page: StartPage, tmp_path: Path, qtbot: QtBot) -> None:
    page.set_recent([tmp_path])
    with qtbot.waitSignal(page.folder_chosen) as chosen:
        qtbot.mouseClick(page.recent.rows[0].button, Qt.MouseButton.LeftButton)
    assert chosen.args == [tmp_path]


def test_a_missing_folder_is_told_and_can_only_be_removed(page: StartPage, tmp_path: Path, qtbot: QtBot) -> None:
    gone = tmp_path / "gone"
    page.set_recent([gone, tmp_path])
    assert not page.recent.rows[0].button.isEnabled()
    qtbot.waitUntil(lambda: "not there any more" in texts(page))
    with qtbot.waitSignal(page.recent_removed) as removed:
        qtbot.mouseClick(page.recent.rows[0].remove, Qt.MouseButton.LeftButton)
    assert removed.args == [gone]
    assert [row.folder for row in page.recent.rows] == [tmp_path]


def test_without_recent_folders_there_is_no_list(page: StartPage) -> None:
    page.set_recent([])
    assert "Recent" not in texts(page)


def drop(page: StartPage, data: QMimeData) -> None:
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(event)


def test_a_folder_can_be_dropped(page: StartPage, tmp_path: Path, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    with qtbot.waitSignal(page.folder_chosen) as chosen:
        drop(page, data)
    assert chosen.args == [tmp_path]


def test_a_dropped_web_address_is_nothing_to_open(page: StartPage, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/")])
    with qtbot.assertNotEmitted(page.folder_chosen):
        drop(page, data)


def test_an_error_is_told_literally_and_goes_again(page: StartPage) -> None:
    page.show_error("<i>x</i> is not a folder")
    assert "<i>x</i> is not a folder" in texts(page)
    page.show_error("")
    assert "not a folder" not in texts(page)
