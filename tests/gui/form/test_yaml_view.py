"""The YAML view: text in, text out, the fault marked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from editor.gui.form.yaml_view import YamlView
from editor.gui.theme import DARK
from editor.site.front_matter import FrontMatter


@pytest.fixture
def view(qtbot):
    made = YamlView()
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    made.texts = []
    made.yaml_edited.connect(made.texts.append)
    return made


def show(view, raw):
    view.show_yaml(raw, fault=FrontMatter(raw).fault, read_only=False)


def test_shows_the_yaml_and_emits_only_what_the_writer_types(view):
    show(view, "a: 1\nb: «\u00a0x\u00a0»\n")
    view.set_theme(DARK)
    assert view.texts == []
    view.edit.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(view.edit, "y")
    assert view.texts == ["a: 1\nb: «\u00a0x\u00a0»y\n"]


def test_windows_line_ends_are_shown_as_line_ends(view):
    show(view, "a: 1\r\nb: 2\r\n")
    QTest.keyClicks(view.edit, "#")
    assert view.texts == ["#a: 1\nb: 2\n"]


def test_an_emptied_view_is_no_front_matter(view):
    show(view, "a: 1\n")
    view.edit.selectAll()
    QTest.keyClick(view.edit, Qt.Key.Key_Delete)
    assert view.texts == [""]


def test_a_change_from_elsewhere_keeps_the_caret_at_its_text(view):
    show(view, "a: 🙂\nb: 2\nc: 3\n")
    cursor = view.edit.textCursor()
    cursor.setPosition(view.edit.document().findBlockByNumber(2).position() + 1)
    view.edit.setTextCursor(cursor)
    show(view, "a: 🙂🙂 new\nb: 2\nc: 3\n")
    assert (view.edit.textCursor().blockNumber(), view.edit.textCursor().positionInBlock()) == (2, 1)
    assert view.edit.toPlainText() == "a: 🙂🙂 new\nb: 2\nc: 3"
    assert view.texts == []


def test_a_fault_is_marked_at_its_line_and_told_below(view):
    show(view, "a: 1\nb: [x\nc: 2\n")
    assert view.fault_line() > 0
    assert len(view.edit.extraSelections()) == 1
    assert view.message.isVisible()
    assert view.message.text()
    show(view, "a: 1\nb: [x]\nc: 2\n")
    assert view.edit.extraSelections() == []
    assert not view.message.isVisible()


def test_a_fault_leaves_the_box_where_it_is(desk, big_news):
    at = desk(big_news, height=1200)
    at.pane.set_yaml_visible(True)
    QApplication.processEvents()
    box = at.pane.findChild(QPlainTextEdit, "yaml")

    def place():
        QApplication.processEvents()
        return box.mapTo(at.window, QPoint(0, 0)), box.size(), at.pane.height()

    before = place()
    at.set_raw(big_news.replace("[News]", "[News"))
    assert at.pane.findChild(YamlView).message.isVisible()
    assert place() == before
    at.set_raw(big_news)
    assert place() == before


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier])
def test_enter_keeps_the_indentation_of_the_line(view, modifier):
    show(view, "map:\n  a: 1\n")
    view.edit.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(view.edit, Qt.Key.Key_Return, modifier)
    QTest.keyClicks(view.edit, "b: 2")
    assert view.texts[-1] == "map:\n  a: 1\n  b: 2\n"
    view.edit.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClick(view.edit, Qt.Key.Key_Enter, modifier)
    assert view.texts[-1] == "\nmap:\n  a: 1\n  b: 2\n"


def test_tab_inserts_spaces_and_escape_leaves(view, qtbot):
    other = QLineEdit(view)
    other.setGeometry(0, 0, 10, 10)
    other.show()
    view.activateWindow()
    view.edit.setFocus()
    QTest.keyClick(view.edit, Qt.Key.Key_Tab)
    assert view.texts == ["  \n"]
    QTest.keyClick(view.edit, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is not view.edit


def test_keys_texts_comments_and_values_have_their_colours(view):
    show(view, "title: \"It's #1\" # note\ncount: 12\nplain: it's # 5\n")
    blocks = [view.edit.document().findBlockByNumber(number) for number in range(3)]
    first, second, third = (
        [block.text()[each.start : each.start + each.length] for each in block.layout().formats()] for block in blocks
    )
    assert first == ["title", '"It\'s #1"', "# note"]
    assert second == ["count", "12"]
    assert third == ["plain", "# 5"]
