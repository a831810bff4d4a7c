"""Which key and which kind of field a value gets."""

from __future__ import annotations

import pytest

from editor.gui.form.kinds import KNOWN, key_of, kind_of
from editor.site.scalars import Timestamp

BY_NAME = {known.name: known for known in KNOWN}


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (True, "switch"),
        (0, "number"),
        (1.5, "number"),
        (Timestamp("2025-11-21"), "date"),
        ("2025-11-21", "text"),
        ("x" * 80, "text"),
        ("x" * 81, "long text"),
        ("a\nb", "long text"),
        (None, "text"),
        ([], "list"),
        (["a", 1, None], "list"),
        ([["a"]], "YAML"),
        ({}, "map"),
    ],
)
def test_an_unknown_key_gets_the_kind_of_its_value(value, kind):
    assert kind_of(value) == kind


def test_of_two_tag_keys_the_form_edits_the_one_that_jekyll_reads():
    assert key_of(BY_NAME["Tags"], {"tags": ["a"], "tag": "b"}) == "tag"
    assert key_of(BY_NAME["Tags"], {"tags": ["a"], "tag": None}) == "tags"
    assert key_of(BY_NAME["Tags"], {}) == "tags"


def test_of_two_category_keys_which_jekyll_unites_the_plural_is_the_known_one(desk):
    at = desk("categories: [a]\ncategory: b\n")
    assert at.field("categories").label == "Categories"
    assert at.field("category").label == "category"


def test_mnemonics_do_not_clash_with_each_other():
    letters = [known.label[known.label.index("&") + 1].lower() for known in KNOWN]
    assert len(set(letters)) == len(letters)
