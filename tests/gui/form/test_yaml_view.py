"""The YAML view: text in, text out, the fault marked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
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


WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


def caret(view):
    """Line and column, from 0."""
    cursor = view.edit.textCursor()
    return cursor.blockNumber(), cursor.positionInBlock()


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
    assert view.fault_line() == 2
    assert view.message.isVisible()
    assert view.message.text() == "Line 2, column 4: a list in brackets lacks a comma or its “]”."
    assert view.message.accessibleName() == view.message.text()
    show(view, "a: 1\nb: [x]\nc: 2\n")
    assert view.edit.extraSelections() == []
    assert not view.message.isVisible()


def test_the_characters_at_the_column_are_underlined(view):
    show(view, "a: 🙂\nb: 🙂 @home is: x\nc: 2\n")
    waved = [each for each in view.edit.extraSelections() if each.format.underlineStyle() is WAVE]
    assert [each.cursor.selectedText() for each in waved] == [":"]
    assert waved[0].cursor.blockNumber() == 1
    show(view, "a: @home is\n")
    waved = [each for each in view.edit.extraSelections() if each.format.underlineStyle() is WAVE]
    assert [each.cursor.selectedText() for each in waved] == ["@home"]


def test_a_line_that_is_wrapped_is_marked_as_a_whole(view):
    show(view, f"a: 1\nb: {'word ' * 60}: x\n")
    tinted = [each for each in view.edit.extraSelections() if not each.cursor.hasSelection()]
    assert len(tinted) == view.edit.document().findBlockByNumber(1).layout().lineCount() > 1


def test_the_message_leads_to_the_place(view):
    show(view, "a: 1\nb: c: d\n")
    QTest.mouseClick(view.message, Qt.MouseButton.LeftButton)
    assert caret(view) == (1, 4)
    view.edit.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClick(view.message, Qt.Key.Key_Space)
    assert caret(view) == (1, 4)


def test_a_certain_repair_is_offered_beside_the_message_and_told_when_chosen(view):
    show(view, "a: 1\r\nb: c: d\r\n")
    assert view.fix.isVisible()
    assert view.fix.text() == "Put quotes around the value"
    chosen = []
    view.fix_chosen.connect(chosen.append)
    QTest.mouseClick(view.fix, Qt.MouseButton.LeftButton)
    assert [fix.raw for fix in chosen] == ['a: 1\r\nb: "c: d"\r\n']
    assert view.texts == []
    show(view, "a: 1\na: 2\n")
    assert view.message.text() == "Line 2: “a” stands twice. Remove one of them as text."
    assert not view.fix.isVisible()


def test_what_is_only_shown_cannot_be_repaired(view):
    view.show_yaml("b: c: d\n", fault=FrontMatter("b: c: d\n").fault, read_only=True)
    assert view.message.isVisible()
    assert not view.fix.isVisible()


def test_a_place_that_one_was_led_to_is_marked_until_the_next_edit(view):
    show(view, "a: 1\nb: 2\nc: 3\n")
    view.go_to(2, 4)
    assert caret(view) == (1, 3)
    assert [each.cursor.blockNumber() for each in view.edit.extraSelections()] == [1]
    QTest.keyClicks(view.edit, "7")
    assert view.texts == ["a: 1\nb: 72\nc: 3\n"]
    show(view, view.texts[-1])
    assert view.edit.extraSelections() == []
    view.go_to(99, 99)
    assert caret(view) == (2, 4)


@pytest.mark.parametrize(("width", "lines"), [(600, 2), (400, 3)])
def test_the_message_has_the_more_lines_the_less_room_there_is(view, width, lines):
    view.resize(width, 300)
    show(view, 'path: "C:\\data"\n')
    QApplication.processEvents()
    shown = view.message.shown_lines()
    assert len(shown) == lines
    assert " ".join("".join(shown).split()) == view.message.text()


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
