"""Entities are the ones of kramdown's own table."""

from __future__ import annotations

import pytest

from editor.kramdown.entities import NamedEntity, entity_by_code_point, entity_by_name


@pytest.mark.parametrize(
    ("name", "code_point"),
    [("amp", 38), ("nbsp", 160), ("apos", 39), ("vellip", 8942), ("rceil", 8968), ("lang", 9002), ("thetasym", 977)],
)
def test_a_name_of_the_table_is_its_character(name: str, code_point: int) -> None:
    assert entity_by_name(name) == NamedEntity(chr(code_point), code_point, name)


@pytest.mark.parametrize("name", ["", "AMP", "NotEqualTilde", "lt;"])
def test_other_names_are_unknown(name: str) -> None:
    assert entity_by_name(name) is None


def test_names_of_html_5_are_known_where_asked_for() -> None:
    assert entity_by_name("frac23") is None
    assert entity_by_name("frac23", html5=True) == NamedEntity("⅔", 8532, "frac23")


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (169, NamedEntity("©", 169, "copy")),
        (256, NamedEntity("Ā", 256)),
        (151, NamedEntity("—", 8212, "mdash")),  # as in Windows 1252
        (129, NamedEntity("\x81", 129)),  # not a character there
        (0xD800, NamedEntity("", 0xD800)),
        (0x110000, NamedEntity("", 0x110000)),
    ],
)
def test_every_number_is_an_entity(number: int, expected: NamedEntity) -> None:
    assert entity_by_code_point(number) == expected
