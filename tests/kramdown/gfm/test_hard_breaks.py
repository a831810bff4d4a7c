"""Lines break at a backslash, or everywhere with `hard_wrap`."""

from __future__ import annotations

import pytest

from editor.kramdown.document import to_html
from editor.kramdown.options import Options


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a\\\nb\nc", "<p>a<br />\nb\nc</p>\n"),
        ("*a\\\nb*\\\n*c*", "<p><em>a<br />\nb</em><br />\n<em>c</em></p>\n"),
        ("> a\\\n> b", "<blockquote>\n  <p>a<br />\nb</p>\n</blockquote>\n"),
        ("<b>a\\\nb</b> ~~c\\\nd~~", "<p><b>a\\\nb</b> <del>c\\\nd</del></p>\n"),
    ],
)
def test_backslashes_break_lines_except_in_html(text: str, html: str) -> None:
    assert to_html(text) == html


def test_kramdowns_own_parser_knows_two_backslashes_only() -> None:
    assert to_html("a\\\nb\\\\\nc", Options(input="kramdown")) == "<p>a\\\nb<br />\nc</p>\n"


def test_with_hard_wrap_each_line_breaks() -> None:
    assert to_html("a\n*b*\nc", Options(hard_wrap=True)) == "<p>a<br />\n<em>b</em><br />\nc</p>\n"


def test_footnotes_have_no_such_breaks() -> None:
    html = to_html("a\\\nb[^x]\n\n[^x]: c\\\n    d")
    assert "a<br />\nb" in html
    assert "c\\\nd" in html
