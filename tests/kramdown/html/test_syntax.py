"""The patterns of HTML match what kramdown takes for tags and attributes, and never try a text twice."""

from __future__ import annotations

import pytest

from editor.kramdown.html.syntax import CLOSE_TAG, CUT_OFF_TAG, TAG, parse_attributes


@pytest.mark.parametrize(
    "text", ["<a>", "<a/>", "<a b>", "<a b=c>", "<a b = 'c\nd' e=\"f>g\" />", "<é>", "<x:y-z.1>", "<a\n\nb\n>"]
)
def test_a_tag_is_one(text: str) -> None:
    match = TAG.match(text)
    assert match is not None
    assert match.end() == len(text)


@pytest.mark.parametrize("text", ["<>", "< a>", "<1>", "<a b=c-d>", '<a b="c">'[:-1], "<a / >", "<a b='c'd>", "<a:>"])
def test_what_only_looks_like_a_tag_is_none(text: str) -> None:
    assert TAG.match(text) is None


def test_an_end_tag_may_have_white_space_behind_its_name() -> None:
    assert CLOSE_TAG.match("</a:b \n>")
    assert CLOSE_TAG.match("</ a>") is None


@pytest.mark.parametrize("text", ["<a", "<a b", "<a b=", '<a b="c\n\nd', "<a b='c' \n", "<a /"])
def test_a_tag_may_be_cut_off(text: str) -> None:
    assert CUT_OFF_TAG.match(text)


@pytest.mark.parametrize("text", ["<a <", "<a b=c-", "a", "<a>b", '<a b="c"d'])
def test_what_can_become_no_tag_is_not_cut_off(text: str) -> None:
    assert CUT_OFF_TAG.match(text) is None


def test_attributes_have_values_with_or_without_quotation_marks_or_none() -> None:
    text = """ a=b c='d "e"' f="" g\nh = "i\nj" """
    assert parse_attributes(text, element="a") == {"a": "b", "c": 'd "e"', "f": "", "g": "", "h": "i\nj"}


def test_names_become_lower_case_in_elements_that_are_known() -> None:
    assert parse_attributes(" Class='A'", element="div") == {"class": "A"}
    assert parse_attributes(" Class='A'", element="Foo") == {"Class": "A"}


def test_the_last_of_two_attributes_counts_at_the_place_of_the_first() -> None:
    assert list(parse_attributes(" a=1 b=2 A=3", element="p").items()) == [("a", "3"), ("b", "2")]


@pytest.mark.parametrize("text", ["<" * 100_000, "<a " * 50_000, '<a b="' * 50_000, "<a" + " b" * 100_000 + "<"])
def test_hostile_tags_are_looked_at_once(text: str) -> None:
    assert not any(TAG.match(text, at) for at, character in enumerate(text) if character == "<")
