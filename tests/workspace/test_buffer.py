"""A buffer knows exactly whether saving would write other bytes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.files import stamp
from editor.site.post import Post
from editor.workspace.buffer import Buffer


def opened(data: bytes) -> Buffer:
    return Buffer(Path("x.md"), Post.from_bytes(data), stamp(data))


def test_an_edit_and_its_undo_leave_nothing_to_save() -> None:
    buffer = opened(b"---\r\ntitle: A\r\n---\r\none\r\ntwo\nthree\r\n")
    text = buffer.post.text
    buffer.set_text(text.replace("two", "2"))
    assert buffer.is_modified
    buffer.set_text("")
    buffer.set_text(text)
    assert not buffer.is_modified
    assert buffer.post.to_bytes() == buffer.saved.to_bytes()


def test_a_first_key_and_its_undo_leave_a_post_without_fences() -> None:
    buffer = opened(b"Only a body.\n")
    before = buffer.front_matter
    buffer.set_front_matter(before.with_value("title", "New"))
    assert buffer.post.to_bytes() == b"---\ntitle: New\n---\nOnly a body.\n"
    buffer.set_front_matter(before)
    assert not buffer.is_modified


def test_undoing_the_first_key_after_a_save_takes_the_fences_away_again() -> None:
    buffer = opened(b"Only a body.\n")
    before = buffer.post.front_matter
    buffer.set_front_matter(buffer.front_matter.with_value("title", "New"))
    buffer.mark_saved(buffer.post, stamp(buffer.post.to_bytes()))
    buffer.set_front_matter(before)
    buffer.set_text("Another body.\n")
    assert buffer.post.to_bytes() == b"Another body.\n"


def test_form_and_text_change_side_by_side() -> None:
    buffer = opened(b"---\ntitle: A\n---\nbody\n")
    buffer.set_front_matter(buffer.front_matter.with_value("title", "B"))
    buffer.set_text("other\n")
    buffer.set_front_matter(buffer.front_matter.with_value("layout", "post"))
    assert buffer.post.text == "other\n"
    assert buffer.post.values == {"title": "B", "layout": "post"}


def test_what_was_typed_while_saving_still_counts_as_unsaved() -> None:
    buffer = opened(b"one\n")
    buffer.set_text("two\n")
    snapshot = buffer.post
    buffer.set_text("three\n")
    buffer.mark_saved(snapshot, stamp(snapshot.to_bytes()))
    assert buffer.is_modified
    buffer.set_text("two\n")
    assert not buffer.is_modified


def test_saving_under_another_name_moves_the_buffer() -> None:
    buffer = opened(b"one\n")
    buffer.mark_saved(buffer.post, buffer.stamp, Path("y.md"))
    assert buffer.path == Path("y.md")


@pytest.mark.parametrize(("data", "can_edit"), [("naïve".encode(), True), ("naïve".encode("latin-1"), False)])
def test_a_file_that_is_not_utf8_may_only_be_read_and_says_why(data: bytes, can_edit: bool) -> None:
    reason = opened(data).read_only
    assert (reason == "") is can_edit
    assert can_edit or "UTF-8" in reason


@settings(deadline=None)
@given(st.binary(max_size=200), st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_law_the_text_as_it_was_is_never_a_change(data: bytes, typed: str) -> None:
    buffer = opened(data)
    text = buffer.post.text
    buffer.set_text(typed)
    buffer.set_text(text)
    assert not buffer.is_modified
