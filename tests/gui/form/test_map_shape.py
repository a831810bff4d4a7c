"""Which values get rows, what the rows are called, and which groups start open."""

from __future__ import annotations

import pytest

from editor.gui.form.map_shape import (
    count_words,
    is_grouped,
    leaves,
    like_last,
    name_of,
    starts_open,
    summary_of,
    title_of,
)


@pytest.mark.parametrize(
    ("value", "grouped"),
    [({}, True), ({"a": 1}, True), ([{"a": 1}, {}], True), ([], False), (["a"], False), ([{"a": 1}, "b"], False)],
)
def test_maps_and_lists_of_nothing_but_maps_are_groups(value, grouped):
    assert is_grouped(value) is grouped


@pytest.mark.parametrize(
    ("item", "title"),
    [
        ({"src": "/a/one.jpg", "caption": "Red Square at dusk"}, "3 · Red Square at dusk"),
        ({"src": "/a/one.jpg"}, "3 · one.jpg"),
        ({"n": 1, "caption": " "}, "3"),
        ({"text": "two\nlines"}, "3 · two lines"),
        ({}, "3"),
    ],
)
def test_an_item_is_called_by_its_place_and_what_it_says_first(item, title):
    assert title_of(("gallery", 2), item) == title


def test_a_screen_reader_hears_the_whole_path():
    assert name_of(("gallery", 2, "caption")) == "gallery, 3, caption"


def test_few_values_start_open_and_many_or_deep_ones_do_not():
    eight = {f"k{n}": n for n in range(8)}
    assert starts_open(("m",), eight)
    assert not starts_open(("m",), {**eight, "k8": 8})
    assert not starts_open(("m", "n", "o"), {"a": 1})
    assert not starts_open(("m", 0), {"a": 1}, siblings=9)


def test_counting_values_stops_where_it_is_told_to():
    assert leaves([{"a": 1, "b": {"c": 2, "d": 3}}] * 10_000, most=9) == 9
    assert leaves({"a": [1, 2, 3], "b": {}}, most=9) == 1


@pytest.mark.parametrize(
    ("value", "words"),
    [({}, "empty"), ({"a": 1}, "1 key"), ([{}] * 1200, "1,200 items"), (None, "empty")],
)
def test_the_count_is_said_in_words(value, words):
    assert count_words(value) == words


def test_a_folded_group_says_what_is_in_it():
    assert summary_of({"name": "Ann", "born": None, "age": 3, "links": {"a": 1}}) == "Ann · 3"
    assert summary_of({"links": {"a": 1}}) == "1 key"
    assert summary_of([{}, {}]) == "2 items"


def test_a_new_item_is_like_the_last_without_its_values():
    assert like_last([{"a": 1}, {"src": "x", "n": 2, "deep": {"a": 1}}]) == {"src": "", "n": ""}
