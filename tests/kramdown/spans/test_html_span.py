"""HTML in a line. The HTML is what kramdown 2.4 writes."""

from __future__ import annotations

import pytest

from editor.kramdown.document import to_html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<b>*a*</b>", "<p><b><em>a</em></b></p>\n"),
        ("<code>*a*</code>", "<p><code>*a*</code></p>\n"),
        ('<span markdown="0">*a*</span>', "<p><span>*a*</span></p>\n"),
        (
            '<code markdown="1">*a*</code> <code markdown="span">*a*</code>',
            "<p><code>*a*</code> <code><em>a</em></code></p>\n",
        ),
        ('<B CLASS="x">a</B>', '<p><b class="x">a</b></p>\n'),
        ("<my-tag>*a*</my-tag>", "<my-tag>*a*</my-tag>\n"),
        ('<a href="x\ny">a</a>', '<p><a href="x y">a</a></p>\n'),
    ],
)
def test_elements_hold_spans(text: str, html: str) -> None:
    """What stands in a span-level element is read; in code, script and the like it is not."""
    assert to_html(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<b>a *b*", "<p><b>a <em>b</em></b></p>\n"),
        ("a</b>", "<p>a&lt;/b&gt;</p>\n"),
        ("<b>*a</b>*", "<p><b><em>a&lt;/b&gt;</em></b></p>\n"),
        ('<br> <br/> <img src="a">', '<p><br /> <br /> <img src="a" /></p>\n'),
        ("a <div>b</div> c", "<p>a &lt;div&gt;b&lt;/div&gt; c</p>\n"),
    ],
)
def test_what_is_not_closed_goes_to_the_end(text: str, html: str) -> None:
    """An element without its end tag takes the rest; an end tag alone is text."""
    assert to_html(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a <!-- *b* --> c", "<p>a <!-- *b* --> c</p>\n"),
        ("a <!-- b", "<p>a &lt;!– b</p>\n"),
        ("a < b > c", "<p>a &lt; b &gt; c</p>\n"),
        ("a <- b", "<p>a &lt;- b</p>\n"),
    ],
)
def test_comments_stay(text: str, html: str) -> None:
    """A comment is kept; an unfinished one is text."""
    assert to_html(text) == html
