"""One line of text."""

from __future__ import annotations

from PySide6.QtCore import Qt


def test_an_emptied_unknown_text_stays_as_an_empty_one(desk):
    at = desk("subtitle: x\n")
    at.focus("subtitle")
    at.press(Qt.Key.Key_Delete)
    at.editor("subtitle").selectAll()
    at.press(Qt.Key.Key_Delete)
    assert at.front_matter.values == {"subtitle": ""}
