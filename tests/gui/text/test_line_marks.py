"""Headings, quotes and lists are set on whole lines and taken away again; the selection keeps to its words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from editor.gui.text.line_marks import set_heading, toggle_bullets, toggle_numbers, toggle_quote, toggle_tasks
from editor.gui.text.passage import Passage

Read, Write = Callable[[str], Passage], Callable[[Passage], str]


@pytest.mark.parametrize(
    ("level", "before", "after"),
    [
        (2, "a ti¦tle", "## a ti¦tle"),
        (2, "## a ti¦tle", "a ti¦tle"),
        (3, "## a ti¦tle", "### a ti¦tle"),
        (0, "## a ti¦tle", "a ti¦tle"),
        (0, "a ti¦tle", "a ti¦tle"),
        (1, "¦", "# ¦"),
        (2, "#¦# x", "¦x"),
        (2, "> a qu¦ote", "> ## a qu¦ote"),
        (2, "one\n«two\n\nthree»\nfour", "one\n«## two\n\n## three»\nfour"),
        (1, "#hashtag¦", "# #hashtag¦"),
    ],
)
def test_heading(level: int, before: str, after: str, read: Read, write: Write) -> None:
    assert write(set_heading(read(before), level)) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a li¦ne", "> a li¦ne"),
        ("> a li¦ne", "a li¦ne"),
        ("> > a li¦ne", "> a li¦ne"),
        ("«one\n\ntwo»", "«> one\n>\n> two»"),
        ("«> one\n>\n> two»", "«one\n\ntwo»"),
        ("«> one\ntwo»", "«> > one\n> two»"),
        ("«one\n»two", "«> one»\ntwo"),
    ],
)
def test_quote(before: str, after: str, read: Read, write: Write) -> None:
    assert write(toggle_quote(read(before))) == after


@pytest.mark.parametrize(
    ("command", "before", "after"),
    [
        (toggle_bullets, "o¦ne", "- o¦ne"),
        (toggle_bullets, "- o¦ne", "o¦ne"),
        (toggle_bullets, "¦", "- ¦"),
        (toggle_bullets, "«one\n\ntwo»", "«- one\n\n- two»"),
        (toggle_bullets, "«1. one\n2. two»", "«- one\n- two»"),
        (toggle_bullets, "«- one\ntwo»", "«- one\n- two»"),
        (toggle_bullets, "«* one\n+ two»", "«one\ntwo»"),
        (toggle_bullets, "> o¦ne", "> - o¦ne"),
        (toggle_numbers, "«one\ntwo\nthree»", "«1. one\n2. two\n3. three»"),
        (toggle_numbers, "«- one\n  - in\n  - in\n- two»", "«1. one\n  1. in\n  2. in\n2. two»"),
        (toggle_numbers, "«1. one\n2. two»", "«one\ntwo»"),
        (toggle_tasks, "«one\ntwo»", "«- [ ] one\n- [ ] two»"),
        (toggle_tasks, "- o¦ne", "- [ ] o¦ne"),
        (toggle_tasks, "- [x] o¦ne", "o¦ne"),
        (toggle_bullets, "- [x] o¦ne", "- o¦ne"),
    ],
)
def test_lists(command: Callable[[Passage], Passage], before: str, after: str, read: Read, write: Write) -> None:
    assert write(command(read(before))) == after
