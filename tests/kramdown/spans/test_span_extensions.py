"""Span IALs and extensions. The HTML is what kramdown 2.4 writes."""

from __future__ import annotations

import pytest

from editor.kramdown.document import to_html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ('*a*{:.b #c d="e"}', '<p><em class="b" id="c" d="e">a</em></p>\n'),
        ("*a*{:.b}{:.c}", '<p><em class="b c">a</em></p>\n'),
        ("`a`{:.b}", '<p><code class="language-plaintext b highlighter-rouge">a</code></p>\n'),
        ("*a* {:.b}", "<p><em>a</em> {:.b}</p>\n"),
        ("a{:.b}", "<p>a{:.b}</p>\n"),
        ('*a*{:x}\n\n{:x: .y title="z"}', '<p><em class="y" title="z">a</em></p>\n\n'),
        ('*a*{: .b title="x\\}y"}', '<p><em class="b" title="x}y">a</em></p>\n'),
        ("*a*{:", "<p><em>a</em>{:</p>\n"),
    ],
)
def test_attributes_go_to_the_element_before(text: str, html: str) -> None:
    """An IAL right after an element gives it attributes; after text it is text."""
    assert to_html(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a {::comment}b{:/comment} c", "<p>a <!-- b --> c</p>\n"),
        ("a {::comment}b{:/} c", "<p>a <!-- b --> c</p>\n"),
        ("{::nomarkdown}<b>*a*</b>{:/} b", "<p><b>*a*</b> b</p>\n"),
        ('x {::nomarkdown type="latex"}a{:/} b', "<p>x  b</p>\n"),
        ("a {::comment /} b", "<p>a  b</p>\n"),
        ("a {::foo}b{:/foo}", "<p>a {::foo}b{:/foo}</p>\n"),
        ("a {:/comment} b", "<p>a {:/comment} b</p>\n"),
        ("a {::comment}b", "<p>a {::comment}b</p>\n"),
    ],
)
def test_extensions_in_a_line(text: str, html: str) -> None:
    """Comments, raw text; what is no extension is text."""
    assert to_html(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a[^1]", "<p>a[^1]</p>\n"),
        ("[^a b] [^]", "<p>[^a b] [^]</p>\n"),
    ],
)
def test_footnote_markers_need_a_definition(text: str, html: str) -> None:
    """A marker without a definition is text."""
    assert to_html(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("&copy; &#169; &#xA9; &amp; &lt;", "<p>© © © &amp; &lt;</p>\n"),
        ("&nosuch; & &;", "<p>&amp;nosuch; &amp; &amp;;</p>\n"),
        ("AT&T &auml", "<p>AT&amp;T &amp;auml</p>\n"),
    ],
)
def test_entities(text: str, html: str) -> None:
    """Known entities become characters; others are text."""
    assert to_html(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a $$x_1 * 2$$ b", "<p>a \\(x_1 * 2\\) b</p>\n"),
        ("a $$ x", "<p>a $$ x</p>\n"),
        ("$5 and $6", "<p>$5 and $6</p>\n"),
        ("\\$$x$$", "<p>\\(x\\)</p>\n"),
    ],
)
def test_math(text: str, html: str) -> None:
    """Two dollar signs hold a formula."""
    assert to_html(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a  \nb", "<p>a<br />\nb</p>\n"),
        ("a   \nb", "<p>a <br />\nb</p>\n"),
        ("a\\\\\nb", "<p>a<br />\nb</p>\n"),
        ("a\\\nb", "<p>a<br />\nb</p>\n"),
        ("a \nb", "<p>a \nb</p>\n"),
    ],
)
def test_line_breaks(text: str, html: str) -> None:
    """Two spaces, two backslashes, or one, at the end of a line."""
    assert to_html(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("\\*a\\* \\_b\\_ \\`c\\` \\[d\\] \\~~e~~ \\\\ \\a", "<p>*a* _b_ `c` [d] ~~e~~ \\ \\a</p>\n"),
        ("\\<b> \\&amp;", "<p>&lt;b&gt; \\&amp;</p>\n"),
    ],
)
def test_escapes(text: str, html: str) -> None:
    """A backslash takes the meaning from the character after it."""
    assert to_html(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("~~a *b*~~", "<p><del>a <em>b</em></del></p>\n"),
        ("~~ a~~", "<p>~~ a~~</p>\n"),
        ("~~a", "<p>~~a</p>\n"),
        ("*~~a~~*", "<p><em><del>a</del></em></p>\n"),
        ("~~a*~~*", "<p><del>a*</del>*</p>\n"),
        ("~~~a~~", "<p>~<del>a</del></p>\n"),
    ],
)
def test_strikethrough(text: str, html: str) -> None:
    """Two tildes around text."""
    assert to_html(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            "HTML and XHTML, (HTML) HTMLs\n\n*[HTML]: H",
            '<p><abbr title="H">HTML</abbr> and XHTML, (<abbr title="H">HTML</abbr>) HTMLs</p>\n\n',
        ),
        (
            "*HTML* [HTML](u)\n\n*[HTML]: H",
            '<p><em><abbr title="H">HTML</abbr></em> <a href="u"><abbr title="H">HTML</abbr></a></p>\n\n',
        ),
        ("a.b A.B\n\n*[A.B]: x", '<p>a.b <abbr title="x">A.B</abbr></p>\n\n'),
        ('"HTML5"\n\n*[HTML]: a\n*[HTML5]: b', '<p>“<abbr title="b">HTML5</abbr>”</p>\n\n'),
        ("\n\nHTML\n\n*[HTML]: H\n{:.x}", '\n<p><abbr class="x" title="H">HTML</abbr></p>\n\n'),
    ],
)
def test_abbreviations_stand_alone(text: str, html: str) -> None:
    """An abbreviation is a word by itself, or several."""
    assert to_html(text) == html
