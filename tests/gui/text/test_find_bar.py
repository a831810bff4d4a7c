"""Find and replace from the keyboard, with the count told and the selection kept."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.gui.text.text_pane import TextPane
from editor.gui.theme import DARK, LIGHT

LONG = "\n".join(f"Paragraph {number}: " + "some words that go on and on " * 8 for number in range(300))
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_find_takes_over_the_selection_and_counts(pane: TextPane, hand: Any) -> None:
    pane.set_text("the cat\nand the dog\nTHE END")
    hand.select(0, 3)
    pane.find()
    bar = pane.find_bar
    assert bar.query_field.text() == "the"
    assert bar.query_field.hasFocus()
    assert bar.message.text() == "1 of 3"
    QTest.keyClick(bar.query_field, Qt.Key.Key_Return)
    assert bar.message.text() == "2 of 3"
    QTest.keyClick(bar.query_field, Qt.Key.Key_Return, _SHIFT)
    QTest.keyClick(bar.query_field, Qt.Key.Key_Return, _SHIFT)
    assert bar.message.text() == "3 of 3"
    bar.case_switch.click()
    assert "2" in bar.message.text()


def test_escape_closes_the_bar_and_keeps_what_is_selected(pane: TextPane) -> None:
    pane.set_text("one two three")
    pane.find()
    QTest.keyClicks(pane.find_bar.query_field, "two")
    QTest.keyClick(pane.find_bar.query_field, Qt.Key.Key_Escape)
    assert pane.find_bar.isHidden()
    assert pane.edit.hasFocus()
    assert pane.edit.textCursor().selectedText() == "two"
    assert pane.edit.extraSelections() == []


def test_an_invalid_pattern_is_told_in_the_bar(pane: TextPane) -> None:
    pane.set_text("one")
    pane.find()
    pane.find_bar.regex_switch.click()
    QTest.keyClicks(pane.find_bar.query_field, "(")
    assert "valid" in pane.find_bar.message.text()
    QTest.keyClick(pane.find_bar.query_field, Qt.Key.Key_Return)
    QTest.keyClicks(pane.find_bar.query_field, "x)")
    assert pane.find_bar.message.text() == "No match"


def test_replace_goes_on_to_the_next_match(pane: TextPane) -> None:
    pane.set_text("a b a b")
    pane.replace()
    bar = pane.find_bar
    QTest.keyClicks(bar.query_field, "a")
    QTest.keyClicks(bar.replacement_field, "aa")
    bar.replace_button.click()
    assert pane.text() == "aa b a b"
    assert pane.edit.textCursor().selectionStart() == 5
    QTest.keyClick(bar.replacement_field, Qt.Key.Key_Return)
    assert pane.text() == "aa b aa b"


def test_replacing_everything_is_one_step(pane: TextPane, hand: Any) -> None:
    history = hand.history()
    text = "one 😀 two\nTwo\n" * 50
    pane.set_text(text)
    pane.replace()
    bar = pane.find_bar
    bar.regex_switch.click()
    QTest.keyClicks(bar.query_field, "(two)")
    QTest.keyClicks(bar.replacement_field, r"<\1>")
    bar.replace_all_button.click()
    assert pane.text() == "one 😀 <two>\n<Two>\n" * 50
    QApplication.processEvents()
    assert bar.message.text() == "100 replaced"
    assert bar.message.property("ink") == "secondary"
    assert history.count() == 1
    history.undo()
    assert pane.text() == text


def test_what_was_replaced_stays_told_until_something_else_is_looked_for(pane: TextPane) -> None:
    pane.set_text("a b a")
    pane.replace()
    bar = pane.find_bar
    QTest.keyClicks(bar.query_field, "a")
    QTest.keyClicks(bar.replacement_field, "c")
    bar.replace_all_button.click()
    pane.set_caret(0, 2)
    QApplication.processEvents()
    assert bar.message.text() == "2 replaced"
    QTest.keyClicks(bar.query_field, "x")
    assert bar.message.text() == "No match"


def test_the_match_one_is_at_is_the_strongest(pane: TextPane) -> None:
    def ground() -> str:
        return pane.edit.palette().color(QPalette.ColorRole.Highlight).name().upper()

    pane.set_text("one two one")
    pane.find()
    QTest.keyClicks(pane.find_bar.query_field, "one")
    QApplication.processEvents()
    assert ground() == LIGHT.scheduled
    assert {one.format.background().color().alpha() for one in pane.edit.extraSelections()} == {70}
    pane.set_theme(DARK)
    assert ground() == DARK.scheduled
    QTest.keyClick(pane.find_bar.query_field, Qt.Key.Key_Escape)
    assert ground() == DARK.selection


def test_only_matches_in_view_are_coloured(pane: TextPane) -> None:
    pane.set_text(LONG)
    pane.find()
    QTest.keyClicks(pane.find_bar.query_field, "words")
    QApplication.processEvents()
    assert 0 < len(pane.edit.extraSelections()) < 200
    pane.scroll_to_line(150)
    QApplication.processEvents()
    shown = [one.cursor.block().blockNumber() for one in pane.edit.extraSelections()]
    assert 149 <= min(shown) <= max(shown) < 175


def test_matches_follow_what_is_typed(pane: TextPane, qtbot: QtBot) -> None:
    pane.set_text("one two")
    pane.find()
    QTest.keyClicks(pane.find_bar.query_field, "two")
    pane.set_caret(0)
    QTest.keyClicks(pane.edit, "two ")
    qtbot.waitUntil(lambda: "2" in pane.find_bar.message.text())


def test_find_in_a_read_only_text_offers_no_replacing(pane: TextPane) -> None:
    pane.set_text("one", read_only=True)
    pane.replace()
    assert pane.find_bar.isVisible()
    assert not pane.find_bar.replacement_field.isVisible()


def test_everything_has_an_accessible_name(pane: TextPane) -> None:
    assert pane.edit.accessibleName()
    bar = pane.find_bar
    for part in (bar.query_field, bar.replacement_field, bar.case_switch, bar.close_button, bar.next_button):
        assert part.accessibleName()
