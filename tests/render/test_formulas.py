from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.render.formulas import mark_formulas


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        (r"<p>so \(x^2\) is</p>", r'<p>so <span class="formula">\(x^2\)</span> is</p>'),
        ("\\[x\n&amp;= y\\]\n", '<span class="formula display">\\[x\n&amp;= y\\]</span>\n'),
        (r"<p>\(a\) \(b\)</p>", r'<p><span class="formula">\(a\)</span> <span class="formula">\(b\)</span></p>'),
    ],
)
def test_a_formula_can_be_told_from_the_prose(html: str, marked: str):
    assert mark_formulas(html) == marked


@pytest.mark.parametrize(
    "html",
    [
        r"<p>no formula</p>",
        r"<pre><code>\(x\)</code></pre>",
        r"<p><code>\[x\]</code></p>",
        r"<p>\(never closed</p>",
        r"<p>\(across</p><p>blocks\)</p>",
        r'<p title="\(x\)">y</p>',
    ],
)
def test_what_mathjax_would_leave_alone_is_left_alone(html: str):
    assert mark_formulas(html) == html


@given(st.lists(st.sampled_from([r"\(", r"\)", r"\[", r"\]", "x", "<p>", "</p>", "<code>", "</code>", "<", ">"])))
def test_marking_only_adds_spans(pieces: list[str]):
    html = "".join(pieces)
    bare = mark_formulas(html)
    for tag in ('<span class="formula display">', '<span class="formula">', "</span>"):
        bare = bare.replace(tag, "")
    assert bare == html
