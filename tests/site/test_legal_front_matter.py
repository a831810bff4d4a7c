"""Every legal form of front matter is read as Jekyll reads it, kept byte for byte, and edited in its own lines only."""

from __future__ import annotations

import pytest

from editor.errors import CannotSplice, DuplicateKey, FrontMatterError
from editor.site.front_matter import FrontMatter
from editor.site.post import Post
from editor.site.scalars import same

# Its name; the file; the path to edit and the value that stands there; the file when that value has become "new".
FORMS = [
    ("plain", "---\na: old\n---\nBody\n", ("a",), "old", "---\na: new\n---\nBody\n"),
    ("closed by dots", "---\na: old\n...\nBody\n", ("a",), "old", "---\na: new\n...\nBody\n"),
    ("spaces behind the fences", "--- \t \na: old\n---  \nBody", ("a",), "old", "--- \t \na: new\n---  \nBody"),
    ("a BOM", "\ufeff---\na: old\n---\n", ("a",), "old", "\ufeff---\na: new\n---\n"),
    ("CRLF", "---\r\na: old\r\nb: 1\r\n---\r\nBody\r\n", ("a",), "old", "---\r\na: new\r\nb: 1\r\n---\r\nBody\r\n"),
    ("mixed line ends", "---\na: old\r\nb: 1\n---\r\nx\ny\r\n", ("a",), "old", "---\na: new\r\nb: 1\n---\r\nx\ny\r\n"),
    ("CR within", "---\na: old\rb: 1\n---\n", ("b",), 1, "---\na: old\rb: new\n---\n"),
    ("none", "Body\n", ("a",), None, "---\na: new\n---\nBody\n"),
    ("none, CRLF", "Body\r\n", ("a",), None, "---\r\na: new\r\n---\r\nBody\r\n"),
    ("an empty file", "", ("a",), None, "---\na: new\n---\n"),
    ("an empty block", "---\n---\nBody\n", ("a",), None, "---\na: new\n---\nBody\n"),
    ("a block of blank lines", "---\n\n---\nBody\n", ("a",), None, "---\n\na: new\n---\nBody\n"),
    ("comments only", "---\n# later\n---\n", ("a", "b"), None, "---\n# later\na:\n  b: new\n---\n"),
    ("no body", "---\na: old\n---", ("a",), "old", "---\na: new\n---"),
    ("rulers in the body", "---\na: old\n---\n---\nb: 1\n---\n", ("a",), "old", "---\na: new\n---\n---\nb: 1\n---\n"),
    ("comments", "---\n# one\na: old # two\n# three\n---\n", ("a",), "old", "---\n# one\na: new # two\n# three\n---\n"),
    ("an anchor", "---\na: &x old\nb: 1\n---\n", ("a",), "old", "---\na: &x new\nb: 1\n---\n"),
    ("an alias", "---\na: &x old\nb: *x\n---\n", ("b",), "old", "---\na: &x old\nb: new\n---\n"),
    ("a merge", "---\nx: &x {a: 1}\ny:\n  <<: *x\n  b: old\n---\n", ("y", "b"), "old", None),
    (
        "nested maps",
        "---\na:\n    b: {c: [old]}\n---\n",
        ("a", "b", "c", 0),
        "old",
        "---\na:\n    b: {c: [new]}\n---\n",
    ),
    ("nested lists", "---\na:\n- - old\n  - 1\n---\n", ("a", 0, 0), "old", "---\na:\n- - new\n  - 1\n---\n"),
    ("a dash alone", "---\na:\n-\n  b: old\n---\n", ("a", 0, "b"), "old", "---\na:\n-\n  b: new\n---\n"),
    ("a literal", "---\na: | # why\n    old\nb: 1\n---\n", ("a",), "old\n", "---\na: |- # why\n    new\nb: 1\n---\n"),
    ("a folded text", "---\na: >-\n  old\n  text\n---\n", ("a",), "old text", "---\na: >-\n  new\n---\n"),
    ("an indentation mark", "---\na: |2-\n    old\n---\n", ("a",), "  old", "---\na: |-\n    new\n---\n"),
    ("kept line ends", "---\na: |+\n  old\n\nb: old\n---\n", ("b",), "old", "---\na: |+\n  old\n\nb: new\n---\n"),
    ("a tag", "---\na: !!str old\nb: 1\n---\n", ("b",), 1, "---\na: !!str old\nb: new\n---\n"),
    ("a tagged value", "---\na: !!str old\nb: 1\n---\n", ("a",), "old", "---\na: new\nb: 1\n---\n"),
    ("a flow list over lines", "---\na: [\n  1, # one\n  old,\n]\n---\n", ("a", 1), "old", None),
    (
        "a flow map over lines",
        "---\na: {b: 1,\n  c: old}\n---\n",
        ("a", "c"),
        "old",
        "---\na: {b: 1,\n  c: new}\n---\n",
    ),
    ("braces around all", "---\n{a: old, b: 1}\n---\n", ("a",), "old", "---\n{a: new, b: 1}\n---\n"),
    ("a quoted key", "---\n'a: b': old\n---\n", ("a: b",), "old", "---\n'a: b': new\n---\n"),
    ("a key with dots", "---\na.b: old\n---\n", ("a.b",), "old", "---\na.b: new\n---\n"),
    ("a number as key", "---\n2024: old\n---\n", ("2024",), "old", "---\n2024: new\n---\n"),
    ("a truth as key", "---\nyes: old\n1: a\n---\n", ("yes",), "old", "---\nyes: new\n1: a\n---\n"),
    ("a date as key", "---\n2024-01-05: old\n---\n", ("2024-01-05",), "old", "---\n2024-01-05: new\n---\n"),
    ("an explicit key beside", "---\n? [x, y]\n: 1\na: old\n---\n", ("a",), "old", "---\n? [x, y]\n: 1\na: new\n---\n"),
    ("the value below its key", "---\na:\n  old\nb: 1\n---\n", ("a",), "old", "---\na:\n  new\nb: 1\n---\n"),
    ("plain text over lines", "---\na: old\n  text\nb: 1\n---\n", ("a",), "old text", "---\na: new\nb: 1\n---\n"),
    ("quotes over lines", "---\na: 'old\n\n  text'\n---\n", ("a",), "old\ntext", "---\na: 'new'\n---\n"),
    ("tabs behind colons", "---\na:\told\t# x\n---\n", ("a",), "old", "---\na:\tnew\t# x\n---\n"),
    ("all keys indented", "---\n  a: old\n  b: 1\n---\n", ("a",), "old", "---\n  a: new\n  b: 1\n---\n"),
    ("spaces before a colon", "---\na : old\n---\n", ("a",), "old", "---\na : new\n---\n"),
    ("no-break spaces", "---\na: \u00a0old\u00a0\n---\n", ("a",), "\u00a0old\u00a0", "---\na: new\n---\n"),
    ("emoji before", "---\nb: 😀\na: old # 😀\n---\n", ("a",), "old", "---\nb: 😀\na: new # 😀\n---\n"),
    ("a line separator", "---\nb: 'x\u2028y'\na: old\n---\n", ("a",), "old", "---\nb: 'x\u2028y'\na: new\n---\n"),
    ("Liquid in quotes", "---\na: old\nb: '{{ x }}'\n---\n", ("a",), "old", "---\na: new\nb: '{{ x }}'\n---\n"),
]


@pytest.mark.parametrize(
    ("text", "path", "old", "expected"), [form[1:] for form in FORMS], ids=[form[0] for form in FORMS]
)
def test_every_form_is_read_kept_and_edited_in_place(text, path, old, expected):
    post = Post.from_bytes(text.encode())
    front_matter = post.front_matter or FrontMatter("", post.newline)
    assert front_matter.fault is None
    assert post.to_bytes() == text.encode()
    entry = front_matter.entry(path)
    assert same(entry.value if entry else None, old)
    edited = post.with_front_matter(front_matter.with_value(path, "new")).to_bytes().decode()
    assert edited == (text.replace("old", "new") if expected is None else expected)
    if old is None:
        return
    same_again = post.with_front_matter(front_matter.with_value(path, "x").with_value(path, old))
    assert Post.from_bytes(same_again.to_bytes()).front_matter.values == front_matter.values


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("an explicit key", "? a\n: old\nb: 1\n"),
        ("a list as key", "? [a, b]\n: old\n"),
        ("a value repeated elsewhere", "a: &x old\nb: *x\n"),
        ("a map merged elsewhere", "a: &x\n  k: old\nb:\n  <<: *x\n"),
        ("a merge", "a: &x {b: 1}\n<<: *x\n"),
    ],
)
def test_what_cannot_be_proved_is_refused_with_its_line(name, text):
    front_matter = FrontMatter(text)
    assert front_matter.fault is None
    path = ("<<",) if name == "a merge" else front_matter.entries[0].path
    with pytest.raises(CannotSplice) as caught:
        front_matter.with_value(path, "new")
    assert caught.value.line == 1


def test_a_key_that_stands_twice_is_a_fault_at_any_depth():
    for text, line in (("a: 1\nb: 2\na: 3\n", 3), ("a:\n  b: 1\n  'b': 2\n", 3), ("a: [{x: 1, x: 2}]\n", 1)):
        front_matter = FrontMatter(text)
        assert isinstance(front_matter.fault, DuplicateKey)
        assert front_matter.fault.line == line
        with pytest.raises(FrontMatterError):
            front_matter.with_value("c", 1)


@pytest.mark.parametrize(
    "data", [b"---\ntitle: caf\xe9\n---\nBody \xe9\n", b"---\ntitle: \xf0\x9f\x98\n---\n", b"\xff\xfe-\x00"]
)
def test_what_is_not_utf8_is_readable_and_not_rewritten(data):
    post = Post.from_bytes(data)
    assert post.encoding == "latin-1"
    assert post.to_bytes() == data
    assert post.front_matter is None or "title: " in post.front_matter.raw


# -- large --------------------------------------------------------------------------------------------------------
COUNT = 10_000
KEYS = "".join(f"key{index}: value {index} # why\n" for index in range(COUNT))
ITEMS = "first: 1\ntags:\n" + "".join(f"- item {index}\n" for index in range(COUNT)) + "last: 1\n"
LINES = "first: 1\npoem: |\n" + "".join(f"  line {index}\n" for index in range(COUNT)) + "last: 1\n"
MAPS = "gallery:\n" + "".join(f"  - image: {index}.jpg\n    caption: text {index}\n" for index in range(COUNT // 2))


@pytest.mark.parametrize(
    ("text", "path", "old", "new"),
    [
        (KEYS, ("key5000",), "key5000: value 5000 # why\n", "key5000: new # why\n"),
        (KEYS, ("more",), "", "more: new\n"),
        (ITEMS, ("tags", 7000), "- item 7000\n", "- new\n"),
        (ITEMS, ("tags", COUNT), "last: 1\n", "- new\nlast: 1\n"),
        (LINES, ("last",), "last: 1\n", "last: new\n"),
        (LINES, ("poem",), LINES[LINES.index("|") : LINES.index("last")], "|-\n  new\n"),
        (MAPS, ("gallery", 4999, "caption"), "caption: text 4999\n", "caption: new\n"),
    ],
    ids=[
        "a key of many",
        "one more key",
        "an item",
        "one more item",
        "behind a long text",
        "a long text",
        "a map of many",
    ],
)
def test_ten_thousand_lines_are_edited_in_place(text, path, old, new):
    edited = FrontMatter(text).with_value(path, "new")
    assert edited.raw == (text.replace(old, new) if old else text + new)
    assert same(FrontMatter(edited.raw).values, edited.values)
    assert edited.entry(path).value == "new"


@pytest.mark.parametrize("name", ["item {}", "alike"])
def test_a_list_of_ten_thousand_items_changes_where_it_differs(name):
    items = [name.format(index) for index in range(COUNT)]
    front_matter = FrontMatter("tags:\n" + "".join(f"  - {item} # why\n" for item in items))
    changed = ["first", *items[1:5000], "middle", *items[5000:-1], "last"]
    edited = front_matter.with_value("tags", changed)
    assert edited.values == {"tags": changed}
    assert edited.raw.count("# why") >= COUNT - 1


def test_every_other_of_ten_thousand_items_goes():
    items = [f"item {index}" for index in range(COUNT)]
    edited = FrontMatter(ITEMS).with_value("tags", items[::2])
    assert edited.values == {"first": 1, "tags": items[::2], "last": 1}
