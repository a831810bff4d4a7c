"""A field that has just been added holds something of its kind."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from editor.gui.form.new_value import new_value
from editor.site.dates import read_date
from editor.site.scalars import read_plain

TOKYO = ZoneInfo("Asia/Tokyo")


@pytest.mark.parametrize(
    ("kind", "value"), [("", ""), ("text", ""), ("number", 0), ("switch", True), ("list", []), ("long text", "")]
)
def test_a_new_field_starts_with_the_plainest_value(kind, value):
    assert new_value("key", kind, zone=TOKYO).value == value


@pytest.mark.parametrize("habit", ["", "2025-01-01T10:30:00", "2025-01-01 10:30:00 Z", "2025-01-01"])
def test_a_new_date_is_today_in_the_zone_of_the_site(habit):
    edit = new_value("last_modified_at", "date", zone=TOKYO, date_habit=lambda: habit)
    read = read_date(read_plain(edit.source), TOKYO)
    assert 0 <= (datetime.now(TOKYO) - read).days < 1


def test_a_new_date_carries_its_offset_where_the_habit_would_be_read_as_another_clock():
    edit = new_value("last_modified_at", "date", zone=TOKYO, date_habit=lambda: "2025-01-01T10:30:00")
    assert edit.source.endswith("+09:00")
    edit = new_value("last_modified_at", "date", zone=TOKYO, date_habit=lambda: "2025-01-01 10:30")
    assert len(edit.source) == len("2025-01-01 10:30")
