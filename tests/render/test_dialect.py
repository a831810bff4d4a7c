"""The Markdown of a site: its options, its name, and what is told of other converters and bad options."""

from __future__ import annotations

import pytest

from editor.kramdown.options import Options
from editor.render.dialect import dialect_of
from editor.site.site import Site

LOCK = "GEM\n  specs:\n    kramdown ({})\n      rexml (>= 3.3.9)\n    kramdown-parser-gfm (1.1.0)\n"


@pytest.fixture
def dialect(tmp_path):
    """The dialect of a site with this configuration and, if given, this version of kramdown in its `Gemfile.lock`."""

    def dialect(config="", *, locked=None, name="_config.yml"):
        (tmp_path / name).write_text(config)
        if locked is not None:
            (tmp_path / "Gemfile.lock").write_text(LOCK.format(locked))
        return dialect_of(Site.open(tmp_path))

    return dialect


def test_a_plain_site_has_jekylls_dialect(dialect):
    found = dialect("title: A\n")
    assert (found.options, found.name, found.note, found.problems) == (Options(), "kramdown GFM", "", ())
    assert "GitHub" in found.explanation


def test_the_section_counts(dialect):
    config = (
        "kramdown:\n  input: kramdown\n  toc_levels: 2..3\n  math_engine: null\n  smart_quotes: apos,apos,quot,quot\n"
    )
    found = dialect(config)
    quotes = ("apos", "apos", "quot", "quot")
    assert found.options == Options(
        input="kramdown", toc_levels=frozenset({2, 3}), math_engine=None, smart_quotes=quotes
    )
    assert found.name == "kramdown"


def test_without_any_section_jekylls_own_defaults_go_too(dialect):
    options = dialect("kramdown: false\n").options
    assert (options.input, options.syntax_highlighter_opts["guess_lang"]) == ("kramdown", False)


def test_the_sites_highlighter_counts_where_the_section_names_none(dialect):
    assert dialect("highlighter: none\n").options.syntax_highlighter == "none"
    assert dialect('highlighter: ""\n').options.syntax_highlighter is None
    assert dialect("highlighter: false\n").options.syntax_highlighter == "rouge"
    assert dialect("highlighter: none\nkramdown: {syntax_highlighter: rouge}\n").options.syntax_highlighter == "rouge"


@pytest.mark.parametrize(
    ("locked", "version", "name"),
    [("2.4.0", "2.4", "kramdown GFM"), ("2.5.1", "2.5", "kramdown 2.5 GFM"), ("2.10", "2.5", "kramdown 2.5 GFM"),
     ("3.0.0.pre", "2.5", "kramdown 2.5 GFM"), ("1.17.0", "2.4", "kramdown GFM"), (None, "2.4", "kramdown GFM")],
)  # fmt: skip
def test_the_version_is_that_of_the_sites_gems(dialect, locked, version, name):
    found = dialect("title: A\n", locked=locked)
    assert (found.options.version, found.name) == (version, name)


@pytest.mark.parametrize("converter", ["kramdown", "Kramdown", "KRAMDOWN", "null"])
def test_of_kramdown_nothing_is_told(dialect, converter):
    found = dialect(f"markdown: {converter}\n")
    assert (found.converter, found.note) == ("", "")


@pytest.mark.parametrize("converter", ["CommonMark", "CommonMarkGhPages", "MyOwn", "redcarpet", "GFM"])
def test_another_converter_is_told_with_what_it_means(dialect, converter):
    found = dialect(f"markdown: {converter}\nkramdown: {{input: kramdown}}\n")
    assert (found.converter, found.options.is_gfm) == (converter, False)
    assert converter in found.note
    assert "Galley shows kramdown" in found.note
    assert "\n" not in found.note


def test_a_bad_option_is_a_problem_at_its_line(dialect):
    found = dialect("title: A\nkramdown:\n  # levels\n  toc_levels: 1,2,3\n  hard_wrap: true\n")
    (problem,) = found.problems
    assert (problem.path, problem.line, problem.severity) == ("_config.yml", 4, "error")
    assert "“kramdown: toc_levels” must be like “1..3”" in problem.message
    assert "Jekyll stops" in problem.message
    assert found.options == Options(hard_wrap=True)


def test_a_bad_option_of_toml_has_its_line_too(dialect):
    (problem,) = dialect('title = "A"\n[kramdown]\nfootnote_nr = "x"\n', name="_config.toml").problems
    assert (problem.path, problem.line) == ("_config.toml", 3)


def test_the_file_that_sets_an_option_last_is_told(dialect, tmp_path):
    (tmp_path / "_more.yml").write_text("kramdown:\n\n  footnote_nr: x\n")
    found = dialect("galley: {config: [_config.yml, _more.yml]}\nkramdown: {footnote_nr: y}\n")
    assert [(problem.path, problem.line) for problem in found.problems] == [("_more.yml", 3)]


@pytest.mark.parametrize("given", ["x", "[a]", "5", "true"])
def test_a_section_that_is_no_map_is_a_problem(dialect, given):
    found = dialect(f"kramdown: {given}\n")
    assert [(problem.line, "map" in problem.message) for problem in found.problems] == [(1, True)]
    assert found.options == Options()


def test_kramdowns_parser_of_old_markdown_is_a_warning(dialect):
    (problem,) = dialect("kramdown: {input: markdown}\n").problems
    assert problem.severity == "warning"
    assert "stops" not in problem.message


@pytest.mark.parametrize(
    "section", ["{1: 2}", "{toc_levels: {a: b}, smart_quotes: {}, link_defs: [], coderay: 5}", "{? [a] : b}"]
)
def test_no_section_is_too_odd(dialect, section):
    assert dialect(f"kramdown: {section}\n").name
