"""Header ids are GFM's by default, kramdown's with kramdown's own parser."""

from __future__ import annotations

import re

import pytest

from editor.kramdown.document import to_html
from editor.kramdown.header_ids import transliterate
from editor.kramdown.options import Options


def ids(text: str, options: Options) -> list[str]:
    """The ids of all headers."""
    return re.findall(r'<h\d id="([^"]*)"', to_html(text, options))


@pytest.mark.parametrize(
    ("header", "gfm", "kramdown"),
    [
        ("Hello, World!", "hello-world", "hello-world"),
        ("1. Größe & Co", "1-größe--co", "gre--co"),
        ("a_b `c.d` *e*", "a_b-cd-e", "ab-cd-e"),
        ("ΑΣ ² Ⅷ Ⓐ", "ασ--ⅷ-ⓐ", "section"),
        ('"a" -- b...', "a--b", "a----b"),
        ("&copy; a &auml;", "-a-ä", "copy-a-auml"),
        ("x\ty", "x-y", "xy"),
    ],
)
def test_ids(header: str, gfm: str, kramdown: str) -> None:
    assert ids(f"# {header}", Options()) == [gfm]
    assert ids(f"# {header}", Options(input="kramdown")) == [kramdown]


def test_the_text_without_markup_counts_where_the_option_says_so() -> None:
    text = "# a [b](http://c.d) <i>e</i>"
    assert ids(text, Options(input="kramdown")) == ["a-bhttpcd-iei"]
    assert ids(text, Options(input="kramdown", auto_id_stripping=True)) == ["a-b-e"]


def test_letters_of_other_alphabets_are_spelled_where_asked_for() -> None:
    options = Options(input="kramdown", transliterated_header_ids=True)
    assert ids("# Ärger — größer", options) == ["arger-----grosser"]
    assert transliterate("œ漢") == "oe?"
