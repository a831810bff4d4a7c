"""What posts use, counted."""

from __future__ import annotations

from dataclasses import replace

from editor.gui.used_words import UsedWords


def test_the_most_used_comes_first_and_what_no_post_uses_any_more_does_not_come(make_document):
    one = replace(make_document("One"), author="Ada", keys=("title", "mood"), lists={"genre": ("x", "y")})
    two = replace(make_document("Two"), author="Grace", keys=("mood",), lists={"genre": ("y",)})
    three = replace(make_document("Three"), author="", keys=(), lists={"mood": ("z",)})
    used = UsedWords([one, two, three])
    assert (used.authors, used.keys) == (("Ada", "Grace"), ("mood", "title"))
    assert used.lists == {"genre": ("y", "x"), "mood": ("z",)}
    used.remove(one)
    used.remove(three)
    assert (used.authors, used.keys) == (("Grace",), ("mood",))
    assert used.lists == {"genre": ("y",)}
    used.add(one)
    assert used.authors == ("Grace", "Ada")
