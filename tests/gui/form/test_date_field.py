"""A date is friendly to read and never respelled by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QTimeEdit, QToolButton

from editor.gui.form.calendar_popup import CalendarPopup
from editor.gui.form.field_edit import FieldEdit
from editor.gui.form.form_context import NO_DATE_YET
from editor.site.dates import read_date

MOSCOW = ZoneInfo("Europe/Moscow")
TOKYO = ZoneInfo("Asia/Tokyo")


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("2025-11-21T18:21:53", "21 Nov 2025, 21:21:53"),  # unquoted with seconds: UTC
        ('"2025-11-21 18:21:53"', "21 Nov 2025, 18:21:53"),  # quoted: the site's zone
        ("2025-11-21 18:21:00 +0300", "21 Nov 2025, 18:21"),
        ("2025-11-21", "21 Nov 2025"),
    ],
)
def test_shows_the_moment_that_jekyll_reads(desk, source, shown):
    assert desk(f"date: {source}\n").editor("date").text() == shown


def test_tells_the_zone_and_how_the_date_is_written(desk):
    at = desk("date: 2025-11-21T18:21:53\n", width=900)
    assert "MSK" in at.notes("date")
    assert "2025-11-21T18:21:53" in at.editor("date").toolTip()


def test_an_edit_keeps_the_spelling_of_the_post(desk, big_news):
    at = desk(big_news)
    line = at.focus("date")
    line.setCursorPosition(2)
    at.press(Qt.Key.Key_Backspace)
    at.type("2")
    assert at.line("date") == "date: 2025-11-22T18:21:53"
    assert at.front_matter.raw == big_news.replace("11-21T", "11-22T")
    assert line.text() == "22 Nov 2025, 21:21:53"
    assert line.cursorPosition() == 2


def test_a_half_typed_date_is_not_taken_and_told(desk, big_news):
    at = desk(big_news)
    line = at.focus("date")
    line.selectAll()
    at.type("2025-11-")
    assert at.edits == []
    assert any(note.startswith("Not a date yet") for note in at.notes("date"))
    at.type("30")
    assert read_date(at.front_matter.values["date"], MOSCOW) == datetime(2025, 11, 30, 21, 21, 53, tzinfo=MOSCOW)


@pytest.mark.parametrize(
    "text", ["22 nov 2025 9:05", "22 Nov 2025, 09:05", "2025-11-22 9:05", "2025-11-22T09:05:00", "Nov 22, 2025 9:05:00"]
)
def test_the_time_that_is_typed_last_is_not_lost(desk, big_news, text):
    at = desk(big_news)
    at.focus("date").selectAll()
    at.type(text)
    at.press(Qt.Key.Key_Tab)
    assert at.front_matter.raw == big_news.replace("2025-11-21T18:21:53", "2025-11-22T06:05:00")


def test_a_day_typed_alone_keeps_the_time_of_day(desk, big_news):
    at = desk(big_news)
    at.focus("date").selectAll()
    at.type("24.12.2025")
    at.press(Qt.Key.Key_Tab)
    assert at.line("date") == "date: 2025-12-24T18:21:53"


def test_a_day_typed_over_a_day_stays_a_day(desk):
    at = desk("date: 2025-11-21\n")
    at.focus("date").selectAll()
    at.type("22 Nov 2025")
    assert at.line("date") == "date: 2025-11-22"


def test_what_was_typed_on_the_way_leaves_no_trace(desk, big_news):
    at = desk(big_news.replace("18:21:53\n", "18:21:53 # as announced\n"))
    before, line = at.front_matter.raw, at.focus("date")
    line.selectAll()
    at.type("22 Nov 2025 9:05 sharp")
    assert at.front_matter.raw == before
    line.selectAll()
    at.press(Qt.Key.Key_Delete)
    at.type("21 Nov 2025, 21:21:53")
    assert at.front_matter.raw == before


def test_a_text_that_is_no_date_is_told_with_the_date_that_stays(desk, big_news):
    at = desk(big_news)
    at.focus("date").selectAll()
    at.type("22 Nov 2025 at nine")
    at.press(Qt.Key.Key_Tab)
    assert at.front_matter.raw == big_news
    assert at.editor("date").text() == "21 Nov 2025, 21:21:53"
    assert "Not a date; 21 Nov 2025, 21:21:53 stays." in at.notes("date")
    at.show()
    assert "Not a date; 21 Nov 2025, 21:21:53 stays." in at.notes("date")
    at.focus("date").selectAll()
    at.type("22 Nov 2025")
    assert not any("stays" in note for note in at.notes("date"))


def test_leaving_a_half_typed_date_shows_the_date_of_the_post(desk, big_news):
    at = desk(big_news)
    line = at.focus("date")
    line.selectAll()
    at.type("tomorrow")
    at.press(Qt.Key.Key_Tab)
    assert line.text() == "21 Nov 2025, 21:21:53"
    assert at.edits == []


def test_an_invalid_date_is_shown_as_written_with_its_fault(desk):
    at = desk("date: 2025-31-21 nonsense\n")
    assert at.editor("date").text() == "2025-31-21 nonsense"
    assert at.notes("date") == ["Jekyll cannot read this as a date."]


def test_an_emptied_date_leaves_the_one_in_the_file_name(desk, big_news):
    at = desk(big_news)
    at.focus("date").selectAll()
    at.press(Qt.Key.Key_Delete)
    assert at.front_matter.values["date"] is None
    at.press(Qt.Key.Key_Tab)
    assert at.edits[-1] == FieldEdit("date", removed=True)
    assert "date" not in at.front_matter.values
    assert at.editor("date").placeholderText() == "from the file name"
    at.focus("date")
    at.type("22 Nov 2025, 21:00:01")
    assert at.line("date") == "date: 2025-11-22 21:00:01 +0300"


def test_a_draft_without_a_date_does_not_speak_of_its_file_name(desk, context):
    line = desk("title: a\n", context=replace(context, undated=NO_DATE_YET)).editor("date")
    assert line.placeholderText() == "none yet"
    assert "draft" in line.toolTip()
    assert not line.font().italic()


def test_saving_takes_an_emptied_date_for_removed(desk, big_news):
    at = desk(big_news)
    at.focus("date").selectAll()
    at.press(Qt.Key.Key_Delete)
    at.pane.commit()
    assert "date" not in at.front_matter.values


def test_the_calendar_changes_the_day_and_keeps_the_time(desk, big_news, qtbot):
    at = desk(big_news)
    field = at.field("date")
    QTest.mouseClick(field.findChild(QToolButton), Qt.MouseButton.LeftButton)
    popup = field.findChild(CalendarPopup)
    assert popup.isVisible()
    assert at.edits == []
    days = popup.findChild(QCalendarWidget)
    assert days.selectedDate() == QDate(2025, 11, 21)
    days.clicked.emit(days.selectedDate())
    assert at.edits == []
    days.setSelectedDate(QDate(2025, 12, 24))
    days.clicked.emit(QDate(2025, 12, 24))
    assert at.line("date") == "date: 2025-12-24T18:21:53"
    popup.findChild(QTimeEdit).setTime(QTime(21, 30))
    assert at.line("date") == "date: 2025-12-24T18:30:00"
    popup.close()
