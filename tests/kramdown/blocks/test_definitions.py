"""Blocks that leave no element of their own: definitions, attribute lists, extensions; and math."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.kramdown.blocks.parser import parse_blocks
from editor.kramdown.definitions import Definitions
from editor.kramdown.document import to_html
from editor.kramdown.options import JEKYLL_DEFAULTS


@pytest.mark.parametrize(
    ("text", "url", "title"),
    [
        ("[a]: b", "b", None),
        ("   [A]:\tb  ", "b", None),
        ('[a]: b "c"', "b", "c"),
        ("[a]: <b c> 'd'", "b c", "d"),
        ('[a]: b\n  "c d"', "b", "c d"),
        ('[a]: b "c" d"', "b", 'c" d'),
        ("[a]: <b", "<b", None),
        ('[a]: <b> c> "d"', "b> c", "d"),
    ],
)
def test_link_definitions(text: str, url: str, title: str | None) -> None:
    definitions = Definitions()
    parse_blocks(text + "\n", JEKYLL_DEFAULTS, definitions)
    assert [(name, each.url, each.title) for name, each in definitions.links.items()] == [("a", url, title)]


@pytest.mark.parametrize("text", ['[a]: b "c', "[a]:", '[a]: b "c" \'d', "    [a]: b"])
def test_what_is_no_link_definition_is_text(text: str) -> None:
    definitions = Definitions()
    parse_blocks(text + "\n", JEKYLL_DEFAULTS, definitions)
    assert definitions.links == {}


def test_footnotes_and_abbreviations_are_found_wherever_they_stand() -> None:
    definitions = Definitions()
    parse_blocks("> [^a]: b\n\n* c\n\n  *[D]:  e \n\n[^f]:\n    [^g]: h\n", JEKYLL_DEFAULTS, definitions)
    assert list(definitions.footnotes) == ["a", "g", "f"]
    assert {name: each.title for name, each in definitions.abbreviations.items()} == {"D": "e"}


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("{: .a #b}\nc", '<p class="a" id="b">c</p>\n'),
        ("a\n{: .b}\n{: .c}", '<p class="b c">a</p>\n'),
        ("a\n{: b}\n\n{:b: .c d='e'}", '<p class="c" d="e">a</p>\n\n'),
        ("a\n{: .b\n.c}", '<p class="b c">a</p>\n'),
        ("a\n\n{: .b}\n\nc", '<p>a</p>\n\n<p class="b">c</p>\n'),
        ("a\n^\n{: .b}\n\nc", "<p>a</p>\n\n<p>c</p>\n"),
        ("{:a: a}\n\nb\n{: a}", "\n<p>b</p>\n"),
        ("{::comment}\n# a\n{:/}", "<!-- # a -->\n"),
        ("{::comment}\na\n{:/comment}\nb", "<!-- a -->\n<p>b</p>\n"),
        ("{::comment}\na", "<p>{::comment}\na</p>\n"),
        ("{::nomarkdown}\n*a*\n{:/}", "*a*\n"),
        ('{::nomarkdown type="latex"}\n*a*\n{:/}', ""),
        ('{::options auto_ids="false" /}\n\n# a', "\n<h1>a</h1>\n"),
        ('{::options nonsense="false" /}\n\n# a', '\n<h1 id="a">a</h1>\n'),
        ("$$\na\n$$", "\\[a\\]\n"),
        ("a\n$$ b $$", "<p>a\n\\(b\\)</p>\n"),
        ("\\$$ a $$", "<p>\\(a\\)</p>\n"),
        ("$$ a $$ {: .b}\nc", '<div class="b">\\[a\\]\n</div>\n<p>c</p>\n'),
    ],
)
def test_attribute_lists_extensions_and_math(text: str, html: str) -> None:
    assert to_html(text) == html


def test_a_site_may_forbid_options_in_a_text() -> None:
    options = replace(JEKYLL_DEFAULTS, forbidden_inline_options=frozenset({"auto_ids"}))
    assert to_html('{::options auto_ids="false" /}\n\n# a', options) == '\n<h1 id="a">a</h1>\n'
