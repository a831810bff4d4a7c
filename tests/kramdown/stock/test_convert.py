from __future__ import annotations

import re
from collections.abc import Callable

import markdown
import pytest
from hypothesis import given, settings

from editor.kramdown.stock.convert import Converter
from editor.kramdown.stock.definitions import NO_DEFINITIONS, Definitions
from editor.kramdown.stock.fragment import Fault

STOCK = ("abbr", "attr_list", "def_list", "fenced_code", "md_in_html", "sane_lists", "tables", "smarty")


def test_without_headers_footnotes_and_tasks_the_result_is_python_markdowns_own(documents, convert):
    stock = markdown.Markdown(extensions=list(STOCK), output_format="html")

    @settings(deadline=None, max_examples=300)
    @given(documents.filter(lambda text: not re.search(r"#|---|\[\^|\[[ x]\]|~~g", text)))
    def law(text: str) -> None:
        stock.reset()
        # Headers over "text\n===" do not occur; what is left must be the stock engine's HTML, chunk by chunk.
        assert convert(text) == re.sub(r"\n+", "\n", stock.convert(text)).strip()

    law()


def test_a_chunk_says_what_it_defines_for_the_document(converter: Converter):
    found = converter.definitions(
        'text [a]\n\n[A b]: <https://x.org> "T"\n\n*[HTML]: Hyper\n\n[^n]: Note\n\n    more\n'
    )
    assert found == Definitions(
        links=(("a b", ("https://x.org", "T")),),
        abbreviations=(("HTML", "Hyper"),),
        footnotes=(("n", "Note\n\nmore"),),
    )


def test_a_definition_in_code_defines_nothing(converter: Converter):
    assert converter.definitions("```\n[a]: https://x.org\n```\n") == NO_DEFINITIONS


@pytest.mark.parametrize(
    ("markdown_text", "html"),
    [
        ("- a\n\n3. b", "<ul>\n<li>a</li>\n</ul>\n<ol>\n<li>b</li>\n</ol>"),
        ("~~gone~~", "<p><del>gone</del></p>"),
        ("a {: .x}", "<p>a {: .x}</p>"),
        ("![A](/a.png){: .wide}", '<p><img alt="A" class="wide" src="/a.png"></p>'),
        ("a | b\n--|--\n1 | 2", "<td>1</td>"),
        ('"x" -- y...', "<p>&ldquo;x&rdquo; &ndash; y&hellip;</p>"),
        (
            "- [x] done",
            '<li class="task-list-item"><input checked class="task-list-item-checkbox" disabled type="checkbox">done',
        ),
    ],
)
def test_the_usual_markup_is_converted(converter: Converter, markdown_text: str, html: str):
    assert html in converter.fragment(markdown_text, NO_DEFINITIONS).html


def test_the_pictures_of_a_chunk_are_known(converter: Converter):
    fragment = converter.fragment('![a](/a&amp;b.png) <img alt="" src="c.png">', NO_DEFINITIONS)
    assert fragment.images == ("/a&b.png", "c.png")


@pytest.mark.parametrize(
    "text", ["[" * 20_000, "![" * 9_000, "<a " * 9_000, "[a](" * 9_000, "x [\n" * 9_000, "a *b* _c_ `d` " * 9_000]
)
def test_a_chunk_that_would_take_minutes_is_shown_as_its_source(converter: Converter, text: str):
    fragment = converter.fragment(text, NO_DEFINITIONS)
    assert fragment.fault is Fault.TOO_COSTLY
    assert fragment.html.startswith("<pre>")
    assert "<a " not in fragment.html


def test_a_long_list_of_links_is_no_hostile_chunk(converter: Converter):
    text = "".join(f"- [link {number}](https://example.org/{number}) <b>x</b>\n" for number in range(2_000))
    assert converter.fragment(text, NO_DEFINITIONS).fault is None


@pytest.mark.parametrize(
    "text",
    [
        "```c\n" + "char *a_b = *c_d;\n" * 4_000 + "```\n",
        "    char *a_b = *c_d;\n" * 4_000,
        "| a | b |\n|---|---|\n" + "| `a_b` | *c* `d` |\n" * 1_500,
        "It is *so* nice `here` that [we](x) stay.\n" * 1_200,
    ],
)
def test_long_code_tables_and_paragraphs_are_no_hostile_chunks(converter: Converter, text: str):
    assert converter.fragment(text, NO_DEFINITIONS).fault is None


@pytest.mark.parametrize("text", [">" * 20_000, "**a *b " * 2_000, "_a __b " * 2_000, "`" * 5_000, "<div>" * 5_000])
def test_hostile_text_comes_back_at_once(converter: Converter, text: str):
    assert converter.fragment(text, NO_DEFINITIONS).html


def test_no_text_can_forge_a_slot(convert: Callable[..., str]):
    assert convert("\x02slot:note:0\x03 and \x02slot:toc:0\x03") == "<p>slot:note:0 and slot:toc:0</p>"
