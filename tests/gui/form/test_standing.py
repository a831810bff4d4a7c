"""What a field says of its value beside the value itself."""

from __future__ import annotations

import pytest

from editor.gui.form.field_value import FieldValue
from editor.gui.form.form_context import NO_DATE_YET, FormContext
from editor.gui.form.standing import Standing, standing_of
from editor.site.field_declarations import FieldDeclaration
from editor.site.front_matter import FrontMatter
from editor.site.inherited import Scope

SCOPE = Scope(path="", kind="posts", file="_config.yml", line=3)
PLACE = "_config.yml, all posts"


def standing(key, raw, inherited=None, *, context=None):
    scope = SCOPE if inherited is not None else None
    return standing_of(key, FieldValue(FrontMatter(raw).entry(key), inherited, "", scope), context or FormContext())


def test_an_inherited_value_tells_its_scope():
    assert standing("layout", "title: a\n", "post") == Standing(origin=PLACE)


def test_a_value_of_the_posts_own_can_go_back_to_the_sites():
    assert standing("layout", "layout: page\n", "post") == Standing(reset=f"Reset to “post” (from {PLACE})")
    assert standing("toc", "toc: false\n", True).reset == f"Reset to “true” (from {PLACE})"
    assert standing("tags", "tags: []\n", ["a", "b"]).reset == f"Reset to “a, b” (from {PLACE})"
    assert standing("note", "note: x\n", "y" * 200).reset == f"Reset to “{'y' * 59}…” (from {PLACE})"


def test_a_null_keeps_the_sites_value_as_in_jekyll_and_says_so():
    found = standing("layout", "layout:\n", "post")
    assert found == Standing(origin=PLACE, remark="Left empty, the site’s value stays: “post”.")


def test_categories_override_nothing_since_jekyll_unites_them():
    assert standing("categories", "categories: a\n", ["World"]) == Standing()
    assert standing("category", "category: a\n", "World").reset == f"Reset to “World” (from {PLACE})"


def test_without_an_inherited_value_there_is_nothing_to_say():
    assert standing("x", "x: 1\n") == Standing()


@pytest.mark.parametrize("raw", ["title: a\n", "subtitle:\n", "subtitle: ''\n", "subtitle: []\n"])
def test_what_the_site_requires_is_missed_while_it_is_empty(raw):
    context = FormContext(declared=(FieldDeclaration("subtitle", required=True),))
    assert standing("subtitle", raw, context=context).is_missing


def test_what_the_post_gets_anyway_is_not_missed():
    needed = tuple(FieldDeclaration(key, required=True) for key in ("subtitle", "categories", "date", "toc"))
    context = FormContext(declared=needed, given_categories={"categories": {"News": "the folder"}})
    assert not standing("subtitle", "title: a\n", "from above", context=context).is_missing
    assert not standing("categories", "title: a\n", context=context).is_missing
    assert not standing("date", "title: a\n", context=context).is_missing
    assert not standing("toc", "toc: false\n", context=context).is_missing
    draft = FormContext(declared=needed, undated=NO_DATE_YET)
    assert standing("date", "title: a\n", context=draft).is_missing
