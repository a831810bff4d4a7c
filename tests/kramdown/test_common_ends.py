from __future__ import annotations

from itertools import takewhile

from hypothesis import given
from hypothesis import strategies as st

from editor.kramdown.common_ends import common_head, common_tail

texts = st.text(alphabet="ab", max_size=40)


def _prefix(one: str, other: str) -> int:
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))))


@given(texts, texts)
def test_the_common_head_is_the_longest(old: str, new: str):
    assert common_head(old, new) == _prefix(old, new)
    assert common_head(tuple(old), tuple(new)) == common_head(old, new)


@given(texts, texts, st.integers(0, 40))
def test_the_common_tail_is_the_longest_within_its_limit(old: str, new: str, most: int):
    most = min(most, len(old), len(new))
    assert common_tail(old, new, most) == min(most, _prefix(old[::-1], new[::-1]))
