from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.kramdown.stock.chunks import rescan, scan


def test_chunked_conversion_gives_what_the_whole_text_gives(documents, convert: Callable[..., str]):
    @settings(deadline=None, max_examples=400)
    @given(documents)
    def law(text: str) -> None:
        assert convert(text) == convert(text, whole=True)

    law()


def test_the_chunks_of_a_text_are_the_text(documents):
    @settings(deadline=None)
    @given(documents)
    def law(text: str) -> None:
        assert "".join(scan(text).chunks) == text

    law()


def test_cutting_again_after_an_edit_gives_what_cutting_from_scratch_gives(documents):
    @settings(deadline=None, max_examples=400)
    @given(documents, st.data())
    def law(text: str, data: st.DataObject) -> None:
        start = data.draw(st.integers(0, len(text)))
        stop = data.draw(st.integers(start, min(len(text), start + 12)))
        insert = data.draw(st.one_of(st.text("`~<>-:/! \n*abp|{}$", max_size=6), documents))
        edited = text[:start] + insert + text[stop:]
        fresh, again = scan(edited), rescan(scan(text), edited)
        assert again.chunks == fresh.chunks
        assert again.unsettled <= fresh.unsettled

    law()


@pytest.mark.parametrize(
    "text",
    [
        "```\na\n\nb\n```\n",
        "<div>\n\na\n\n</div>\n",
        "- a\n\n- b\n",
        "- a\n\n    b\n",
        "> a\n\n> b\n",
        "<!-- a\n\nb -->\n",
        "Term\n: a\n\nOther\n: b\n",
        "Term\n\n: a\n",
        "$$\na\n\nb\n$$\n",
    ],
)
def test_what_belongs_together_stays_in_one_chunk(text: str):
    assert scan(text).chunks == (text,)


def test_paragraphs_headers_and_fences_are_chunks_of_their_own():
    assert scan("# a\n\nb\n\n```\nc\n```\n\n- d\n").chunks == ("# a\n\n", "b\n\n", "```\nc\n```\n\n", "- d\n")


def test_an_unclosed_fence_does_not_swallow_the_rest():
    assert scan("```\na\n\nb\n\nc").chunks == ("```\na\n\n", "b\n\n", "c")


def test_an_address_in_angle_brackets_opens_no_element():
    assert len(scan("<https://example.org>\n\na\n\nb").chunks) == 3


def test_an_empty_text_has_no_chunks():
    assert scan("").chunks == ()
