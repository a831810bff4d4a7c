"""Categories and tags as Jekyll reads them."""

from __future__ import annotations

import pytest

from editor.site.scalars import Timestamp
from editor.site.taxonomy import categories_of, folder_categories, tags_of


@pytest.mark.parametrize(
    ("values", "categories"),
    [
        ({"categories": "a b"}, ("a", "b")),
        ({"category": "a b"}, ("a b",)),
        ({"categories": "a, b"}, ("a,", "b")),
        ({"categories": ["b"], "category": "a"}, ("b", "a")),
        ({"categories": [True, 2024, 1.0, None]}, ("true", "2024", "1.0", "")),
        ({"categories": None, "category": False}, ()),
        ({"category": ["a", ["b"]]}, ("a", "b")),
        ({"categories": [["a", "b"], "c"]}, ('["a", "b"]', "c", "a", "b")),
        ({"categories": "a\u00a0b c"}, ("a\u00a0b", "c")),
        ({}, ()),
    ],
)
def test_categories_of_the_front_matter(values, categories):
    assert categories_of([], {}, values) == categories


def test_folders_defaults_and_front_matter_are_united_each_once():
    assert categories_of(["News"], {"categories": "all News"}, {"categories": ["x", "all"]}) == ("News", "all", "x")


@pytest.mark.parametrize(
    ("values", "tags"),
    [
        ({"tags": "a b"}, ("a", "b")),
        ({"tag": "a b", "tags": ["c"]}, ("a b",)),
        ({"tags": []}, ()),
        ({"tags": None}, ("standard",)),
        ({"tags": ["a", "a", None]}, ("a", "a")),
        ({"tags": 5}, ()),
        ({"tags": Timestamp("2025-01-01")}, ()),
        ({}, ("standard",)),
    ],
)
def test_tags_of_the_front_matter_replace_those_of_the_defaults(values, tags):
    assert tags_of({"tags": ["standard"]}, values) == tags


@pytest.mark.parametrize(
    ("path", "folders"),
    [("_posts/a/x.md", []), ("News/World/_posts/x.md", ["News", "World"]), ("my_posts/_posts/x.md", ["my"])],
)
def test_only_folders_above_the_posts_are_categories(path, folders):
    assert folder_categories(path, "_posts") == folders
