"""A switch turns one word of the front matter."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest


def test_the_space_bar_turns_a_switch(desk):
    at = desk("featured: true # on the front page\n")
    at.focus("featured")
    at.press(Qt.Key.Key_Space)
    assert at.front_matter.raw == "featured: false # on the front page\n"
    QTest.mouseClick(at.editor("featured"), Qt.MouseButton.LeftButton)
    assert at.front_matter.raw == "featured: true # on the front page\n"
