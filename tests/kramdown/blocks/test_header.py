"""Headers: kramdown's, GFM's and GFM's with its quirk, underlined ones, ids in braces."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.kramdown.document import to_html
from editor.kramdown.options import JEKYLL_DEFAULTS

WITHOUT_IDS = replace(JEKYLL_DEFAULTS, auto_ids=False)
KRAMDOWN = replace(WITHOUT_IDS, input="kramdown")
WITHOUT_QUIRK = replace(WITHOUT_IDS, gfm_quirks=frozenset())


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("# a", "<h1>a</h1>\n"),
        ("####### a", "<p>####### a</p>\n"),
        ("#a", "<p>#a</p>\n"),
        ("# a ##", "<h1>a</h1>\n"),
        ("# a##", "<h1>a##</h1>\n"),
        ("# ##", "<h1>##</h1>\n"),
        ("a\n# b\nc", "<p>a</p>\n<h1>b</h1>\n<p>c</p>\n"),
        (" # a", "<p># a</p>\n"),
        ("# a {#b}", '<h1 id="b">a</h1>\n'),
        ("# a {#b} #", "<h1>a {#b}</h1>\n"),
        ("a\n===", "<h1>a</h1>\n"),
        ("a\n-", "<h2>a</h2>\n"),
        ("a {#b}\n--- ", '<h2 id="b">a</h2>\n'),
        ("a\nb\n---", "<p>a\nb\n—</p>\n"),
    ],
)
def test_gfm_with_its_quirk(text: str, html: str) -> None:
    assert to_html(text, WITHOUT_IDS) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("#a", "<h1>a</h1>\n"),
        ("# a##", "<h1>a</h1>\n"),
        ("# a \\##", "<h1>a #</h1>\n"),
        ("a\n# b", "<p>a\n# b</p>\n"),
        ("##", "<p>##</p>\n"),
        ("#\na\n", "<h1>\na</h1>\n"),
    ],
)
def test_kramdowns_own(text: str, html: str) -> None:
    assert to_html(text, KRAMDOWN) == html


def test_gfm_without_its_quirk_needs_a_block_boundary() -> None:
    assert to_html("a\n# b\n\n# c##", WITHOUT_QUIRK) == "<p>a\n# b</p>\n\n<h1>c</h1>\n"
