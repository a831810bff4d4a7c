"""Banners: told in plain text, with buttons, gone when dismissed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from editor.gui.banner import BannerArea
from editor.gui.theme import DARK, LIGHT


@pytest.fixture
def area(qtbot: QtBot) -> BannerArea:
    area = BannerArea(LIGHT)
    area.resize(800, 200)
    qtbot.addWidget(area)
    return area


def texts(area: BannerArea) -> list[str]:
    banners = [area.banner(key) for key in "abc"]
    return [banner.text for banner in banners if banner is not None]


def test_a_banner_shows_its_text_literally(area: BannerArea) -> None:
    banner = area.show_banner("save", kind="error", text="<b>Could</b> not save")
    assert area.isVisible()
    assert banner.accessibleName() == "<b>Could</b> not save"
    label = next(label for label in area.findChildren(QLabel) if label.text())
    assert label.text() == "<b>Could</b> not save"
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_button_does_what_it_says(area: BannerArea, qtbot: QtBot) -> None:
    pressed: list[str] = []
    banner = area.show_banner(
        "conflict", kind="warning", text="Changed", buttons=[("Keep mine", lambda: pressed.append("mine"))]
    )
    qtbot.mouseClick(banner.buttons[0], Qt.MouseButton.LeftButton)
    assert pressed == ["mine"]


def test_the_same_key_replaces_and_other_keys_stay(area: BannerArea) -> None:
    area.show_banner("a", kind="info", text="One")
    area.show_banner("b", kind="info", text="Two")
    area.show_banner("a", kind="info", text="Three")
    assert sorted(texts(area)) == ["Three", "Two"]


def test_it_goes_when_hidden_dismissed_or_escaped(area: BannerArea, qtbot: QtBot) -> None:
    area.show_banner("a", kind="info", text="One")
    area.hide("a")
    area.hide("never there")
    assert not area.isVisible()
    banner = area.show_banner("a", kind="info", text="Two")
    qtbot.mouseClick(banner.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert area.banner("a") is None
    banner = area.show_banner("a", kind="info", text="Three")
    qtbot.keyClick(banner, Qt.Key.Key_Escape)
    assert not area.isVisible()


def test_hiding_without_a_key_takes_all_away(area: BannerArea) -> None:
    area.show_banner("a", kind="info", text="One")
    area.show_banner("b", kind="info", text="Two")
    area.hide()
    assert not area.isVisible()
    assert area.banner("b") is None


def test_where_room_is_short_the_whole_text_is_shown_and_the_buttons_go_below(area: BannerArea, qtbot: QtBot) -> None:
    text = "This post was changed by another program at 18:42. Your version has unsaved edits."
    nothing = [("Compare…", lambda: None), ("Keep mine", lambda: None), ("Load theirs", lambda: None)]
    area.resize(420, 200)
    banner = area.show_banner("a", kind="warning", text=text, buttons=nothing)
    label = next(label for label in banner.findChildren(QLabel) if label.text())
    qtbot.waitUntil(lambda: banner.buttons[0].y() > 28 and label.height() >= label.heightForWidth(label.width()) > 0)


def test_it_follows_the_theme(area: BannerArea) -> None:
    area.show_banner("a", kind="warning", text="One")
    area.set_theme(DARK)
    assert texts(area) == ["One"]
