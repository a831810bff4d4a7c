"""The title field: one paragraph that grows, and leads on to the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.gui.form.title_field import TitleField
from editor.gui.theme import DARK


@pytest.fixture
def title(qtbot):
    made = TitleField()
    qtbot.addWidget(made)
    made.resize(540, 40)
    made.show()
    made.activateWindow()
    made.texts = []
    made.title_edited.connect(made.texts.append)
    return made


def test_tells_each_change_by_the_writer_and_none_of_ours(title):
    title.set_title("Big News")
    title.set_theme(DARK)
    assert title.texts == []
    title.moveCursor(title.textCursor().MoveOperation.End)
    QTest.keyClicks(title, "!?")
    assert title.texts == ["Big News!", "Big News!?"]


def test_showing_the_same_title_keeps_the_caret(title):
    title.set_title("Big News")
    cursor = title.textCursor()
    cursor.setPosition(3)
    title.setTextCursor(cursor)
    title.set_title("Big News")
    assert title.textCursor().position() == 3


def test_grows_to_its_lines_and_shrinks_again(title):
    title.set_title("Short")
    low = title.height()
    title.set_title("A title that is so long that it needs a second line at this width, or a third")
    assert title.height() >= 2 * low - 2
    title.set_title("Short")
    assert title.height() == low


def test_enter_goes_on_and_makes_no_line(title, qtbot):
    title.set_title("A")
    with qtbot.waitSignal(title.finished):
        QTest.keyClick(title, Qt.Key.Key_Return)
    assert title.text() == "A"


def test_pasted_lines_become_one(title):
    QApplication.clipboard().setText("one\n two\tthree\n")
    title.paste()
    assert title.texts == ["one two three"]


def test_no_break_spaces_stay(title):
    title.set_title("«\u00a0Oui\u00a0»")
    title.moveCursor(title.textCursor().MoveOperation.End)
    QTest.keyClicks(title, "x")
    assert title.texts == ["«\u00a0Oui\u00a0»x"]


def test_undo_is_not_its_own(title):
    title.setFocus()
    QTest.keyClicks(title, "abc")
    QTest.keyClick(title, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert title.text() == "abc"


def test_markup_is_shown_as_text(title):
    title.set_title("<b>x</b>")
    assert title.text() == "<b>x</b>"
    title.set_read_only(True)
    QTest.keyClicks(title, "y")
    assert title.texts == []


def test_a_title_that_the_site_gives_is_seen_while_the_post_has_none(title):
    title.set_inherited("Dispatch", "_config.yml, all posts")
    assert title.placeholderText() == "from site: Dispatch"
    assert title.font().italic()
    assert "_config.yml, all posts" in title.toolTip()
    title.set_inherited(None, "")
    assert title.placeholderText() == "Title"
    assert not title.font().italic()
