"""A switch turns one word of the front matter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest


@pytest.mark.parametrize(
    ("yes", "no"), [("yes", "no"), ("on", "off"), ("True", "False"), ("TRUE", "FALSE"), ("Yes", "No")]
)
def test_a_switch_keeps_the_spelling_of_the_post(desk, yes, no):
    at = desk(f"featured: {yes} # on the front page\n")
    at.focus("featured")
    at.press(Qt.Key.Key_Space)
    assert at.front_matter.raw == f"featured: {no} # on the front page\n"
    at.press(Qt.Key.Key_Space)
    assert at.front_matter.raw == f"featured: {yes} # on the front page\n"


def test_the_space_bar_turns_a_switch(desk):
    at = desk("featured: true # on the front page\n")
    at.focus("featured")
    at.press(Qt.Key.Key_Space)
    assert at.front_matter.raw == "featured: false # on the front page\n"
    QTest.mouseClick(at.editor("featured"), Qt.MouseButton.LeftButton)
    assert at.front_matter.raw == "featured: true # on the front page\n"
