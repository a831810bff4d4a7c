"""Where the span pass stops at what no writer means, rather than take minutes."""

from __future__ import annotations

import re

from editor.kramdown.document import to_html

OPENERS = '](v "t")![x ***'


def test_what_would_be_read_again_and_again_is_text() -> None:
    """Nothing of it is lost, and elements around it stay."""
    inside = "(" * 2_000 + OPENERS * 2_000
    html = to_html(f"<b>{inside}</b> c\n")
    assert html.startswith("<p><b>((((")
    assert html.endswith("</b> c</p>\n")
    assert len(re.findall(r"!\[x \*\*\*", html)) > 500


def test_a_text_of_many_lines_is_no_id() -> None:
    """Ids are no longer than CommonMark's."""
    id_ = "a" * 999
    assert to_html(f"[{id_}]\n\n[{id_}]: u\n") == f'<p><a href="u">{id_}</a></p>\n\n'
    id_ += "a"
    assert to_html(f"[{id_}]\n\n[{id_}]: u\n") == f"<p>[{id_}]</p>\n\n"
