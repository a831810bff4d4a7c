"""Values inside maps and lists change in place, and every other byte stays."""

from __future__ import annotations

import pytest

from editor.errors import CannotSplice, KeyMissing, NotReachable
from editor.site.front_matter import FrontMatter

RAW = """\
layout: post
seo:   # for machines
  # the short one
  title: 'it''s'   # quoted
  image: {src: a.jpg, alt: "A: b"}

  twitter:
      card: large
gallery:
- image: a.jpg   # first
  # what it shows
  caption: >-
    A folded
    text.
# between
- image: b.jpg
- {image: c.jpg, caption: C}
rows:
  - - a
    - b
  - [c, d]
tags: [x, y]
empty:
nothing: {}
none: ~ # really
last: end
"""


def changed(edited: FrontMatter) -> list[str]:
    """The lines that go and the lines that come, as `-` and `+` lines."""
    old, new = RAW.splitlines(), edited.raw.splitlines()
    head = next(i for i, (a, b) in enumerate(zip([*old, None], [*new, None], strict=False)) if a != b)
    tail = next(i for i, (a, b) in enumerate(zip([*old[::-1], None], [*new[::-1], None], strict=False)) if a != b)
    tail = min(tail, len(old) - head, len(new) - head)
    return ["-" + line for line in old[head : len(old) - tail]] + ["+" + line for line in new[head : len(new) - tail]]


# -- reading ------------------------------------------------------------------------------------------------------
def test_an_entry_at_any_depth_tells_where_it_stands():
    front_matter = FrontMatter(RAW)
    entry = front_matter.entry(("gallery", 0, "caption"))
    assert (entry.key, entry.path, entry.value, entry.style, entry.line) == (
        "caption",
        ("gallery", 0, "caption"),
        "A folded text.",
        "folded",
        12,
    )
    assert entry.source(RAW) == ">-\n    A folded\n    text."
    item = front_matter.entry(("gallery", 2))
    assert (item.key, item.source(RAW), item.line) == ("2", "{image: c.jpg, caption: C}", 17)
    assert front_matter.entry(("layout",)) == front_matter.entry("layout")


@pytest.mark.parametrize(
    "path",
    [("seo", "x"), ("seo", 0), ("gallery", 3), ("gallery", "image"), ("layout", "x"), ("empty", "x"), ("no", "x"), ()],
)
def test_where_nothing_stands_there_is_no_entry(path):
    assert FrontMatter(RAW).entry(path) is None


@pytest.mark.parametrize(
    ("path", "paths"),
    [
        ((), [(key,) for key in FrontMatter(RAW).values]),
        (("seo",), [("seo", "title"), ("seo", "image"), ("seo", "twitter")]),
        (("gallery",), [("gallery", 0), ("gallery", 1), ("gallery", 2)]),
        (("gallery", 2), [("gallery", 2, "image"), ("gallery", 2, "caption")]),
        (("rows", 1), [("rows", 1, 0), ("rows", 1, 1)]),
        (("layout",), []),
        (("empty",), []),
        (("nothing",), []),
        (("no", "where"), []),
    ],
)
def test_the_entries_below_a_path_come_in_order(path, paths):
    assert [entry.path for entry in FrontMatter(RAW).entries_below(path)] == paths


# -- with_value ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("path", "value", "lines"),
    [
        (("seo", "title"), "that's", ["-  title: 'it''s'   # quoted", "+  title: 'that''s'   # quoted"]),
        (
            ("seo", "image", "alt"),
            "C, d",
            ['-  image: {src: a.jpg, alt: "A: b"}', '+  image: {src: a.jpg, alt: "C, d"}'],
        ),
        (
            ("seo", "image", "src"),
            "a, b",
            ['-  image: {src: a.jpg, alt: "A: b"}', '+  image: {src: "a, b", alt: "A: b"}'],
        ),
        (
            ("seo", "image", "width"),
            100,
            ['-  image: {src: a.jpg, alt: "A: b"}', '+  image: {src: a.jpg, alt: "A: b", width: 100}'],
        ),
        (("seo", "twitter", "site"), "@me", ['+      site: "@me"']),
        (("seo", "type"), "Post", ["+  type: Post"]),
        (("seo", "facebook", "card"), "x", ["+  facebook:", "+    card: x"]),
        (("seo", "poem"), "a\nb\n", ["+  poem: |", "+    a", "+    b"]),
        (("seo", "more"), {"a": 1}, ["+  more:", "+    a: 1"]),
        (("gallery", 0, "image"), "z.jpg", ["-- image: a.jpg   # first", "+- image: z.jpg   # first"]),
        (("gallery", 0, "caption"), "A folded", ["-    text."]),
        (("gallery", 1, "caption"), "B", ["+  caption: B"]),
        (
            ("gallery", 2, "caption"),
            None,
            ["-- {image: c.jpg, caption: C}", "+- {image: c.jpg, caption: null}"],
        ),
        (("gallery", 3), {"image": "d.jpg", "alt": "a\nb\n"}, ["+- image: d.jpg", "+  alt: |", "+    a", "+    b"]),
        (("gallery", 3), "text", ["+- text"]),
        (("gallery", 3, "image"), "d.jpg", ["+- image: d.jpg"]),
        (("gallery", 3, "size", "width"), 1, ["+- size:", "+    width: 1"]),
        (("rows", 0, 1), "B", ["-    - b", "+    - B"]),
        (("rows", 0, 2), "c", ["+    - c"]),
        (("rows", 0), ["z", "a", "b"], ["-  - - a", "+  - - z", "+    - a"]),
        (("rows", 1, 0), "C", ["-  - [c, d]", "+  - [C, d]"]),
        (("rows", 1, 2), "e, f", ["-  - [c, d]", '+  - [c, d, "e, f"]']),
        (("rows", 2, 0), "f", ["+  - - f"]),
        (("tags", 2), "z", ["-tags: [x, y]", "+tags: [x, y, z]"]),
        (("empty", "title"), "x", ["+  title: x"]),
        (("empty", 0), "x", ["-empty:", "+empty: [x]"]),
        (("empty", 0, "title"), "x", ["+  - title: x"]),
        (("nothing", "a", "b"), "x", ["-nothing: {}", "+nothing:", "+  a:", "+    b: x"]),
        (("none", "title"), "a: b", ["-none: ~ # really", "+none: # really", '+  title: "a: b"']),
        (("new", "title"), "x", ["+new:", "+  title: x"]),
        (("new", 0, "title"), "x", ["+new:", "+  - title: x"]),
        (("new", 0), "a, b", ['+new: ["a, b"]']),
        (("image", "src"), "x", ["+image:", "+  src: x"]),
    ],
)
def test_only_the_lines_of_the_value_change(path, value, lines):
    edited = FrontMatter(RAW).with_value(path, value)
    assert changed(edited) == lines
    assert edited.entry(path).value == value
    assert edited.values == FrontMatter(edited.raw).values


@pytest.mark.parametrize("path", [("seo", "title"), ("gallery", 2, "image"), ("rows", 0), ("seo",)])
def test_setting_the_same_value_changes_nothing(path):
    front_matter = FrontMatter(RAW)
    assert front_matter.with_value(path, front_matter.entry(path).value) is front_matter


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        (("layout", "x"), "“layout.x” cannot be set: “layout” is a single value"),
        (("seo", "title", 0), "“seo.title” is a single value"),
        (("gallery", "image"), "“gallery” is a list, whose first item is gallery\\[0\\]"),
        (("seo", 0), "“seo” is a map, whose values are named by their keys"),
        (("gallery", 4), "the next item of “gallery” is gallery\\[3\\]"),
        (("gallery", 7, "image"), "the next item of “gallery” is gallery\\[3\\]"),
        (("empty", 1), "the next item of “empty” is empty\\[0\\]"),
        (("new", 1, "a"), "the next item of “new” is new\\[0\\]"),
        (("new", "a", 2), "the next item of “new.a” is new.a\\[0\\]"),
        ((0,), "the front matter is a map, not a list"),
    ],
)
def test_a_path_that_leads_nowhere_is_told_in_a_writers_words(path, reason):
    for edit in (lambda: FrontMatter(RAW).with_value(path, 1), lambda: FrontMatter(RAW).with_source(path, "1")):
        with pytest.raises(NotReachable, match=reason):
            edit()


@pytest.mark.parametrize("null", ["!!str null", "!!str", "!foo", "! ~", "&x !!str", "!!str &x ~", "!!str |"])
@pytest.mark.parametrize("step", ["b", 0])
def test_nothing_comes_below_a_null_with_a_tag(null, step):
    """To Psych `!!str null` is a text, and a file with a map behind that tag cannot be read."""
    with pytest.raises(NotReachable, match="single value"):
        FrontMatter(f"a: {null}\n").with_value(("a", step), "x")
    assert FrontMatter(f"a: {null}\n").with_value(("a",), "x").values == {"a": "x"}


def test_a_new_map_comes_to_be_in_an_empty_front_matter():
    assert FrontMatter("").with_value(("seo", "title"), "x").raw == "seo:\n  title: x\n"
    assert FrontMatter("{a: 1}\n").with_value(("seo", "title"), "x").raw == "{a: 1, seo: {title: x}}\n"
    assert FrontMatter("a: 1\r\n", "\r\n").with_value(("b", "c"), "x").raw == "a: 1\r\nb:\r\n  c: x\r\n"


# -- with_source --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("path", "source", "lines"),
    [
        (("seo", "title"), '"A: b"', ["-  title: 'it''s'   # quoted", '+  title: "A: b"   # quoted']),
        (("seo", "title"), "", ["-  title: 'it''s'   # quoted", "+  title:   # quoted"]),
        (("tags", 0), "", ["-tags: [x, y]", "+tags: [null, y]"]),
        (("tags", 0), "a, b", ["-tags: [x, y]", '+tags: ["a, b", y]']),
        (("rows", 0, 1), "", ["-    - b", "+    - null"]),
        (("rows", 2), "'e'", ["+  - 'e'"]),
        (("seo", "new"), "2025-11-21", ["+  new: 2025-11-21"]),
        (("seo", "image", "new"), "'q'", ['-  image: {src: a.jpg, alt: "A: b"}', None]),
    ],
)
def test_a_source_is_taken_as_written(path, source, lines):
    edited = changed(FrontMatter(RAW).with_source(path, source))
    if lines[-1] is None:
        assert edited[-1] == "+  image: {src: a.jpg, alt: \"A: b\", new: 'q'}"
    else:
        assert edited == lines


# -- without ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("path", "lines"),
    [
        (("seo", "title"), ["-  title: 'it''s'   # quoted"]),
        (("seo", "image", "src"), ['-  image: {src: a.jpg, alt: "A: b"}', '+  image: {alt: "A: b"}']),
        (("seo", "image", "alt"), ['-  image: {src: a.jpg, alt: "A: b"}', "+  image: {src: a.jpg}"]),
        (("seo", "twitter", "card"), ["-  twitter:", "-      card: large", "+  twitter: {}"]),
        (("gallery", 0, "image"), ["-- image: a.jpg   # first", "-  # what it shows", "+- # what it shows"]),
        (("gallery", 0, "caption"), ["-  caption: >-", "-    A folded", "-    text."]),
        (("gallery", 1, "image"), ["-- image: b.jpg", "+- {}"]),
        (("gallery", 1), ["-- image: b.jpg"]),
        (("gallery", 2), ["-- {image: c.jpg, caption: C}"]),
        (("rows", 0, 0), ["-  - - a", "-    - b", "+  - - b"]),
        (("rows", 0), ["-  - - a", "-    - b"]),
        (("rows", 1, 1), ["-  - [c, d]", "+  - [c]"]),
        (("tags", 0), ["-tags: [x, y]", "+tags: [y]"]),
        (("empty",), ["-empty:"]),
    ],
)
def test_a_removed_value_takes_its_own_lines_only(path, lines):
    assert changed(FrontMatter(RAW).without(path)) == lines


@pytest.mark.parametrize(
    ("raw", "path", "left"),
    [
        ("tags: [a,\n  b # x, y\n]\n", ("tags", 1), "tags: [a\n]\n"),
        ("tags: [a, # x, y\n  b\n]\n", ("tags", 1), "tags: [a # x, y\n]\n"),
        ("tags: [a # x, y\n  , b]\n", ("tags", 0), "tags: [b]\n"),
        ("tags: [a,\n  b " + "# " * 1000 + "\n]\n", ("tags", 1), "tags: [a\n]\n"),
    ],
)
def test_a_comma_in_a_comment_separates_nothing(raw, path, left):
    assert FrontMatter(raw).without(path).raw == left


def test_the_last_of_its_kind_leaves_empty_brackets():
    assert FrontMatter("gallery:\n- a # c\nb: 1\n").without(("gallery", 0)).raw == "gallery: []\nb: 1\n"
    assert FrontMatter("gallery: [a]\n").without(("gallery", 0)).raw == "gallery: []\n"
    assert FrontMatter("seo: # c\n  a: 1\n").without(("seo", "a")).raw == "seo: {} # c\n"
    assert FrontMatter("seo: {a: 1}\n").without(("seo", "a")).raw == "seo: {}\n"


@pytest.mark.parametrize("path", [("seo", "x"), ("gallery", 3), ("no", "x"), ("empty", "x"), ("empty", 0)])
def test_what_is_missing_cannot_be_removed(path):
    with pytest.raises(KeyMissing):
        FrontMatter(RAW).without(path)


# -- aliases ------------------------------------------------------------------------------------------------------
ALIASES = "a: &x {t: 1, u: 2}\nb: *x\nc:\n  <<: *x\n  u: 3\n"


def test_a_value_that_others_repeat_is_not_changed():
    for edit in (
        lambda: FrontMatter(ALIASES).with_value(("a", "t"), 2),
        lambda: FrontMatter(ALIASES).with_value(("a", "v"), 2),
        lambda: FrontMatter(ALIASES).without(("a", "t")),
        lambda: FrontMatter(ALIASES).with_value(("b", "t"), 2),
        lambda: FrontMatter(ALIASES).with_value(("c", "<<", "t"), 2),
        lambda: FrontMatter(ALIASES).without(("b", "t")),
    ):
        with pytest.raises(CannotSplice):
            edit()
    assert FrontMatter("a: &x {t: 1}\n").with_value(("a", "t"), 2).raw == "a: &x {t: 2}\n"


def test_what_overrides_a_merged_key_can_be_changed():
    assert FrontMatter(ALIASES).with_value(("c", "u"), 4).raw == ALIASES.replace("u: 3", "u: 4")
    assert FrontMatter(ALIASES).with_value(("c", "t"), 4).raw == ALIASES + "  t: 4\n"


# -- lists --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("old", "values", "new"),
    [
        ("tags:\n- a\n- b\n", ["a", "b", "c"], "tags:\n- a\n- b\n- c\n"),
        ("tags:\n    - a\n    - b\n", ["b"], "tags:\n    - b\n"),
        ("tags:\n# one\n- a # A\n# two\n- b # B\n", ["a", "c"], "tags:\n# one\n- a # A\n# two\n- c # B\n"),
        ("tags:\n# one\n- a # A\n# two\n- b # B\n", ["b"], "tags:\n# one\n# two\n- b # B\n"),
        ("tags:\n# one\n- a # A\n# two\n- b # B\n", [], "tags: []\n# one\n"),
        ("tags: # why\n- a\n\n# end\nx: 1\n", [], "tags: [] # why\n\n# end\nx: 1\n"),
        ("tags:\n- 'a'\n- \"b\"\n", ["it's", "b"], "tags:\n- 'it''s'\n- \"b\"\n"),
        ("tags: [a, 'b']\n", ["a", "c d"], "tags: [a, 'c d']\n"),
        ("tags: [a, # A\n  b, # B\n  c # C\n]\n", ["a", "b"], "tags: [a, # A\n  b # B\n]\n"),
        ("tags: [a, # A\n  # about b\n  b, # B\n  # about c\n  c\n]\n", ["a", "c"], None),
        ("tags: [a, b,]\n", ["a"], "tags: [a,]\n"),
        ("tags: [\n  a,\n  b,\n]\n", ["a", "b", "c"], "tags: [\n  a,\n  b,\n  c,\n]\n"),
        ("tags: [a, b]\n", [], "tags: []\n"),
        ("tags: [ a ]\n", ["a", "b"], "tags: [ a, b ]\n"),
        ("tags: []\n", ["a"], "tags: [a]\n"),
        ("tags: [ ]\n", ["a"], "tags: [a]\n"),
        ("tags:\n", ["a", "b"], "tags: [a, b]\n"),
    ],
)
@pytest.mark.parametrize("margin", [0, 2])
def test_a_list_keeps_its_style_at_any_depth(old, values, new, margin):
    if new is None:
        new = "tags: [a, # A\n  # about b\n  # about c\n  c\n]\n"
    path = ("tags",)
    if margin:
        path = ("post", "tags")
        old, new = (
            "post:\n" + "".join("  " + line if line.strip() else line for line in text.splitlines(keepends=True))
            for text in (old, new)
        )
    edited = FrontMatter(old).with_value(path, values)
    assert edited.raw == new


@pytest.mark.parametrize(
    ("old", "values", "new"),
    [
        ("tags: a b\n", ["a", "c"], "tags: a c\n"),
        ("tags: a b # why\n", [], "tags: [] # why\n"),
        ("tags: 'a b'\n", ["a", "c"], "tags: 'a c'\n"),
    ],
)
def test_tags_as_a_text_of_words_stay_one(old, values, new):
    assert FrontMatter(old).with_value("tags", values).raw == new


def test_a_text_of_words_inside_a_map_is_no_list():
    assert FrontMatter("seo:\n  tags: a b\n").with_value(("seo", "tags"), ["a", "c"]).raw == "seo:\n  tags: [a, c]\n"


def test_items_that_are_maps_change_key_by_key():
    old = "gallery:\n- image: a # A\n  caption: 'x'\n- image: b\n"
    values = [{"image": "a", "caption": "y"}, {"image": "b", "caption": "z"}, {"image": "c"}]
    new = "gallery:\n- image: a # A\n  caption: 'y'\n- image: b\n  caption: z\n- image: c\n"
    assert FrontMatter(old).with_value("gallery", values).raw == new
    assert FrontMatter(new).with_value("gallery", values[:1] + values[2:]).raw == new.replace(
        "- image: b\n  caption: z\n", ""
    )


def test_items_change_places_as_they_are_written():
    old = """\
gallery:
# first
- image: 'a.jpg' # A
  caption: >-
    Long
    text
# second
# and more
- {image: "b.jpg"} # B

- image: c.jpg
tags: [a, 'b', "c"]
rows:
  - - a # A
    - 'b'
"""
    front_matter = FrontMatter(old)
    one, two, three = front_matter.values["gallery"]
    first = old[old.index("# first") : old.index("# second")]
    second = old[old.index("# second") : old.index("\n- image: c")]
    third = "- image: c.jpg\n"
    assert front_matter.with_value("gallery", [two, one, three]).raw == old.replace(first + second, second + first)
    assert front_matter.with_value("gallery", [three, two, one]).raw == old.replace(
        first + second + "\n" + third, third + second + "\n" + first
    )
    assert front_matter.with_value("tags", ["c", "a", "b"]).raw == old.replace("[a, 'b', \"c\"]", "[\"c\", a, 'b']")
    assert front_matter.with_value(("rows", 0), ["b", "a"]).raw == old.replace(
        "- - a # A\n    - 'b'", "- - 'b'\n    - a # A"
    )
    crlf = FrontMatter(old.replace("\n", "\r\n"), "\r\n").with_value("gallery", [two, one, three])
    assert crlf.raw == old.replace(first + second, second + first).replace("\n", "\r\n")
