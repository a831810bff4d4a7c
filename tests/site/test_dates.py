"""Dates as Jekyll reads them, and as new posts spell them."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.errors import InvalidDate
from editor.site.dates import is_zone, read_date, rounded_as, site_zone, spell_date
from editor.site.scalars import Timestamp, read_plain

BERLIN = ZoneInfo("Europe/Berlin")


def read(source, zone=BERLIN):
    """The moment of a date as it stands in YAML, in short."""
    value = source[1:-1] if source[0] in "\"'" else read_plain(source)
    return read_date(value, zone).isoformat(timespec="minutes")


@pytest.mark.parametrize(
    ("source", "moment"),
    [
        ("2025-11-21T18:21:53", "2025-11-21T19:21+01:00"),
        ("2025-11-21 23:21:53", "2025-11-22T00:21+01:00"),
        ("2025-11-21 8:21:53.25", "2025-11-21T09:21+01:00"),
        ("'2025-11-21 18:21:53'", "2025-11-21T18:21+01:00"),
        ('"2025-11-21T18:21:53"', "2025-11-21T18:21+01:00"),
        ("2025-11-21 18:21", "2025-11-21T18:21+01:00"),
        ("2025-11-21", "2025-11-21T00:00+01:00"),
        ("2025-11-21 18:21:53 Z", "2025-11-21T19:21+01:00"),
        ("2025-11-21 18:21:53 -0530", "2025-11-22T00:51+01:00"),
        ("2025-11-21 18:21:53 +05:30", "2025-11-21T13:51+01:00"),
        ("2025-11-21 18:21:53 EST", "2025-11-22T00:21+01:00"),
        ("2025-02-30", "2025-03-02T00:00+01:00"),
        ("2025-07-01 12:00", "2025-07-01T12:00+02:00"),
        ("2025-03-30 02:30", "2025-03-30T03:30+02:00"),
        ("2025-10-26 02:30", "2025-10-26T02:30+01:00"),
        ("21 November 2025", "2025-11-21T00:00+01:00"),
    ],
)
def test_the_spelling_decides_the_zone(source, moment):
    assert read(source) == moment


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("", "“”"),
        ("soon", "“soon”"),
        (None, "“”"),
        (True, "“true”"),
        ([1], "“[1]”"),
        ({"a": 1}, '“{"a"=>1}”'),
        (Timestamp("2025-13-45"), "“2025-13-45”"),
        ("2025-11-21 25:00", "“2025-11-21 25:00”"),
        ("soon " * 1000, "“" + "soon " * 12 + "…”"),
    ],
)
def test_what_jekyll_cannot_read_is_refused_with_its_text(value, text):
    with pytest.raises(InvalidDate) as raised:
        read_date(value, UTC)
    assert str(raised.value).startswith(f"{text} is not a date that Jekyll can read. ")


@pytest.mark.parametrize("value", [Timestamp("0001-01-01"), Timestamp("9999-12-31 23:59:59 -1200")])
def test_a_moment_beyond_the_calendar_is_refused(value):
    with pytest.raises(InvalidDate):
        read_date(value, BERLIN)


def test_an_empty_zone_is_the_computers_own(monkeypatch):
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        own, named = site_zone(""), site_zone("America/New_York")
        for hour in range(0, 24 * 365, 5):
            moment = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(hours=hour)
            assert moment.astimezone(own).isoformat() == moment.astimezone(named).isoformat()
        for text in ("2025-03-09 02:30", "2025-11-02 01:30", "2025-07-01 12:00"):
            assert read_date(text, own).timestamp() == read_date(text, named).timestamp()
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize("name", ["Nonsense/Nowhere", "../../etc/passwd", "Europe", "/etc/passwd"])
def test_an_unknown_zone_is_utc_as_for_jekyll(name):
    assert site_zone(name) is UTC
    assert not is_zone(name)


@pytest.mark.parametrize(
    ("like", "source"),
    [
        ("", "2025-11-21 18:21:53 +0100"),
        ("nonsense", "2025-11-21 18:21:53 +0100"),
        ("2024-01-02 03:04:05 +0000", "2025-11-21 18:21:53 +0100"),
        ("2024-01-02 03:04:05 +00:00", "2025-11-21 18:21:53 +01:00"),
        ("2024-01-02T03:04:05+01:00", "2025-11-21T18:21:53+01:00"),
        ("2024-01-02T03:04:05Z", "2025-11-21T17:21:53Z"),
        ("2024-01-02T03:04:05", "2025-11-21T17:21:53"),
        ("'2024-01-02 03:04:05'", "'2025-11-21 18:21:53'"),
        ("2024-01-02 03:04", "2025-11-21 18:21:53 +0100"),
        ("2024-01-02", "2025-11-21 18:21:53 +0100"),
    ],
)
def test_a_new_date_is_spelled_as_the_others_are_unless_that_would_change_it(like, source):
    assert spell_date(datetime(2025, 11, 21, 18, 21, 53, tzinfo=BERLIN), like=like) == source


@pytest.mark.parametrize(
    ("like", "source"),
    [
        ("2024-01-02 03:04", "2025-11-21 18:21"),
        ("2024-01-02", "2025-11-21"),
        ('"2024-01-02"', '"2025-11-21"'),
        ("nonsense", "2025-11-21 18:21:53 +0100"),
    ],
)
def test_a_moment_that_need_not_be_exact_is_spelled_as_the_others_are(like, source):
    moment = datetime(2025, 11, 21, 18, 21, 53, tzinfo=BERLIN)
    assert spell_date(rounded_as(moment, like), like=like) == source


HABITS = ["", "2024-01-02 03:04:05 +0000", "2024-01-02T03:04:05Z", "'2024-01-02 03:04'", "2024-1-2 3:04:05.5 +01:00"]


@given(
    st.datetimes(datetime(1000, 1, 1), datetime(9000, 1, 1), timezones=st.timezones()),
    st.sampled_from([*HABITS, "2024-01-02", "2024-01-02T03:04:05", '"2024-01-02 03:04:05"']),
)
@settings(deadline=None)
def test_a_spelled_date_is_read_as_the_same_moment(moment, like):
    moment = moment.astimezone(UTC).astimezone(moment.tzinfo).replace(microsecond=0)
    source = spell_date(moment, like=like)
    value = source[1:-1] if source[0] in "\"'" else read_plain(source)
    assert read_date(value, moment.tzinfo).timestamp() == moment.timestamp()
