from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editor.render.rendering import Block, Patch, apply, diff


def _blocks(parts: list[tuple[str, int]]) -> tuple[Block, ...]:
    return tuple(Block(*part) for part in parts)


renderings = st.lists(st.tuples(st.sampled_from(["<p>a</p>", "<p>b</p>", ""]), st.integers(0, 3))).map(_blocks)


@given(renderings, renderings)
def test_a_patch_applied_to_the_old_blocks_gives_the_new(old: tuple[Block, ...], new: tuple[Block, ...]):
    assert apply(diff(old, new), old) == new


@given(renderings)
def test_equal_renderings_need_no_patch(blocks: tuple[Block, ...]):
    patch = diff(blocks, blocks)
    assert patch.start == patch.stop
    assert not patch.blocks


def test_one_changed_block_is_all_that_a_patch_holds():
    old = _blocks([("<p>a</p>", 2), ("<p>b</p>", 2), ("<p>c</p>", 2)])
    new = _blocks([("<p>a</p>", 2), ("<p>B</p>", 3), ("<p>c</p>", 2)])
    assert diff(old, new) == Patch(1, 2, (Block("<p>B</p>", 3),))
