from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editor.render.rendering import Block, Patch, apply, diff


def _contiguous(parts: list[tuple[str, int]]) -> tuple[Block, ...]:
    blocks, line = [], 0
    for html, size in parts:
        blocks.append(Block(html, line, line + size))
        line += size
    return tuple(blocks)


renderings = st.lists(st.tuples(st.sampled_from(["<p>a</p>", "<p>b</p>", ""]), st.integers(0, 3))).map(_contiguous)


@given(renderings, renderings)
def test_a_patch_applied_to_the_old_blocks_gives_the_new(old: tuple[Block, ...], new: tuple[Block, ...]):
    assert apply(diff(old, new), old) == new


@given(renderings)
def test_equal_renderings_need_no_patch(blocks: tuple[Block, ...]):
    patch = diff(blocks, blocks)
    assert patch.start == patch.stop
    assert not patch.blocks


def test_one_changed_block_is_all_that_a_patch_holds():
    old = _contiguous([("<p>a</p>", 2), ("<p>b</p>", 2), ("<p>c</p>", 2)])
    new = _contiguous([("<p>a</p>", 2), ("<p>B</p>", 3), ("<p>c</p>", 2)])
    assert diff(old, new) == Patch(1, 2, (Block("<p>B</p>", 2, 5),))
