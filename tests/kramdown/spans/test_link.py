"""Links and images: their texts, targets, titles, definitions. The HTML is what kramdown 2.4 writes."""

from __future__ import annotations

import pytest

from editor.kramdown.document import to_html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[a](u)", '<p><a href="u">a</a></p>\n'),
        ('[a](u "t")', '<p><a href="u" title="t">a</a></p>\n'),
        ("[a](u 't\"t')", '<p><a href="u" title="t&quot;t">a</a></p>\n'),
        ("[a](<u v>)", '<p><a href="u v">a</a></p>\n'),
        ('[a](<u v> "t")', '<p><a href="u v" title="t">a</a></p>\n'),
        ("[a]( u )", '<p><a href="u">a</a></p>\n'),
        ("[a](b(c)d)", '<p><a href="b(c)d">a</a></p>\n'),
        ('[a](b(c "t")', '<p><a href="b(c" title="t">a</a></p>\n'),
        ('[a](u "t" "s")', '<p><a href="u" title="t&quot; &quot;s">a</a></p>\n'),
        ("[a]()", '<p><a href="">a</a></p>\n'),
        ('[a](u\n"t")', '<p><a href="u" title="t">a</a></p>\n'),
        ("[a](<u)", '<p><a href="&lt;u">a</a></p>\n'),
    ],
)
def test_targets_in_parentheses(text: str, html: str) -> None:
    """A target may have a title, parentheses, or angle brackets around it."""
    assert to_html(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[a [b] c](u)", '<p><a href="u">a [b] c</a></p>\n'),
        ("[`]`](u)", '<p><a href="u"><code class="language-plaintext highlighter-rouge">]</code></a></p>\n'),
        ("[![i](s)](u)", '<p><a href="u"><img src="s" alt="i" /></a></p>\n'),
        ("[a [b](v) c](u)", '<p><a href="u">a [b](v) c</a></p>\n'),
        ("[*a*](u)", '<p><a href="u"><em>a</em></a></p>\n'),
        ("![a *b* [c]](s)", '<p><img src="s" alt="a *b* [c]" /></p>\n'),
        ("![a\\]b](s)", '<p><img src="s" alt="a]b" /></p>\n'),
        ("![a ![b](t) c](s)", '<p><img src="s" alt="a ![b](t) c" /></p>\n'),
        ("[a](", "<p>[a](</p>\n"),
        ("[a", "<p>[a</p>\n"),
        ("[a [b](u)", '<p>[a <a href="u">b</a></p>\n'),
        ("![a", "<p>![a</p>\n"),
    ],
)
def test_texts_hold_brackets_code_and_images(text: str, html: str) -> None:
    """A text ends at the bracket that closes it; images and code may stand in it, links may not."""
    assert to_html(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ('[a][Foo  bar]\n\n[foo bar]: /u "t"', '<p><a href="/u" title="t">a</a></p>\n\n'),
        ("[Foo\nbar]\n\n[foo bar]: /u", '<p><a href="/u">Foo\nbar</a></p>\n\n'),
        ("[foo bar][]\n\n[foo bar]: /u", '<p><a href="/u">foo bar</a></p>\n\n'),
        ("[a] [b]\n\n[b]: /u", '<p><a href="/u">a</a></p>\n\n'),
        ("[a][c] [b]\n\n[b]: /u", '<p>[a]<a href="/u">c</a></p>\n\n'),
        ("![a][b]{:.x}\n\n[b]: /u\n{:.y}", '<p><img class="y x" src="/u" alt="a" /></p>\n\n'),
        ("[a*]\n\n[a*]: /u", '<p><a href="/u">a*</a></p>\n\n'),
        ("[\\*]\n\n[*]: /u", '<p><a href="/u">*</a></p>\n\n'),
    ],
)
def test_definitions_are_found_by_id(text: str, html: str) -> None:
    """An id is compared without regard to case and white space; without one the text is the id."""
    assert to_html(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<http://a.b/c?d=1&e=2>", '<p><a href="http://a.b/c?d=1&amp;e=2">http://a.b/c?d=1&amp;e=2</a></p>\n'),
        ("<mailto:a@b.c>", '<p><a href="mailto:a@b.c">a@b.c</a></p>\n'),
        ("<a.b-c_d@e.f>", '<p><a href="mailto:a.b-c_d@e.f">a.b-c_d@e.f</a></p>\n'),
        ("<ftp://x y>", '<p><a href="ftp://x y">ftp://x y</a></p>\n'),
        ("<http://x", "<p>&lt;http://x</p>\n"),
        ("<foo:bar>", "<foo:bar>\n</foo:bar>\n"),
    ],
)
def test_autolinks(text: str, html: str) -> None:
    """An address in angle brackets is a link."""
    assert to_html(text) == html
