"""The values of kramdown's options: what a text or a configuration says becomes what the option holds."""

from __future__ import annotations

import pytest

from editor.kramdown.option_values import OptionError, UnknownOption, parse_option, with_inline_option
from editor.kramdown.options import Options


@pytest.mark.parametrize(
    ("name", "given", "held"),
    [
        ("auto_ids", "false", False),
        ("auto_ids", " False ", False),
        ("auto_ids", "", False),
        ("auto_ids", None, False),
        ("auto_ids", "no", True),
        ("auto_ids", 0, True),
        ("footnote_nr", "0x10", 16),
        ("footnote_nr", "010", 8),
        ("footnote_nr", "1_000", 1000),
        ("header_offset", " -1 ", -1),
        ("toc_levels", "2..3", {2, 3}),
        ("toc_levels", "1,2,3", {1, 2, 3}),
        ("toc_levels", [2, "3", "4x", 5.9], {2, 3, 4, 5}),
        ("toc_levels", "3..2", set()),
        ("smart_quotes", "apos,apos,quot,quot", ("apos", "apos", "quot", "quot")),
        ("smart_quotes", [39, "39", "ldquo", "rdquo"], ("39", "39", "ldquo", "rdquo")),
        ("typographic_symbols", {":hellip": "...", "mdash": 3}, {"hellip": "...", "mdash": "3"}),
        ("typographic_symbols", {"ndash": None}, {"ndash": ""}),
        ("typographic_symbols", "{hellip: '...'}", {"hellip": "..."}),
        ("typographic_symbols", "hellip: ...\nmdash: --", {"hellip": "...", "mdash": "--"}),
        ("link_defs", {"a": ["b"], "c": ["d", "e"]}, {"a": ("b", None), "c": ("d", "e")}),
        ("entity_output", ":numeric", "numeric"),
        ("entity_output", "odd", "numeric"),
        ("gfm_quirks", "paragraph_end, no_auto_typographic", {"paragraph_end", "no_auto_typographic"}),
        ("gfm_quirks", [":paragraph_end", "nil"], {"paragraph_end"}),
        ("math_engine", None, None),
        ("math_engine", "nil", None),
        ("math_engine", ":katex", "katex"),
        ("footnote_backlink", None, ""),
        ("footnote_backlink", 3, "3"),
        ("syntax_highlighter_opts", "{default_lang: ruby}", {"default_lang": "ruby"}),
        ("syntax_highlighter_opts", {":span": {"disable": True}}, {"span": {"disable": True}}),
        ("forbidden_inline_options", [":toc_levels"], {"toc_levels"}),
    ],
)
def test_a_value_is_read_as_the_type_of_its_option(name, given, held):
    assert parse_option(name, given) == held


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("footnote_nr", "ten", "a whole number"),
        ("footnote_nr", 1.5, "a whole number"),
        ("footnote_nr", "1" * 5000, "a whole number"),
        ("toc_levels", 123, "1..3"),  # what YAML makes of 1,2,3
        ("toc_levels", "1, 2", "1..3"),
        ("toc_levels", [1, 7], "1 to 6"),
        ("toc_levels", [True], "1 to 6"),
        ("smart_quotes", "lsquo,rsquo", "four"),
        ("smart_quotes", "lsquo,rsquo,ldquo,nonsense", "nonsense"),
        ("smart_quotes", {}, "list"),
        ("typographic_symbols", "hellip", "map"),
        ("link_defs", {"a": "b"}, "title"),
        ("gfm_quirks", None, "list"),
        ("syntax_highlighter_opts", [], "map"),
        ("latex_headers", "a,b", "six"),
    ],
)
def test_a_value_that_stops_kramdown_says_what_the_option_must_be(name, given, words):
    with pytest.raises(OptionError, match=words):
        parse_option(name, given)


@pytest.mark.parametrize("name", ["input", "version", "is_gfm", "nonsense", "footnote_link_text", "header_links"])
def test_what_kramdown_has_no_option_for_is_unknown(name):
    with pytest.raises(UnknownOption):
        parse_option(name, "x")


def test_newer_options_belong_to_the_newer_version():
    assert parse_option("footnote_link_text", "[%s]", version="2.5") == "[%s]"


def test_an_option_set_in_a_text_counts_from_there():
    options = Options()
    assert with_inline_option(options, "toc_levels", "2..3").toc_levels == {2, 3}
    assert options.toc_levels == {1, 2, 3, 4, 5, 6}


@pytest.mark.parametrize(
    ("name", "value"),
    [("footnote_nr", "da10"), ("nonsense", "1"), ("template", "document"), ("forbidden_inline_options", "[]")],
)
def test_what_may_not_be_set_in_a_text_changes_nothing(name, value):
    options = Options()
    assert with_inline_option(options, name, value) is options


def test_a_site_may_forbid_options_in_its_texts():
    options = Options(forbidden_inline_options=frozenset({"toc_levels"}))
    assert with_inline_option(options, "toc_levels", "2..3") is options
