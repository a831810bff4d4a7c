"""Elements are laid out as kramdown lays them out: line breaks and indentation included."""

from __future__ import annotations

import pytest

from editor.kramdown.document import to_html
from editor.kramdown.options import Options


def lines(*each: str) -> str:
    """Lines of text, the last one ended as well."""
    return "".join(f"{line}\n" for line in each)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param("* a\n* b", lines("<ul>", "  <li>a</li>", "  <li>b</li>", "</ul>"), id="tight list"),
        pytest.param(
            "* a\n\n* b",
            lines("<ul>", "  <li>", "    <p>a</p>", "  </li>", "  <li>", "    <p>b</p>", "  </li>", "</ul>"),
            id="loose list",
        ),
        pytest.param(
            "* a\n  * b",
            lines("<ul>", "  <li>a", "    <ul>", "      <li>b</li>", "    </ul>", "  </li>", "</ul>"),
            id="list in a tight item",
        ),
        pytest.param(
            "> > a", lines("<blockquote>", "  <blockquote>", "    <p>a</p>", "  </blockquote>", "</blockquote>")
        ),
        pytest.param("t\n: d", lines("<dl>", "  <dt>t</dt>", "  <dd>d</dd>", "</dl>"), id="definition"),
        pytest.param("a\n\n\n\nb", lines("<p>a</p>", "", "<p>b</p>"), id="blank lines are one"),
        pytest.param("* * *\n{:.x}", '<hr class="x" />\n', id="rule"),
        pytest.param(
            "|a||\n|:-:|--|\n|b|c|\n{:.t}",
            lines(
                '<table class="t">',
                "  <thead>",
                "    <tr>",
                '      <th style="text-align: center">a</th>',
                "      <th>\u00a0</th>",
                "    </tr>",
                "  </thead>",
                "  <tbody>",
                "    <tr>",
                '      <td style="text-align: center">b</td>',
                "      <td>c</td>",
                "    </tr>",
                "  </tbody>",
                "</table>",
            ),
            id="table with an empty cell",
        ),
        pytest.param(
            "![a b](c 'd'){:standalone .e}",
            lines(
                '<figure class="e">',
                '  <img src="c" alt="a b" title="d" />',
                "  <figcaption>a b</figcaption>",
                "</figure>",
            ),
            id="standalone image",
        ),
    ],
)
def test_blocks(text: str, html: str) -> None:
    assert to_html(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<div>\n  <b>a</b> & b\n</div>", "<div>\n  <b>a</b> &amp; b\n</div>\n"),
        ('<div markdown="1">\na\n</div>', "<div>\n  <p>a</p>\n</div>\n"),
        ('<div markdown="1">\n</div>', "<div></div>\n"),
        ("<br>", "<p><br /></p>\n"),
        ("<hr />\n", "<hr />\n\n"),
        ("a <em></em> <b>", "<p>a <em></em> <b></b></p>\n"),
        ("<!-- a -->\n\nb <!-- c -->", "<!-- a -->\n\n<p>b <!-- c --></p>\n"),
        ("{::comment}\na\n{:/}", "<!-- a -->\n"),
        ("{::nomarkdown}\n<x>\n{:/}", "<x>\n"),
        ('{::nomarkdown type="latex"}\n<x>\n{:/}', ""),
    ],
)
def test_html_comments_and_raw_text(text: str, html: str) -> None:
    assert to_html(text) == html


def test_terms_have_ids_where_the_list_asks_for_them() -> None:
    html = to_html("A *term*\n: d\n\nother\n: d\n{:auto_ids-pre-}")
    assert '<dt id="pre-a-term">A <em>term</em></dt>' in html
    assert '<dt id="pre-other">other</dt>' in html


def test_attributes_keep_their_order_and_their_references() -> None:
    html = to_html('a\n{: title="1 < 2 & &copy; \\"q\\"" id="" .b}')
    assert html == '<p title="1 &lt; 2 &amp; &copy; &quot;q&quot;" class="b">a</p>\n'


def test_abbreviations_have_the_attributes_of_their_definition() -> None:
    html = to_html("HTML CSS\n\n*[HTML]: Hyper & text\n{:.c}\n*[CSS]:\n")
    assert html == '<p><abbr class="c" title="Hyper &amp; text">HTML</abbr> <abbr>CSS</abbr></p>\n\n'


def test_abbreviations_of_several_words_may_be_broken_since_version_2_5() -> None:
    text = "a foo\nbar foo\u00a0bar\n\n*[foo bar]: x"
    assert "<abbr" not in to_html(text)
    html = to_html(text, Options(version="2.5"))
    assert html == '<p>a <abbr title="x">foo\nbar</abbr> <abbr title="x">foo\u00a0bar</abbr></p>\n\n'


def test_headers_are_moved_by_the_offset() -> None:
    options = Options(header_offset=2, auto_ids=False)
    assert to_html("# a\n\n##### b", options) == "<h3>a</h3>\n\n<h6>b</h6>\n"


def test_line_breaks_between_cjk_characters_go_where_asked_for() -> None:
    options = Options(remove_line_breaks_for_cjk=True)
    assert to_html("日本\n語\nかな\nx\n漢", options) == "<p>日本語かな\nx\n漢</p>\n"
