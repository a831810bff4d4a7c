"""Code spans end at as many backticks as they began with. The HTML is what kramdown 2.4 writes."""

from __future__ import annotations

import pytest

from editor.kramdown.document import to_html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ('`*b* "c"`', '<p><code class="language-plaintext highlighter-rouge">*b* "c"</code></p>\n'),
        ("`` a`b ``", '<p><code class="language-plaintext highlighter-rouge">a`b</code></p>\n'),
        ("``  a  ``", '<p><code class="language-plaintext highlighter-rouge"> a </code></p>\n'),
        ("`<a>`", '<p><code class="language-plaintext highlighter-rouge">&lt;a&gt;</code></p>\n'),
        ("`&amp;`", '<p><code class="language-plaintext highlighter-rouge">&amp;amp;</code></p>\n'),
    ],
)
def test_code_is_as_typed(text: str, html: str) -> None:
    """Nothing is read within code; one space at each end of longer delimiters goes."""
    assert to_html(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("`a", "<p>`a</p>\n"),
        ("a ` b ` c", "<p>a ` b ` c</p>\n"),
        ("``a`", "<p>``a`</p>\n"),
        ("` a`", "<p>` a`</p>\n"),
    ],
)
def test_backticks_without_an_end_are_text(text: str, html: str) -> None:
    """A run without its like is text, as is a single backtick between spaces."""
    assert to_html(text) == html
