"""Habits are what most of the newest posts do, and nothing where they do not agree."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from editor.workspace.habits import Habits, read_habits
from editor.workspace.workspace import Workspace

Make = Callable[[dict[str, str]], Workspace]


def habits_of(make: Make, *front_matters: str) -> Habits:
    """The habits of posts, newest last."""
    posts = {f"_posts/2025-01-{n:02}-p.md": f"---\n{each}\n---\n" for n, each in enumerate(front_matters, 1)}
    return read_habits(make(posts).site)


def test_one_post_is_a_habit(make_workspace: Make) -> None:
    habits = habits_of(make_workspace, 'layout: essay\ntitle: "A"\nauthor: "jo"\ndate: 2025-01-01T10:00:00\ntags: []')
    assert habits == Habits(
        layout="essay", author="jo", author_quote='"', title_quote='"', date="2025-01-01T10:00:00", tags=True, posts=1
    )


def test_two_posts_that_differ_are_none(make_workspace: Make) -> None:
    assert habits_of(make_workspace, "layout: a", "layout: b").layout is None


def test_more_than_half_of_three_are_one(make_workspace: Make) -> None:
    assert habits_of(make_workspace, "layout: a", "layout: b", "layout: a").layout == "a"


def test_half_of_four_are_none(make_workspace: Make) -> None:
    assert habits_of(make_workspace, "layout: a", "layout: b", "layout: a", "layout: b").layout is None


def test_most_posts_without_a_key_are_a_habit_too(make_workspace: Make) -> None:
    assert habits_of(make_workspace, "title: a", "title: b", "author: x").author is None


def test_old_posts_do_not_outvote_the_newest(make_workspace: Make) -> None:
    old = ["layout: old"] * 31
    posts = {f"_posts/2020-01-{n:02}-p.md": f"---\n{each}\n---\n" for n, each in enumerate(old, 1)}
    posts |= {f"_posts/2025-01-{n:02}-p.md": "---\nlayout: new\n---\n" for n in range(1, 31)}
    assert read_habits(make_workspace(posts).site).layout == "new"


@pytest.mark.parametrize(
    "dates",
    [
        ["2025-11-21 10:00:00 -0500", "2025-06-21 10:00:00 -0400", "2025-06-21 10:00:00 +0100"],
        ["2025-11-21", "2024-01-02", "2023-12-31"],
        ['"2025-11-21 18:21"', '"2025-11-22 08:00"', '"2025-01-22 08:00"'],
    ],
)
def test_dates_of_one_spelling_are_one_habit(make_workspace: Make, dates: list[str]) -> None:
    assert habits_of(make_workspace, *[f"date: {date}" for date in dates]).date == dates[-1]


def test_dates_of_many_spellings_are_none(make_workspace: Make) -> None:
    assert habits_of(make_workspace, "date: 2025-11-21", "date: 2025-11-21 10:00:00", "date: x").date == ""


@pytest.mark.parametrize(
    ("images", "slash"),
    [(["/a.jpg"], True), (["a.jpg"], False), ([], None), (["/a.jpg", "a.jpg"], None), (["https://x/y.jpg"], None)],
)
def test_the_slash_before_images_is_a_habit(make_workspace: Make, images: list[str], slash: bool | None) -> None:
    assert habits_of(make_workspace, *[f"image: {image}" for image in images]).image_slash is slash


def test_posts_that_cannot_be_read_show_no_habit(make_workspace: Make) -> None:
    assert habits_of(make_workspace, "layout: [", "layout: post").layout == "post"
