"""The status bar tells the state in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from editor.gui.status_bar import StatusBar, reading_minutes
from editor.gui.theme import LIGHT


@pytest.fixture
def bar(qtbot: QtBot) -> StatusBar:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    bar = StatusBar(LIGHT)
    bar.resize(1100, 26)
    qtbot.addWidget(bar)
    bar.show()
    return bar


def told(bar: StatusBar) -> str:
    labels = [label.text() for label in bar.findChildren(QLabel) if label.isVisible() and label.text()]
    return " | ".join([*labels, *(b.text() for b in bar.findChildren(QPushButton) if b.isVisible())])


def test_without_a_post_it_says_nothing(bar: StatusBar) -> None:
    assert told(bar) == ""


def test_words_come_with_reading_time_or_the_selection(bar: StatusBar) -> None:
    bar.set_counts(872)
    assert told(bar) == "872 words · 4 min"
    bar.set_counts(1872, 12)
    assert told(bar) == "12 of 1,872 words"
    bar.set_counts(1)
    assert told(bar) == "1 word · 1 min"
    bar.set_counts(0)
    assert told(bar) == "0 words"
    assert reading_minutes(10) == 1


def test_line_and_column_are_counted_from_one(bar: StatusBar) -> None:
    bar.set_caret(11, 56)
    assert told(bar) == "Ln 12, Col 57"


def test_problems_lead_to_their_list(bar: StatusBar, qtbot: QtBot) -> None:
    bar.set_problems(1, "broken link & more")
    button = next(b for b in bar.findChildren(QPushButton) if b.isVisible())
    assert button.accessibleName() == "1 problem: broken link & more"
    with qtbot.waitSignal(bar.problems_clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    bar.set_problems(0)
    assert told(bar) == ""


def test_state_dialect_encoding_and_messages_are_told(bar: StatusBar) -> None:
    bar.set_save_state("Unsaved", modified=True)
    bar.set_dialect("kramdown")
    bar.set_encoding("UTF-8 · LF")
    bar.show_message("Exported 3 files")
    assert told(bar).split(" | ") == ["Unsaved", "Exported 3 files", "kramdown", "UTF-8 · LF"]
    bar.show_message("")
    bar.clear()
    assert told(bar) == ""


def test_the_dialect_is_explained_where_the_pointer_rests(bar: StatusBar) -> None:
    bar.set_dialect("kramdown GFM", explanation="Your text is read as kramdown.")
    label = next(each for each in bar.findChildren(QLabel) if each.text() == "kramdown GFM")
    assert (label.toolTip(), label.accessibleDescription()) == ("Your text is read as kramdown.",) * 2
    bar.set_dialect("kramdown")
    assert (label.text(), label.toolTip()) == ("kramdown", "")


def test_large_numbers_are_grouped(bar: StatusBar) -> None:
    bar.set_caret(12_345, 1_233)
    assert told(bar) == "Ln 12,346, Col 1,234"
    bar.set_caret(0, 0)
    bar.set_problems(1_200)
    assert told(bar).endswith("1,200 problems")


def test_a_message_goes_by_itself(bar: StatusBar) -> None:
    bar.show_message("Saved")
    assert bar._message_end.isActive()
    bar._message_end.timeout.emit()
    assert told(bar) == ""


def test_the_sign_of_a_problem_tells_how_bad_it_is(bar: StatusBar) -> None:
    signs = {}
    for severity in ("warning", "error"):
        bar.set_problems(1, "no such layout", severity=severity)
        button = next(b for b in bar.findChildren(QPushButton) if b.isVisible())
        image = button.icon().pixmap(16, 16).toImage()
        points = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
        signs[severity] = {color.name().upper() for color in points if color.alpha() == 255}
    assert LIGHT.scheduled in signs["warning"]
    assert LIGHT.error in signs["error"]
