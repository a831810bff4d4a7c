"""Every mark is set where it is missing and taken away where it is, and the selection keeps to its words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, strategies
from hypothesis import settings as hypothesis_settings

from editor.gui.text.passage import Passage
from editor.gui.text.toggles import BOLD, ITALIC, STRIKETHROUGH, code_block, is_url, toggle, toggle_code, toggle_link

Read, Write = Callable[[str], Passage], Callable[[Passage], str]


@pytest.mark.parametrize(
    ("mark", "before", "after"),
    [
        (BOLD, "a «word» here", "a **«word»** here"),
        (BOLD, "a **«word»** here", "a «word» here"),
        (BOLD, "a «**word**» here", "a «word» here"),
        (BOLD, "a __«word»__ here", "a «word» here"),
        (BOLD, "a «word »here", "a **«word** »here"),
        (BOLD, "a w¦ord here", "a **w¦ord** here"),
        (BOLD, "a **w¦ord or two** here", "a w¦ord or two here"),
        (BOLD, "a ¦ here", "a **¦** here"),
        (BOLD, "a **¦** here", "a ¦ here"),
        (BOLD, "a *«word»* here", "a ***«word»*** here"),
        (BOLD, "a ***«word»*** here", "a *«word»* here"),
        (BOLD, "«- one\n- two»", "«- **one**\n- **two»**"),
        (BOLD, "«- **one**\n- **two»**", "«- one\n- two»"),
        (BOLD, "- **«one**\n- **two»**", "- «one\n- two»"),
        (BOLD, "«- **one**\n- two»", "«- **one**\n- **two»**"),
        (BOLD, "«> 1. one\n\n> ## two»", "«> 1. **one**\n\n> ## **two»**"),
        (ITALIC, "a «word» here", "a *«word»* here"),
        (ITALIC, "a *«word»* here", "a «word» here"),
        (ITALIC, "a _«word»_ here", "a «word» here"),
        (ITALIC, "a **«word»** here", "a ***«word»*** here"),
        (ITALIC, "a ***«word»*** here", "a **«word»** here"),
        (ITALIC, "an *ital¦ic* word", "an ital¦ic word"),
        (ITALIC, "an _ital¦ic_ word", "an ital¦ic word"),
        (ITALIC, "snake_ca¦se_name", "*snake_ca¦se_name*"),
        (STRIKETHROUGH, "a «word» here", "a ~~«word»~~ here"),
        (STRIKETHROUGH, "a ~~wo¦rd~~ here", "a wo¦rd here"),
        (BOLD, "no-break «it’s» 😀", "no-break **«it’s»** 😀"),
        (BOLD, "it’¦s", "**it’¦s**"),
    ],
)
def test_emphasis(mark: object, before: str, after: str, read: Read, write: Write) -> None:
    assert write(toggle(read(before), mark)) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a «word» here", "a `«word»` here"),
        ("a `«word»` here", "a «word» here"),
        ("a «`word`» here", "a «word» here"),
        ("a «x`y» here", "a ``«x`y»`` here"),
        ("a «`y» here", "a `` «`y» `` here"),
        ("a wo¦rd here", "a `wo¦rd` here"),
        ("a `wo¦rd two` here", "a wo¦rd two here"),
        ("a ¦ here", "a `¦` here"),
        ("a `¦` here", "a ¦ here"),
        ("«one\ntwo»", "```¦\none\ntwo\n```"),
    ],
)
def test_code(before: str, after: str, read: Read, write: Write) -> None:
    assert write(toggle_code(read(before))) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("¦", "```¦\n\n```"),
        ("text\n«one\ntwo»\nmore", "text\n\n```¦\none\ntwo\n```\n\nmore"),
        ("«one\ntwo\n»more", "```¦\none\ntwo\n```\n\nmore"),
        ("«```\ninner\n```»", "````¦\n```\ninner\n```\n````"),
        ("a li¦ne", "a line\n\n```¦\n\n```\n"),
    ],
)
def test_a_code_block_stands_apart_from_the_text(before: str, after: str, read: Read, write: Write) -> None:
    assert write(code_block(read(before))) == after


@pytest.mark.parametrize(
    ("before", "url", "after"),
    [
        ("a «word» here", "", "a [word](¦) here"),
        ("a «word» here", "https://x.org", "a [word](https://x.org)¦ here"),
        ("a wo¦rd here", "", "a [word](¦) here"),
        ("a ¦ here", "", "a [¦]() here"),
        ("see «https://x.org/a»", "", "see [¦](https://x.org/a)"),
        ("a [wo¦rd](https://x.org) here", "", "a «word» here"),
        ("a [word](https://x.org/a_(b)¦) here", "", "a «word» here"),
        ("a «[word](/u)» here", "", "a «word» here"),
        ("a [wo¦rd][ref] here", "", "a «word» here"),
        ("¦[word](/u)", "", "[¦]()[word](/u)"),
    ],
)
def test_link(before: str, url: str, after: str, read: Read, write: Write) -> None:
    assert write(toggle_link(read(before), url=url)) == after


def test_an_address_is_known_by_its_beginning_and_holds_no_space() -> None:
    assert is_url("https://x.org/a?b=c")
    assert is_url("mailto:a@b.org")
    assert not is_url("https://x.org and more")
    assert not is_url("word")


@hypothesis_settings(deadline=None)
@given(strategies.text("ab *_`~[]()\n>-1.#😀", max_size=40), strategies.data())
def test_no_toggle_loses_a_word(text: str, data: strategies.DataObject) -> None:
    """Whatever is selected, only marks come and go, and the selection stays inside the text."""
    anchor = data.draw(strategies.integers(0, len(text)))
    caret = data.draw(strategies.integers(0, len(text)))
    passage = Passage(text, anchor, caret)
    for made in (*(toggle(passage, mark) for mark in (BOLD, ITALIC, STRIKETHROUGH)), toggle_code(passage)):
        assert [c for c in made.text if c in "ab😀"] == [c for c in text if c in "ab😀"]
        assert 0 <= made.start <= made.end <= len(made.text)
