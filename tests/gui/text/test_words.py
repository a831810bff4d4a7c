"""Words are counted as a reader meets them: without markup, Chinese and Japanese by character."""

from __future__ import annotations

import pytest

from editor.gui.text.words import count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("One two  three\nfour.", 4),
        ("It’s a well-known fact, isn't it?", 6),
        ("**bold** and _italic_ `code`", 4),
        ("# Heading\n\n- item one\n- [ ] item two", 5),
        ("[the text](https://example.org/a/b) after", 3),
        ("![an image](/assets/a.jpg){: .wide}", 2),
        ("see [this][ref]\n\n[ref]: https://example.org", 2),
        ("a note[^1]\n\n[^1]: the note itself", 5),
        ("{% include image.html src='a b c' %} word {{ site.title }}", 1),
        ("<p class='a b'>two words</p> <!-- not\nthese -->", 2),
        ("你好，世界", 4),
        ("日本語 and English", 5),
        ("안녕 세계", 2),
        ("Größe naïve Ünï", 3),
        ("1,000 people at 18:30", 4),
        ("--- * * *", 0),
        ("a < b and c > d", 5),
        ("snake_case", 1),
    ],
)
def test_count(text: str, words: int) -> None:
    assert count_words(text) == words
