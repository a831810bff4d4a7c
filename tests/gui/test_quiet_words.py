"""What the quiet line says of a post."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale

from editor.gui.quiet_words import QuietWords, moment_words, quiet_words
from editor.site.document import Document, State
from editor.site.problem import Problem

Make = Callable[..., Document]
NOW = datetime(2025, 11, 22, tzinfo=UTC)


@pytest.fixture(autouse=True)
def english():
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(QLocale.system())


def words(document: Document, **others: tuple[str, ...]) -> QuietWords:
    return quiet_words(document, baseurl="/blog", now=NOW, **others)


def test_a_live_post_has_a_path_and_an_address_only(make_document: Make) -> None:
    assert words(make_document("Big News")) == QuietWords("_posts/big-news.md", "/blog/page.html")


def test_the_states_have_words_and_an_ink_each(make_document: Make) -> None:
    told = {
        state: [(each.text, each.ink) for each in words(make_document("A", state=state, path="_posts/a.md")).states]
        for state in (State.SCHEDULED, State.DRAFT, State.UNPUBLISHED, State.IGNORED, State.BROKEN)
    }
    assert told == {
        State.SCHEDULED: [("scheduled until Fri 21 Nov, 18:21", "scheduled")],
        State.DRAFT: [("draft", "hint")],
        State.UNPUBLISHED: [("not published", "hint")],
        State.IGNORED: [("a page, not a post", "hint")],
        State.BROKEN: [("broken", "error")],
    }


def test_a_file_that_is_no_post_says_why(make_document: Make) -> None:
    message = "Jekyll ignores this file: its name has no date. Rename it."
    ignored = replace(
        make_document("A", state=State.IGNORED), url="", problems=(Problem("post-name", message, "_posts/a.md"),)
    )
    (state,) = words(ignored).states
    assert (state.text, state.ink) == ("not a post: its name has no date", "error")


@pytest.mark.parametrize(
    ("rule", "message", "text"),
    [
        ("date", "The date is empty. Write one.", "breaks the build: the date is empty"),
        ("front-matter", "A value with a colon needs quotes.", "broken: a value with a colon needs quotes"),
        (
            "categories",
            "Jekyll cannot use these categories. Write a list.",
            "broken: Jekyll cannot use these categories",
        ),
    ],
)
def test_a_broken_post_says_what_it_breaks(make_document: Make, rule: str, message: str, text: str) -> None:
    document = replace(make_document("A", state=State.BROKEN), url="", problems=(Problem(rule, message, "a.md"),))
    told = words(document)
    assert [state.text for state in told.states] == [text]
    assert told.text == f"_posts/a.md → no usable page · {text}"


def test_a_shared_url_names_the_other_post(make_document: Make) -> None:
    (state,) = words(make_document("A"), same_url=("_posts/b.md", "_posts/c.md")).states
    assert state.text == "same URL as _posts/b.md (+1)"


def test_a_moment_has_its_year_only_where_it_is_another() -> None:
    assert moment_words(datetime(2025, 11, 29, 8, tzinfo=UTC), now=NOW) == "Sat 29 Nov, 08:00"
    assert moment_words(datetime(2026, 11, 29, 8, tzinfo=UTC), now=NOW) == "Sun 29 Nov 2026, 08:00"
