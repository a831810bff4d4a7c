"""A repair is offered only where it is certain, and changes nothing but the broken line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.errors import InvalidValue
from editor.site.front_matter import FrontMatter
from editor.site.yaml_text.fixes import find_fix

QUOTES = "Put quotes around the value"


def fix_of(raw):
    fault = FrontMatter(raw).fault
    return None if fault is None else find_fix(raw, fault)


@pytest.mark.parametrize(
    ("broken", "fixed", "label"),
    [
        ("title: Big News: Steve", 'title: "Big News: Steve"', QUOTES),
        ('title: Big "News": Steve', "title: 'Big \"News\": Steve'", QUOTES),
        ('title: It\'s "Big": Steve', 'title: "It\'s \\"Big\\": Steve"', QUOTES),
        ("title: Steve:", 'title: "Steve:"', QUOTES),
        ("title: Big: News # a note", 'title: "Big: News" # a note', QUOTES),
        ("title: “Big: News”", 'title: "“Big: News”"', QUOTES),
        ("title:   Müsli: 🙂  ", 'title:   "Müsli: 🙂"  ', QUOTES),
        ('title: "Big" News', "title: '\"Big\" News'", QUOTES),
        ('title: "Big News": Steve', "title: '\"Big News\": Steve'", QUOTES),
        ("title: [Draft] my post", 'title: "[Draft] my post"', QUOTES),
        ("title: {Draft} post", 'title: "{Draft} post"', QUOTES),
        ("title: {% include x %}", 'title: "{% include x %}"', QUOTES),
        ("title: @steve says", 'title: "@steve says"', QUOTES),
        ("title: `code` here", 'title: "`code` here"', QUOTES),
        ("title: % of it", 'title: "% of it"', QUOTES),
        ("title: & more", 'title: "& more"', QUOTES),
        ("title: *star*", 'title: "*star*"', QUOTES),
        ("title: *Big", 'title: "*Big"', QUOTES),
        ("title: | what", 'title: "| what"', QUOTES),
        ("title: > what", 'title: "> what"', QUOTES),
        ("title: ? what", 'title: "? what"', QUOTES),
        ("title: - what", 'title: "- what"', QUOTES),
        ("tags:\n  - *item*\n  - b", 'tags:\n  - "*item*"\n  - b', QUOTES),
        ("seo:\n  title: A: b\n  c: d", 'seo:\n  title: "A: b"\n  c: d', QUOTES),
        ("gallery:\n  - src: x\n    text: A: b", 'gallery:\n  - src: x\n    text: "A: b"', QUOTES),
        ("tags:\n\t- a\n\t- b", "tags:\n  - a\n  - b", "Use spaces in place of tabs"),
        ("seo:\n\ta:\n\t\tb: c", "seo:\n  a:\n    b: c", "Use spaces in place of tabs"),
        ('path: "C:\\data"', 'path: "C:\\\\data"', "Double the backslash"),
        ('path: "say \\"C:\\data\\d\\""', 'path: "say \\"C:\\\\data\\\\d\\""', "Double the backslashes"),
        ("title: 'It's here'", "title: 'It''s here'", "Double the apostrophe"),
        ('title: "Big: News', 'title: "Big: News"', "Close the quote"),
        ("tags: [a, b", "tags: [a, b]", "Close the list"),
        ("title:Big", "title: Big", "Put a space behind the colon"),
        ("tags:[a, b]", "tags: [a, b]", "Put a space behind the colon"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_certain_repair_keeps_what_was_typed(broken, fixed, label, newline):
    before, behind = "layout: post # as ever\n", "author:  'me'\n"
    raw, wanted = ((before + text + "\n" + behind).replace("\n", newline) for text in (broken, fixed))
    fix = fix_of(raw)
    assert fix is not None
    assert (fix.raw, fix.label, fix.line) == (wanted, label, FrontMatter(raw).fault.line)
    assert FrontMatter(fix.raw).fault is None


@pytest.mark.parametrize(
    ("raw", "key", "value"),
    [
        ('title: It\'s "Big": \\o/ Steve\n', "title", 'It\'s "Big": \\o/ Steve'),
        ('title: "C:\\data \\"x\\""\n', "title", 'C:\\data "x"'),
        ('title: "Big\nauthor: "me"\n', "title", "Big"),
        ("title: 'It's here'\n", "title", "It's here"),
        ("title: a\tb: c\n", "title", "a\tb: c"),
    ],
)
def test_the_repaired_value_is_the_text_as_typed(raw, key, value):
    assert FrontMatter(fix_of(raw).raw).values[key] == value


def test_a_key_that_says_the_same_again_can_be_removed():
    fix = fix_of("a: 1\ntags: [x]\nb: 2\ntags:\n  - x\nc: 3\n")
    assert (fix.label, fix.raw, fix.line) == ("Remove the second “tags”", "a: 1\ntags: [x]\nb: 2\nc: 3\n", 4)
    assert fix_of("seo:\n  a: 1\n  a: 1\n").raw == "seo:\n  a: 1\n"
    assert fix_of("a: 1\r\na: 1").raw == "a: 1\r\n"


@pytest.mark.parametrize(
    "raw",
    [
        "a: 1\na: 2\n",
        "a: 1\na: 1 # but why\n",
        "a: [1]\na:\n# but why\n- 1\n",
        "a: 1\na: 1\na: 1\n",
        "{a: 1, a: 1}\n",
        "a: &x 1\nb: *x\na: &x 1\nc: *x\nb: 2\n",
        "a: 1\n---\nb: 2\n",
        "a: 1\n...\nb: 2\n",
        "a: b: c\nd: e: f\n",  # one repair is not enough
        "tags:\n  - a: b: c\n",  # a text, or a map?
        "title: Big: News #1\n",  # to YAML a comment, to the writer hardly
        "title: [Draft\n",
        "keywords: [a, b] c\n",
        'keywords: ["a" b]\n',
        "tags: a, b: c\n",
        'title: "Big "News" today"\n',
        "title: 'The boys' toys'\n",
        "title: 'Tis the season: joy\n",
        'title: "Big News”\n',
        'title: "Big # note\n',
        'path: "C:\\Users\\name"\n',  # `\n` may be a line end
        "date: 2025-01-01 10:00: x\n",
        "a: 1\n title: x\n",  # one line, or text that goes on?
        "description: long text\n  note: x\n",
        "a: 1\n\ttitle: x\n",
        "a:\n  - x\n\t- y\n",
        "\ttitle: x\n",
        "title: Big: News\n  goes on\n",
        "a: 1\nhttp://x.y\n",
        "a: 1\ntitle\n",
        "title:*Big\n",
        "just text\n",
        "- a\n",
        "a: b\x07: c\n",
        "a: " + "[" * 300 + "\n",
        "excerpt: |\ntext\nb: 2\n",
        "<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\n",
    ],
)
def test_where_another_meaning_is_possible_nothing_is_offered(raw):
    assert FrontMatter(raw).fault is not None
    assert fix_of(raw) is None


def test_a_value_that_was_given_from_outside_has_no_line_to_repair():
    assert find_fix("a: 1\n", InvalidValue(key="a", line=1, column=1, reason="no")) is None


def test_ten_thousand_lines_are_repaired_too():
    lines = "".join(f"key{number}: value {number}\n" for number in range(10_000))
    assert fix_of(lines + "title: Big: News\n").raw == lines + 'title: "Big: News"\n'
    assert fix_of("".join(f'key{number}: "value\n' for number in range(10_000))) is None


KEYS = st.sampled_from(["title", "tags", "seo", "a", "ä b"])
VALUES = st.text(alphabet="ab:-?[]{},&*!|>'\"%@` #\\\té", max_size=10) | st.sampled_from(
    ["A: b", '"A" b', "[a] b", "*a*", "@a", "'it's'", '"a', "[a, b", '"C:\\d"', "|", "x", "[a, b]"]
)
LINES = st.builds(
    "{}{}{}{}".format, st.sampled_from(["", "", "", "  ", "\t", "- "]), KEYS, st.sampled_from([": ", ":"]), VALUES
)


@given(st.lists(LINES | VALUES, min_size=1, max_size=6), st.sampled_from(["\n", "\r\n", "\r"]))
@settings(deadline=None, max_examples=400)
def test_a_repair_can_be_read_and_leaves_every_other_line_alone(lines, newline):
    raw = newline.join(lines) + newline
    fix = fix_of(raw)
    if fix is None:
        return
    fixed = FrontMatter(fix.raw)
    assert fixed.fault is None
    old, new = raw.split(newline), fix.raw.split(newline)
    if len(new) < len(old):
        first = fix.line - 1
        assert old[:first] + old[first + len(old) - len(new) :] == new
        return
    changed = [at for at, (one, other) in enumerate(zip(old, new, strict=True)) if one != other]
    if "tabs" in fix.label:
        assert all(old[at].replace("\t", "  ") == new[at].replace("\t", "  ") for at in changed)
    else:
        assert changed == [fix.line - 1]


@given(KEYS.filter(lambda key: key != "tags"), st.text(alphabet="ab:@*&%[]{}\"'` é🙂", min_size=1, max_size=12))
@settings(deadline=None, max_examples=400)
def test_quotes_give_the_very_text_that_stood_behind_the_colon(key, value):
    raw = f"layout: post\n{key}: {value}\nauthor: me\n"
    fix = fix_of(raw)
    if fix is not None and fix.label == QUOTES:
        assert FrontMatter(fix.raw).values == {"layout": "post", key: value.strip(), "author": "me"}
