"""The folded form keeps what a writer looks for and shortens the rest."""

from __future__ import annotations

import pytest

from editor.gui.form.folded_line import FoldedLine

NAME = "17421b3991c0aa5b91e820ced4df2658.jpg"
FACTS = "21 Nov 2025, 18:21:53 · badely · News, Opinion"


@pytest.fixture
def line(qtbot):
    made = FoldedLine()
    qtbot.addWidget(made)
    made.show_parts(("21 Nov 2025, 18:21:53", "badely", "News, Opinion", NAME))
    return made


def test_with_room_it_says_everything(line):
    assert line.shown_words(2000) == f"{FACTS} · {NAME}"


def test_the_image_s_name_gives_way_before_anything_else(line):
    room = line.fontMetrics().horizontalAdvance(f"{FACTS} · 17421b…2658.jpg")
    shown = line.shown_words(room)
    assert shown.startswith(f"{FACTS} · 17")
    assert shown.endswith("8.jpg")
    assert "…" in shown


def test_where_there_is_no_room_for_a_name_there_is_none(line):
    assert line.shown_words(line.fontMetrics().horizontalAdvance(FACTS) + 20) == FACTS


def test_a_post_without_image_keeps_its_other_facts(line):
    line.show_parts(("21 Nov 2025", "badely", "News", ""))
    assert line.shown_words(2000) == "21 Nov 2025 · badely · News"
