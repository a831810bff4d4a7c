"""The top bar: buttons are the commands themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from editor.gui.actions import Actions
from editor.gui.home_path import home_short
from editor.gui.top_bar import TopBar


@pytest.fixture
def actions(qtbot: QtBot) -> Actions:
    actions = Actions()
    actions.set_open(site=True, post=True)
    return actions


@pytest.fixture
def bar(actions: Actions, qtbot: QtBot) -> TopBar:
    bar = TopBar(actions)
    bar.resize(1100, 44)
    qtbot.addWidget(bar)
    bar.show()
    return bar


def button(bar: TopBar, text: str) -> QPushButton | QToolButton:
    return next(b for b in [*bar.findChildren(QPushButton), *bar.findChildren(QToolButton)] if b.text().strip() == text)


def test_it_names_the_site_and_its_folder(bar: TopBar) -> None:
    bar.set_site("The Daily <b>Proof</b>", Path.home() / "sites" / "daily-proof")
    texts = [label.text() for label in bar.findChildren(QLabel)]
    assert texts == ["The Daily <b>Proof</b>", "~/sites/daily-proof"]
    assert home_short(Path("/elsewhere/site")) == str(Path("/elsewhere/site"))


def test_buttons_trigger_their_commands(bar: TopBar, actions: Actions, qtbot: QtBot) -> None:
    for text, name in (("New post", "new_post"), ("Images", "images"), ("Export…", "export")):
        with qtbot.waitSignal(actions[name].triggered):
            qtbot.mouseClick(button(bar, text), Qt.MouseButton.LeftButton)


def test_buttons_are_enabled_with_their_commands(bar: TopBar, actions: Actions) -> None:
    actions.set_open(site=False, post=False)
    assert not button(bar, "New post").isEnabled()
    assert not button(bar, "Export…").isEnabled()


def test_publish_is_offered_for_drafts_only(bar: TopBar) -> None:
    assert not button(bar, "Publish").isVisible()
    bar.set_draft(True)
    assert button(bar, "Publish").isVisible()


def test_every_button_has_a_name_that_can_be_spoken(bar: TopBar) -> None:
    assert all(b.accessibleName() or b.text() for b in bar.findChildren(QToolButton))


def test_words_stand_apart_from_their_icon(bar: TopBar) -> None:
    for text in ("New post", "Images"):
        shown = button(bar, text)
        assert shown.accessibleName() == text
        assert shown.text().startswith(" ")
