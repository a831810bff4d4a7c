"""A date as written and as read; the two spellings that are offered where the day moves."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.site.date_views import date_in_url, view_date
from editor.site.dates import read_date
from editor.site.permalink import STYLES
from editor.site.scalars import Timestamp, read_plain

TOKYO, NEW_YORK = ZoneInfo("Asia/Tokyo"), ZoneInfo("America/New_York")
ZONES = ["UTC", "America/New_York", "Asia/Tokyo", "Asia/Kolkata", "Australia/Lord_Howe", "America/Santiago"]
NAIVE = [
    "2025-11-21T18:21:53",
    "2025-11-21 18:21:53",
    "2025-11-21  18:21:53.125",
    "2025-11-21T18:21:53.5",
    "2025-1-2 23:21:53",
    "2025-11-21 1:21:53",
    "2025-11-21 24:00:00",
    "2025-03-09T02:30:00",
    "2025-11-02 01:30:00",
    "2025-09-07 00:30:00",
    "2025-04-06 01:45:00",
    "2025-10-05 02:15:00",
    "2025-12-31T23:59:59",
]
OTHERS = [
    "2025-11-21",
    "2025-11-21 18:21",
    "'2025-11-21 18:21:53'",
    '"2025-11-21T18:21:53"',
    "2025-03-09 02:30",
    "'2025-11-02 01:30:00'",
    "2025-10-05 02:15",
    "2025-04-06 01:45",
    '"2025-09-07 00:30:00"',
    "2025-11-02 01:30:00 -0500",
    "2025-11-02 01:30:00 -0400",
    "2025-11-21 18:21:53 Z",
    "2025-11-21T18:21:53+09:00",
    "2025-11-21 18:21:53 -0500",
    "2025-11-21 18:21:53 EST",
    "21 November 2025",
]


def value_of(source):
    """The value of a date as it stands in YAML."""
    return source[1:-1] if source[0] in "\"'" else read_plain(source)


def views_of(source, zone):
    return view_date(value_of(source), source, zone)


def moment_of(source, zone):
    return read_date(value_of(source), zone)


@pytest.mark.parametrize(
    ("written", "keep_clock", "keep_instant"),
    [
        ("2025-11-21T18:21:53", "2025-11-21T18:21:53+09:00", "2025-11-22T03:21:53+09:00"),
        ("2025-11-21 18:21:53", "2025-11-21 18:21:53 +0900", "2025-11-22 03:21:53 +0900"),
        ("2025-11-21T18:21:53.125", "2025-11-21T18:21:53.125+09:00", "2025-11-22T03:21:53.125+09:00"),
        ("2025-1-2  18:21:53.5", "2025-1-2  18:21:53.5 +0900", "2025-1-3  03:21:53.5 +0900"),
    ],
)
def test_a_naive_date_whose_day_moves_is_spelled_in_two_ways_that_keep_the_rest(written, keep_clock, keep_instant):
    views = views_of(written, TOKYO)
    assert views.moves_day
    assert (views.keep_clock, views.keep_instant) == (keep_clock, keep_instant)


def test_an_anchor_stays_with_the_date():
    views = view_date(Timestamp("2025-11-21T18:21:53"), "&then 2025-11-21T18:21:53", TOKYO)
    assert views.keep_clock == "&then 2025-11-21T18:21:53+09:00"


@pytest.mark.parametrize("written", OTHERS)
@pytest.mark.parametrize("zone", ZONES)
def test_no_choice_is_offered_where_the_zone_is_told_or_the_sites_is_taken(written, zone):
    views = views_of(written, ZoneInfo(zone))
    assert not views.moves_day
    assert (views.keep_clock, views.keep_instant) == ("", "")


def test_a_date_with_an_offset_tells_of_its_other_day_too():
    views = views_of("2025-11-21 23:00:00 +0000", TOKYO)
    assert views.is_other_day
    assert (views.day, views.read.date()) == (date(2025, 11, 21), date(2025, 11, 22))
    assert not views_of("2025-11-21 10:00:00 +0000", TOKYO).is_other_day
    assert views_of('"2025-11-21 23:00:00 +0000"', TOKYO).is_other_day


def test_a_day_that_stays_needs_no_choice():
    assert not views_of("2025-11-21T18:21:53", UTC).moves_day
    assert not views_of("2025-11-21T14:59:59", TOKYO).moves_day
    assert views_of("2025-11-21T15:00:00", TOKYO).moves_day
    assert views_of("2025-11-21T04:59:59", NEW_YORK).moves_day


@pytest.mark.parametrize("value", ["", "soon", None, True, [1], Timestamp("2025-13-45")])
def test_what_jekyll_cannot_read_has_no_views(value):
    assert view_date(value, "x", TOKYO) is None


def test_a_clock_time_that_the_zone_skips_gets_the_one_that_exists():
    views = views_of("2025-09-07T00:30:00", ZoneInfo("America/Santiago"))  # clocks go from 0:00 to 1:00
    assert (views.keep_clock, views.keep_instant) == ("2025-09-07T01:30:00-03:00", "2025-09-06T20:30:00-04:00")
    assert views_of("2011-12-30T23:00:00", ZoneInfo("Pacific/Apia")).keep_clock == "2011-12-31T23:00:00+14:00"


def test_an_offset_without_whole_minutes_cannot_be_offered():
    views = views_of("1850-01-01 23:00:00", TOKYO)
    assert views.moves_day
    assert (views.keep_clock, views.keep_instant) == ("", "")


@settings(deadline=None)
@given(
    st.datetimes(datetime(1951, 1, 1), datetime(2037, 1, 1)),
    st.sampled_from(ZONES),
    st.sampled_from("T "),
    st.sampled_from(["", ".5", ".125"]),
)
def test_each_choice_means_what_it_says(naive, zone, gap, fraction):
    zone = ZoneInfo(zone)
    written = naive.isoformat(gap, timespec="seconds") + fraction
    views = views_of(written, zone)
    assert views.moves_day == (views.read.date() != naive.date())
    if views.moves_day:
        assert moment_of(views.keep_instant, zone).astimezone(UTC) == views.read.astimezone(UTC)
        assert not views_of(views.keep_instant, zone).moves_day
        kept = moment_of(views.keep_clock, zone)
        if naive.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None) == naive:  # it exists
            assert kept.replace(tzinfo=None) == naive.replace(microsecond=0)
            assert views.keep_clock.startswith(written)
        else:
            assert timedelta() < kept.replace(tzinfo=None) - naive.replace(microsecond=0) <= timedelta(hours=1)


@pytest.mark.parametrize(
    ("written", "differs"),
    [
        ("2025-11-21T18:21:53", True),
        ("2025-11-21 18:21:53 +0900", False),
        ("2025-11-21 10:00:00 +0000", True),
        ("2025-11-21 18:21", False),
        ("'2025-11-21 18:21:53'", False),
        ("2025-11-21 6:21 PM", False),
        ("2025-11-21 6:21:53 pm", False),
        ("2025-11-21", False),
        ("21 November 2025", False),
    ],
)
def test_the_views_tell_whether_the_time_is_another_one_than_is_written(written, differs):
    assert views_of(written, TOKYO).is_other_time is differs


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        (STYLES["date"], "2025/11/22"),
        (STYLES["pretty"], "2025/11/22"),
        (STYLES["ordinal"], "2025/326"),
        (STYLES["weekdate"], "2025/W47/Sat"),
        (STYLES["none"], ""),
        ("/:year/:title.html", "2025"),
        ("/:year/:title/:day/", "2025/…/22"),
        ("/:year_:month_/x", "2025_11"),
        ("/about/", ""),
    ],
)
def test_a_date_is_shown_as_the_url_shows_it(template, shown):
    assert date_in_url(template, datetime(2025, 11, 22, 3, 21, tzinfo=TOKYO)) == shown


RUBY = """
require "jekyll"; require "yaml"
STDIN.each_line(chomp: true) do |line|
  value = YAML.safe_load("date: #{line}", permitted_classes: [Date, Time])["date"]
  puts Jekyll::Utils.parse_date(value.to_s).strftime("%Y-%m-%dT%H:%M:%S%:z")
end
"""


@pytest.mark.jekyll
@pytest.mark.parametrize("zone", ZONES)
def test_jekyll_reads_the_dates_and_both_choices_as_shown(zone):
    views = [views_of(written, ZoneInfo(zone)) for written in NAIVE + OTHERS]
    expected = {view.written: view.read for view in views}
    for view in views:
        if view.moves_day:
            expected[view.keep_instant] = view.read
            expected[view.keep_clock] = moment_of(view.keep_clock, ZoneInfo(zone))
    run = subprocess.run(
        ["ruby", "-e", RUBY],
        input="\n".join(expected),
        env={**os.environ, "TZ": zone},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.split() == [moment.isoformat(timespec="seconds") for moment in expected.values()]
