"""What Jekyll will do, in rows of words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from editor.gui.form.field_edit import FieldEdit
from editor.gui.jekyll_rows import Row, Wish, rows_of
from editor.site.document import Document, State
from editor.site.front_matter import FrontMatter
from editor.site.inherited import Inherited, Scope
from editor.site.problem import Problem
from editor.workspace.explanation import Explanation

Make = Callable[..., Explanation]


@pytest.fixture
def make(make_document: Callable[..., Document]) -> Make:
    """Makes the explanation of a plain live post, with what a test says of it."""

    def make(document: Document | None = None, **facts: Any) -> Explanation:
        plain = Explanation(
            document=document or make_document("Big News"),
            collection="posts",
            is_published=True,
            reason="",
            address="https://example.org/page.html",
            layout_file="_layouts/post.html",
            layout_state="found",
            dates=None,
            zone="Europe/London",
            same_url=(),
            inherited=(),
        )
        return replace(plain, **facts)

    return make


def row(rows: tuple[Row, ...], label: str) -> Row:
    return next(each for each in rows if each.label == label)


def names(found: Row) -> list[str]:
    return [wish.name for wish in found.wishes]


def test_an_address_without_a_host_cannot_be_opened(make: Make) -> None:
    assert names(row(rows_of(make()), "Address")) == [
        "Copy the address",
        "Open the address in the browser",
    ]
    found = row(rows_of(make(address="/%D0%B7.html")), "Address")
    assert found.text == "/з.html"
    assert [(wish.name, wish.payload) for wish in found.wishes] == [("Copy the address", "/%D0%B7.html")]


def test_no_page_has_no_address(make: Make) -> None:
    rows = rows_of(make(address=""))
    assert row(rows, "Page").text == "none"
    assert not any(each.label == "Address" for each in rows)


def test_the_date_in_the_url_is_that_of_the_template_that_counts(
    make: Make, make_document: Callable[..., Document]
) -> None:
    moment = datetime(2025, 1, 10, 8, tzinfo=UTC)
    document = replace(make_document("Big News"), date=moment, url="/x/2025/a/10.html")
    told = row(rows_of(make(document, url_template="/x/:year/:title/:day.html")), "Date").text
    assert told.endswith("\n2025/…/10 in the URL")
    assert "URL" not in row(rows_of(make(document, url_template="/:title")), "Date").text


def test_a_file_without_a_date_has_none_and_not_an_unreadable_one(
    make: Make, make_document: Callable[..., Document]
) -> None:
    assert row(rows_of(make(replace(make_document("Page"), date=None, date_source=""))), "Date").text == "none"
    broken = replace(make_document("Post"), date=None, date_source="tomorrow")
    assert row(rows_of(make(broken)), "Date").text == "none that Jekyll can read"


def test_categories_that_jekyll_adds_are_not_overridden(make: Make) -> None:
    inherited = (Inherited(("categories",), ["World"], Scope(file="_config.yml", line=12)),)
    found = next(each for each in rows_of(make(inherited=inherited)) if "World" in each.text)
    assert found.text.endswith(", added to the post’s own")
    assert found.wishes == ()


def test_a_zone_that_the_site_does_not_set_is_the_computers(make: Make) -> None:
    assert "+0000, this computer’s zone, since the site sets none" in row(rows_of(make(zone="")), "Date").text


@pytest.mark.parametrize(
    ("state", "told"),
    [
        ("found", "post  _layouts/post.html"),
        ("theme", "post  from the theme"),
        ("missing", "post  missing: Jekyll writes the page without one"),
        ("none", "none"),
    ],
)
def test_the_layout_says_where_it_comes_from(
    make: Make, make_document: Callable[..., Document], state: str, told: str
) -> None:
    document = replace(make_document("A"), layout="" if state == "none" else "post")
    assert row(rows_of(make(document, layout_state=state)), "Layout").text == told


def written(wish: Wish, raw: str) -> str:
    """The front matter after what a button asks for."""
    assert isinstance(wish.payload, FieldEdit)
    return wish.payload.applied_to(FrontMatter(raw)).raw


def test_a_default_can_be_overridden_and_reset(make: Make) -> None:
    scope = Scope(path="_posts/news", kind="posts", file="_config.yml", line=12)
    inherited = (
        Inherited(("seo", "title"), "News", scope),
        Inherited(("mood",), "calm", scope, is_overridden=True),
    )
    first, second = (each for each in rows_of(make(inherited=inherited)) if "_config" in each.text)
    assert first.text == "seo.title: News\nposts in “_posts/news” · _config.yml, line 12"
    assert [(wish.label, written(wish, "")) for wish in first.wishes] == [("Override", "seo:\n  title: News\n")]
    assert second.text.endswith(", overridden by the post")
    assert [(wish.label, written(wish, "a: b\nmood: wild\n")) for wish in second.wishes] == [("Reset", "a: b\n")]
    nested = make(inherited=(Inherited(("seo", "title"), "News", scope, is_overridden=True),))
    wish = next(wish for each in rows_of(nested) for wish in each.wishes if wish.label == "Reset")
    assert written(wish, "a: b\nseo:\n  title: x\n") == "a: b\n", "no empty map stays behind"
    locked = rows_of(make(inherited=inherited), read_only=True)
    assert not any(wish.kind == "edit" for each in locked for wish in each.wishes)


def test_a_problem_that_is_the_states_reason_is_told_once(make: Make, make_document: Callable[..., Document]) -> None:
    first = Problem("date", "The date is empty.", "a.md", line=3)
    second = Problem("link", "Gone.", "a.md", line=9, severity="warning")
    document = replace(make_document("A", state=State.BROKEN), problems=(first,))
    rows = rows_of(make(document, reason=first.message), problems=(first, second))
    assert row(rows, "State").text == "● Broken\nThe date is empty."
    assert names(row(rows, "State")) == ["Line 3: The date is empty."]
    assert [each.text for each in rows if each.label == "Problems"] == ["● Gone."]


def test_the_reason_does_not_say_the_state_again(make: Make, make_document: Callable[..., Document]) -> None:
    explanation = make(make_document("A", state=State.DRAFT), reason="A draft: it is only built with --drafts.")
    assert row(rows_of(explanation), "State").text == "● Draft\nIt is only built with --drafts."
