"""Block HTML is kept or read as Markdown, as kramdown does."""

from __future__ import annotations

import pytest

from editor.kramdown.document import to_html
from editor.kramdown.options import Options

CASES = [
    pytest.param(
        '<div class="a">\n*raw* <b>x</b>\n</div>\n',
        '<div class="a">\n*raw* <b>x</b>\n</div>\n',
        id="a block element is kept as it is",
    ),
    pytest.param(
        '<div markdown="1">\n*x*\n\n- a\n</div>\n',
        "<div>\n  <p><em>x</em></p>\n\n  <ul>\n    <li>a</li>\n  </ul>\n</div>\n",
        id="Markdown is read where the attribute asks for it",
    ),
    pytest.param(
        '<div markdown="span">\n*x*\n\n- a\n</div>\n',
        "<div>\n<em>x</em>\n\n- a\n</div>\n",
        id="an element takes Markdown as spans",
    ),
    pytest.param(
        '<p markdown="1">*x* <b>y</b></p>\n',
        "<p><em>x</em> <b>y</b></p>\n",
        id="spans only by their own content model",
    ),
    pytest.param(
        '<p markdown="block">*x*</p>\n',
        "<p>\n  <p><em>x</em>&lt;/p&gt;</p>\n</p>\n",
        id="blocks where the element would hold spans",
    ),
    pytest.param(
        '<div markdown="1">\n<div markdown="0">\n*x*\n</div>\n</div>\n',
        "<div>\n  <div>\n*x*\n</div>\n</div>\n",
        id="markdown=0 ends Markdown inside Markdown",
    ),
    pytest.param(
        '<div markdown="yes">\n*x*\n</div>\n',
        "<div>\n*x*\n</div>\n",
        id="an unknown value of markdown is dropped",
    ),
    pytest.param(
        '<table>\n<tr><td markdown="1">\n* a\n<p>*raw*</p>\n</td></tr>\n</table>\n',
        "<table>\n"
        "<tr><td>\n"
        "      <ul>\n"
        "        <li>a</li>\n"
        "      </ul>\n"
        "      <p>*raw*</p>\n"
        "    </td></tr>\n"
        "</table>\n",
        id="raw HTML holds Markdown which holds raw HTML",
    ),
    pytest.param(
        '<DIV ID=a>\n<Foo Bar="1">x</Foo></DIV>\n',
        '<div id="a">\n<Foo Bar="1">x</Foo></div>\n',
        id="known names become lower case, others stay",
    ),
    pytest.param(
        '<div class="a" id="b" class="c">x</div>\n',
        '<div class="c" id="b">x</div>\n',
        id="the last of two attributes counts",
    ),
    pytest.param(
        '<script>\nif (a < b && c) "*d*";\n</script>\n<style>\na > b {}\n</style>\n',
        '<script>\nif (a < b && c) "*d*";\n</script>\n\n<style>\na > b {}\n</style>\n\n',
        id="scripts and styles are not touched",
    ),
    pytest.param(
        '<script src="x" />\n*a*\n</script>\n',
        '<script src="x">\n*a*\n</script>\n\n',
        id="a script is never closed by its slash",
    ),
    pytest.param(
        "<hr />   *a*\n<div>x</div> b\n\nc\n",
        "<hr />\n<p><em>a</em></p>\n<div>x</div>\n<p>b</p>\n\n<p>c</p>\n",
        id="text after an element begins a block",
    ),
    pytest.param(
        "a\n\n</div>\n\n<p>x</i></p>\n",
        "<p>a</p>\n\n<p>&lt;/div&gt;</p>\n\n<p>x&lt;/i&gt;</p>\n",
        id="an end tag that closes nothing is text",
    ),
    pytest.param(
        "<div>\na\n\nb\n",
        "<div>\na\n\nb\n</div>\n",
        id="an unclosed element holds the rest",
    ),
    pytest.param(
        '<div markdown="1">\na\n\nb\n',
        "<div>\n  <p>a</p>\n\n  <p>b</p>\n</div>\n",
        id="unclosed Markdown holds the rest",
    ),
    pytest.param(
        "<!-- *a*\n\n-- b -->\ntext\n\n<div><!-- c --></div>\n",
        "<!-- *a*\n\n-- b -->\n<p>text</p>\n\n<div><!-- c --></div>\n",
        id="comments stand in blocks and in raw HTML",
    ),
    pytest.param(
        " <!-- a\nb -->\n",
        "<p><!-- a\nb --></p>\n",
        id="an indented comment belongs to a paragraph",
    ),
    pytest.param(
        "<!-- a\n\nb\n",
        "<p>&lt;!– a</p>\n\n<p>b</p>\n",
        id="a comment without an end is text",
    ),
    pytest.param(
        "<div>\n<?php a < b ?>\n</div>\n\n<? b ?>\n",
        "<div>\n<?php a < b ?>\n</div>\n\n<p>&lt;? b ?&gt;</p>\n",
        id="processing instructions stand in raw HTML alone",
    ),
    pytest.param(
        '<div><br><img src="a.png">x</div>\n<hr>\n',
        '<div><br /><img src="a.png" />x</div>\n<hr />\n\n',
        id="elements without a body need no end tag",
    ),
    pytest.param(
        "{: .a}\n<!-- b -->\n<div>c</div>\n{: #d}\n",
        '<!-- b -->\n<div class="a" id="d">c</div>\n',
        id="an IAL goes to the element, not to a comment",
    ),
    pytest.param(
        '<div>&amp; & < > &nbsp; "</div>\n',
        '<div>&amp; &amp; &lt; &gt; &nbsp; "</div>\n',
        id="references and signs of raw text are escaped as text is",
    ),
    pytest.param(
        "<b>a</b> c\n\n<code>d</code>\n",
        "<p><b>a</b> c</p>\n\n<p><code>d</code></p>\n",
        id="code in a line does not begin a block",
    ),
    pytest.param(
        '<div markdown="1">\n<pre>\n  a\n\n    b\n</pre>\n</div>\n',
        "<div>\n  <pre>\n  a\n\n    b\n</pre>\n</div>\n",
        id="pre keeps its white space",
    ),
    pytest.param(
        "    <div>\n",
        '<div class="language-plaintext highlighter-rouge"><div class="highlight">'
        '<pre class="highlight"><code>&lt;div&gt;\n'
        "</code></pre></div></div>\n",
        id="four spaces before a tag are code",
    ),
    pytest.param(
        '<div markdown="1">\na </div>\n</div>\n',
        "<div>\n  <p>a &lt;/div&gt;</p>\n</div>\n",
        id="an end tag ends its element at the line's beginning only",
    ),
    pytest.param(
        "a\n<div>b</div>\nc\n",
        "<p>a</p>\n<div>b</div>\n<p>c</p>\n",
        id="HTML ends the paragraph before it",
    ),
    pytest.param(
        '> <div>\n> a\n> </div>\n\n- <div markdown="1">\n  *b*\n  </div>\n',
        "<blockquote>\n"
        "  <div>\n"
        "a\n"
        "</div>\n"
        "</blockquote>\n"
        "\n"
        "<ul>\n"
        "  <li>\n"
        "    <div>\n"
        "      <p><em>b</em></p>\n"
        "    </div>\n"
        "  </li>\n"
        "</ul>\n",
        id="nested elements in quotes and lists",
    ),
    pytest.param(
        '<div\n  class="a\n  b"\n>x</div>\n',
        '<div class="a\n  b">x</div>\n',
        id="a tag may run over lines",
    ),
    pytest.param(
        "<div <div>\n\n<5>\n",
        "<p>&lt;div &lt;div&gt;</p>\n\n<p>&lt;5&gt;</p>\n",
        id="tags that are none are text",
    ),
]


@pytest.mark.parametrize(("text", "html"), CASES)
def test_it_is_written_as_kramdown_writes_it(text: str, html: str) -> None:
    assert to_html(text) == html


def test_the_option_reads_markdown_by_each_element_s_content_model() -> None:
    text = "<div>\n*a*\n<p>*b*</p>\n<pre>*c*</pre>\n</div>\n"
    html = "<div>\n  <p><em>a</em></p>\n  <p><em>b</em></p>\n  <pre>*c*</pre>\n</div>\n"
    assert to_html(text, Options(parse_block_html=True)) == html


@pytest.mark.parametrize("start_tag", ["<div>", '<div markdown="1">', "<p><div markdown='block'>"])
def test_nesting_has_no_bound(start_tag: str) -> None:
    html = to_html(f"{start_tag}\n" * 10_000 + "innermost\n")
    assert html.count("</div>") == 10_000
    assert "innermost" in html


@pytest.mark.parametrize(
    "text",
    ["<!--\n", "<div>\n<!--\n", "<div>\n<?\n", '<div class="\n', "<script>\n", "<p markdown='span'>\n", "<div>\n"],
)
def test_what_is_never_closed_is_read_once_however_often_it_begins(text: str) -> None:
    assert to_html(text * 20_000)


def test_cdata_is_text_since_version_2_5() -> None:
    text = "<div><![CDATA[a <b>\n]]></div>\n\nc <![CDATA[*d* <e>]]> f\n"
    assert to_html(text, Options(version="2.5")) == "<div>a &lt;b&gt;\n</div>\n\n<p>c *d* &lt;e&gt; f</p>\n"
    assert "CDATA" in to_html(text)
