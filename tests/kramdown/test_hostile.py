"""No text makes the dialect hang or raise. How its time grows with such texts is told by `make bench`."""

from __future__ import annotations

import pytest
from kramdown_judge.hostile import HOSTILE

from editor.kramdown.document import to_html


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_converted_to_its_end(name: str) -> None:
    make = HOSTILE[name]
    html = to_html(make(1) + "\n\n^\n\nthe end of the text\n")
    assert "the end of the text" in html


@pytest.mark.parametrize("digits", ["0", "31", "127", "55296", "57343", "65534", "1114111", "1114112", "9" * 5000])
def test_a_number_that_is_no_character_is_no_fault(digits: str) -> None:
    to_html(f"a &#{digits}; b <i title='&#{digits};'>c</i> &#x{digits};\n\n{digits}. d\n\n[^{digits}]\n")


@pytest.mark.parametrize("text", ["", "\n", " ", "\0", "\ufeff", "\r", "\r\n", "\x85", "\u2028", "\t", "^", "\\"])
def test_next_to_nothing_is_a_text(text: str) -> None:
    to_html(text)
