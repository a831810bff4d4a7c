"""Code blocks, indented and fenced."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.kramdown.document import to_html
from editor.kramdown.options import JEKYLL_DEFAULTS

PLAIN = replace(JEKYLL_DEFAULTS, syntax_highlighter=None)
KRAMDOWN = replace(PLAIN, input="kramdown")


def _code(text: str, attributes: str = "") -> str:
    return f"<pre><code{attributes}>{text}</code></pre>\n"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("    a", _code("a\n")),
        ("\ta\n\t\tb", _code("a\n\tb\n")),
        ("    a\n\n\n    b", _code("a\n\n\nb\n")),
        ("    a\nb", _code("a b\n")),
        ("    a\n\nb", _code("a\n") + "\n<p>b</p>\n"),
        ("    a\n{: .b}", _code("a\n", "").replace("<pre>", '<pre class="b">')),
        ("    a\n{: .b", _code("a {: .b\n")),
        ("    a\n^\n    b", _code("a\n") + _code("b\n")),
    ],
)
def test_indented(text: str, html: str) -> None:
    assert to_html(text, PLAIN) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("```\na\n```", _code("a\n")),
        ("   ``` \na\n  ````", _code("a\n")),
        ("~~~~\na\n~~~\n~~~~~", _code("a\n~~~\n")),
        ("``` ruby\na\n```", _code("a\n", ' class="language-ruby"')),
        ("```ruby?a=1\na\n```", _code("a\n", ' class="language-ruby"')),
        ("````\na\n```", _code("a\n", ' class="language-`"')),
        ("```\n```", _code("\n")),
        ("```\n{: .a}\n```\n{: .b}", '<pre class="b"><code>{: .a}\n</code></pre>\n'),
        ("a\n```\nb\n```\nc", "<p>a</p>\n" + _code("b\n") + "<p>c</p>\n"),
        ("``` a b\nc\n```", "<p><code>a b\nc\n</code></p>\n"),
    ],
)
def test_fenced_in_gfm(text: str, html: str) -> None:
    assert to_html(text, PLAIN) == html


def test_kramdowns_fences_are_tildes_at_the_beginning_of_a_line() -> None:
    assert to_html("~~~ a\nb\n~~~", KRAMDOWN) == _code("b\n", ' class="language-a"')
    assert "<pre>" not in to_html(" ~~~\nb\n~~~", KRAMDOWN)
    assert "<pre>" not in to_html("```\nb\n```", KRAMDOWN)
