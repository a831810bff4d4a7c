"""Words are counted as a reader meets them: without markup, Chinese and Japanese by character."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.gui.text.words import WordCounter, count_words


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
        ("1. one\n2. two\n\n3) three\n> 4. four\n- [x] done", 5),
        ("see https://example.org/a-b/c?d=e_f and www.example.org/a_(b).", 4),
        ("<https://example.org/a/b> or <me@example.org>", 3),
        ("[a](https://example.org/a_(b)) word", 2),
        ("[https://example.org](https://example.org) word", 2),
        ("```python\nprint(1)\n```\nafter", 3),
        ("~~~ ruby\nputs\n~~~", 1),
        ("| a | b |\n| --- | :-: |\n| one two | c |", 5),
        ("___\n\n_one two_ __three__", 3),
        ("one&nbsp;two", 2),
        ("[a]: https://example.org\nstill counted", 2),
    ],
)
def test_count(text: str, words: int) -> None:
    assert count_words(text) == words


_PIECES = st.sampled_from(["a", "two words", "{% comment %}", "{% endcomment %}", "[^1]:", "```", "字", "www.a.b/c"])
_SIGNS = st.sampled_from(
    ["\n", "\n\n", " ", "<!--", "-->", "<b>", "<", ">", "</", "{%", "%}", "{{", "}}", "{", "}", "]("]
)


@settings(deadline=None, max_examples=400)
@given(st.lists(st.lists(_PIECES | _SIGNS, max_size=25).map("".join), min_size=1, max_size=4))
def test_a_counter_that_remembers_paragraphs_counts_as_one_that_does_not(texts):
    counter = WordCounter()
    for text in texts:
        assert counter.count(text) == count_words(text)
