"""Dates as people type them."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QLocale

from editor.gui.form.date_text import friendly_date, parse_date

MOSCOW = ZoneInfo("Europe/Moscow")
ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


@pytest.mark.parametrize(
    "text",
    [
        "21 Nov 2025, 18:21:53",
        "21 November 2025 18:21:53",
        "2025-11-21 18:21:53",
        "2025-11-21T18:21:53",
        "2025-11-21 15:21:53 +0000",
        "2025-11-21 15:21:53Z",
        "2025-11-21 16:21:53 +01:00",
        "21.11.2025 18:21:53",
        "Nov 21, 2025, 18:21:53",
        "  21  Nov 2025,  18:21:53 ",
    ],
)
def test_reads_what_people_type(text):
    assert parse_date(text, zone=MOSCOW, locale=ENGLISH) == datetime(2025, 11, 21, 18, 21, 53, tzinfo=MOSCOW)


@pytest.mark.parametrize("text", ["21 nov 2025 9:05", "21 Nov 2025, 9:05", "2025-11-21 9:05", "2025-11-21, 9:05:00"])
def test_an_hour_may_have_one_digit(text):
    assert parse_date(text, zone=MOSCOW, locale=ENGLISH) == datetime(2025, 11, 21, 9, 5, tzinfo=MOSCOW)


@pytest.mark.parametrize("text", ["21 nov 2025 9", "2025-11-21 9:0", "21 Nov 2025, 24:00", "21 Nov 2025 9:05:6"])
def test_half_a_time_is_no_time(text):
    assert parse_date(text, zone=MOSCOW, locale=ENGLISH) is None


@pytest.mark.parametrize("text", ["", "21", "soon", "2025-02-30", "2025-11-21 25:00", "99999999999-1-1"])
def test_does_not_guess_at_what_is_no_date(text):
    assert parse_date(text, zone=MOSCOW, locale=ENGLISH) is None


def test_reads_its_own_words_in_other_languages():
    moment = datetime(2025, 3, 1, 9, 5, tzinfo=MOSCOW)
    for language in (QLocale.Language.German, QLocale.Language.Russian, QLocale.Language.French):
        locale = QLocale(language)
        text = friendly_date(moment, written="2025-03-01 09:05", locale=locale)
        assert parse_date(text, zone=MOSCOW, locale=locale) == moment, text
