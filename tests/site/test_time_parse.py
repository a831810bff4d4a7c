"""Freely written dates, as Ruby's Time.parse understands them."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.site.time_parse import local_time, parse_time

NOW = datetime(2025, 6, 15, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("November 21, 2025", "2025-11-21T00:00:00"),
        ("21st Nov 2025 6:30 pm", "2025-11-21T18:30:00"),
        ("Fri, 21 Nov 2025 18:21:53 +0100", "2025-11-21T17:21:53"),
        ("21-Nov-2025", "2025-11-21T00:00:00"),
        ("2025/11/21 10:00", "2025-11-21T10:00:00"),
        ("21.11.2025", "2025-11-21T00:00:00"),
        ("20251121T182153", "2025-11-21T18:21:53"),
        ("99-1-2", "1999-01-02T00:00:00"),
        ("25-1-2", "2025-01-02T00:00:00"),
        ("2025-06-31", "2025-07-01T00:00:00"),
        ("2024-064", "2024-03-04T00:00:00"),  # a year and its day
        ("24-366 10:30", "2024-12-31T10:30:00"),
        ("10:30", "2025-06-15T10:30:00"),
        ("May", "2025-05-01T00:00:00"),
        ("3rd", "2025-06-03T00:00:00"),
    ],
)
def test_many_spellings_are_read(text, moment):
    assert parse_time(text, UTC, now=NOW).replace(tzinfo=None).isoformat() == moment


@pytest.mark.parametrize("text", ["", "soon", "2025-13-01", "2025-11-32", "11/21/2025", "2025-11-21 24:01"])
def test_what_ruby_refuses_is_refused(text):
    with pytest.raises(ValueError, match=r"range|date|month|day"):
        parse_time(text, UTC, now=NOW)


def test_a_text_of_more_than_128_bytes_is_no_date():
    spaces = " " * (128 - len("2025-11-21é"))
    assert parse_time(f"2025-11-21{spaces}é"[:-1], UTC, now=NOW).day == 21
    with pytest.raises(ValueError, match="too long"):
        parse_time(f"2025-11-21{spaces}é", UTC, now=NOW)
    with pytest.raises(ValueError, match="too long"):
        parse_time("1" * 1_000_000, UTC, now=NOW)  # at once: its patterns would try for hours


@given(st.text(alphabet="0123456789-/.:T +'apmjanovst,", max_size=25))
@settings(deadline=None)
def test_any_text_is_read_or_refused(text):
    with suppress(ValueError):
        assert parse_time(text, ZoneInfo("Europe/Berlin"), now=NOW).tzinfo is not None


def test_a_skipped_hour_moves_on_and_a_repeated_one_is_the_second():
    berlin = ZoneInfo("Europe/Berlin")
    assert local_time(datetime(2025, 3, 30, 2, 30), berlin).isoformat() == "2025-03-30T03:30:00+02:00"
    assert local_time(datetime(2025, 10, 26, 2, 30), berlin).isoformat() == "2025-10-26T02:30:00+01:00"
