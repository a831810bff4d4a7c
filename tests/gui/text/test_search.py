"""Queries find what the writer means, and replacements fill in what was found."""

from __future__ import annotations

import pytest

from editor.gui.text.search import Query, matches, pattern, replacement


@pytest.mark.parametrize(
    ("query", "text", "places"),
    [
        (Query("the"), "The other the", [(0, 3), (5, 8), (10, 13)]),
        (Query("the", is_case_sensitive=True), "The the", [(4, 7)]),
        (Query("the", is_whole_word=True), "The other the", [(0, 3), (10, 13)]),
        (Query("é", is_whole_word=True), "é été", [(0, 1)]),
        (Query("ÉTÉ"), "été", [(0, 3)]),
        (Query("a.b"), "a.b axb", [(0, 3)]),
        (Query("a.b", is_regex=True), "a.b axb", [(0, 3), (4, 7)]),
        (Query("^#+ ", is_regex=True), "# a\n## b", [(0, 2), (4, 7)]),
        (Query("a\\nb", is_regex=True), "a\nb", [(0, 3)]),
        (Query("b"), "😀b", [(2, 3)]),
        (Query(""), "abc", []),
        (Query("(", is_regex=True), "(", []),
        (Query("("), "(", [(0, 1)]),
    ],
)
def test_matches(query: Query, text: str, places: list[tuple[int, int]]) -> None:
    assert [(match.start, match.end) for match in matches(query, text)] == places


def test_an_invalid_pattern_says_so() -> None:
    assert not pattern(Query("(", is_regex=True)).isValid()


def test_a_pattern_without_end_gives_up() -> None:
    assert matches(Query("(a+)+$", is_regex=True), "a" * 200 + "b") == []


@pytest.mark.parametrize(
    ("query", "template", "result"),
    [
        (Query("a b"), r"\1 $1", r"\1 $1"),
        (Query("(a) (b)", is_regex=True), r"$2 \1", "b a"),
        (Query("(a) (b)", is_regex=True), r"$0\n\t\\$9", "a b\n\t\\"),
    ],
)
def test_replacement(query: Query, template: str, result: str) -> None:
    (match,) = matches(query, "a b")
    assert replacement(query, match, template) == result
