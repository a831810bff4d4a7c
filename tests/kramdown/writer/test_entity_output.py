"""Entities, quotes and symbols are written in the form that the options ask for."""

from __future__ import annotations

from typing import Literal

import pytest

from editor.kramdown.document import to_html
from editor.kramdown.options import Options

TEXT = "&copy; &#xa9; &amp; &quot; &lt; &#256; &zzz; -- 'a'"


@pytest.mark.parametrize(
    ("output", "html"),
    [
        ("as_char", '© © &amp; " &lt; Ā &amp;zzz; – ‘a’'),
        ("as_input", "&copy; &#xa9; &amp; &quot; &lt; &#256; &amp;zzz; &#8211; &#8216;a&#8217;"),
        ("numeric", "&#169; &#169; &amp; &quot; &lt; &#256; &amp;zzz; &#8211; &#8216;a&#8217;"),
        ("symbolic", "&copy; &copy; &amp; &quot; &lt; &#256; &amp;zzz; &ndash; &lsquo;a&rsquo;"),
    ],
)
def test_entity_output(output: Literal["as_char", "as_input", "numeric", "symbolic"], html: str) -> None:
    assert to_html(TEXT, Options(entity_output=output)) == f"<p>{html}</p>\n"


def test_numbers_that_are_no_characters_stay_as_they_are() -> None:
    assert to_html("&#x110000; &#xD800;") == "<p>&#x110000; &#xD800;</p>\n"


def test_version_2_5_knows_the_names_of_html_5() -> None:
    assert to_html("&frac23;") == "<p>&amp;frac23;</p>\n"
    assert to_html("&frac23;", Options(version="2.5")) == "<p>⅔</p>\n"


def test_quotes_may_be_others() -> None:
    options = Options(smart_quotes=("apos", "39", "laquo", "raquo"))
    assert to_html("'a' \"b\"", options) == "<p>'a' «b»</p>\n"


def test_symbols_may_be_any_text() -> None:
    options = Options(typographic_symbols={"hellip": ". &amp; <", "ndash": ""})
    assert to_html("a... b -- c", options) == "<p>a. &amp; &lt; b  c</p>\n"


@pytest.mark.parametrize(
    ("engine", "text", "html"),
    [
        ("mathjax", "$$a<b$$", "\\[a&lt;b\\]\n"),
        ("mathjax", "$$a$$\n{:.x}", '<div class="x">\\[a\\]\n</div>\n'),
        ("mathjax", "x $$a$$ $$b$${:.x}", '<p>x \\(a\\) <span class="x">$b$</span></p>\n'),
        (None, "$$a<b$$\n{:.x}", '<div class="x kdmath">$$\na<b\n$$</div>\n'),
        (None, "x $$a$$", '<p>x <span class="kdmath">$a$</span></p>\n'),
    ],
)
def test_math(engine: str | None, text: str, html: str) -> None:
    assert to_html(text, Options(math_engine=engine)) == html
