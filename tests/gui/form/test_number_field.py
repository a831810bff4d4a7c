"""A number keeps the spelling of the writer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def notes(field):
    return [label.text() for label in field.findChildren(QLabel) if label.isVisible() and label.text()]


def test_a_number_keeps_its_spelling_and_takes_the_new_one(desk):
    at = desk("weight: 0.50\n")
    line = at.focus("weight")
    assert line.text() == "0.50"
    at.press(Qt.Key.Key_End)
    at.type("0")
    assert at.front_matter.raw == "weight: 0.500\n"
    assert line.text() == "0.500"


def test_what_is_no_number_is_not_taken(desk):
    at = desk("weight: 5\n")
    line = at.focus("weight")
    line.selectAll()
    at.type("abc")
    assert at.edits == []
    assert notes(at.field("weight")) == ["Not a number; 5 stays."]
    at.press(Qt.Key.Key_Tab)
    assert line.text() == "5"
    assert notes(at.field("weight")) == []


def test_an_emptied_number_keeps_its_key(desk):
    at = desk("a: 1\nweight: 5\n")
    at.focus("weight").selectAll()
    at.press(Qt.Key.Key_Delete)
    assert at.front_matter.values == {"a": 1, "weight": None}
    at.type("7")
    assert at.front_matter.values == {"a": 1, "weight": 7}
