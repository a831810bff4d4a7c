"""Laws of edits of one top-level key: no other line of the front matter moves."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from editor.errors import (
    CannotSplice,
    FrontMatterError,
)
from editor.site.front_matter import FrontMatter
from editor.site.scalars import same

# -- the law ------------------------------------------------------------------------------------------------------
WORDS = st.sampled_from(["a", "b c", "it's", '"q"', "a: b", "x #y", "yes", "12:30", "é\u00a0😀", "", "[x]", "1,000"])
SHAPES = [
    " plain words",
    " plain # comment",
    "\t tabbed\t",
    " 'single' # c",
    ' "double \\" quote"',
    ' "over\n    two lines"',
    "\n  on the next line",
    " plain over\n  two lines",
    "",
    "   # only a comment",
    " [a, 'b', \"c\"]",
    " [ a , b ] # c",
    " [\n    a,  # first\n    b\n  ]",
    " {x: 1, y: [z]}",
    "\n- a\n- b # c\n\n# between\n- 'c'",
    "\n  # before\n  - a\n  -   b: 1\n      c: 2\n  - - d\n    - e",
    "\n  x: 1\n  y:\n    z: [q] # c\n\n  w: |\n    block",
    " |\n  one\n\n  two",
    " |2\n    indented\n  less",
    " >-  # folded\n  one\n  two\n\n  three",
    " |+\n  keep\n",
    " 2025-11-21T18:21:53",
    " 0123",
    " ~",
    " &anchor value",
    " !tag value",
]
COMMENTS = ["", "# comment\n", "\n", "\n# two\n\n", "\n  # indented: comment\n\n"]


def comments_behind(shape):
    """Behind a block scalar an indented comment would be text, and behind `|+` a blank line."""
    return COMMENTS[:2] if "|+" in shape else COMMENTS[:4] if "|" in shape or ">" in shape else COMMENTS


KEYS = ["title", "date", "tags", "categories", "image", "one", "two", "a key", "'quoted'", "3"]
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-9, 9)
    | st.floats(allow_nan=False)
    | WORDS
    | st.text(max_size=8)
    | st.sampled_from(["one\ntwo", "one\n\ntwo\n", " x\ny\n", "a\n", "\n", "word " * 30]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
).filter(lambda value: "\ud800" not in ascii(value))


@st.composite
def front_matters(draw):
    """A front matter as its pieces, one per key, with the comments before it; and the line end."""
    keys = draw(st.lists(st.sampled_from(KEYS), unique=True, min_size=1, max_size=6))
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    shapes = [draw(st.sampled_from(SHAPES)) for _ in keys]
    comments = [draw(st.sampled_from(comments_behind(shape))) for shape in ["", *shapes]]
    comments = [comment.replace("\n", newline) for comment in comments]
    pieces = [f"{key}:{shape}\n".replace("\n", newline) for key, shape in zip(keys, shapes, strict=True)]
    pieces = [comment + piece for comment, piece in zip(comments, pieces, strict=False)]
    front_matter = FrontMatter("".join(pieces) + comments[-1], newline)
    assume(front_matter.fault is None and len(front_matter.entries) == len(keys))
    return pieces, front_matter


def check_law(pieces, old, new, index, key):
    before, after = "".join(pieces[:index]), "".join(pieces[index + 1 :])
    after = old.raw[len(before) + len(pieces[index]) :]
    assert new.raw.startswith(before)
    assert new.raw.endswith(after)
    assert len(new.raw) >= len(before) + len(after)
    others = {name: value for name, value in old.values.items() if name != key}
    assert same({name: value for name, value in new.values.items() if name != key}, others)
    if old.newline == "\r\n":
        assert new.raw.count("\n") == new.raw.count("\r\n")


@given(front_matters(), st.data(), VALUES)
@settings(deadline=None, max_examples=400)
def test_an_edit_of_one_key_changes_the_lines_of_that_key_only(case, data, value):
    pieces, old = case
    index = data.draw(st.integers(0, len(pieces) - 1))
    key = old.entries[index].key
    try:
        new = old.with_value(key, value)
    except CannotSplice:
        assert "&" in old.raw or "|+" in old.raw or "!tag" in old.raw
        return
    got = new.values[key]
    if key in ("tags", "categories") and isinstance(got, str) and isinstance(value, list):
        got = got.split()
    assert same(got, value)
    check_law(pieces, old, new, index, key)


@given(front_matters(), st.data())
@settings(deadline=None, max_examples=200)
def test_a_removed_key_takes_nothing_else_along(case, data):
    pieces, old = case
    index = data.draw(st.integers(0, len(pieces) - 1))
    key = old.entries[index].key
    try:
        new = old.without(key)
    except CannotSplice:
        return
    assert key not in new.values
    check_law(pieces, old, new, index, key)


@given(front_matters(), VALUES, st.sampled_from(["subtitle", "author", "excerpt", "brand: new", "b"]))
@settings(deadline=None, max_examples=200)
def test_a_new_key_is_added_between_the_lines(case, value, key):
    _pieces, old = case
    try:
        new = old.with_value(key, value)
    except CannotSplice:
        assert "|+" in old.raw or "\t" in old.raw
        return
    assert same(new.values[key], value)
    assert same({name: each for name, each in new.values.items() if name != key}, old.values)
    assert same(new.without(key).values, old.values)


@given(front_matters(), st.sampled_from(KEYS), WORDS | st.text(alphabet="ab[]{},:#'\"&*!|> \n-", max_size=12))
@settings(deadline=None, max_examples=300)
def test_no_source_reaches_another_key(case, key, source):
    _pieces, old = case
    key = key.strip("'")
    try:
        new = old.with_source(key, source)
    except FrontMatterError:
        return
    assert same({k: v for k, v in new.values.items() if k != key}, {k: v for k, v in old.values.items() if k != key})
