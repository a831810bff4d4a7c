"""Broken front matter is told in a writer's words, at the place where the writer went wrong."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.errors import DuplicateKey
from editor.site.front_matter import FrontMatter

COLON = "a value with a colon needs quotes"
QUOTE = "a quote is not closed"
NO_COLON = "a line lacks its colon: it must be “key: value”"
GLUED = "a space is missing behind the colon"
TAB = "a tab cannot be used for indentation"
BACKSLASH = "a backslash in double quotes must be doubled; or use single quotes"
BEHIND_QUOTE = "text stands behind the closing quote; put quotes around all of it"
INDENTED = "this line is indented, but the value above it is complete; take away its spaces"
UNFIT = "this line does not fit: check its indentation, and the quotes of the line above"
LIST = "a list in brackets lacks a comma or its “]”"


def begins(character):
    return f"a value that begins with “{character}” needs quotes"


@pytest.mark.parametrize(
    ("raw", "line", "column", "reason"),
    [
        ("a: 1\ntitle: Big News: Steve\n", 2, 16, COLON),
        ("title: Steve:\nb: 2\n", 1, 13, COLON),
        ("title: “Big: News”\n", 1, 12, COLON),
        ("title: 🙂: x\n", 1, 9, COLON),
        ('title: "Big" News\n', 1, 14, BEHIND_QUOTE),
        ('title: "Big News": Steve\n', 1, 18, BEHIND_QUOTE),
        ("title: 'Big' News\n", 1, 14, BEHIND_QUOTE),
        ("title: 'It's here'\n", 1, 11, "an apostrophe in single quotes must be doubled; or use double quotes"),
        ('title: "Big\nb: 2\n', 1, 8, QUOTE),
        ('title: "Big\nauthor: "me"\n', 1, 8, QUOTE),
        ("a: 1\ntags:\n  - 'x\n  - y\nauthor: 'me'\n", 3, 5, QUOTE),
        ('excerpt: |\n  x: "y\ntitle: "Big" News\n', 3, 14, BEHIND_QUOTE),
        ("title: [Draft] my post\n", 1, 16, "text stands behind the “]”; a value that begins with “[” needs quotes"),
        ("title: {Draft} post\n", 1, 16, "text stands behind the “}”; a value that begins with “{” needs quotes"),
        ("title: {% include x %}\n", 1, 8, begins("{")),
        ("title: {{ page.x }} x\n", 1, 8, begins("{")),
        ("tags: [a, b\nb: 2\n", 1, 7, LIST),
        ('tags: ["a" b]\n', 1, 12, LIST),
        ("tags: [a b]]\n", 1, 12, "there is one “]” too many"),
        ("title: @steve says\n", 1, 8, begins("@")),
        ("title: `code` here\n", 1, 8, begins("`")),
        ("title: % of it\n", 1, 8, begins("%")),
        ("title: & more\n", 1, 8, begins("&")),
        ("title: *star*\n", 1, 8, begins("*")),
        ("title: **bold** text\n", 1, 8, begins("*")),
        ("b: 1\ntitle: *Big\n", 2, 8, "“*Big” repeats nothing; a value that begins with “*” needs quotes"),
        ("title: ? what\n", 1, 8, begins("? ")),
        ("title: - what\n", 1, 8, "a value that begins with “- ” needs quotes, or a line of its own"),
        ("title: > what\n", 1, 10, "what stands behind “|” or “>” must go on its own line, indented"),
        ("tags:\n  - *item*\n", 2, 5, begins("*")),
        ("tags:\n\t- a\n", 2, 1, TAB),
        ("a: 1\n\ttitle: x\n", 2, 1, TAB),
        ("a: 1\n title: x\n", 2, 2, INDENTED),
        ("seo:\n  title: x\n   y: z\n", 3, 4, INDENTED),
        ('path: "C:\\data"\n', 1, 10, BACKSLASH),
        ('path: "C:\\Users"\n', 1, 12, BACKSLASH),
        ("a: 1\ntitle:Big\nb: 2\n", 2, 7, GLUED),
        ("title:Big\nb: 2\n", 1, 7, GLUED),
        ("title Big\nb: 2\n", 1, 1, NO_COLON),
        ("a: 1\ntitle\n", 2, 1, NO_COLON),
        ("a: 1\ntitle = x\n", 2, 7, "a colon must stand in place of “=”"),
        ("a: 1\n// note\n", 2, 1, "a comment begins with “#”"),
        ("a: 1\n<!-- note -->\n", 2, 1, "a comment begins with “#”"),
        ("excerpt: |\ntext\nb: 2\n", 2, 1, "the text below “|” must be indented"),
        ("excerpt: >\n  text\n more\n", 3, 2, UNFIT),
        (
            "tags:\n  - a\n  b: c\n",
            3,
            3,
            "this line is no item of the list above it: it lacks “- ”, or its indentation is wrong",
        ),
        ("a: 1\n%TAG x\n", 2, 1, "a line that begins with “%” needs quotes"),
        (
            "<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\n",
            1,
            1,
            "a merge conflict is left here; keep one side, and remove the lines “<<<<<<<”, “=======” and “>>>>>>>”",
        ),
        ("a: 1\n...\nb: 2\n", 2, 1, "“...” would end the front matter here; remove this line"),
        ("a: 1\nb: \x07\n", 2, 4, "it holds a control character; remove it"),
        ("a: 1\r\ntitle: Big: News\r\n", 2, 11, COLON),
        ("\ufefftitle: Big: News\n", 1, 12, COLON),
    ],
)
def test_a_usual_mistake_is_named_at_its_place(raw, line, column, reason):
    fault = FrontMatter(raw).fault
    assert fault is not None
    assert (fault.line, fault.column, fault.facts["reason"]) == (line, column, reason)


@pytest.mark.parametrize(
    ("raw", "line", "column"),
    [("a: 1\na: 2\n", 2, 1), ("seo:\r\n  a: 1\r\n  a: 1\r\n", 3, 3), ("{a: 1, a: 2}\n", 1, 8)],
)
def test_a_key_that_stands_twice_is_told_with_line_and_column(raw, line, column):
    fault = FrontMatter(raw).fault
    assert isinstance(fault, DuplicateKey)
    assert (fault.line, fault.column) == (line, column)


LINES = st.sampled_from(
    [
        "a: 1",
        'b: "x',
        "c: 'it's'",
        "d: [x",
        "\te: 1",
        " f: 1",
        "g:h",
        "- i",
        "# j",
        "k: |",
        "  l: m: n",
        "o",
        "%",
        '"p: q',
        "",
    ]
)


@given(st.lists(LINES, max_size=8).map("\n".join) | st.text(alphabet="ab:-?[]{},&*!|>'\"%@ \n\r\t#<=", max_size=60))
@settings(deadline=None)
def test_every_fault_has_a_place_in_the_text(raw):
    fault = FrontMatter(raw).fault
    if fault is not None and fault.column is not None:
        lines = raw.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert 1 <= fault.line <= len(lines)
        assert 1 <= fault.column <= len(lines[fault.line - 1]) + 1
