"""A site's `kramdown:` section, as Jekyll hands it to kramdown."""

from __future__ import annotations

import pytest

from editor.kramdown.jekyll_section import OptionFault, read_section
from editor.kramdown.options import Options


def options_of(section, **others):
    read = read_section(section, **others)
    assert read.faults == ()
    return read.options


def test_an_empty_section_gives_jekylls_defaults():
    assert options_of({}) == Options()


def test_null_keeps_what_jekyll_sets_and_empties_the_rest():
    options = options_of(
        {"auto_ids": None, "toc_levels": None, "input": None, "math_engine": None, "auto_id_prefix": None}
    )
    assert options == Options(math_engine=None)


def test_what_kramdown_does_not_know_is_passed_over():
    assert options_of({"show_warnings": True, "nonsense": [1], "line_width": 80}) == Options()


def test_plain_kramdown_knows_no_options_of_gfm():
    assert options_of({"input": "kramdown", "hard_wrap": True, "gfm_quirks": 5}) == Options(input="kramdown")


@pytest.mark.parametrize(
    ("section", "highlighter", "held"),
    [
        ({}, "rouge", "rouge"),
        ({}, "none", "none"),
        ({}, None, "rouge"),
        ({"syntax_highlighter": None}, "pygments", "pygments"),
        ({"syntax_highlighter": "nil"}, "rouge", None),
        ({"syntax_highlighter": "minted"}, "rouge", "minted"),
        ({"enable_coderay": True}, "rouge", "coderay"),
        ({"enable_coderay": False}, "rouge", "rouge"),
        ({"enable_coderay": True, "syntax_highlighter": "rouge"}, "rouge", "rouge"),
    ],
)
def test_the_highlighter_is_the_sections_else_the_configurations(section, highlighter, held):
    assert options_of(section, highlighter=highlighter).syntax_highlighter == held


def test_the_highlighters_options_are_filled_up():
    given = {"syntax_highlighter_opts": {"guess_lang": False, "block": {"line_numbers": True}}, "guess_lang": True}
    held = {"default_lang": "plaintext", "guess_lang": True, "block": {"line_numbers": True}}
    assert options_of(given).syntax_highlighter_opts == held
    assert options_of({"guess_lang": False}).syntax_highlighter_opts["guess_lang"] is False


def test_options_of_coderay_lose_their_prefix():
    options = options_of({"coderay": {"coderay_line_numbers": None, "wrap": "span"}}).syntax_highlighter_opts
    assert (options["line_numbers"], options["wrap"], options["tab_width"]) == (None, "span", 4)
    assert options["default_lang"] == "plaintext"


def test_a_value_that_stops_jekyll_is_told_and_counts_as_not_set():
    read = read_section({"footnote_nr": "x", "toc_levels": 123, "input": "gfm", "auto_ids": False})
    assert [(fault.option, fault.stops) for fault in read.faults] == [
        ("input", True),
        ("footnote_nr", True),
        ("toc_levels", True),
    ]
    assert read.options == Options(auto_ids=False)


def test_maps_must_be_maps():
    read = read_section({"syntax_highlighter_opts": "x", "coderay": [1]})
    words = "must be a map of names and values"
    assert read.faults == (OptionFault("syntax_highlighter_opts", words), OptionFault("coderay", words))


def test_kramdowns_other_parsers_are_told_but_stop_nothing():
    (fault,) = read_section({"input": "markdown"}).faults
    assert (fault.option, fault.stops) == ("input", False)


def test_the_version_brings_its_own_options():
    section = {"footnote_link_text": "[%s]"}
    assert options_of(section).footnote_link_text == "%s"
    assert options_of(section, version="2.5").footnote_link_text == "[%s]"
