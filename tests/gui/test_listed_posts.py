"""The posts of a site in the list, with what only the whole site tells of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.gui.listed_posts import ListedPosts, Listing
from editor.gui.posts_model import ROW_ROLE
from editor.gui.sidebar import Sidebar
from editor.gui.theme import LIGHT
from editor.site.document import Document, State

Make = Callable[..., Document]


@pytest.fixture
def sidebar(qtbot: QtBot) -> Sidebar:
    sidebar = Sidebar(LIGHT)
    qtbot.addWidget(sidebar)
    return sidebar


@pytest.fixture
def posts(sidebar: Sidebar) -> ListedPosts:
    return ListedPosts(sidebar)


def clashing(sidebar: Sidebar) -> set[str]:
    """The paths of the rows that tell of a shared URL."""
    rows = [sidebar.model.data(sidebar.model.index(row), ROW_ROLE) for row in range(sidebar.model.rowCount())]
    documents = [row for row in rows if isinstance(row, Document)]
    return {row.path for row in documents if any(problem.rule == "same-url" for problem in row.problems)}


def test_posts_with_one_url_are_told_in_their_rows(posts: ListedPosts, sidebar: Sidebar, make_document: Make) -> None:
    one, two = make_document("One"), make_document("Two")
    other = replace(make_document("Other"), url="/other.html", output="other.html")
    posts.replace(Listing([one, two, other]))
    assert clashing(sidebar) == {one.path, two.path}
    assert posts.same_url(one) == (two.path,)
    assert [problem.rule for problem in posts.clash(one)] == ["same-url"]
    assert posts.clash(other) == ()
    assert posts.documents[one.path] == one


def test_rows_follow_when_a_post_gets_another_url_or_file(
    posts: ListedPosts, sidebar: Sidebar, make_document: Make
) -> None:
    one, two = make_document("One"), make_document("Two")
    posts.replace(Listing([one, two]))
    posts.update(one.path, replace(one, url="/mine.html", output="mine.html"))
    assert clashing(sidebar) == set()
    posts.update(one.path, one)
    assert clashing(sidebar) == {one.path, two.path}
    posts.update(two.path, replace(two, path="_drafts/two.md", state=State.DRAFT))
    assert clashing(sidebar) == set()
    posts.update(None, replace(two, path="_posts/three.md"))
    assert clashing(sidebar) == {one.path, "_posts/three.md"}
    assert set(posts.documents) == {one.path, "_drafts/two.md", "_posts/three.md"}


def test_a_hidden_post_writes_no_page(posts: ListedPosts, sidebar: Sidebar, make_document: Make) -> None:
    one = make_document("One")
    hidden = [make_document("Two", state=State.DRAFT), make_document("Three", state=State.UNPUBLISHED)]
    posts.replace(Listing([one, *hidden]))
    assert clashing(sidebar) == set()
    assert posts.same_url(one) == ()


def test_a_list_in_which_nothing_is_new_is_left_alone(
    posts: ListedPosts, sidebar: Sidebar, make_document: Make, qtbot: QtBot
) -> None:
    one, two = make_document("One"), make_document("Two")
    posts.replace(Listing([one, two]))
    typed = replace(one, tags=("new",))
    posts.update(one.path, typed)
    with qtbot.assertNotEmitted(sidebar.model.modelReset):
        posts.replace(Listing([one, two]), typed)
    assert posts.documents[one.path] == typed
    posts.replace(Listing([two]), typed)
    assert [*posts.documents.values()] == [two, typed]
    posts.replace(Listing([two]))
    assert [*posts.documents.values()] == [two]


def test_posts_that_come_after_the_whole_list_do_not_hide_what_it_tells(
    posts: ListedPosts, sidebar: Sidebar, make_document: Make
) -> None:
    one, two = make_document("One"), make_document("Two")
    posts.replace(Listing([one, two]))
    posts.add([one, two])
    assert clashing(sidebar) == {one.path, two.path}


def test_words_follow_the_posts(posts: ListedPosts, make_document: Make) -> None:
    one = replace(make_document("One"), tags=("a", "b"))
    posts.replace(Listing([one, replace(make_document("Two"), path="two.md", tags=("b",))]))
    assert posts.words.tags == ("b", "a")
    posts.update(one.path, replace(one, path="three.md", tags=("c",)))
    assert posts.words.tags == ("b", "c")
    posts.clear()
    assert posts.words.tags == ()


def shown(sidebar: Sidebar) -> str:
    return " ".join(label.text() for label in sidebar.findChildren(QLabel))


def test_until_the_first_posts_come_the_list_says_that_they_are_read(
    posts: ListedPosts, sidebar: Sidebar, make_document: Make
) -> None:
    posts.expect()
    assert "Reading posts…" in shown(sidebar)
    posts.replace(Listing())
    assert "No posts yet." in shown(sidebar)
    posts.expect()  # a list that is known is only brought up to date
    assert "Reading" not in shown(sidebar)
    posts.clear()
    posts.expect()
    posts.add([make_document("One")])
    posts.give_up()
    assert sidebar.model.rowCount() == 2
    assert "Reading" not in shown(sidebar)
