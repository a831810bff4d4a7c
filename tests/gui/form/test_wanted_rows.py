"""Which rows a post needs, and in which order."""

from __future__ import annotations

from editor.gui.form.form_context import FormContext
from editor.gui.form.kinds import kind_of
from editor.gui.form.wanted_rows import wanted_rows
from editor.site.field_declarations import FieldDeclaration
from editor.site.front_matter import FrontMatter
from editor.site.inherited import Inherited, Scope

SITE = FormContext(
    defaults={"toc": True, "layout": "post"},
    inherited=(Inherited(("toc",), True, Scope()), Inherited(("layout",), "post", Scope())),
    declared=(FieldDeclaration("standfirst", label="Stand & first", kind="long text"), FieldDeclaration("rating")),
)


def rows(raw, context=SITE):
    entries = {entry.key: entry for entry in FrontMatter(raw).entries}
    wanted = wanted_rows(entries, context, choose_kind=lambda _key, value, declared, _has: declared or kind_of(value))
    return [row for row in wanted if row.known is None]


def test_declared_and_inherited_keys_have_rows_in_a_post_that_lacks_them():
    assert [row.key for row in rows("subtitle: Moscow\n")] == ["standfirst", "rating", "toc", "subtitle"]


def test_a_row_keeps_its_place_when_the_post_gets_the_key():
    before = [row.key for row in rows("subtitle: Moscow\n")]
    assert [row.key for row in rows("subtitle: Moscow\ntoc: false\nrating: 3\n")] == before


def test_label_and_kind_come_from_the_declaration():
    standfirst = rows("")[0]
    assert (standfirst.name, standfirst.label, standfirst.kind) == ("Stand & first", "Stand && first", "long text")


def test_an_inherited_key_has_the_kind_of_what_is_inherited():
    assert {row.key: row.kind for row in rows("")}["toc"] == "switch"


def test_a_declaration_names_a_known_field_too():
    context = FormContext(declared=(FieldDeclaration("excerpt", label="Summary"),))
    wanted = wanted_rows({}, context, choose_kind=lambda *_: "text")
    assert [row.name for row in wanted if row.key == "excerpt"] == ["Summary"]
    assert [row.key for row in wanted].count("excerpt") == 1


def test_the_other_name_of_a_known_key_is_no_row_of_its_own():
    context = FormContext(inherited=(Inherited(("categories",), ["News"], Scope()),))
    assert rows("category: News\n", context) == []
