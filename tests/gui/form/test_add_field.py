"""“Add field…” offers keys of other posts, or takes a new name with a kind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from editor.gui.form.add_field import AddField


def open_menu(at):
    menu = at.pane.findChild(AddField).menu
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions() if action.text()}


def test_offers_only_keys_that_the_post_has_not(desk, big_news):
    assert list(open_menu(desk(big_news))) == ["toc", "subtitle", "Other…"]


def test_a_key_from_the_menu_comes_as_a_row_with_the_focus(desk, big_news):
    at = desk(big_news)
    open_menu(at)["subtitle"].trigger()
    assert at.front_matter.values["subtitle"] == ""
    assert QApplication.focusWidget() is at.editor("subtitle")
    at.type("Hi")
    assert at.front_matter.values["subtitle"] == "Hi"


@pytest.mark.parametrize(
    ("kind", "value", "widget"),
    [
        ("text", "", "TextField"),
        ("long text", "", "LongTextField"),
        ("number", 0, "NumberField"),
        ("switch", True, "SwitchField"),
        ("list", [], "ChipsField"),
    ],
)
def test_a_new_name_gets_a_field_of_its_kind(desk, big_news, kind, value, widget):
    at = desk(big_news)
    open_menu(at)["Other…"].trigger()
    row = at.pane.findChild(AddField).row
    kinds = row.findChild(QComboBox)
    kinds.setCurrentIndex(kinds.findData(kind))
    at.type("mood")
    at.press(Qt.Key.Key_Return)
    assert at.front_matter.values["mood"] == value
    assert type(at.field("mood")).__name__ == widget
    assert not row.isVisible()


def test_a_new_date_is_now(desk, big_news):
    at = desk(big_news)
    open_menu(at)["Other…"].trigger()
    row = at.pane.findChild(AddField).row
    row.findChild(QComboBox).setCurrentIndex(row.findChild(QComboBox).findData("date"))
    at.type("updated")
    row.findChild(QPushButton).click()
    assert type(at.field("updated")).__name__ == "DateField"


@pytest.mark.parametrize("name", ["author", "title", "", "a: b", "- x", "x\t", "#x"])
def test_a_name_that_cannot_be_is_refused(desk, big_news, name):
    at = desk(big_news)
    open_menu(at)["Other…"].trigger()
    row = at.pane.findChild(AddField).row
    row.name.setText(name if name != "x\t" else "x: ")
    at.press(Qt.Key.Key_Return)
    assert at.edits == []
    assert row.isVisible()
    assert row.name.toolTip()
    at.press(Qt.Key.Key_Escape)
    assert not row.isVisible()
