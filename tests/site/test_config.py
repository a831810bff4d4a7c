"""The configuration that Jekyll would use."""

from __future__ import annotations

import pytest

from editor.site.config import load_config


def config_of(folder, text, name="_config.yml"):
    (folder / name).write_text(text, encoding="utf-8")
    return load_config(folder)


def test_without_a_file_jekylls_defaults_count(tmp_path):
    config = load_config(tmp_path)
    assert (config.file, config.problems, config.title) == ("", (), "")
    assert (config.permalink, config.baseurl, config.collections_dir, config.timezone) == ("date", "", "", "")
    assert config.markdown_extensions == {".markdown", ".mkdown", ".mkdn", ".mkd", ".md"}
    assert not config.future
    assert "node_modules" in config.exclude
    assert config.values["kramdown"]["input"] == "GFM"


def test_the_file_goes_over_the_defaults_map_by_map(tmp_path):
    config = config_of(tmp_path, "title: News\nkramdown: {hard_wrap: true}\nexclude: [tmp]\nfuture: true\n")
    assert config.title == "News"
    assert config.values["kramdown"]["hard_wrap"] is True
    assert config.values["kramdown"]["input"] == "GFM"
    assert {"tmp", "vendor/bundle/"} <= set(config.exclude)
    assert config.future


def test_yml_goes_before_yaml_and_yaml_before_toml(tmp_path):
    assert config_of(tmp_path, 'title = "T"\n', "_config.toml").title == "T"
    assert config_of(tmp_path, "title: A\n", "_config.yaml").title == "A"
    assert config_of(tmp_path, "title: Y\n").file == "_config.yml"


@pytest.mark.parametrize(
    ("written", "baseurl"), [("''", ""), ("/", ""), ("blog", "/blog"), ("/a/b/", "/a/b"), ("[x]", ""), ("~", "")]
)
def test_baseurl_has_one_slash_in_front_and_none_behind(tmp_path, written, baseurl):
    assert config_of(tmp_path, f"baseurl: {written}\n").baseurl == baseurl


def test_the_permalink_of_the_posts_collection_goes_first(tmp_path):
    config = config_of(tmp_path, "permalink: pretty\ncollections: {posts: {permalink: '/:title'}}\n")
    assert config.permalink == "/:title"


def test_no_folder_of_the_configuration_leads_out_of_the_site(tmp_path):
    config = config_of(tmp_path, "collections_dir: ../../x\nlayouts_dir: /../etc/\n")
    assert (config.collections_dir, config.layouts_dir) == ("x", "etc")


@pytest.mark.parametrize("value", ["5", "null", "[a]", "{a: b}", "true", "2025-11-21", '"\\0"'])
def test_a_value_of_an_odd_type_never_fails(tmp_path, value):
    keys = (
        "title url baseurl permalink collections_dir markdown_ext timezone future defaults galley collections"
        " layouts_dir destination include exclude theme"
    )
    config = config_of(tmp_path, "".join(f"{key}: {value}\n" for key in keys.split()))
    properties = [name for name in dir(type(config)) if not name.startswith("_")]
    assert [getattr(config, name) for name in properties]


def test_broken_yaml_gives_the_defaults_and_its_line(tmp_path):
    config = config_of(tmp_path, "title: a\nurl: 'open\n")
    (problem,) = config.problems
    assert (problem.rule, problem.path, problem.line) == ("config", "_config.yml", 2)
    assert config.permalink == "date"


@pytest.mark.parametrize("text", ["- a\n- b\n", "only text\n", "a: " + "[" * 100_000])
def test_a_file_that_is_no_mapping_or_too_deep_gives_the_defaults_and_a_problem(tmp_path, text):
    config = config_of(tmp_path, text)
    assert [problem.rule for problem in config.problems] == ["config"]
    assert config.title == ""


def test_a_key_that_stands_twice_is_told_and_its_last_value_counts(tmp_path):
    config = config_of(tmp_path, "title: a\ntitle: b\n")
    assert config.title == "b"
    assert [(problem.severity, problem.line) for problem in config.problems] == [("warning", 2)]


def test_broken_toml_and_a_list_that_is_none_are_told(tmp_path):
    assert [each.rule for each in config_of(tmp_path, "exclude: tmp\n").problems] == ["config"]
    (tmp_path / "_config.yml").unlink()
    assert [each.rule for each in config_of(tmp_path, "title = \n", "_config.toml").problems] == ["config"]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("title: a\nexclude: tmp\n", 2, "must be a list"),
        ("title: a\n\ntimezone: Mars/Base\n", 3, "takes the unknown time zone"),
        ("permalink: [a]\n", 1, "must be a text"),
        ("a: 1\n'markdown_ext' : 5\n", 2, "must be a text"),
        ("title: [\n", 2, "lacks a value or its end"),
    ],
)
def test_what_stops_jekyll_is_told_at_its_line(tmp_path, text, line, words):
    (problem,) = config_of(tmp_path, text).problems
    assert (problem.line, problem.path) == (line, "_config.yml")
    assert words in problem.message


@pytest.mark.parametrize("text", [".".join("a" * 400) + " = 1", ".".join("a" * 5000) + " = 1", "a = " + "[" * 5000])
def test_toml_that_is_nested_too_deep_is_told(tmp_path, text):
    (problem,) = config_of(tmp_path, text, "_config.toml").problems
    assert problem.message.startswith("The configuration is not valid TOML: it is nested too deep. Correct it;")


def test_toml_and_bytes_that_are_no_text_are_told_at_their_line(tmp_path):
    (tmp_path / "_config.toml").write_bytes(b"a = 1\ntitle = x\n")
    (problem,) = load_config(tmp_path).problems
    assert (problem.line, problem.column) == (2, 9)
    assert "line" not in problem.message
    (tmp_path / "_config.yml").write_bytes(b"title: caf\xe9\n")
    (problem,) = load_config(tmp_path).problems
    assert "not UTF-8" in problem.message


def test_an_empty_file_is_no_fault(tmp_path):
    assert config_of(tmp_path, "# nothing yet\n").problems == ()


def test_the_galley_section_is_the_sites_choice_for_galley(tmp_path):
    assert config_of(tmp_path, "galley: {images: img}\n").galley == {"images": "img"}


def test_of_several_files_later_ones_go_over_earlier_ones_map_by_map(tmp_path):
    (tmp_path / "a.yml").write_text("title: a\nkramdown: {hard_wrap: true}\ndefaults: [1, {values: {}}]\nurl: x\n")
    (tmp_path / "b.toml").write_text('title = "b"\nkramdown = {input = "own"}\n')
    config = load_config(tmp_path, ["a.yml", "b.toml"])
    assert (config.title, config.url, config.files, config.file) == ("b", "x", ("a.yml", "b.toml"), "a.yml")
    assert (config.values["kramdown"]["hard_wrap"], config.values["kramdown"]["input"]) == (True, "own")
    assert (config.defaults_file, config.default_lines) == ("a.yml", [3])


def test_a_site_names_its_own_files_for_galley(tmp_path):
    (tmp_path / "_config.local.yml").write_text("timezone: Asia/Tokyo\ndefaults:\n  - values: {a: 1}\n")
    for named in ("[_config.yml, _config.local.yml]", "_config.yml, _config.local.yml"):
        config = config_of(tmp_path, f"title: T\ntimezone: UTC\ngalley:\n  config: {named}\n")
        assert (config.title, config.timezone, config.problems) == ("T", "Asia/Tokyo", ())
        assert (config.defaults_file, config.default_lines) == ("_config.local.yml", [3])


@pytest.mark.parametrize("name", ["missing.yml", "../elsewhere.yml", "/etc/hostname.yml", '"a\\0b.yml"', "folder.yml"])
def test_a_file_that_the_site_names_but_does_not_hold_is_told_and_left_out(tmp_path, name):
    root = tmp_path / "site"
    (root / "folder.yml").mkdir(parents=True)
    (tmp_path / "elsewhere.yml").write_text("title: E\n")
    config = config_of(root, f"title: T\ngalley: {{config: [_config.yml, {name}]}}\n")
    (problem,) = config.problems
    assert (config.title, problem.severity, problem.path) == ("T", "warning", "_config.yml")


def test_each_file_is_told_its_own_faults_and_only_those_that_count(tmp_path):
    (tmp_path / "a.yml").write_text("exclude: tmp\ntimezone: Mars/Base\n")
    (tmp_path / "b.yml").write_text("\nexclude: [tmp]\nplugins: x\n")
    problems = load_config(tmp_path, ["a.yml", "b.yml"]).problems
    assert [(each.path, each.line, each.rule) for each in problems] == [
        ("a.yml", 2, "timezone"),
        ("b.yml", 3, "config"),
    ]


def test_behind_a_file_that_is_no_configuration_none_is_read(tmp_path):
    (tmp_path / "a.txt").write_text("title: a\n")
    (tmp_path / "b.yml").write_text("title: b\n")
    config = load_config(tmp_path, ["a.txt", "b.yml"])
    assert (config.title, [each.path for each in config.problems]) == ("", ["a.txt"])


def test_defaults_for_drafts_are_told_to_reach_nothing(tmp_path):
    text = "defaults:\n  - values: {a: 1}\n  - scope: {type: drafts}\n    values: {layout: x}\n"
    (problem,) = config_of(tmp_path, text).problems
    assert (problem.rule, problem.line, problem.severity) == ("defaults", 3, "warning")
    assert "path: _drafts" in problem.message
    assert config_of(tmp_path, text + "collections: {drafts: {output: true}}\n").problems == ()
    assert config_of(tmp_path, "defaults: {type: drafts}\n").problems == ()
