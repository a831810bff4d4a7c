"""Longer texts grow, count, and keep every character."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from editor.gui.form.field_edit import FieldEdit


def notes(field):
    return [label.text() for label in field.findChildren(QLabel) if label.isVisible() and label.text()]


def test_typing_in_the_excerpt_keeps_the_caret(desk, big_news):
    at = desk(big_news)
    edit = at.focus("excerpt")
    cursor = edit.textCursor()
    cursor.setPosition(6)
    edit.setTextCursor(cursor)
    at.type("n friends")
    assert edit.textCursor().position() == 15
    assert at.front_matter.raw == big_news.replace('"Russia and', '"Russian friends and')
    assert notes(at.field("excerpt")) == ["112"]


def test_no_break_spaces_survive_in_a_long_text(desk):
    text = "«\u00a0Oui\u00a0» " * 12
    at = desk(f'excerpt: "{text}"\n')
    at.focus("excerpt").moveCursor(at.editor("excerpt").textCursor().MoveOperation.End)
    at.type("x")
    assert at.front_matter.values["excerpt"] == text + "x"


def test_a_long_text_grows_with_its_lines(desk, big_news, qtbot):
    at = desk(big_news)
    before = at.field("excerpt").height()
    at.focus("excerpt")
    at.type("one more sentence that needs a line of its own, at the least. " * 2)
    qtbot.waitUntil(lambda: at.field("excerpt").height() > before)


def test_an_emptied_excerpt_is_no_key_of_the_post(desk, big_news):
    at = desk(big_news)
    at.focus("excerpt").selectAll()
    at.press(Qt.Key.Key_Delete)
    assert at.edits == [FieldEdit("excerpt", removed=True)]
