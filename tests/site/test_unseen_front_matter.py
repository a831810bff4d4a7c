"""What was meant as front matter and is none to Jekyll is told; rulers are not."""

from __future__ import annotations

import pytest

from editor.site.post import Post
from editor.site.unseen_front_matter import unseen_front_matter


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("---\ntitle: x\n\nbody\n", 1, "no line --- closes it"),
        ("---\n# mine\ntitle: x\n", 1, "no line --- closes it"),
        ("---", 1, "no line --- closes it"),
        ("---\ntitle: x\n --- \n", 1, "no line --- closes it"),
        (" ---\ntitle: x\n---\n", 1, "something stands before"),
        ("\n\r\n---\ntitle: x\n---\n", 3, "something stands before"),
        ("---\rtitle: x\r---\r", 1, "CR alone"),
    ],
)
def test_it_is_told_why_readers_see_it(text, line, reason):
    fault = unseen_front_matter(Post.from_bytes(text.encode()))
    assert fault is not None
    assert fault.line == line
    assert reason in str(fault)


@pytest.mark.parametrize(
    "text",
    ["", "text", "---\ntitle: x\n---\n", "---\n...\n", "---\n\nText: below a ruler\n", "---\nText below\n", "\n---\n"],
)
def test_everything_else_is_left_in_peace(text):
    assert unseen_front_matter(Post.from_bytes(text.encode())) is None
