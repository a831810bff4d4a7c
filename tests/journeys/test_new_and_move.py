"""A writer begins posts and drafts, publishes, unpublishes and renames them: never two files, nothing typed is lost."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton

from editor.gui.new_post_dialog import NewPostDialog
from editor.gui.rename_dialog import RenameDialog

pytestmark = [pytest.mark.web, pytest.mark.slow]
POST = "_posts/2025-11-21-big-news.md"
NEW = "_posts/2026-03-14-spring-in-berlin.md"
DRAFT = "_drafts/spring-in-berlin.md"
AS_THE_OTHERS = b"""---
layout: post
title: "Spring in Berlin"
date: 2026-03-14T09:26:53
author: "badely"
categories: []
tags: []
---

"""


@pytest.fixture
def posts(site_folder):
    """The files of the site's posts and drafts."""

    def find() -> list[str]:
        return sorted(
            str(file.relative_to(site_folder))
            for name in ("_posts", "_drafts")
            for file in (site_folder / name).glob("*")
        )

    return find


@pytest.fixture
def begin(desk):
    """Begins a new post by its title."""

    def run(title: str, *, draft: bool = False) -> None:
        def fill(dialog: NewPostDialog) -> None:
            desk.type(dialog.findChild(QLineEdit), title)
            if draft:
                dialog.findChild(QCheckBox).click()
            QTest.keyClick(dialog, Qt.Key.Key_Return)

        with desk.qtbot.waitSignal(desk.session.post_shown, timeout=10_000), desk.at_dialog(NewPostDialog, fill):
            desk.do("new_post")
        desk.wait_rendered()

    return run


@pytest.fixture
def until_at(desk):
    """Waits until the window shows the open post at this path."""

    def wait(path: str) -> None:
        desk.until(lambda: desk.session.posts.current.relative == path)
        desk.wait_rendered()

    return wait


@pytest.mark.jekyll
def test_a_new_post_follows_the_sites_habits_and_is_ready_to_write(desk, site_folder, posts, begin, build_with_jekyll):
    desk.open(site_folder)
    begin("Spring in Berlin")
    assert posts() == [POST, NEW]
    assert (site_folder / NEW).read_bytes() == AS_THE_OTHERS + b"\n"
    assert desk.has_caret_in_text
    assert desk.window.title_field.toPlainText() == "Spring in Berlin"
    desk.type(desk.text_edit, "The trees are *green*.")
    desk.save()
    assert (site_folder / NEW).read_bytes() == AS_THE_OTHERS + b"The trees are *green*.\n"
    page = desk.built_page(build_with_jekyll(site_folder))
    assert "The trees are <em>green</em>." in page


def test_a_title_that_is_taken_is_refused_and_another_offered(desk, site_folder, posts):
    (site_folder / NEW).write_bytes(b"---\ntitle: Older\n---\nOlder.\n")
    desk.open(site_folder)

    def fill(dialog: NewPostDialog) -> None:
        desk.type(dialog.findChild(QLineEdit), "Spring in Berlin")
        create = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Create")
        assert not create.isEnabled()
        assert any("already" in text for text in desk.labels(dialog))
        desk.button(dialog, "Use “Spring in Berlin 2”").click()
        assert create.isEnabled()
        create.click()

    with desk.qtbot.waitSignal(desk.session.post_shown, timeout=10_000), desk.at_dialog(NewPostDialog, fill):
        desk.do("new_post")
    assert posts() == [POST, "_posts/2026-03-14-spring-in-berlin-2.md", NEW]
    assert (site_folder / NEW).read_bytes() == b"---\ntitle: Older\n---\nOlder.\n"


def test_cancelling_a_new_post_writes_nothing(desk, site_folder, posts):
    desk.open(site_folder)

    def cancel(dialog: NewPostDialog) -> None:
        desk.type(dialog.findChild(QLineEdit), "Never mind")
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    with desk.at_dialog(NewPostDialog, cancel):
        desk.do("new_post")
    assert posts() == [POST]


@pytest.mark.jekyll
def test_a_draft_becomes_a_post_where_the_window_says(desk, site_folder, posts, begin, until_at, build_with_jekyll):
    desk.open(site_folder)
    begin("Spring in Berlin", draft=True)
    assert posts() == [DRAFT, POST]
    assert desk.window.top_bar.isVisible()
    desk.type(desk.text_edit, "The trees are green.")
    desk.do("publish")  # without a save
    until_at(NEW)
    assert posts() == [POST, NEW]
    saved = (site_folder / NEW).read_bytes()
    assert saved.endswith(b"\n---\n\nThe trees are green.\n")
    assert b"\ndate: 2026-03-14T09:26:53\n" in saved
    assert desk.session.posts.unsaved() == []
    page = desk.built_page(build_with_jekyll(site_folder))
    assert "The trees are green." in page


def test_publishing_keeps_caret_focus_and_undo(desk, site_folder, begin, until_at):
    desk.open(site_folder)
    begin("Spring in Berlin", draft=True)
    desk.type(desk.text_edit, "One two three.")
    desk.press(Qt.Key.Key_Home)
    desk.do("publish")
    until_at(NEW)
    assert desk.has_caret_in_text
    desk.type(desk.text_edit, "Zero ")
    desk.save()
    assert (site_folder / NEW).read_bytes().endswith(b"\nZero One two three.\n")
    while desk.session.posts.history.canUndo():
        desk.do("undo")
    assert desk.window.text_pane.text().strip() == ""


def test_what_is_typed_while_the_file_moves_is_kept(desk, site_folder, posts, begin, until_at):
    desk.open(site_folder)
    begin("Spring in Berlin", draft=True)
    desk.type(desk.text_edit, "Before. ")
    desk.do("publish")
    desk.type(desk.text_edit, "Meanwhile.")
    until_at(NEW)
    assert desk.window.text_pane.text().endswith("Before. Meanwhile.\n")
    desk.save()
    assert (site_folder / NEW).read_bytes().endswith(b"Before. Meanwhile.\n")
    assert posts() == [POST, NEW]


def test_saving_while_the_file_moves_saves_at_the_new_place(desk, site_folder, posts, begin, until_at, monkeypatch):
    desk.open(site_folder)
    begin("Spring in Berlin", draft=True)
    desk.type(desk.text_edit, "Before. ")
    started, may_go_on = Event(), Event()
    publish = desk.session.workspace.publish

    def publish_slowly(relative):
        started.set()
        assert may_go_on.wait(10)
        return publish(relative)

    monkeypatch.setattr(desk.session.workspace, "publish", publish_slowly)
    desk.do("publish")
    desk.until(started.is_set)
    desk.type(desk.text_edit, "Meanwhile.")
    desk.do("save")
    may_go_on.set()
    until_at(NEW)
    desk.until(lambda: desk.session.posts.unsaved() == [])
    assert posts() == [POST, NEW]
    assert (site_folder / NEW).read_bytes().endswith(b"Before. Meanwhile.\n")
    assert desk.window.banners.isHidden()


def test_publishing_twice_in_a_hurry_is_publishing_once(desk, site_folder, posts, begin, until_at):
    desk.open(site_folder)
    begin("Spring in Berlin", draft=True)
    desk.do("publish")
    desk.do("publish")
    until_at(NEW)
    desk.session.disk.wait()
    assert posts() == [POST, NEW]
    assert desk.banner("move") == ""


def test_publishing_onto_another_file_is_refused_and_a_new_name_offered(desk, site_folder, posts, begin, until_at):
    desk.open(site_folder)
    begin("Spring in Berlin", draft=True)
    desk.type(desk.text_edit, "Mine.")
    (site_folder / NEW).write_bytes(b"Older.\n")
    desk.do("publish")
    desk.until(lambda: desk.banner("move"))
    assert "already" in desk.banner("move")
    assert (site_folder / NEW).read_bytes() == b"Older.\n"
    assert (site_folder / DRAFT).read_bytes().endswith(b"Mine.\n")

    def rename(dialog: RenameDialog) -> None:
        desk.type(dialog.findChild(QLineEdit), "spring again")
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    with desk.at_dialog(RenameDialog, rename):
        desk.button(desk.window.banners, "Rename…").click()
    until_at("_drafts/spring-again.md")
    assert desk.banner("move") == ""
    desk.do("publish")
    until_at("_posts/2026-03-14-spring-again.md")
    assert posts() == [POST, "_posts/2026-03-14-spring-again.md", NEW]


def test_unpublishing_and_publishing_again_gives_the_same_bytes_and_address(desk, site_folder, posts, until_at):
    before = (site_folder / POST).read_bytes()
    desk.open(site_folder / POST)
    url = desk.url
    desk.do("unpublish")
    until_at("_drafts/big-news.md")
    assert posts() == ["_drafts/big-news.md"]
    assert desk.window.actions_by_name["publish"].isEnabled()
    assert not desk.window.actions_by_name["unpublish"].isEnabled()
    desk.do("publish")
    until_at(POST)
    assert posts() == [POST]
    assert (site_folder / POST).read_bytes() == before
    assert desk.url == url


@pytest.mark.jekyll
def test_renaming_changes_the_address_and_saves_what_is_typed(desk, site_folder, posts, until_at, build_with_jekyll):
    desk.open(site_folder / POST)
    desk.type_at_end("More.")

    def rename(dialog: RenameDialog) -> None:
        field = dialog.findChild(QLineEdit)
        assert field.text() == "big-news"
        desk.type(field, "Größere Neuigkeiten!")
        assert any("2025-11-21-größere-neuigkeiten.md" in text for text in desk.labels(dialog))
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    with desk.at_dialog(RenameDialog, rename):
        desk.do("rename")
    until_at("_posts/2025-11-21-größere-neuigkeiten.md")
    assert posts() == ["_posts/2025-11-21-größere-neuigkeiten.md"]
    page = desk.built_page(build_with_jekyll(site_folder))
    assert "More." in page


def test_renaming_to_a_name_that_is_taken_offers_another(desk, site_folder, posts, until_at):
    (site_folder / "_posts" / "2025-11-21-small-news.md").write_bytes(b"---\n---\nSmall.\n")
    desk.open(site_folder / POST)

    def rename(dialog: RenameDialog) -> None:
        desk.type(dialog.findChild(QLineEdit), "small-news")
        assert any("already" in text for text in desk.labels(dialog))
        desk.button(dialog, "Use “small-news-2”").click()
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    with desk.at_dialog(RenameDialog, rename):
        desk.do("rename")
    until_at("_posts/2025-11-21-small-news-2.md")
    assert (site_folder / "_posts" / "2025-11-21-small-news.md").read_bytes() == b"---\n---\nSmall.\n"
    assert len(posts()) == 2


def test_the_lists_menu_publishes_the_post_it_was_opened_on(desk, site_folder, posts, until_at):
    (site_folder / "_drafts").mkdir()
    (site_folder / "_drafts" / "quiet.md").write_bytes(b"---\ntitle: Quiet\n---\nQuiet.\n")
    desk.open(site_folder / POST)
    menu = desk.window.sidebar.menu_for(desk.session.documents["_drafts/quiet.md"])
    next(action for action in menu.actions() if action.text() == "Publish").trigger()
    until_at("_posts/2026-03-14-quiet.md")
    assert posts() == [POST, "_posts/2026-03-14-quiet.md"]
    assert desk.window.sidebar.model.index_of("_posts/2026-03-14-quiet.md").isValid()
    assert not desk.window.sidebar.model.index_of("_drafts/quiet.md").isValid()


def test_a_post_that_another_program_changed_is_not_moved_silently(desk, site_folder, posts):
    desk.open(site_folder / POST)
    desk.type_at_end("Mine.")
    theirs = (site_folder / POST).read_bytes() + b"Theirs.\n"
    (site_folder / POST).write_bytes(theirs)
    desk.do("unpublish")
    desk.until(lambda: desk.banner("conflict"))
    assert posts() == [POST]
    assert (site_folder / POST).read_bytes() == theirs
