"""One line of text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible


def test_an_emptied_unknown_text_stays_as_an_empty_one(desk):
    at = desk("subtitle: x\n")
    at.focus("subtitle")
    at.press(Qt.Key.Key_Delete)
    at.editor("subtitle").selectAll()
    at.press(Qt.Key.Key_Delete)
    assert at.front_matter.values == {"subtitle": ""}


def test_a_long_text_is_read_from_its_start_once_the_writer_has_left(desk):
    at = desk(f"subtitle: {'a long text ' * 6}\nmood: calm\n")
    line = at.focus("subtitle")
    line.end(False)
    at.type("!")
    assert line.cursorPosition() == len(line.text())
    at.focus("mood")
    assert line.cursorPosition() == 0


def test_what_an_empty_field_would_say_is_not_told_beside_its_text(desk):
    at = desk("subtitle: some\n")
    line = at.focus("subtitle")
    accessible = QAccessible.queryAccessibleInterface(line)
    assert accessible.text(QAccessible.Text.Description) == ""
    line.clear()
    assert accessible.text(QAccessible.Text.Description) == line.placeholderText() == "empty"
