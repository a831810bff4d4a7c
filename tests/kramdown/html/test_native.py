"""HTML becomes native elements where that is asked for, as in kramdown."""

from __future__ import annotations

import pytest

from editor.kramdown.document import to_html
from editor.kramdown.options import Options

CASES = [
    pytest.param(
        '<p><em>a</em> <b>b</b> <i>c</i> <a href="d">e</a> <img src="f" /> g<br />h</p>\n',
        '<p><em>a</em> <strong>b</strong> <em>c</em> <a href="d">e</a> <img src="f" /> g<br />h</p>\n',
        id="emphasis, links, pictures and breaks are native",
    ),
    pytest.param(
        "<p><em> a</em> <b>b </b></p>\n",
        "<p><em> a</em> <b>b </b></p>\n",
        id="emphasis with white space at its ends stays HTML",
    ),
    pytest.param(
        '<a name="b">c</a>\n',
        '<p><a name="b">c</a></p>\n',
        id="a link without a target stays HTML",
    ),
    pytest.param(
        "<h2>A <em>header</em></h2>\n",
        '<h2 id="a-header">A <em>header</em></h2>\n',
        id="headers take an id",
    ),
    pytest.param(
        "<div>a <b>b</b><p>c</p> d </div>\n",
        "<div>\na <strong>b</strong>  <p>c</p>\n d\n</div>\n",
        id="text among blocks is wrapped",
    ),
    pytest.param(
        "<ul>\n<li>a</li> b\n<li><p>c</p></li>\n</ul>\n",
        "<ul>\n  <li>a</li>\n  <li>\n    <p>c</p>\n  </li>\n</ul>\n",
        id="lists lose the text between their items",
    ),
    pytest.param(
        "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n",
        "<dl>\n  <dt>a</dt>\n  <dd>b</dd>\n</dl>\n",
        id="definition lists are native",
    ),
    pytest.param(
        "<p>a &lt;   b\n&ldquo;c&rdquo; &mdash; &nosuch; &#8617; &#x41;</p>\n",
        "<p>a &lt; b “c” — &amp;nosuch; ↩ A</p>\n",
        id="entities and white space are read as in text",
    ),
    pytest.param(
        '<code>a &lt; &amp; b</code> <pre><code>x = 1\n</code></pre>\n\n<pre class="a">y\n</pre>\n',
        '<p><code class="language-plaintext highlighter-rouge">a &lt; &amp; b</code> &lt;pre&gt;<code '
        'class="language-plaintext highlighter-rouge">x = 1\n'
        "</code>&lt;/pre&gt;</p>\n"
        "\n"
        '<div class="language-plaintext a highlighter-rouge"><div class="highlight"><pre class="highlight"><code>y\n'
        "</code></pre></div></div>\n",
        id="code spans and code blocks lose their entities",
    ),
    pytest.param(
        "<table>\n"
        '<thead><tr><th style="text-align: right">a</th></tr></thead>\n'
        '<tbody><tr><td style="text-align: right">1</td></tr></tbody>\n'
        "</table>\n",
        "<table>\n"
        "  <thead>\n"
        "    <tr>\n"
        '      <th style="text-align: right">a</th>\n'
        "    </tr>\n"
        "  </thead>\n"
        "  <tbody>\n"
        "    <tr>\n"
        '      <td style="text-align: right">1</td>\n'
        "    </tr>\n"
        "  </tbody>\n"
        "</table>\n",
        id="simple tables are native, with their alignment",
    ),
    pytest.param(
        "<table><tr><td>a</td><td>b</td></tr></table>\n",
        "<table>\n  <tbody>\n    <tr>\n      <td>a</td>\n      <td>b</td>\n    </tr>\n  </tbody>\n</table>\n",
        id="a table of rows takes a body",
    ),
    pytest.param(
        "<table><tr><td><p>a</p></td></tr></table>\n",
        "<table><tr><td><p>a</p></td></tr></table>\n",
        id="a table with blocks in its cells stays HTML",
    ),
    pytest.param(
        "<table><tr><td>a</td></tr><tr><td>b</td><td>c</td></tr></table>\n",
        "<table><tr><td>a</td></tr><tr><td>b</td><td>c</td></tr></table>\n",
        id="a table with rows of other widths stays HTML",
    ),
    pytest.param(
        '<script type="math/tex; mode=display">% <![CDATA[\n'
        "a < b %]]></script>\n"
        "\n"
        'x <script type="math/tex">c</script>\n',
        "\\[a &lt; b\\]\n\n<p>x \\(c\\)</p>\n",
        id="scripts of mathematics are math",
    ),
    pytest.param(
        "<div><!-- a --><p>b <!-- c --></p></div>\n",
        "<div>\n  <!-- a -->\n  <p>b <!-- c --></p>\n</div>\n",
        id="comments stay where they are",
    ),
    pytest.param(
        "<textarea>a\n  b</textarea>\n",
        "<textarea>a\n  b</textarea>\n",
        id="text areas keep their white space",
    ),
    pytest.param(
        '<div markdown="1">\n*a*\n\n<p><b>c</b></p>\n</div>\n',
        "<div>\n  <p><em>a</em></p>\n\n  <p><strong>c</strong></p>\n</div>\n",
        id="Markdown inside is Markdown",
    ),
    pytest.param(
        '<foo bar="1"> a </foo>\n',
        '<foo bar="1"> a </foo>\n',
        id="unknown elements stay HTML",
    ),
]


@pytest.mark.parametrize(("text", "html"), CASES)
def test_it_is_written_as_kramdown_writes_it(text: str, html: str) -> None:
    assert to_html(text, Options(html_to_native=True)) == html


@pytest.mark.parametrize("tags", ["<div><p><em>", '<div markdown="1">\n', '<table><tr><td markdown="1">\n'])
def test_nesting_has_no_bound(tags: str) -> None:
    html = to_html(tags * 3_000 + "innermost\n", Options(html_to_native=True))
    assert "innermost" in html


def test_an_ial_before_what_becomes_native_is_lost() -> None:
    assert to_html("{: .a}\n<p>b</p>\n", Options(html_to_native=True)) == "<p>b</p>\n"
