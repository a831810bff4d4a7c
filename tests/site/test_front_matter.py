"""One key of the front matter changes, and every other byte stays."""

from __future__ import annotations

import pytest

from editor.errors import (
    CannotSplice,
    DuplicateKey,
    InvalidValue,
    InvalidYaml,
    KeyMissing,
    NotAMapping,
    TooDeep,
)
from editor.site.front_matter import FrontMatter
from editor.site.scalars import Timestamp, same

RAW = """\
# about this post
layout: post   # the usual
title: "Big News: more"
subtitle: 'it''s here'
date: 2025-11-21T18:21:53
author:

categories: [News]
tags:
  # first
  - a
  - 'b b'   # second
  # third
  - c
words: a b
excerpt: >-
  Folded text that goes
  on and on.
poem: |
  one
  two

version: 1.10
zip: 01234
place:
  name: Here
  at:
    - 1.5
    - 2
last: end # really
"""


def edit(key, value, raw=RAW):
    return FrontMatter(raw).with_value(key, value).raw


def changed(key, value):
    """The lines that go and the lines that come, as `-` and `+` lines."""
    old, new = RAW.splitlines(), edit(key, value).splitlines()
    head = next(i for i, (a, b) in enumerate(zip([*old, None], [*new, None], strict=False)) if a != b)
    tail = next(i for i, (a, b) in enumerate(zip([*old[::-1], None], [*new[::-1], None], strict=False)) if a != b)
    tail = min(tail, len(old) - head, len(new) - head)
    gone, come = old[head : len(old) - tail], new[head : len(new) - tail]
    return ["-" + line for line in gone] + ["+" + line for line in come]


# -- reading ------------------------------------------------------------------------------------------------------
def test_entries_tell_what_stands_where():
    front_matter = FrontMatter(RAW)
    entry = front_matter.entry("title")
    assert (entry.value, entry.style, entry.line) == ("Big News: more", "double", 3)
    assert entry.source(RAW) == '"Big News: more"'
    styles = {entry.key: entry.style for entry in front_matter.entries}
    assert styles["author"] == "empty"
    assert (styles["categories"], styles["tags"], styles["excerpt"], styles["poem"]) == (
        "flow",
        "block",
        "folded",
        "literal",
    )
    assert front_matter.entry("missing") is None


def test_a_value_ends_before_the_comments_and_blank_lines_behind_it():
    sources = {entry.key: entry.source(RAW) for entry in FrontMatter(RAW).entries}
    assert sources["poem"] == "|\n  one\n  two"
    assert sources["tags"].endswith("- c")
    assert sources["last"] == "end"


def test_values_are_as_jekyll_reads_them():
    values = FrontMatter(RAW).values
    assert isinstance(values["date"], Timestamp)
    assert (values["version"], values["zip"], values["author"]) == (1.1, 668, None)
    assert values["tags"] == ["a", "b b", "c"]


@pytest.mark.parametrize("raw", ["", "\n", "# nothing yet\n", "~\n"])
def test_front_matter_without_keys_is_empty_and_no_fault(raw):
    front_matter = FrontMatter(raw)
    assert (front_matter.entries, front_matter.values, front_matter.fault) == ((), {}, None)


@pytest.mark.parametrize(
    ("raw", "error", "line"),
    [
        ("a: 1\nb: c: d\n", InvalidYaml, 2),
        ("- a\n", NotAMapping, 1),
        ("hello\n", NotAMapping, 1),
        ("a: 1\nb: 2\na: 3\n", DuplicateKey, 3),
        ("a: " + "[" * 1000, TooDeep, None),
        ("a: 1\n---\nb: 2\n", InvalidYaml, 2),
    ],
)
def test_a_fault_is_kept_and_stops_every_edit(raw, error, line):
    front_matter = FrontMatter(raw)
    assert isinstance(front_matter.fault, error)
    assert front_matter.fault.line == line
    for action in (
        lambda: front_matter.entries,
        lambda: front_matter.with_value("x", 1),
        lambda: front_matter.with_source("x", "1"),
        lambda: front_matter.without("a"),
    ):
        with pytest.raises(error):
            action()


def test_of_a_key_that_stands_twice_jekyll_takes_the_last():
    assert FrontMatter("a: 1\na: 2\n").values == {"a": 2}


# -- with_value ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("key", "value", "lines"),
    [
        ("title", 'He said "no"', ['-title: "Big News: more"', '+title: "He said \\"no\\""']),
        ("subtitle", "it's 'there'", ["-subtitle: 'it''s here'", "+subtitle: 'it''s ''there'''"]),
        ("layout", "page", ["-layout: post   # the usual", "+layout: page   # the usual"]),
        ("layout", "a: b", ["-layout: post   # the usual", '+layout: "a: b"   # the usual']),
        ("layout", None, ["-layout: post   # the usual", "+layout:   # the usual"]),
        ("author", "badely", ["-author:", "+author: badely"]),
        ("author", ["a", "b"], ["-author:", "+author: [a, b]"]),
        (
            "date",
            Timestamp("2025-11-22 10:00:00 +0000"),
            ["-date: 2025-11-21T18:21:53", "+date: 2025-11-22 10:00:00 +0000"],
        ),
        ("date", Timestamp("2025-11-22 10:00"), ["-date: 2025-11-21T18:21:53", "+date: 2025-11-22 10:00"]),
        ("date", "2025-11-22", ["-date: 2025-11-21T18:21:53", '+date: "2025-11-22"']),
        ("categories", ["News", "a, b"], ["-categories: [News]", '+categories: [News, "a, b"]']),
        ("categories", [], ["-categories: [News]", "+categories: []"]),
        ("tags", ["a", "b b", "c", "d"], ["+  - d"]),
        ("tags", ["z", "b b", "c"], ["-  - a", "+  - z"]),
        ("tags", ["a", "x", "c"], ["-  - 'b b'   # second", "+  - 'x'   # second"]),
        ("tags", ["a", "b b"], ["-  - c"]),
        ("words", "a c", ["-words: a b", "+words: a c"]),
        ("excerpt", "Folded text that goes on.", ["-  on and on.", "+  on."]),
        ("excerpt", "Short", ["-  Folded text that goes", "-  on and on.", "+  Short"]),
        ("poem", "one\nthree\n", ["-  two", "+  three"]),
        ("version", 2, ["-version: 1.10", "+version: 2"]),
        ("version", "2.0", ["-version: 1.10", '+version: "2.0"']),
        ("place", {"name": "There", "at": [1.5, 2]}, ["-  name: Here", "+  name: There"]),
        ("place", {"name": "Here", "at": [1.5, 2, 3]}, ["+    - 3"]),
        ("last", True, ["-last: end # really", "+last: true # really"]),
        ("image", "a.jpg", ["+image: a.jpg"]),
        ("permalink", "/x/", ["+permalink: /x/"]),
        ("brand new", {"a": [None]}, ["+brand new: {a: [null]}"]),
        ("poem2", "a\nb\n", ["+poem2: |", "+  a", "+  b"]),
    ],
)
def test_only_the_lines_of_the_key_change(key, value, lines):
    assert changed(key, value) == lines
    assert str(FrontMatter(edit(key, value)).values[key]) == str(value)


@pytest.mark.parametrize("key", [entry.key for entry in FrontMatter(RAW).entries])
def test_setting_the_same_value_changes_nothing(key):
    front_matter = FrontMatter(RAW)
    assert front_matter.with_value(key, front_matter.values[key]) is front_matter


def test_the_last_tag_leaves_an_empty_list():
    assert edit("tags", [], "tags:\n  - a\n") == "tags: []\n"
    assert edit("tags", [], "tags: # mine\n- a # this\nb: 1\n") == "tags: [] # mine\nb: 1\n"
    assert edit("tags", [], "tags: [a]\n") == "tags: []\n"


def test_a_list_at_the_margin_grows_at_the_margin():
    assert edit("tags", ["a", "b"], "tags:\n- a\nx: 1\n") == "tags:\n- a\n- b\nx: 1\n"
    assert edit("tags", ["z", "a"], "tags:\n-   a") == "tags:\n-   z\n-   a"


@pytest.mark.parametrize(
    ("old", "new", "tags"),
    [
        ("[ a, b ]", "[ a, b, c ]", ["a", "b", "c"]),
        ("[a,b]", "[a,b,c]", ["a", "b", "c"]),
        ('["a", b]', '["a"]', ["a"]),
        ("[a, b, c]", "[a, c]", ["a", "c"]),
        ("[a, b]", "[c, a, b]", ["c", "a", "b"]),
        ("[\n  a, # one\n  b\n]", "[\n  a, # one\n  b, c\n]", ["a", "b", "c"]),
        ('["a"]', '["b"]', ["b"]),
    ],
)
def test_a_flow_list_keeps_its_form(old, new, tags):
    assert edit("tags", tags, f"tags: {old} # x\n") == f"tags: {new} # x\n"


def test_a_text_of_words_stays_one():
    assert edit("categories", ["news", "world"], "categories: news\n") == "categories: news world\n"
    assert edit("tags", ["a b", "c"], "tags: a\n") == "tags: [a b, c]\n"
    assert edit("tags", ["2024"], "tags: a\n") == 'tags: "2024"\n'
    assert edit("category", ["a", "b"], "category: a\n") == "category: [a, b]\n"
    front_matter = FrontMatter("tags: a  b\n")
    assert front_matter.with_value("tags", ["a", "b"]) is front_matter


@pytest.mark.parametrize(
    ("raw", "key", "expected"),
    [
        ("", "title", "title: x\n"),
        ("# c\n", "title", "# c\ntitle: x\n"),
        ("a: 1", "b", "a: 1\nb: x\n"),
        ("a: 1\r\n", "b", "a: 1\r\nb: x\r\n"),
        ("  a: 1\n  b: 2\n", "title", "  a: 1\n  b: 2\n  title: x\n"),
        (
            "title: t # c\ntags: []\nimage: i\n\n# end\n",
            "author",
            "title: t # c\nauthor: x\ntags: []\nimage: i\n\n# end\n",
        ),
        ("# head\nimage: i\n", "title", "# head\ntitle: x\nimage: i\n"),
        ("a: |\n  b\n\n# end\n", "new", "a: |\n  b\nnew: x\n\n# end\n"),
        ("{a: 1}\n", "b", "{a: 1, b: x}\n"),
        ("{}\n", "b", "{b: x}\n"),
        ("a: 1\n", "yes", 'a: 1\n"yes": x\n'),
    ],
)
def test_a_new_key_goes_behind_its_usual_neighbour(raw, key, expected):
    newline = "\r\n" if "\r\n" in raw else "\n"
    assert FrontMatter(raw, newline).with_value(key, "x").raw == expected


def test_crlf_stays_crlf():
    front_matter = FrontMatter("title: a\r\ntags:\r\n- x\r\npoem: |\r\n  one\r\n", "\r\n")
    edited = front_matter.with_value("tags", ["x", "z"]).with_value("poem", "one\ntwo\n").with_value("image", "i")
    assert edited.raw == "title: a\r\ntags:\r\n- x\r\n- z\r\nimage: i\r\npoem: |\r\n  one\r\n  two\r\n"


def test_no_break_spaces_and_emoji_stay():
    raw = "title: a\u00a0b 😀\nother: \u00a0x\n"
    assert edit("title", "c\u00a0d", raw) == "title: c\u00a0d\nother: \u00a0x\n"


def test_a_value_that_others_repeat_is_not_changed():
    raw = "a: &x [1, 2]\nb: *x\n"
    with pytest.raises(CannotSplice, match="“b” depends on it"):
        FrontMatter(raw).with_value("a", [3])
    with pytest.raises(CannotSplice):
        FrontMatter(raw).without("a")
    assert edit("b", [3], raw) == "a: &x [1, 2]\nb: [3]\n"
    assert edit("a", 3, "a: &x 1\nb: 2\n") == "a: &x 3\nb: 2\n"


def test_an_explicit_key_is_left_alone():
    raw = "? a\n: 1\nb: 2\n"
    with pytest.raises(CannotSplice, match="unusual way"):
        FrontMatter(raw).with_value("a", 2)
    assert edit("b", 3, raw) == "? a\n: 1\nb: 3\n"


# -- with_source --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "source", ["[a, b]", '"A: b"', "2025-11-21 18:21:53 +0000", "01234", "{a: 1}", "'x'", "yes", "a#b", '"a #b"', "~"]
)
def test_a_source_is_taken_as_written(source):
    assert FrontMatter("k: old # c\nz: 1\n").with_source("k", f" {source} ").raw == f"k: {source} # c\nz: 1\n"
    assert FrontMatter("z: 1\n").with_source("k", source).raw == f"z: 1\nk: {source}\n"


def test_an_empty_source_empties_the_value():
    assert FrontMatter("k: old # c\n").with_source("k", "").raw == "k: # c\n"
    assert FrontMatter("z: 1\n").with_source("k", "").raw == "z: 1\nk:\n"


@pytest.mark.parametrize(
    "source",
    [
        *("a #b", "# b", "a: b", "a:", "- a", "[a", '"a', "@a", "a\nb: 1", "a\r", "|", "> a", "&x a", "*x", "[*x]"),
        *("---", "--- a", "...", "a\u2028b", "%x", '"a" b', "]", "? a"),
    ],
)
def test_a_source_that_is_not_wholly_one_value_is_refused(source):
    with pytest.raises(InvalidYaml):
        FrontMatter("x: &x 1\nk: old\n").with_source("k", source)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("A: b", 'column 2: a value with a colon needs quotes: "A: b"'),
        ("C #", 'column 3: “#” begins a comment; text with it needs quotes: "C #"'),
        ("*x", "column 1: .*needs quotes"),
        ("...", "column 1: .*needs quotes"),
        ("]", "column 1: .*needs quotes"),
        ('"a" b', "column 5: it is not one value"),
        ("[a", "column 1: a list in brackets lacks"),
    ],
)
def test_a_refused_source_is_told_with_its_key_and_how_to_write_it(source, reason):
    with pytest.raises(InvalidValue, match=f"The value of “k” is not YAML, {reason}"):
        FrontMatter("z: 1\n").with_source("k", source)


def test_no_edit_makes_a_key_that_fills_other_keys():
    """Psych merges what stands behind `<<` even where the key is quoted."""
    for edited in (lambda: FrontMatter("a: 1\n").with_source("<<", "{b: 2}"), lambda: edit("<<", {"b": 2}, "a: 1\n")):
        with pytest.raises(CannotSplice):
            edited()


@pytest.mark.parametrize("header", ["|", ">-", "|+", ">2", "!!str |"])
def test_the_comment_behind_a_block_scalars_mark_stays(header):
    raw = f"k: {header} # why\n  - # text\nz: 1\n"
    assert FrontMatter(raw).with_source("k", "new").raw == "k: new # why\nz: 1\n"
    assert FrontMatter(raw).with_source("k", "").raw in ("k: # why\nz: 1\n", "k:  # why\nz: 1\n")
    assert FrontMatter(raw).with_value("k", "a\nb\n").raw.partition("\n")[0].endswith("# why")
    assert "#" not in FrontMatter(raw.replace(" # why", "")).with_source("k", "new").raw


# -- without ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("key", [entry.key for entry in FrontMatter(RAW).entries])
def test_a_removed_key_takes_its_own_lines_only(key):
    front_matter = FrontMatter(RAW)
    left = front_matter.without(key)
    values = dict(front_matter.values)
    del values[key]
    assert same(left.values, values)
    rest = iter(RAW.splitlines())
    assert all(line in rest for line in left.raw.splitlines())  # in order, none new


def test_a_missing_key_cannot_be_removed():
    with pytest.raises(KeyMissing, match="no key “x”"):
        FrontMatter("a: 1\n").without("x")


def test_the_only_key_can_be_removed():
    assert FrontMatter("a: 1\n").without("a").raw == ""


def test_a_key_in_braces_goes_and_leaves_the_braces():
    assert FrontMatter("{a: 1, b: 2}\n").without("a").raw == "{b: 2}\n"
    assert FrontMatter("{a: 1}\n").without("a").raw == "{}\n"


def test_a_named_value_that_others_share_is_refused_for_that_reason():
    front_matter = FrontMatter("odd: &a [1, 2]\nsame: *a\n")
    assert front_matter.with_source("odd", "&a [1, 2]") is front_matter
    with pytest.raises(CannotSplice, match="other values share it by name"):
        front_matter.with_source("odd", "&a [1, 3]")
