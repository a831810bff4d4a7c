"""Chips keep the form in which the post has its categories and tags."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.gui.form.chip import Chip
from editor.gui.form.chips_box import ChipsBox
from editor.gui.form.form_context import FormContext


def chips(at, key):
    return at.field(key).findChild(ChipsBox).texts()


def test_a_tag_goes_into_the_empty_list(desk, big_news):
    at = desk(big_news)
    line = at.focus("tags")
    at.type("russia")
    at.press(Qt.Key.Key_Return)
    assert at.front_matter.raw == big_news.replace("tags: []", "tags: [russia]")
    assert chips(at, "tags") == ["russia"]
    assert line.text() == ""
    assert QApplication.focusWidget() is line


def test_a_comma_enters_a_tag_and_pasted_commas_enter_several(desk, big_news):
    at = desk(big_news)
    at.focus("tags")
    at.type("a,b,")
    assert chips(at, "tags") == ["a", "b"]
    QApplication.clipboard().setText("c, d ,a, e")
    at.editor("tags").paste()
    at.press(Qt.Key.Key_Return)
    assert chips(at, "tags") == ["a", "b", "c", "d", "e"]


def test_backspace_in_an_empty_line_removes_the_last(desk, big_news):
    at = desk(big_news)
    at.focus("categories")
    at.press(Qt.Key.Key_Backspace)
    assert at.line("categories") == "categories: []"


def test_the_cross_removes_its_chip(desk):
    at = desk("tags: [a, b, c]\n")
    chip = next(chip for chip in at.field("tags").findChildren(Chip) if chip.text == "b")
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(5, 10))
    assert at.edits == []
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 9, 10))
    assert at.front_matter.raw == "tags: [a, c]\n"


def test_arrow_keys_walk_to_a_chip_and_delete_removes_it(desk):
    at = desk("tags: [a, b, c]\n")
    at.focus("tags")
    at.press(Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert QApplication.focusWidget().text == "b"
    at.press(Qt.Key.Key_Delete)
    assert at.front_matter.raw == "tags: [a, c]\n"
    assert QApplication.focusWidget().text == "c"
    at.press(Qt.Key.Key_Right)
    assert QApplication.focusWidget() is at.editor("tags")


def test_escape_clears_only_what_is_typed(desk, big_news):
    at = desk(big_news.replace("tags: []", "tags: [x]"))
    at.focus("tags")
    at.type("zzz")
    at.press(Qt.Key.Key_Escape)
    assert at.editor("tags").text() == ""
    assert chips(at, "tags") == ["x"]
    assert at.edits == []


def test_leaving_enters_what_is_typed(desk, big_news):
    at = desk(big_news)
    at.focus("tags")
    at.type("zzz")
    at.press(Qt.Key.Key_Tab)
    assert at.line("tags") == "tags: [zzz]"


def test_the_same_word_is_not_added_twice(desk):
    at = desk("tags: [a]\n")
    at.focus("tags")
    at.type("a,")
    assert at.edits == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("categories: a b", "categories: a b c"),
        ("category: a b", "category: [a b, c]"),
        ("categories: [a b]", "categories: [a b, c]"),
        ("categories: [1, 2.50]", "categories: [1, 2.50, c]"),
        ("categories:\n  - a\n  - b", "categories:\n  - a\n  - b\n  - c"),
        ("categories:", "categories: [c]"),
    ],
)
def test_an_added_word_keeps_the_form(desk, before, after):
    at = desk(before + "\n")
    at.focus(before.partition(":")[0])
    at.type("c,")
    assert at.front_matter.raw == after + "\n"


def test_a_word_with_a_space_makes_a_list_of_a_text(desk):
    at = desk("tags: a b\n")
    at.focus("tags")
    at.type("c d,")
    assert at.front_matter.values["tags"] == ["a", "b", "c d"]


def test_a_text_of_words_shows_a_chip_for_each(desk):
    at = desk("categories: a b\ntag: c d\n")
    assert chips(at, "categories") == ["a", "b"]
    assert chips(at, "tag") == ["c d"]


def test_an_emptied_singular_key_goes(desk):
    at = desk("layout: post\ncategory: a\n")
    at.focus("category")
    at.press(Qt.Key.Key_Backspace)
    assert at.front_matter.raw == "layout: post\n"


def test_inherited_words_are_told(desk):
    at = desk("layout: post\n", context=FormContext(defaults={"tags": ["a", "b"]}), width=900)
    assert at.editor("tags").placeholderText() == "from site: a, b"
    assert at.editor("tags").font().italic()


def test_given_categories_stand_before_the_posts_own_and_cannot_be_removed(desk):
    given = {"World": "_config.yml, all posts", "news": "the folder"}
    at = desk("categories: [Ports, news]\n", context=FormContext(given_categories={"categories": given}), width=900)
    chips = [chip for chip in at.field("categories").findChildren(Chip) if chip.isVisible()]
    assert sorted(chip.text for chip in chips) == ["Ports", "World", "news"]
    (world,) = [chip for chip in chips if chip.text == "World"]
    assert world.accessibleDescription() == "From _config.yml, all posts"
    QTest.mouseClick(world, Qt.MouseButton.LeftButton, pos=QPoint(world.width() - 8, 10))
    at.focus("categories")
    at.type("World")
    at.press(Qt.Key.Key_Return)
    assert at.edits == []


def test_the_chips_of_any_list_are_completed_from_what_other_posts_list_there(desk):
    at = desk("authors: [Ada]\n", context=FormContext(words={"authors": ("Grace", "Linus")}), width=900)
    at.focus("authors")
    at.type("lin")
    suggestions = at.field("authors").findChild(ChipsBox).suggestions
    assert suggestions.is_open()
    assert suggestions.words() == ["Grace", "Linus"]


def test_completion_offers_words_of_the_site_by_any_part(desk, big_news):
    at = desk(big_news)
    at.focus("tags")
    at.type("kra")
    suggestions = at.field("tags").findChild(ChipsBox).suggestions
    assert suggestions.is_open()
    QTest.keyClick(suggestions.popup(), Qt.Key.Key_Down)
    QTest.keyClick(suggestions.popup(), Qt.Key.Key_Return)
    assert at.line("tags") == "tags: [ukraine]"
    assert at.editor("tags").text() == ""


def test_enter_takes_what_is_typed_when_nothing_is_chosen(desk, big_news):
    at = desk(big_news)
    at.focus("tags")
    at.type("rus")
    popup = at.field("tags").findChild(ChipsBox).suggestions.popup()
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert at.line("tags") == "tags: [rus]"


def test_down_offers_everything(desk, big_news):
    at = desk(big_news)
    at.focus("tags")
    at.press(Qt.Key.Key_Down)
    suggestions = at.field("tags").findChild(ChipsBox).suggestions
    assert suggestions.completionCount() == 3
    suggestions.close()


def test_thousands_of_tags_are_offered_to_a_typed_part(desk, big_news):
    at = desk(big_news, context=FormContext(tags=tuple(f"tag {n}" for n in range(5000))))
    at.focus("tags")
    at.type("4999")
    suggestions = at.field("tags").findChild(ChipsBox).suggestions
    assert suggestions.completionCount() == 1
    suggestions.close()


def test_numbers_stay_numbers_in_an_unknown_list(desk):
    at = desk("ratings: [1, 2]\n")
    at.focus("ratings")
    at.type("3,")
    assert at.front_matter.raw == "ratings: [1, 2, 3]\n"


def test_many_chips_take_more_lines(desk, qtbot):
    at = desk("tags: [" + ", ".join(f"tag{n}" for n in range(12)) + "]\n")
    qtbot.waitUntil(lambda: at.field("tags").height() > 60)
    boxes = [chip.geometry() for chip in at.field("tags").findChildren(Chip)]
    assert not any(one.intersects(two) for one in boxes for two in boxes if one is not two)


def test_what_stands_there_already_is_not_offered_again(desk):
    at = desk("tags: [russia]\n")
    at.focus("tags")
    at.press(Qt.Key.Key_Down)
    suggestions = at.field("tags").findChild(ChipsBox).suggestions
    assert suggestions.words() == ["ukraine", "rust"]
    suggestions.close()
    at.press(Qt.Key.Key_Backspace)
    assert suggestions.words() == ["russia", "ukraine", "rust"]


def test_behind_many_chips_the_list_is_still_wide_and_high_enough_for_its_words(desk):
    at = desk("tags: [a, bc, def]\n", context=FormContext(tags=("a long tag of several words", "another")))
    at.focus("tags")
    at.press(Qt.Key.Key_Down)
    popup = at.field("tags").findChild(ChipsBox).suggestions.popup()
    assert popup.width() >= 200
    assert popup.verticalScrollBar().maximum() == 0
    popup.hide()
