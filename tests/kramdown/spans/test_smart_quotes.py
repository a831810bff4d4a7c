"""Quotation marks and typographic symbols. The HTML is what kramdown 2.4 writes."""

from __future__ import annotations

import pytest

from editor.kramdown.document import to_html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("\"a\" and 'b'", "<p>“a” and ‘b’</p>\n"),
        ("don't", "<p>don’t</p>\n"),
        ("the '80s", "<p>the ’80s</p>\n"),
        ("\"'Quoted' words in a larger quote.\"", "<p>“‘Quoted’ words in a larger quote.”</p>\n"),
        ('*"a"*', "<p><em>“a”</em></p>\n"),
        ("<i>Custer</i>'s Last Stand", "<p><i>Custer</i>’s Last Stand</p>\n"),
        ('("a")', "<p>(“a”)</p>\n"),
        ('"a," he said', "<p>“a,” he said</p>\n"),
        ('a "*b*" c', "<p>a “<em>b</em>” c</p>\n"),
        ('\\"a\\"', '<p>"a"</p>\n'),
        ('a"', "<p>a”</p>\n"),
        ("5' 6\"", "<p>5’ 6”</p>\n"),
        ('"', "<p>”</p>\n"),
        ('`a`"b"', '<p><code class="language-plaintext highlighter-rouge">a</code>“b”</p>\n'),
    ],
)
def test_marks_turn_by_their_neighbours(text: str, html: str) -> None:
    """The characters around a quotation mark say which form it takes."""
    assert to_html(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a -- b --- c ... d", "<p>a – b — c … d</p>\n"),
        ("<< a >>", "<p>« a »</p>\n"),
        ("<<a>>", "<p>«a»</p>\n"),
        ("\\<<a\\>>", "<p>&lt;&lt;a&gt;&gt;</p>\n"),
        ("a....b", "<p>a….b</p>\n"),
        ("a---->b", "<p>a—-&gt;b</p>\n"),
    ],
)
def test_symbols(text: str, html: str) -> None:
    """Dashes, dots and angle quotation marks."""
    assert to_html(text) == html
