"""Lists of lists, and maps that are more than their keys, are edited as YAML, once it is whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel


def notes(field):
    return [label.text() for label in field.findChildren(QLabel) if label.isVisible() and label.text()]


def test_a_tagged_map_is_edited_as_yaml_once_it_is_whole(desk):
    at = desk("nav: !nav {title: Docs}\nlast: 1\n")
    line = at.focus("nav")
    assert line.text() == "!nav {title: Docs}"
    at.press(Qt.Key.Key_End, Qt.Key.Key_Backspace)
    assert notes(at.field("nav"))
    assert at.edits == []
    at.type(", to: /}")
    assert at.front_matter.raw == "nav: !nav {title: Docs, to: /}\nlast: 1\n"
    assert notes(at.field("nav")) == []


@pytest.mark.parametrize("text", ["a: b", "} b: {", "x, y: 1", "# gone", "[1", "'"])
def test_what_would_be_more_than_one_value_is_not_taken(desk, text):
    at = desk("nav: [[Docs]]\n")
    at.focus("nav").selectAll()
    QApplication.clipboard().setText(text)
    at.editor("nav").paste()
    assert at.edits == []


def test_a_block_of_lists_is_shown_on_one_line(desk):
    assert desk("nav:\n  - - Docs\n  - [1, 2]\n").editor("nav").text() == "[[Docs], [1, 2]]"
