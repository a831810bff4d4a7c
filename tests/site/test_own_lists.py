"""The words in a post's own lists."""

from __future__ import annotations

from editor.site.own_lists import own_lists


def test_each_list_is_told_by_its_key_and_nested_ones_by_their_path():
    values = {"authors": ["A", "B"], "seo": {"keywords": ["x", 5, True]}, "title": "T", "gallery": [{"a": 1}]}
    assert own_lists(values) == {"authors": ("A", "B"), "seo.keywords": ("x", "5", "true")}


def test_categories_and_tags_are_told_elsewhere():
    assert own_lists({"categories": ["a"], "tags": ["b"], "tag": ["c"]}) == {}


def test_what_no_other_post_will_repeat_is_left_out():
    assert own_lists({"lines": ["x" * 81, "two\nlines", None, "", [1], "fine"]}) == {"lines": ("fine",)}
