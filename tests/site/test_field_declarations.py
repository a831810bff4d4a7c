"""The fields that a site declares."""

from __future__ import annotations

import pytest

from editor.site.config import load_config
from editor.site.field_declarations import MAX_FIELDS, FieldDeclaration, read_declarations


def fields_of(section):
    return read_declarations({"fields": section}).fields


def faults_of(section):
    return [fault.message for fault in read_declarations({"fields": section}).faults]


def test_a_map_and_a_list_declare_the_same():
    told = {"label": "Subtitle", "kind": "text", "required": True, "help": "One line."}
    wanted = (FieldDeclaration("subtitle", label="Subtitle", kind="text", required=True, help="One line."),)
    assert fields_of({"subtitle": told}) == fields_of([{"key": "subtitle", **told}]) == wanted


def test_fields_keep_their_order():
    assert [field.key for field in fields_of({"b": "text", "a": None, "c": {}})] == ["b", "a", "c"]
    assert [field.key for field in fields_of(["b", {"key": "a"}])] == ["b", "a"]


def test_a_text_in_place_of_a_map_is_the_kind():
    assert fields_of({"weight": "number"}) == (FieldDeclaration("weight", kind="number"),)


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("long text", "long text"),
        ("long-text", "long text"),
        ("longtext", "long text"),
        ("Long_Text", "long text"),
        ("boolean", "switch"),
        ("datetime", "date"),
        ("date-time", "date"),
        ("select", "choice"),
        ("string", "text"),
        ("image", "image"),
        ("layout", "layout"),
        ("map", "map"),
    ],
)
def test_kinds_are_spelled_freely(written, kind):
    (field,) = fields_of({"x": {"kind": written}})
    assert field.kind == kind
    assert faults_of({"x": {"kind": written}}) == []


def test_choices_alone_make_a_choice_and_a_list_stays_a_list():
    assert fields_of({"x": {"choices": ["a", "b"]}})[0].kind == "choice"
    assert fields_of({"x": {"kind": "list", "choices": ["a", "b"]}})[0].kind == "list"


def test_choices_are_seen_as_text_and_know_what_they_write():
    (field,) = fields_of({"stars": {"choices": [1, 2.5, True, "4"]}})
    assert field.choices == ("1", "2.5", "true", "4")
    assert field.choice_values == (1, 2.5, True, "4")


@pytest.mark.parametrize(
    ("section", "message"),
    [
        ("subtitle", "“galley: fields” must be a map of keys, or a list of maps"),
        ([{"label": "X"}], "A declared field has no key"),
        ({"x": [1]}, "The field “x” must be a map, or the name of a kind"),
        ([{"key": "x"}, {"key": "x"}], "The field “x” is declared twice; the first counts"),
        ({"x": {"choices": "a"}}, "“choices” of the field “x” must be a list: [one, two]"),
        ({"x": {"choices": [{"a": 1}]}}, "“choices” of the field “x” must be a list: [one, two]"),
        ({"x": {"required": "maybe"}}, "“required” of the field “x” must be true or false"),
    ],
)
def test_what_is_wrong_is_said(section, message):
    assert faults_of(section) == [message]


def test_more_fields_than_a_form_can_show_are_left_out_and_said():
    section = {f"key{number}": "text" for number in range(5000)}
    assert len(fields_of(section)) == MAX_FIELDS
    assert faults_of(section) == [f"Only the first {MAX_FIELDS} fields are shown"]


def test_an_unknown_kind_is_said_and_costs_only_the_kind():
    section = {"x": {"kind": "colour", "label": "Colour", "required": True}}
    assert fields_of(section) == (FieldDeclaration("x", label="Colour", required=True),)
    (message,) = faults_of(section)
    assert message.startswith("The field “x” has the unknown kind “colour”. Write one of text, long text, ")


@pytest.mark.parametrize("section", [None, 5, True, "", [], {}, [None], [[]], {"": None}, {"x": {"label": []}}])
def test_an_odd_section_never_fails(section):
    read_declarations({"fields": section})


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("title: T\ngalley:\n  fields:\n    a: text\n    b: {kind: odd}\n", 5),
        ("galley:\n  fields:\n    - key: a\n    - label: B\n", 4),
        ("galley:\n  fields:\n    a:\n      label: A\n      choices: x\n", 5),
        ("title: T\ngalley: odd\n", 2),
    ],
)
def test_a_fault_is_a_warning_of_the_configuration_at_its_line(tmp_path, text, line):
    (tmp_path / "_config.yml").write_text(text, encoding="utf-8")
    config = load_config(tmp_path)
    (problem,) = config.problems
    assert (problem.rule, problem.severity, problem.path, problem.line) == ("fields", "warning", "_config.yml", line)


def test_a_toml_configuration_declares_fields_too(tmp_path):
    text = '[galley.fields]\nweight = "number"\nodd = {kind = "colour"}\n'
    (tmp_path / "_config.toml").write_text(text, encoding="utf-8")
    config = load_config(tmp_path)
    assert [field.key for field in config.declared_fields] == ["weight", "odd"]
    assert [(problem.rule, problem.line) for problem in config.problems] == [("fields", 0)]
