"""Paths into the front matter are spelled as in Liquid."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.site.key_path import as_path, is_misspelled, read_key_path, spell_key_path

NAMES = st.text(st.characters(exclude_characters=".[]", exclude_categories=("Cs",)), min_size=1)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("title", ("title",)),
        ("seo.title", ("seo", "title")),
        ("gallery[2].caption", ("gallery", 2, "caption")),
        ("a[0][1]", ("a", 0, 1)),
        ("two words.x", ("two words", "x")),
        ("a..b", ("a..b",)),
        (".a", (".a",)),
        ("a[x]", ("a[x]",)),
        ("[2]", ("[2]",)),
        ("", ("",)),
        ("a[" + "9" * 5000 + "]", ("a[" + "9" * 5000 + "]",)),
    ],
)
def test_a_path_is_read_as_liquid_spells_it(text: str, path: tuple[str | int, ...]) -> None:
    assert read_key_path(text) == path


@pytest.mark.parametrize(
    "text", ["a[", "a[-1]", "a[x]", "a]", "a[0.b", "a[0]b", "a..b", "a.", ".a", "[0]", "a.[0]", "a[1234567890]"]
)
def test_a_slip_in_a_path_is_seen(text: str) -> None:
    assert is_misspelled(text)


@pytest.mark.parametrize("text", ["title", "two words", "a.b", "a[0].b", "C#", "a:b", "a(b)", ""])
def test_what_is_a_key_or_a_path_is_no_slip(text: str) -> None:
    assert not is_misspelled(text)


def test_a_key_is_a_path_of_one_step() -> None:
    assert as_path("a.b") == ("a.b",)


@given(st.tuples(NAMES), st.lists(NAMES | st.integers(0, 99)))
def test_what_is_spelled_is_read_again(first: tuple[str], more: list[str | int]) -> None:
    path = (*first, *more)
    assert read_key_path(spell_key_path(path)) == path
