"""Attribute lists: what they say, and how ALDs go to an element."""

from __future__ import annotations

import pytest

from editor.kramdown.attribute_lists import apply_attribute_list, merge_attribute_list, parse_attribute_list
from editor.kramdown.tree import AttributeList


def _parsed(text: str) -> AttributeList:
    parsed = AttributeList()
    parse_attribute_list(text, parsed)
    return parsed


@pytest.mark.parametrize(
    ("text", "attrs", "refs"),
    [
        (" .a #b", {"class": "a", "id": "b"}, []),
        (".a.b#c", {"class": "a b", "id": "c"}, []),
        ("a='b c' d=\"e\"", {"a": "b c", "d": "e"}, []),
        ("class='a' .b", {"class": "a b"}, []),
        ('a="b\\" \\}c"', {"a": 'b" }c'}, []),
        ('a="b\\"', {"a": "b\\"}, []),
        ("toc no_toc", {}, ["toc", "no_toc"]),
        ("#1 a= b='", {}, []),
        ("a=\"b\"c d='e'", {"d": "e"}, []),
        (":", {}, []),
    ],
)
def test_what_a_list_says(text: str, attrs: dict[str, str], refs: list[str]) -> None:
    parsed = _parsed(text)
    assert (parsed.attrs, parsed.refs) == (attrs, refs)


def test_classes_of_two_lists_add_up_and_all_else_is_replaced() -> None:
    first = _parsed(".a #b r")
    merge_attribute_list(first, _parsed(".c #d s"))
    assert first.attrs == {"class": "a c", "id": "d"}
    assert first.refs == ["r", "s"]


def test_what_it_refers_to_comes_first() -> None:
    attrs = {"class": "x"}
    asked: set[str] = set()
    apply_attribute_list(
        attrs, _parsed(".a r #own gone"), {"r": _parsed(".b #other s"), "s": _parsed(".c")}, asked=asked
    )
    assert attrs == {"class": "x c b a", "id": "own"}
    assert asked == {"r", "s", "gone"}


def test_lists_that_refer_to_themselves_end() -> None:
    attrs: dict[str, str] = {}
    apply_attribute_list(attrs, _parsed("a"), {"a": _parsed("#x a b"), "b": _parsed("a a")})
    assert attrs["id"] == "x"
