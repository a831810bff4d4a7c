"""Paragraphs: where they end in each dialect, what is joined to them, what is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.kramdown.document import to_html
from editor.kramdown.options import JEKYLL_DEFAULTS

KRAMDOWN = replace(JEKYLL_DEFAULTS, input="kramdown")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a\n  b\n", "<p>a\n  b</p>\n"),
        ("  a", "<p>a</p>\n"),
        ("a\n    b", "<p>a\n    b</p>\n"),
        ("a\n* b", "<p>a</p>\n<ul>\n  <li>b</li>\n</ul>\n"),
        ("a\n> b", "<p>a</p>\n<blockquote>\n  <p>b</p>\n</blockquote>\n"),
        ("a\n^\nb", "<p>a</p>\n<p>b</p>\n"),
        ("a\n<div>b</div>", "<p>a</p>\n<div>b</div>\n"),
        ("a\n<b>b</b>", "<p>a\n<b>b</b></p>\n"),
        ("a\n{: .b\nc", "<p>a\n{: .b\nc</p>\n"),
        ("a\n{: .b}\nc", '<p class="b">a</p>\n<p>c</p>\n'),
    ],
)
def test_a_paragraph_ends_where_another_block_begins(text: str, html: str) -> None:
    assert to_html(text) == html


def test_kramdowns_paragraphs_are_lazier() -> None:
    assert to_html("a\n* b\n> c\n# d", KRAMDOWN) == "<p>a\n* b\n&gt; c\n# d</p>\n"


@pytest.mark.parametrize("fence", ["```", "~~~"])
def test_a_fence_that_nothing_closes_belongs_to_the_paragraph(fence: str) -> None:
    assert to_html(f"a\n{fence} b c\nd").startswith("<p>a\n")


def test_a_hard_break_stays_where_lines_are_joined() -> None:
    assert to_html("a  \n``` b c\nd") == "<p>a<br />\n``` b c\nd</p>\n"


def test_a_line_after_spaces_and_a_tab_is_no_block() -> None:
    assert to_html("  \ta\nb") == "  \ta\n<p>b</p>\n"
