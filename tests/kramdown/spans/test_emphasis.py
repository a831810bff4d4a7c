"""Emphasis begins at a word, ends at one, and does not stand in itself. The HTML is what kramdown 2.4 writes."""

from __future__ import annotations

import pytest

from editor.kramdown.document import to_html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*a* _b_ **c** __d__", "<p><em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong></p>\n"),
        ("***a***", "<p><strong><em>a</em></strong></p>\n"),
        ("***a** b*", "<p><em><strong>a</strong> b</em></p>\n"),
        ("*a **b***", "<p><em>a <strong>b</strong></em></p>\n"),
        ("**a *b* c**", "<p><strong>a <em>b</em> c</strong></p>\n"),
        ("_a __b__ c_", "<p><em>a <strong>b</strong> c</em></p>\n"),
    ],
)
def test_stars_and_underscores_emphasize(text: str, html: str) -> None:
    """A delimiter around words makes emphasis, two of them strong emphasis."""
    assert to_html(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("2 * 3 * 4", "<p>2 * 3 * 4</p>\n"),
        ("a_b_c", "<p>a_b_c</p>\n"),
        ("snake_case_name and _so_ on", "<p>snake_case_name and <em>so</em> on</p>\n"),
        ("well-_a_", "<p>well-_a_</p>\n"),
        ("*a *", "<p>*a *</p>\n"),
        ("**a **b", "<p>**a **b</p>\n"),
        ("un*believ*able", "<p>un<em>believ</em>able</p>\n"),
    ],
)
def test_spaces_and_words_keep_delimiters(text: str, html: str) -> None:
    """A delimiter before a space, or an underscore within a word, is text."""
    assert to_html(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*a", "<p>*a</p>\n"),
        ("**a *b*", "<p><em>*a *b</em></p>\n"),
        ("*a **b*", "<p><em>a **b</em></p>\n"),
        ("**a*", "<p><em>*a</em></p>\n"),
        ("_a *b_ c*", "<p><em>a *b</em> c*</p>\n"),
        ("*a [b*](u)", '<p>*a <a href="u">b*</a></p>\n'),
        ("*`a*`", '<p>*<code class="language-plaintext highlighter-rouge">a*</code></p>\n'),
    ],
)
def test_what_does_not_end_is_text(text: str, html: str) -> None:
    """Without an end a delimiter is text, and what follows is read anew."""
    assert to_html(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*a *b* c*", "<p><em>a *b</em> c*</p>\n"),
        ("*a <b>*c*</b> d*", "<p><em>a <b>*c*</b> d</em></p>\n"),
        ("**a [**b**](u)**", '<p><strong>a <a href="u">**b**</a></strong></p>\n'),
    ],
)
def test_emphasis_does_not_nest_in_itself(text: str, html: str) -> None:
    """The same kind of emphasis within another is text, however deep."""
    assert to_html(text) == html
