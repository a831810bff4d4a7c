"""Whatever a front matter looks like, one edit at any depth changes that value only."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from editor.site.front_matter import FrontMatter
from editor.site.scalars import Timestamp, same

LEAVES = st.sampled_from(
    [
        *("plain words", "'single'", '"double \\" quote"', "2025-11-21", "0123", "~", "", "yes", "1.10", "!tag value"),
        *(
            "[a, 'b', \"c\"]",
            "[ a , b ]",
            "{x: 1, y: [z]}",
            "{ x: 'a, b' }",
            "[]",
            "{}",
            "&anchor value",
            "a#b",
            "[[a], b]",
        ),
    ]
)
# Values over several lines: each line but the first gets the indentation of the place.
LONG = st.sampled_from(
    [
        ("'over", "  two lines'"),
        ("plain over", "  two lines"),
        ("|", "  one", "", "  two"),
        (">-  # folded", "  one", "  two", "", "  three"),
        ("|2", "    indented", "  less"),
        ("[", "  a,  # first", "  # about b", "  b # second", "  ]"),
        ("{", "  x: 1, # one", "  y: 2,", "  }"),
        ("[a,", "  b, c", "  ]"),
    ]
)
COMMENTS = st.sampled_from(["", "", "", " # why", "   #", "\t# tab", "  "])
BETWEEN = st.sampled_from([(), (), (), ("",), ("# about it",), ("", "# two", "# lines")])
NAMES = ["title", "tags", "seo", "image", "a key", "'quoted'", '"a: b"', "3", "x.y", "é", "no"]


@st.composite
def blocks(draw, depth):
    """Lines of a map or a list; the first is the first child."""
    is_list = depth > 0 and draw(st.booleans())
    names = (
        [""] * draw(st.integers(1, 3))
        if is_list
        else draw(st.lists(st.sampled_from(NAMES), unique=True, min_size=1, max_size=4))
    )
    lines = []
    for index, name in enumerate(names):
        if index:
            lines += draw(BETWEEN)
        lines += draw(children(depth, f"{name}:" if name else "-"))
    return lines


@st.composite
def children(draw, depth, mark):
    """Lines of a key or item with its value."""
    kind = draw(st.sampled_from(["leaf", "leaf", "long", "block"] if depth < 3 else ["leaf", "long"]))
    if kind == "leaf":
        return [f"{mark} {draw(LEAVES)}".rstrip() + draw(COMMENTS)]
    if kind == "long":
        first, *more = draw(LONG)
        return [f"{mark} {first}", *more]
    lines = draw(blocks(depth + 1))
    is_compact = mark == "-" and draw(st.booleans())
    if is_compact:
        return [f"- {lines[0]}", *(f"  {line}" if line else "" for line in lines[1:])]
    is_outdented = mark != "-" and lines[0].startswith("-") and draw(st.booleans())
    margin = "" if is_outdented else " " * draw(st.integers(1, 4))
    between = draw(BETWEEN)
    return [mark + draw(COMMENTS), *(margin + line if line else "" for line in (*between, *lines))]


@st.composite
def front_matters(draw):
    newline = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    lines = [*draw(BETWEEN), *draw(blocks(0)), *draw(BETWEEN)]
    raw = newline.join(lines)
    if "|" in raw or ">" in raw or draw(st.booleans()):  # at the very end a block scalar would lack its own line end
        raw += newline
    front_matter = FrontMatter(raw, newline)
    assume(front_matter.fault is None)
    return front_matter


def entries(front_matter, path=()):
    """All entries at every depth."""
    for entry in front_matter.entries_below(path):
        yield entry
        yield from entries(front_matter, entry.path)


def leaves(front_matter):
    """Paths and sources of all values that hold no others."""
    return [
        (entry.path, entry.source(front_matter.raw))
        for entry in entries(front_matter)
        if not front_matter.entries_below(entry.path)
    ]


def beside(found, path, *, is_item_gone=False):
    """The leaves that are not at, below or above a path; the items behind one that is gone have moved up."""
    kept = []
    for other, source in found:
        if other[: len(path)] == path or path[: len(other)] == other:
            continue
        at = len(path) - 1
        if is_item_gone and other[:at] == path[:at] and isinstance(other[at], int) and other[at] > path[at]:
            other = (*other[:at], other[at] - 1, *other[at + 1 :])
        kept.append((other, source))
    return kept


def before(front_matter, entry):
    """What stands before a key, or before the dash of an item."""
    is_item = isinstance(entry.path[-1], int)
    start = front_matter.raw.rfind("-", 0, entry.key_start) if is_item else entry.key_start
    return front_matter.raw[: max(start, 0)]


def keeps_comments(old, new, entry):
    """Whether all comments on lines of their own before and behind a value are still there."""
    outside = before(old, entry) + old.raw[entry.value_end :]
    return all(new.raw.count(text) >= outside.count(text) for text in ("# about", "# two", "# lines"))


VALUES = st.sampled_from(
    [
        *(None, True, 7, -1.5, "", "word", "it's", "a: b", "x #y", "yes", "12:30", "é\u00a0😀", "[x]", "two\nlines\n"),
        *(" x\ny", [], ["a", "b, c"], {}, {"k": "v"}, [{"k": "v"}], "2024-01-05", Timestamp("2024-01-05"), "1,000"),
    ]
)


@given(front_matters(), st.data(), VALUES)
@settings(deadline=None, max_examples=200)
def test_a_value_is_set_and_all_others_stay_as_written(old, data, value):
    entry = data.draw(st.sampled_from(list(entries(old))))
    new = old.with_value(entry.path, value)
    got = new.entry(entry.path)
    is_words = entry.path == ("tags",) and isinstance(got.value, str) and isinstance(value, list)
    assert same(got.value.split() if is_words else got.value, value)
    assert beside(leaves(new), entry.path) == beside(leaves(old), entry.path)
    assert new.raw.startswith(before(old, entry))
    assert keeps_comments(old, new, entry)
    if entry.style in ("single", "double"):
        assert new.raw.endswith(old.raw[entry.value_end :])
    if old.newline == "\r\n":
        assert new.raw.count("\n") == new.raw.count("\r\n")


@given(
    front_matters(),
    st.data(),
    st.sampled_from(["x", "'q'", '"A: b"', "[a, b]", "{a: 1}", "2024-01-05", "~", "", "a, b"]),
)
@settings(deadline=None, max_examples=200)
def test_a_source_is_set_and_all_others_stay_as_written(old, data, source):
    entry = data.draw(st.sampled_from(list(entries(old))))
    new = old.with_source(entry.path, source)
    assert beside(leaves(new), entry.path) == beside(leaves(old), entry.path)
    assert same(new.entry(entry.path).value, FrontMatter("k:").with_source("k", source).values["k"])


@given(front_matters(), st.data(), VALUES, st.sampled_from([(), ("deep",), ("deep", "er"), (0,), (0, "x")]))
@settings(deadline=None, max_examples=200)
def test_a_value_is_added_and_all_others_stay_as_written(old, data, value, more):
    holders = [entry for entry in entries(old) if old.entries_below(entry.path) or entry.value in (None, [], {})]
    assume(holders)
    holder = data.draw(st.sampled_from(holders))
    below = old.entries_below(holder.path)
    is_list = isinstance(holder.value, list)
    path = (*holder.path, len(below) if is_list else "new", *more)
    new = old.with_value(path, value)
    assert same(new.entry(path).value, value)
    assert beside(leaves(new), path) == beside(leaves(old), path)
    assert keeps_comments(old, new, holder)


@given(front_matters(), st.data())
@settings(deadline=None, max_examples=200)
def test_a_value_is_removed_and_all_others_stay_as_written(old, data):
    entry = data.draw(st.sampled_from(list(entries(old))))
    new = old.without(entry.path)
    is_item = isinstance(entry.path[-1], int)
    assert keeps_comments(old, new, entry)
    left = beside(leaves(old), entry.path, is_item_gone=is_item)
    if len(entry.path) > 1 and len(old.entries_below(entry.path[:-1])) == 1:
        event("the last of its kind")
        assert new.entry(entry.path[:-1]).value == ([] if is_item else {})
        assert [leaf for leaf in leaves(new) if leaf[0] != entry.path[:-1]] == left
    else:
        assert leaves(new) == left


@given(front_matters(), st.data())
@settings(deadline=None, max_examples=200)
def test_items_in_another_order_are_the_same_lines_in_another_order(old, data):
    lists = [entry for entry in entries(old) if isinstance(entry.value, list) and len(entry.value) > 1]
    assume(lists)
    entry = data.draw(st.sampled_from(lists))
    value = data.draw(st.permutations(entry.value))
    new = old.with_value(entry.path, value)
    assert same(new.entry(entry.path).value, value)
    assert beside(leaves(new), entry.path) == beside(leaves(old), entry.path)
    assert sorted(source for _, source in leaves(new)) == sorted(source for _, source in leaves(old))
    assert new.raw.count("#") == old.raw.count("#")


# Jekyll's way to load front matter (lib/jekyll/utils.rb); prints what stands at each path.
RUBY = r"""
require 'json'; require 'date'; require 'psych'
rows = JSON.parse(STDIN.read).map do |source, path|
  value = Psych.safe_load(source, permitted_classes: [Date, Time], aliases: true)
  path.each { |step| value = value.is_a?(Hash) ? value.find { |key, _| key.to_s == step }.last : value[step] }
  value.is_a?(Date) ? ['date', value.to_s] : value
end
print JSON.generate(rows)
"""


@pytest.mark.slow
@pytest.mark.jekyll
def test_ruby_reads_back_each_value_that_was_set():
    """500 edits of generated front matters, all others' text as it was, and one Ruby for all of them."""
    ruby = shutil.which("ruby")
    if ruby is None:
        pytest.skip("Ruby is not installed")
    edits = []

    @given(front_matters(), st.data(), VALUES)
    @settings(deadline=None, max_examples=500, database=None, suppress_health_check=list(HealthCheck))
    def edit(old, data, value):
        found = [entry for entry in entries(old) if not {"3", "no"} & {*entry.path}]  # Ruby has no texts for those
        assume(found)
        entry = data.draw(st.sampled_from(found))
        new = old.with_value(entry.path, value)
        assert beside(leaves(new), entry.path) == beside(leaves(old), entry.path)
        written = new.entry(entry.path).value
        edits.append((new.raw, entry.path, ["date", str(written)] if isinstance(written, Timestamp) else written))

    edit()
    sources = json.dumps([edit[:2] for edit in edits]).encode()
    done = subprocess.run([ruby, "-Ku", "-e", RUBY], input=sources, capture_output=True, check=True)
    assert [row for row in zip(edits, json.loads(done.stdout), strict=True) if not same(row[0][2], row[1])] == []
    assert len(edits) >= 500
