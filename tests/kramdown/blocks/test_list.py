"""Lists: what belongs to an item, tight and loose ones, what ends them, task lists, definition lists."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.kramdown.document import to_html
from editor.kramdown.options import JEKYLL_DEFAULTS

BOX = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" />'
CHECKED_BOX = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" checked="checked" />'


def _list(*items: str) -> str:
    return "<ul>\n" + "".join(f"  <li>{item}</li>\n" for item in items) + "</ul>\n"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("* a\n+ b\n- c", _list("a", "b", "c")),
        ("* a\nb", _list("a\nb")),
        ("*\ta\n    b", _list("a\nb")),
        ("* a\n# b", _list('a\n    <h1 id="b">b</h1>\n  ')),
        ("* a\n* ", "<ul>\n  <li>a</li>\n  <li></li>\n</ul>\n"),
        ("* a\n^\n* b", _list("a") + _list("b")),
        ("* a\n{: .x}\n* b", '<ul class="x">\n  <li>a</li>\n</ul>\n' + _list("b")),
        ("* {: .x} a", '<ul>\n  <li class="x">a</li>\n</ul>\n'),
        ("* a\n\nb", _list("a") + "\n<p>b</p>\n"),
        ("* a\n\n* * *", _list("a") + "\n<hr />\n"),
        ("3. a\n1. b", "<ol>\n  <li>a</li>\n  <li>b</li>\n</ol>\n"),
    ],
)
def test_an_item_takes_lazy_and_indented_lines(text: str, html: str) -> None:
    assert to_html(text) == html


def test_items_are_loose_where_a_blank_line_follows_their_paragraph() -> None:
    assert to_html("* a\n\n* b") == "<ul>\n  <li>\n    <p>a</p>\n  </li>\n  <li>\n    <p>b</p>\n  </li>\n</ul>\n"
    assert to_html("* a\n* b\n\n  c") == _list("a", "\n    <p>b</p>\n\n    <p>c</p>\n  ")


@pytest.mark.parametrize(
    "text",
    ["* a\n  * b\n", "* a\n\t* b\n", "* a\n    * b\n", "-   a\n    - b\n"],
)
def test_lists_nest_by_the_column_of_the_content(text: str) -> None:
    assert to_html(text) == _list("a\n    <ul>\n      <li>b</li>\n    </ul>\n  ")


def test_a_marker_before_the_column_of_the_content_begins_a_further_item() -> None:
    assert to_html("* a\n * b\n") == _list("a", "b")


def test_tasks_have_boxes() -> None:
    items = f'  <li class="task-list-item">{BOX}a</li>\n  <li class="task-list-item">{CHECKED_BOX}b</li>\n'
    assert to_html("* [ ] a\n* [X] b") == f'<ul class="task-list">\n{items}</ul>\n'
    assert "checkbox" not in to_html("* [ ] a", replace(JEKYLL_DEFAULTS, input="kramdown"))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a\n: b", "<dl>\n  <dt>a</dt>\n  <dd>b</dd>\n</dl>\n"),
        ("a\nb\n: c\n: d", "<dl>\n  <dt>a</dt>\n  <dt>b</dt>\n  <dd>c</dd>\n  <dd>d</dd>\n</dl>\n"),
        ("a\n\n: b", "<dl>\n  <dt>a</dt>\n  <dd>\n    <p>b</p>\n  </dd>\n</dl>\n"),
        ("{: .x} a\n: {: .y} b", '<dl>\n  <dt class="x">a</dt>\n  <dd class="y">b</dd>\n</dl>\n'),
        ("a\n: b\n\nc\n: d", "<dl>\n  <dt>a</dt>\n  <dd>b</dd>\n  <dt>c</dt>\n  <dd>d</dd>\n</dl>\n"),
        (": a", "<p>: a</p>\n"),
        ("# a\n: b", '<h1 id="a">a</h1>\n<p>: b</p>\n'),
    ],
)
def test_the_lines_of_a_paragraph_become_terms(text: str, html: str) -> None:
    assert to_html(text) == html
