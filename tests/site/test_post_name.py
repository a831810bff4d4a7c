"""What a post's file name and place say."""

from __future__ import annotations

import pytest

from editor.site.post_name import Place, PostName, extension_of, place_of, split_name, title_from_slug


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("2025-11-21-big-news.md", PostName("2025-11-21", "big-news", ".md")),
        ("25-1-2-x.html", PostName("25-1-2", "x", ".html")),
        ("2025-11-21-a.b.md", PostName("2025-11-21", "a.b", ".md")),
        ("2025-11-21-dots....md", PostName("2025-11-21", "dots", ".md")),
        ("2025-11-21-.md", PostName("2025-11-21", "", ".md")),
        ("idea.md", PostName("", "idea", ".md")),
        ("2025-11-21.md", PostName("", "2025-11-21", ".md")),
        ("2025-11-21-x", PostName("", "2025-11-21-x", "")),
    ],
)
def test_date_slug_and_extension_of_a_name(name, parts):
    assert split_name(name) == parts


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("_posts/x.md", Place.POSTS),
        ("News/_posts/sub/x.md", Place.POSTS),
        ("_drafts/x.md", Place.DRAFTS),
        ("_drafts/_posts/x.md", Place.DRAFTS),
        ("about.md", Place.ELSEWHERE),
        ("_posts", Place.ELSEWHERE),
    ],
)
def test_the_outermost_special_folder_is_the_place(path, place):
    assert place_of(path) is place


def test_a_slug_makes_a_title():
    assert title_from_slug("big-NEWS-of-today") == "Big News Of Today"


def test_an_extension_is_what_ruby_calls_one():
    assert [extension_of(each) for each in ("/a/b.txt", "/a.b/c", "/.html", "/x.tar.gz")] == [".txt", "", "", ".gz"]
