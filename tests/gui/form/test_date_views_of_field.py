"""A date in its views: as written, as Jekyll reads it and in the URL; what an edit keeps, and the two choices."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QDate, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QLabel, QPushButton, QWidget

from editor.gui.form.calendar_popup import CalendarPopup
from editor.site.permalink import STYLES

MOSCOW = ZoneInfo("Europe/Moscow")
TOKYO = ZoneInfo("Asia/Tokyo")

# -- as written, as read, as the URL shows it ------------------------------------------------------------------------
SPELLINGS = [
    "2025-11-21T18:21:53",
    "2025-11-21 18:21:53",
    "2025-11-21  18:21:53.125",
    "2025-11-21 8:21:53",
    "2025-1-2 23:21:53",
    "2025-11-21 18:21",
    "2025-11-21",
    "'2025-11-21 18:21:53'",
    '"2025-11-21T18:21:53"',
    '"2025-11-21 18:21:53 +0000"',
    "2025-11-21 18:21:53 Z",
    "2025-11-21T18:21:53+09:00",
    "2025-11-21 18:21:53 -0500",
    "2025-11-21 18:21:53 EST",
    "2025-03-30 02:30",
    "2025-10-26 01:30:00 +0000",
    "21 November 2025",
    "2025-31-21 nonsense",
    "soon",
]


@pytest.fixture
def tokyo(desk, context):
    """`tokyo(raw, permalink="pretty", …)`: the form of a post of a site in Tokyo."""

    def make(raw, *, permalink="pretty", zone=TOKYO, width=620, **more):
        template = STYLES.get(permalink, permalink)
        more = {"permalink": permalink, "url_template": template, **more}
        return desk(raw, context=replace(context, zone=zone, **more), width=width)

    return make


def choices(at, key="date"):
    return [button for button in at.field(key).findChildren(QPushButton) if button.isVisible()]


def choice(at, text):
    return next(button for button in choices(at) if button.text() == text)


def test_tells_how_a_date_is_written_and_what_the_url_shows_where_they_differ(tokyo):
    at = tokyo("date: 2025-11-21 10:00:00 +0000\n", width=900)
    assert "written 2025-11-21 10:00:00 +0000 · URL 2025/11/21" in at.notes("date")
    assert choices(at) == []
    for zone in ("Etc/UTC", "Europe/Moscow"):
        assert (
            "In the URL: 2025/11/21"
            in tokyo("date: 2025-11-21 18:21:53\n", zone=ZoneInfo(zone)).editor("date").toolTip()
        )


@pytest.mark.parametrize(
    "source", ["2025-11-21 18:21:53 +0900", "2025-11-21 18:21", "2025-11-21", "'2025-11-21 18:21'"]
)
def test_says_nothing_more_where_a_date_is_read_as_written(tokyo, source):
    at = tokyo(f"date: {source}\n")
    at.focus("date")
    assert set(at.notes("date")) <= {"JST"}


def test_a_day_that_moves_is_told_with_two_ways_out(tokyo, big_news):
    at = tokyo(big_news)
    assert "Read as UTC, so the day moves to 22 Nov, in the URL too." in at.notes("date")
    assert any(note.startswith("written 2025-11-21T18:21:53 (UTC)") for note in at.notes("date"))
    assert [button.text() for button in choices(at)] == ["Keep 18:21:53", "Keep the moment"]
    assert choices(at)[0].accessibleDescription() == "Writes 2025-11-21T18:21:53+09:00; the URL shows 2025/11/21"
    assert choices(at)[1].accessibleDescription() == "Writes 2025-11-22T03:21:53+09:00; the URL shows 2025/11/22"
    assert "Read as UTC" in at.editor("date").accessibleDescription()


@pytest.mark.parametrize(
    ("text", "line", "shown"),
    [
        ("Keep 18:21:53", "date: 2025-11-21T18:21:53+09:00  # as announced", "21 Nov 2025, 18:21:53"),
        ("Keep the moment", "date: 2025-11-22T03:21:53+09:00  # as announced", "22 Nov 2025, 03:21:53"),
    ],
)
def test_a_choice_changes_the_characters_of_the_date_only(tokyo, big_news, text, line, shown):
    raw = big_news.replace("18:21:53\n", "18:21:53  # as announced\n")
    at = tokyo(raw)
    QTest.mouseClick(choice(at, text), Qt.MouseButton.LeftButton)
    assert at.line("date") == line
    assert at.front_matter.raw == raw.replace("date: 2025-11-21T18:21:53  # as announced", line)
    assert [edit.stands_alone for edit in at.edits] == [True]
    assert at.editor("date").text() == shown
    assert choices(at) == []
    assert not any("UTC" in note for note in at.notes("date"))


def test_the_choices_are_reached_by_tab_and_leave_the_focus_in_the_field(tokyo, big_news):
    at = tokyo(big_news)
    at.focus("date")
    at.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert choice(at, "Keep 18:21:53").hasFocus()
    at.press(Qt.Key.Key_Tab)
    assert choice(at, "Keep the moment").hasFocus()
    at.press(Qt.Key.Key_Space)
    assert at.line("date") == "date: 2025-11-22T03:21:53+09:00"
    assert at.editor("date").hasFocus()


@pytest.mark.parametrize(
    ("permalink", "own"),
    [
        ("none", ""),
        ("/blog/:title", ""),
        ("/:year/:title", ""),
        ("pretty", "permalink: /news/\n"),
        ("date", "permalink: pretty\n"),
    ],
)
def test_of_a_url_that_shows_no_day_nothing_is_said(tokyo, permalink, own):
    at = tokyo(f"date: 2025-11-21T18:21:53\n{own}", permalink=permalink)
    assert "Read as UTC, so the day moves to 22 Nov." in at.notes("date")
    assert len(choices(at)) == 2


def test_the_permalink_of_the_post_may_show_the_day(tokyo):
    at = tokyo("date: 2025-11-21T18:21:53\npermalink: /:month-:day/\n", permalink="none")
    assert any(note.endswith("URL 11-22") for note in at.notes("date"))
    at.set_raw("date: 2025-11-21T18:21:53\n")
    assert not any("URL" in note for note in at.notes("date"))


def test_no_url_is_spoken_of_for_a_page(tokyo):
    at = tokyo("date: 2025-11-21T18:21:53\npermalink: /:year/\n", url_template=None)
    assert not any("URL" in note for note in at.notes("date"))
    assert len(choices(at)) == 2


def test_other_dates_get_the_same_views_without_a_url(tokyo):
    at = tokyo("last_modified_at: 2025-11-21T18:21:53\n")
    said = at.notes("last_modified_at")
    assert "Read as UTC, so the day moves to 22 Nov." in said
    assert not any("URL" in note for note in said)
    QTest.mouseClick(choices(at, "last_modified_at")[0], Qt.MouseButton.LeftButton)
    assert at.line("last_modified_at") == "last_modified_at: 2025-11-21T18:21:53+09:00"


def test_a_date_inside_a_map_gets_them_too(tokyo):
    raw = "seo:\n  published: 2025-11-21T18:21:53 # as announced\n  title: x\n"
    at = tokyo(raw, width=900)
    key = ("seo", "published")
    QTest.mouseClick(choices(at, key)[1], Qt.MouseButton.LeftButton)
    assert at.front_matter.raw == raw.replace("2025-11-21T18:21:53", "2025-11-22T03:21:53+09:00")


def test_a_fault_of_what_is_typed_goes_before_the_moving_day(tokyo, big_news):
    at = tokyo(big_news)
    at.focus("date").selectAll()
    at.type("22 N")
    assert any(note.startswith("Not a date yet") for note in at.notes("date"))
    assert choices(at) == []
    at.editor("date").selectAll()
    at.type("21 Nov 2025, 20:00")  # 11:00 UTC: the day does not move
    assert choices(at) == []
    at.editor("date").selectAll()
    at.type("22 Nov 2025, 03:00")  # 18:00 UTC on the 21st: it is written with its offset
    assert choices(at) == []


def test_leaving_the_field_keeps_the_note_of_the_moving_day(tokyo, big_news):
    at = tokyo(big_news)
    at.focus("date").selectAll()
    at.type("22 Nov 2025, 03:21:53")
    at.press(Qt.Key.Key_Tab)
    assert at.front_matter.raw == big_news, "the same moment is not spelled anew"
    assert "Read as UTC, so the day moves to 22 Nov, in the URL too." in at.notes("date")
    assert len(choices(at)) == 2


def test_a_date_that_is_gone_is_not_spoken_of(tokyo):
    at = tokyo("date: 2025-11-21T18:21:53\ntitle: a\n")
    at.set_raw("title: a\n")
    assert at.notes("date") == []
    assert at.editor("date").accessibleDescription() == ""
    assert choices(at) == []


def test_a_post_that_is_only_shown_offers_no_way_to_change_it(tokyo, big_news):
    at = tokyo(big_news)
    at.pane.show_front_matter(at.front_matter, read_only=True)
    assert not any(button.isEnabled() for button in choices(at))


def test_a_site_without_a_timezone_says_that_the_server_may_differ(tokyo):
    at = tokyo("date: 2025-11-21\n", zone=None, width=900)
    zone = next(label for label in at.field("date").findChildren(QLabel) if "timezone" in label.toolTip())
    assert "The site sets no timezone: this computer" in zone.toolTip()
    assert "The site sets no timezone" in at.editor("date").toolTip()
    assert "Asia/Tokyo" in next(
        label.toolTip() for label in tokyo("date: 2025-11-21\n").field("date").findChildren(QLabel) if label.toolTip()
    )


@pytest.mark.parametrize("width", [330, 400, 500, 620, 900])
def test_nothing_below_the_date_is_cut(tokyo, big_news, width, qtbot):
    at = tokyo(big_news, width=width)
    field = at.field("date")

    def is_whole():
        parts = [*(label for label in field.findChildren(QLabel) if label.isVisible() and label.text()), *choices(at)]
        for part in parts:
            needed = part.heightForWidth(part.width()) if part.hasHeightForWidth() else part.sizeHint().height()
            assert part.height() >= needed, part.text()
            assert field.rect().contains(QRect(part.mapTo(field, QPoint()), part.size())), part.text()
        buttons = choices(at)
        assert all(button.width() >= button.sizeHint().width() for button in buttons)
        return True

    qtbot.waitUntil(is_whole)


# -- never respelled by itself ---------------------------------------------------------------------------------------
@pytest.mark.parametrize("zone", ["Etc/UTC", "Asia/Tokyo", "America/New_York", "Asia/Kolkata"])
@pytest.mark.parametrize("source", SPELLINGS)
def test_showing_focusing_and_looking_into_the_calendar_change_nothing(tokyo, source, zone):
    raw = f"title: a\ndate:   {source}   # a comment\n"
    at = tokyo(raw, zone=ZoneInfo(zone))
    field, line = at.field("date"), at.focus("date")
    at.press(Qt.Key.Key_End, Qt.Key.Key_Home)
    QTest.keyClick(line, Qt.Key.Key_Down)
    popup = field.findChild(CalendarPopup)
    assert popup.isVisible()
    popup.close()
    at.focus("tags")
    at.focus("date")
    at.pane.commit()
    at.show()
    at.pane.set_folded(True)
    at.pane.set_folded(False)
    assert at.edits == []
    assert at.front_matter.raw == raw


@pytest.mark.parametrize(
    ("source", "edited"),
    [
        ("2025-11-21T08:21:53", "2025-11-21T09:05:00"),
        ("2025-11-21 08:21:53", "2025-11-21 09:05:00"),
        ("'2025-11-21 18:21:53'", "'2025-11-21 18:05:00'"),
        ('"2025-11-21T18:21"', '"2025-11-21T18:05"'),
        ("2025-11-21 18:21", "2025-11-21 18:05"),
        ("2025-11-21T18:21:53+09:00", "2025-11-21T18:05:00+09:00"),
        ("2025-11-21 18:21:53 +0900", "2025-11-21 18:05:00 +0900"),
        ("2025-11-21 09:21:53 Z", "2025-11-21 09:05:00 Z"),
        ("2025-11-21  18:21:53.125 +0900", "2025-11-21  18:05:00 +0900"),
    ],
)
def test_an_edit_of_the_clock_keeps_the_style(tokyo, source, edited):
    at = tokyo(f"date: {source} # a comment\n")
    at.focus("date").selectAll()
    at.type("21 Nov 2025, 18:05")
    assert at.line("date") == f"date: {edited} # a comment"


@pytest.mark.parametrize(
    ("source", "edited"),
    [
        ("2025-1-2", "2025-1-4"),
        ("2025-1-2 18:21:53.125 +09:00", "2025-1-4 18:21:53.125 +09:00"),
        ("2025-01-02 9:05:07 +0900", "2025-01-04 9:05:07 +0900"),
        ("'2025-1-02  9:05'", "'2025-1-04  9:05'"),
    ],
)
def test_an_edit_of_the_day_changes_the_day_only(tokyo, source, edited):
    at = tokyo(f"date: {source}\n")
    at.focus("date").selectAll()
    at.type("4 Jan 2025")
    assert at.line("date") == f"date: {edited}"


def test_a_day_that_is_typed_is_the_day_that_is_written(tokyo, big_news):
    """At 3:21 in Tokyo it is still the day before in UTC, as which a time without offset is read."""
    at = tokyo(big_news)
    at.focus("date").selectAll()
    at.type("25 Nov 2025")
    assert at.line("date") == "date: 2025-11-25T03:21:53+09:00"
    assert not any("UTC" in note for note in at.notes("date"))


@pytest.mark.parametrize("text", ["0001-01-01", "0001-01-01 03:00", "9999-12-31T23:00:00Z"])
def test_a_day_at_the_end_of_the_calendar_is_no_date_yet(tokyo, big_news, text):
    at = tokyo(big_news)
    at.focus("date").selectAll()
    at.type(text)
    assert at.front_matter.raw == big_news
    assert any(note.startswith("Not a date yet") for note in at.notes("date"))


# -- new dates -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("habit", "source"),
    [
        ("", "2025-11-22 08:21:53 +0900"),
        ("2025-01-01T10:00:00", "2025-11-22T08:21:53+09:00"),
        ("'2025-01-01 10:00:00'", "'2025-11-22 08:21:53'"),
    ],
)
def test_an_empty_date_that_is_filled_follows_the_site_where_it_is_unambiguous(tokyo, habit, source):
    at = tokyo("title: a\n", date_habit=lambda: habit)
    at.focus("date")
    at.type("22 Nov 2025, 08:21:53")
    assert at.line("date") == f"date: {source}"


def test_the_date_of_one_post_is_no_pattern_for_the_next(tokyo):
    at = tokyo("date: 2025-01-01T10:00:00\n")
    at.set_raw("title: another\n")
    at.focus("date")
    at.type("22 Nov 2025, 08:21:53")
    assert at.line("date") == "date: 2025-11-22 08:21:53 +0900"


def test_the_habit_is_asked_for_once_while_a_date_is_typed(tokyo):
    asked = []
    at = tokyo("title: a\n", date_habit=lambda: asked.append(1) or "2025-01-01T10:00:00+09:00")
    at.focus("date")
    assert asked == []
    at.type("2025-11-22 08:21:53")
    assert at.line("date") == "date: 2025-11-22T08:21:53+09:00"
    assert asked == [1]


def test_the_calendar_marks_today_in_the_zone_of_the_site(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    evening = datetime(2025, 11, 21, 20, 0, tzinfo=UTC)
    popup = CalendarPopup(parent, clock=evening.astimezone)
    popup.open_at(QPoint(), evening.astimezone(ZoneInfo("Asia/Tokyo")), zone=ZoneInfo("Asia/Tokyo"))
    days = popup.findChild(QCalendarWidget)
    assert list(days.dateTextFormat()) == [QDate(2025, 11, 22)]
    assert days.selectedDate() == QDate(2025, 11, 22)
    assert any(label.text() == "JST" for label in popup.findChildren(QLabel))
    popup.open_at(QPoint(), evening, zone=ZoneInfo("America/New_York"))
    assert list(days.dateTextFormat()) == [QDate(2025, 11, 21)]
    popup.close()
