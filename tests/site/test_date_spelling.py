"""A new date is spelled as the other posts spell theirs where that can be read in one way only."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.site.date_spelling import spell_changed_date, spell_new_date
from editor.site.dates import ComputerZone, read_date
from editor.site.scalars import read_plain

LIKE = [
    "",
    "2025-11-21",
    "2025-11-21T18:21:53",
    "2025-11-21 18:21:53.25",
    "'2025-11-21 18:21:53'",
    '"2025-11-21T18:21:53"',
    "2025-11-21 18:21",
    "2025-11-21T18:21:53Z",
    "2025-11-21 18:21:53 +0900",
    '"2025-11-21 18:21:53 -05:00"',
    "21 November 2025",
]
ZONES = ["UTC", "America/New_York", "Asia/Tokyo", "Asia/Kolkata", "Europe/London", "Australia/Lord_Howe"]
MORNING = datetime(2025, 11, 21, 23, 21, 53, tzinfo=UTC)  # 8:21 on the 22nd in Tokyo


@pytest.mark.parametrize(
    ("zone", "like", "spelled"),
    [
        ("Asia/Tokyo", "2025-11-21T18:21:53", "2025-11-22T08:21:53+09:00"),
        ("Asia/Tokyo", "2025-11-21 18:21:53", "2025-11-22 08:21:53 +0900"),
        ("Asia/Tokyo", "'2025-11-21 18:21:53'", "'2025-11-22 08:21:53'"),
        ("Asia/Tokyo", "2025-11-21 18:21:53 +0000", "2025-11-22 08:21:53 +0900"),
        ("Asia/Tokyo", "2025-11-21T18:21:53Z", "2025-11-21T23:21:53Z"),
        ("Asia/Kolkata", "2025-11-21T18:21:53", "2025-11-22T04:51:53+05:30"),
        ("Etc/UTC", "2025-11-21T18:21:53", "2025-11-21T23:21:53"),
        ("Europe/London", "2025-11-21T18:21:53", "2025-11-21T23:21:53"),
        ("America/New_York", "", "2025-11-21 18:21:53 -0500"),
    ],
)
def test_the_offset_is_added_where_the_clock_would_not_be_the_writers(zone, like, spelled):
    assert spell_new_date(MORNING.astimezone(ZoneInfo(zone)), like=like) == spelled


@pytest.mark.parametrize(
    ("like", "spelled"),
    [
        ("2025-11-21 18:21", "2026-02-03 04:05 +0000"),
        ("'2025-11-21 18:21:53'", "'2026-02-03 04:05:00 +0000'"),
        ('"2025-11-21T18:21"', '"2026-02-03T04:05+00:00"'),
        ("2025-11-21T18:21:53", "2026-02-03T04:05:00"),
    ],
)
def test_a_local_time_gets_its_offset_where_the_site_sets_no_zone(monkeypatch, like, spelled):
    monkeypatch.setattr(ComputerZone, "utcoffset", lambda _self, _moment: UTC.utcoffset(None))
    assert spell_new_date(datetime(2026, 2, 3, 4, 5, tzinfo=ComputerZone()), like=like) == spelled


@pytest.mark.parametrize("zone", ["Asia/Tokyo", ""])
def test_a_day_alone_is_the_same_day_everywhere(zone):
    zone = ZoneInfo(zone) if zone else ComputerZone()
    assert spell_new_date(datetime(2026, 2, 3, tzinfo=zone), like="2025-01-01") == "2026-02-03"


@settings(deadline=None)
@given(st.datetimes(datetime(1951, 1, 1), datetime(2037, 1, 1)), st.sampled_from(ZONES), st.sampled_from(LIKE))
def test_a_new_date_is_read_as_the_moment_that_was_meant(naive, zone, like):
    zone = ZoneInfo(zone)
    moment = naive.replace(microsecond=0, tzinfo=UTC).astimezone(zone)
    source = spell_new_date(moment, like=like)
    value = source[1:-1] if source[0] in "\"'" else read_plain(source)
    assert read_date(value, zone).astimezone(UTC) == moment.astimezone(UTC)


@pytest.mark.parametrize(
    ("like", "spelled"),
    [
        ("2025-11-21T08:21:53", "2025-11-22T08:21:53+09:00"),  # in UTC it is the 21st
        ("2025-11-21 08:21:53.5", "2025-11-22 08:21:53.5 +0900"),
        ("'2025-11-21 08:21:53'", "'2025-11-22 08:21:53'"),
        ("2025-11-21T08:21:53Z", "2025-11-21T23:21:53Z"),
    ],
)
def test_a_changed_date_says_the_day_that_the_writer_sees(like, spelled):
    assert spell_changed_date(MORNING.astimezone(ZoneInfo("Asia/Tokyo")), like=like) == spelled


def test_a_changed_date_stays_a_time_in_utc_where_the_day_is_the_same():
    evening = MORNING.replace(hour=9).astimezone(ZoneInfo("Asia/Tokyo"))
    assert spell_changed_date(evening, like="2025-11-20T08:21:53") == "2025-11-21T09:21:53"


def test_a_new_date_has_no_fraction_of_another_posts_second():
    assert spell_new_date(MORNING, like="2025-1-02 08:21:53.25") == "2025-11-21 23:21:53"
