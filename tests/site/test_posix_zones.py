"""Zones that are written as rules."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from editor.site.posix_zones import posix_zone


@pytest.mark.parametrize(
    ("rule", "winter", "summer"),
    [
        ("UTC+3", -3, -3),
        ("<+03>-3", 3, 3),
        ("IST-5:30", 5.5, 5.5),
        ("CET-1CEST,M3.5.0,M10.5.0/3", 1, 2),
        ("AEST-10AEDT,M10.1.0,M4.1.0/3", 11, 10),
    ],
)
def test_a_rule_says_how_far_it_is_to_utc(rule, winter, summer):
    zone = posix_zone(rule)
    assert zone is not None
    offsets = [datetime(2025, month, 1, tzinfo=UTC).astimezone(zone).utcoffset() for month in (1, 7)]
    assert offsets == [timedelta(hours=winter), timedelta(hours=summer)]


@pytest.mark.parametrize("text", ["", "UTC", "Nonsense/Nowhere", "+3", "CET-1CEST", "A1", "UTC+99", "UTC+3\n"])
def test_what_is_no_rule_is_no_zone(text):
    assert posix_zone(text) is None
