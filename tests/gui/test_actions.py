"""The table of commands: complete, without clashes, and the same in menus and keys."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from editor.gui.actions import Actions, words
from editor.gui.commands import MENUS, Command, Menu, commands, key_sequences
from editor.gui.theme import DARK
from editor.resources import resource

ALL = [command for menu in MENUS for command in commands(menu)]


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


def test_no_two_commands_share_a_name_or_a_key(window: QMainWindow) -> None:
    assert [name for name, count in Counter(command.name for command in ALL).items() if count > 1] == []
    keys = Counter(key.toString() for command in ALL for key in key_sequences(command))
    assert [key for key, count in keys.items() if count > 1] == []


def test_the_keys_that_the_design_promises(window: QMainWindow) -> None:
    actions = Actions(window)
    promised = {
        "new_post": "Ctrl+N",
        "open_folder": "Ctrl+O",
        "go_to_post": "Ctrl+P",
        "save": "Ctrl+S",
        "undo": "Ctrl+Z",
        "redo": "Ctrl+Shift+Z",
        "bold": "Ctrl+B",
        "italic": "Ctrl+I",
        "link": "Ctrl+K",
        "image": "Ctrl+Shift+I",
        "find": "Ctrl+F",
        "replace": "Ctrl+H",
        "full_screen": "F11",
        "publish": "Ctrl+Shift+Return",
        "view_text": "Ctrl+1",
        "view_both": "Ctrl+2",
        "view_preview": "Ctrl+3",
        "sidebar": "F9",
        "go_to_text": "F6",
    }
    missing = {name for name, key in promised.items() if QKeySequence(key) not in actions[name].shortcuts()}
    assert missing == set()


def mnemonics(menu: Menu) -> list[str]:
    texts = [row.text for row in menu.rows if isinstance(row, Command | Menu)]
    return [text[text.index("&") + 1].lower() for text in texts]


@pytest.mark.parametrize(
    "menu", [*MENUS, *(row for m in MENUS for row in m.rows if isinstance(row, Menu) and row.rows)]
)
def test_every_row_of_a_menu_has_a_letter_of_its_own(menu: Menu) -> None:
    assert [letter for letter, count in Counter(mnemonics(menu)).items() if count > 1] == []


def test_menus_show_every_command_once(window: QMainWindow) -> None:
    actions = Actions(window)
    actions.fill(window.menuBar())
    shown = Counter(
        action.objectName() for menu in actions.menus.values() for action in menu.actions() if not action.menu()
    )
    del shown[""]  # separators
    assert shown == {command.name: 1 for command in ALL}
    assert isinstance(actions.menus["recent"], QMenu)


def test_commands_wait_for_a_site_and_a_post(window: QMainWindow) -> None:
    actions = Actions(window)
    assert not actions["save"].isEnabled()
    assert not actions["new_post"].isEnabled()
    assert actions["open_folder"].isEnabled()
    actions.set_open(site=True, post=False)
    assert actions["new_post"].isEnabled()
    assert not actions["bold"].isEnabled()
    actions.set_open(site=True, post=True)
    assert actions["bold"].isEnabled()


def test_view_modes_exclude_each_other(window: QMainWindow) -> None:
    actions = Actions(window)
    actions["view_text"].setChecked(True)
    assert not actions["view_both"].isChecked()
    assert not actions["view_preview"].isChecked()


def test_tool_tips_tell_the_key(window: QMainWindow) -> None:
    assert Actions(window)["save"].toolTip() == "Save (Ctrl+S)"
    assert words("&New Post…") == "New Post"


def test_icons_exist_and_follow_the_theme(window: QMainWindow) -> None:
    assert [
        command.icon for command in ALL if command.icon and not resource(f"icons/{command.icon}.svg").is_file()
    ] == []
    actions = Actions(window)
    actions.set_theme(DARK)
    assert not actions["save"].icon().isNull()
