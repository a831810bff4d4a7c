from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.render.body import BodyPipeline, RenderCancelled

PARTS = (
    "Text [a] and HTML.",
    "# Title",
    "[a]: https://example.org/1",
    "[a]: /2",
    "*[HTML]: Hyper",
    "Note[^1].",
    "[^1]: Body [a].",
    "[^1]: Other",
    "```\ncode\n\nmore\n```",
    "```",
    "- x\n- y",
    "<div>",
    "</div>",
)
texts = st.lists(st.sampled_from(PARTS), max_size=8).map("\n\n".join)


@settings(deadline=None, max_examples=150)
@given(st.lists(texts, min_size=2, max_size=5))
def test_what_was_rendered_before_never_shows_in_the_result(versions: list[str]):
    pipeline = BodyPipeline()
    for text in versions:
        body, fresh = pipeline.render(text, lambda: False), BodyPipeline().render(text, lambda: False)
        assert (body.blocks, body.pictures, body.html()) == (fresh.blocks, fresh.pictures, fresh.html())


def test_a_cancelled_render_stops_and_does_no_harm():
    pipeline = BodyPipeline()
    before = pipeline.render("a\n\nb\n", lambda: False)
    with pytest.raises(RenderCancelled):
        pipeline.render("c\n\nd\n", lambda: True)
    after = pipeline.render("a\n\nb\n", lambda: True)
    assert after.blocks == before.blocks  # nothing to convert, so nothing to cancel
