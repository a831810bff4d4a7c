"""YAML values are read as Ruby reads them, and written so that no reader mistakes them."""

from __future__ import annotations

import contextlib
import json
import math
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.errors import DuplicateKey, InvalidYaml, TooDeep
from editor.site.scalars import Timestamp, load, read_plain, same, write_text, write_value

TRICKY = [
    *("yes", "yES", "no", "on", "Off", "true", "null", "nULL", "~", "y", "n", "", " ", " a", "a ", "=", "<<"),
    *("1", "-1", "+1", "1,000", "1_000", "0x1F", "0o17", "017", "08", "1e3", "1.0e3", "-.5", ".5", "1.", ".inf"),
    *("+.inf", ".NaN", "12:30", "01:02", "-1:30", "1:2:3.5", "2024-01-01", "2024-1-5", "2024-02-30", "_1", "1_"),
    *("2024-01-05 10:00:00 +0100", "2024-01-05T10:00:00Z", "2024-01-05 10:00", "2024-01-05t10:00:00z"),
    *("a: b", "a:", ":sym", "a #b", "#a", "@x", "`x`", "%x", "&x", "*x", "!x", "|", ">", "- x", "-", "? x", "?x"),
    *("{{ x }}", "[a]", "a, b", "a]", "{a}", "'", '"', "it's", '"quoted"', 'it\'s "both"', "C:\\Users", "\\d"),
    *("---", "...", "--- a", "a\tb", "\ta", "a\nb", "\n", "a\r\nb", "\x00", "\x07", "\x7f", "\x85", "\ufeff", "\ufffe"),
    *("a\u2028b", "\u00a0a", "😀", "http://x.y/z", "C#", "a:b", "1.2.3", "v1", "5 things", "BBC's", "-x", "--", "."),
]
TEXTS = st.sampled_from(TRICKY) | st.text(max_size=20) | st.text(alphabet="-+.:_,0123456789eExT #'\"[]{}", max_size=12)


def meant(text: str) -> str:
    """The text without halves of surrogate pairs, which no YAML can hold."""
    return "".join("\ufffd" if "\ud800" <= each <= "\udfff" else each for each in text)


# -- reading ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("yes", True),
        ("oFF", False),
        ("~", None),
        ("", None),
        ("y", "y"),
        ("1,000", 1000),
        ("0123", 83),
        ("089", "089"),
        ("0x1F", 31),
        ("1.10", 1.1),
        ("12:30", 750.0),
        ("1e3", "1e3"),
        ("2025-11-21", Timestamp("2025-11-21")),
        ("2025-11-21T18:21:53", Timestamp("2025-11-21T18:21:53")),
        ("2025-11-21 18:21:53 +0000", Timestamp("2025-11-21 18:21:53 +0000")),
        ("2025-11-21 18:21", "2025-11-21 18:21"),
        ("2025-02-30", "2025-02-30"),
        ("2025-13-45", "2025-13-45"),
        ("9" * 5000, "9" * 5000),
        ("٣", "٣"),
    ],
)
def test_unquoted_text_has_the_type_that_jekyll_sees(written, value):
    assert same(read_plain(written), value)


def golden() -> dict[str, list[dict[str, str]]]:
    beside = Path(__file__).parents[2].parent / "shared" / "ruby-yaml"
    file = Path(os.environ.get("GALLEY_RUBY_YAML", beside)) / "golden.json"
    if not file.is_file():
        pytest.skip(f"what Ruby reads is not here ({file}; GALLEY_RUBY_YAML names its folder)")
    return json.loads(file.read_text(encoding="utf-8"))


def as_ruby(value) -> str:
    """A value as the golden data write it; dates and times only by their kind."""
    if isinstance(value, list):
        return "[" + ", ".join(map(as_ruby, value)) + "]"
    if isinstance(value, Timestamp):
        return "Date" if len(value) == 10 else "Time"
    if isinstance(value, float):
        return f"float {int(value)}" if math.isfinite(value) and value == int(value) else f"float {value}"
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "nil"}[value]
    return f"int {value}" if isinstance(value, int) else "str " + json.dumps(value, ensure_ascii=False)


def test_scalars_are_read_as_ruby_reads_them():
    differing = []
    for scalar in golden()["scalars"]:
        expected = re.sub(r"^(Date|Time) .*", r"\1", scalar["safe_yaml"])
        try:
            got = as_ruby(load(f"k: {scalar['written']}\n")["k"])
        except InvalidYaml:
            got = "ERR Psych::SyntaxError"
        is_refused = got.startswith("ERR") and scalar["psych"].startswith("ERR")
        if got != expected and "{" not in expected and not is_refused:
            differing.append((scalar["written"], got, expected))
    assert differing == []


def test_documents_that_ruby_refuses_are_refused():
    for document in golden()["documents"]:
        if document["safe_yaml"] == document["psych"] == "ERR Psych::SyntaxError":
            with pytest.raises(InvalidYaml):
                load(document["source"])
        elif "ERR" not in document["safe_yaml"] and document["name"] != "dup":
            load(document["source"])


def test_a_plain_scalar_is_plain_only_where_both_loaders_of_ruby_read_text():
    for scalar in golden()["scalars"]:
        written = scalar["written"]
        if write_text(written) == written:
            assert scalar["psych"] == scalar["safe_yaml"] == as_ruby(written), written


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("", None),
        ("# only a comment\n", None),
        ("a: &x [1, 2]\nb: *x\n", {"a": [1, 2], "b": [1, 2]}),
        ("x: &x {a: 1, b: 2}\ny:\n  <<: *x\n  b: 3\n", {"x": {"a": 1, "b": 2}, "y": {"a": 1, "b": 3}}),
        ("a: =\nb: !custom x\nc: !!binary aGk=\n", {"a": "=", "b": "x", "c": "hi"}),
        ("1: a\nyes: b\n2024-01-01: c\n", {"1": "a", "yes": "b", "2024-01-01": "c"}),
        ("a: 1\n---\na: 2\n", {"a": 1}),
        ("\ufeffa: 1\n", {"a": 1}),
        ("a:\t1\nb: 2\t# c\n", {"a": 1, "b": 2}),
    ],
)
def test_a_document_is_read_as_jekyll_reads_it(source, value):
    assert same(load(source), value)


@pytest.mark.parametrize(
    ("source", "line", "column", "reason"),
    [
        ("a: 1\ntitle: Big News: more\n", 2, 16, "a value with a colon needs quotes"),
        ("a:\n\t- b\n", 2, 1, "a tab cannot be used for indentation"),
        ('a: "x\nb: c\n', 1, 4, "a quote is not closed"),
        ("a: @x\n", 1, 4, "a value that begins with “@” needs quotes"),
        ("a: [b\nc: d\n", 1, 4, "a list in brackets lacks a comma or its “]”"),
        ("a: 1\nfoo\nb: 2\n", 2, 1, "a line lacks its colon: it must be “key: value”"),
        ("a: *bold*\n", 1, 4, "a value that begins with “*” needs quotes"),
        ("a: b\x07\n", 1, 5, "it holds a control character; remove it"),
        ("a: &a [*a]\n", 1, 8, "“*a” stands inside the value that it repeats"),
    ],
)
def test_broken_yaml_is_told_in_a_writers_words(source, line, column, reason):
    with pytest.raises(InvalidYaml) as caught:
        load(source)
    assert (caught.value.line, caught.value.column, caught.value.facts["reason"]) == (line, column, reason)


def test_a_key_that_stands_twice_is_named_with_its_line():
    with pytest.raises(DuplicateKey) as caught:
        load("a: 1\nb: 2\na: 3\n")
    assert (caught.value.line, caught.value.facts["key"]) == (3, "a")


@pytest.mark.parametrize(
    "source",
    [
        "a: " + "[" * 100_000,
        "a: " + "{a: " * 5_000,
        "a:\n" + "".join(" " * n + "-\n" for n in range(1, 300)),
        "- " * 300 + "a",
        "x0: &x0 [x]\n" + "".join(f"x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 10)}]\n" for n in range(1, 9)),
        "a: " + "x" * (4 * 1024 * 1024),
    ],
)
def test_hostile_nesting_is_refused_before_it_can_harm(source):
    with pytest.raises(TooDeep):
        load(source)


@given(st.text(max_size=60) | st.text(alphabet="ab:-?[]{},&*!|>'\"%@ \n\t#", max_size=60))
@settings(deadline=None)
def test_reading_raises_nothing_but_our_errors(source):
    with contextlib.suppress(InvalidYaml, DuplicateKey, TooDeep):
        load(source)


# -- writing ------------------------------------------------------------------------------------------------------
@given(TEXTS, st.sampled_from(["", "'", '"']))
@settings(deadline=None)
def test_a_written_text_is_read_back_as_this_text(text, quote):
    written = write_text(text, quote=quote)
    assert "\n" not in written
    assert same(load(f"k: {written}\n")["k"], meant(text))
    # PyYAML's own reader refuses tabs in unquoted text, which YAML allows (1.2.2, 7.3.3).
    assert "\t" in written or yaml.load(f"k: {written}\n", Loader=yaml.BaseLoader) == {"k": meant(text)}


@given(st.lists(TEXTS, max_size=4))
@settings(deadline=None)
def test_a_written_list_is_read_back_as_this_list(texts):
    written = write_value(texts)
    assert same(load(f"k: {written}\n")["k"], [meant(text) for text in texts])
    assert yaml.load(f"k: {written}\n", Loader=yaml.BaseLoader) == {"k": [meant(text) for text in texts]}


# A key `<<` merges for Ruby, quoted or not.
KEYS = TEXTS.map(meant).filter(lambda text: text != "<<")
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS.map(meant),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


@given(VALUES)
@settings(deadline=None)
def test_any_written_value_is_read_back_as_this_value(value):
    assert same(load(f"k: {write_value(value)}\n")["k"], value)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Plain words, with a comma", "Plain words, with a comma"),
        ("Big News: more", '"Big News: more"'),
        ("BBC's: news", '"BBC\'s: news"'),
        ('"Quoted" first', "'\"Quoted\" first'"),
        ("yES", '"yES"'),
        ("2024-1-5", '"2024-1-5"'),
        ("1.2.3", "1.2.3"),
        ("two\nlines", '"two\\nlines"'),
        ("", '""'),
    ],
)
def test_a_text_is_written_as_a_writer_would(text, written):
    assert write_text(text) == written


def test_items_of_a_list_need_more_quotes():
    assert write_value(["a", "b, c", "d]", "x: y", 1, None, True]) == '[a, "b, c", "d]", "x: y", 1, null, true]'


@pytest.mark.parametrize("number", [1e-07, 1e300, -0.5, 3.0, math.inf, -math.inf])
def test_numbers_stay_numbers(number):
    assert same(load(f"k: {write_value(number)}\n")["k"], number)


@pytest.mark.jekyll
def test_ruby_itself_reads_back_every_written_text():
    ruby = shutil.which("ruby")
    if ruby is None:
        pytest.skip("Ruby is not installed")
    texts = [text for text in TRICKY if text == meant(text)]
    document = "".join(f"- {write_text(text)}\n" for text in texts) + f"- {write_value(texts)}\n"
    load_all = "Psych.safe_load(STDIN.read, permitted_classes: [Date])"
    script = f"require 'date'; require 'psych'; require 'json'; print JSON.generate({load_all})"
    result = subprocess.run([ruby, "-Ku", "-e", script], input=document.encode(), capture_output=True, check=True)
    assert json.loads(result.stdout) == [*texts, texts]
