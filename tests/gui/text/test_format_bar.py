"""The format bar's buttons are the window's commands."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from editor.gui.text.format_bar import FormatBar
from editor.gui.theme import DARK, LIGHT

_PLAIN = [
    "bold",
    "italic",
    "strikethrough",
    "quote",
    "bullets",
    "numbers",
    "tasks",
    "table",
    "image",
    "code_block",
    "link",
]
_NAMES = [*_PLAIN, "heading_1", "heading_2", "heading_3", "heading_4", "heading_0", "hide_details"]


@pytest.fixture
def actions(qtbot: QtBot) -> dict[str, QAction]:
    made = {name: QAction(f"&{name}…") for name in _NAMES}
    made["hide_details"].setCheckable(True)
    return made


@pytest.fixture
def bar(qtbot: QtBot, actions: dict[str, QAction]) -> FormatBar:
    bar = FormatBar()
    qtbot.addWidget(bar)
    bar.set_actions(actions)
    bar.set_theme(LIGHT)
    return bar


def button(bar: FormatBar, name: str) -> QToolButton:
    return next(found for found in bar.findChildren(QToolButton) if found.accessibleName() == name)


def test_every_button_triggers_its_command(bar: FormatBar, actions: dict[str, QAction]) -> None:
    told: list[str] = []
    for name in _PLAIN:
        actions[name].triggered.connect(lambda _checked=False, name=name: told.append(name))
        button(bar, name).click()
    assert told == _PLAIN


def test_every_button_has_an_icon_a_name_and_can_be_reached_by_keyboard(bar: FormatBar) -> None:
    bar.set_theme(DARK)
    for found in bar.findChildren(QToolButton):
        assert not found.icon().isNull()
        assert found.accessibleName()
        assert found.focusPolicy().value & 1


def test_the_heading_button_offers_the_levels(bar: FormatBar, actions: dict[str, QAction]) -> None:
    menu = button(bar, "Heading").menu()
    assert menu is not None
    assert menu.actions() == [
        actions[name] for name in ("heading_1", "heading_2", "heading_3", "heading_4", "heading_0")
    ]


def test_the_details_button_says_what_it_will_do(bar: FormatBar, actions: dict[str, QAction]) -> None:
    button(bar, "Hide details").click()
    assert actions["hide_details"].isChecked()
    button(bar, "Show details").click()
    assert not actions["hide_details"].isChecked()


def test_without_a_post_the_buttons_rest(bar: FormatBar, actions: dict[str, QAction]) -> None:
    for action in actions.values():
        action.setEnabled(False)
    for name in ("bold", "Hide details", "Heading"):
        assert not button(bar, name).isEnabled()


@pytest.mark.parametrize("width", [900, 500, 340, 200])
def test_every_command_is_there_in_any_width(bar: FormatBar, width: int, qtbot: QtBot) -> None:
    for step in (100, 700, 300, width):
        bar.resize(step, 40)
        bar.show()
    shown = [found.accessibleName() for found in bar.findChildren(QToolButton) if found.isVisible()]
    more = button(bar, "More formats")
    listed = [action.text().replace("&", "").rstrip("…") for action in more.menu().actions()]
    assert set(_PLAIN) <= {*shown, *listed}
    assert not set(shown) & set(listed)
    assert ("More formats" in shown) == bool(listed) == (width < 500)
    details = button(bar, "Hide details")
    assert details.geometry().right() < bar.width()
