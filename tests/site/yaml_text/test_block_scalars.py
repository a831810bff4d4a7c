"""A text of several lines becomes a block scalar that reads back as this text."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from editor.site.scalars import load
from editor.site.yaml_text.block_scalars import can_be_block, write_block

WORDS = ["one", "two words", "", "", " indented", "a: b # c", "- x", "'", "long " * 30 + "end", "\ttab"]
LINES = st.sampled_from(WORDS)


@given(
    st.lists(LINES, min_size=1, max_size=6),
    st.integers(0, 3),
    st.sampled_from(["literal", "folded"]),
    st.sampled_from([0, 20, 60]),
    st.sampled_from(["\n", "\r\n"]),
)
@settings(deadline=None, max_examples=300)
def test_a_block_reads_back_as_the_text(lines, endings, style, width, newline):
    text = "\n".join(lines) + "\n" * endings
    assume(can_be_block(text))
    block = write_block(text, style=style, indent=4, parent=2, newline=newline, width=width)
    source = f"outer:{newline}  k: {block}{newline}  z: 1{newline}"
    assert load(source) == {"outer": {"k": text, "z": 1}}


def test_folded_lines_break_before_the_width():
    block = write_block("one two three four", style="folded", indent=2, parent=0, newline="\n", width=9)
    assert block == ">-\n  one two\n  three\n  four"


@pytest.mark.parametrize("text", ["", "\n\n", "  ", "a\x07b", "a\r\nb", "a\u2028b"])
def test_what_a_block_cannot_hold_is_known(text):
    assert not can_be_block(text)
