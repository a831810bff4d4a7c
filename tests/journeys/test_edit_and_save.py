"""A writer opens a post, edits text and form, sees it live, saves it, and Jekyll builds what the window showed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMessageBox

pytestmark = [pytest.mark.web, pytest.mark.slow]
POST = "_posts/2025-11-21-big-news.md"


@pytest.fixture
def post(site_folder):
    return site_folder / POST


def test_opening_and_saving_without_an_edit_writes_nothing(desk, post):
    before = post.read_bytes(), post.stat().st_mtime_ns, post.stat().st_ino
    desk.open(post)
    desk.save()
    assert (post.read_bytes(), post.stat().st_mtime_ns, post.stat().st_ino) == before


@pytest.mark.jekyll
def test_typed_text_is_saved_alone_and_built_at_the_address_shown(desk, post, site_folder, build_with_jekyll):
    before = post.read_bytes()
    desk.open(post)
    desk.type_at_end("\nMoscow answered on **Saturday**.\n")
    desk.save()
    assert post.read_bytes() == before + b"\nMoscow answered on **Saturday**.\n"
    page = desk.built_page(build_with_jekyll(site_folder))
    assert "Moscow answered on <strong>Saturday</strong>." in page


def test_an_edit_in_the_form_changes_its_line_alone(desk, post):
    before = post.read_bytes()
    desk.open(post)
    author = desk.field("Author")
    author.selectAll()
    desk.type(author, "steve")
    desk.save()
    assert post.read_bytes() == before.replace(b'author: "badely"', b'author: "steve"')


def test_the_title_shows_in_the_preview_as_it_is_typed(desk, post):
    desk.open(post)
    title = desk.window.title_field
    title.setFocus()
    title.selectAll()
    desk.type(title, "Small: News")
    desk.wait_rendered()
    assert desk.session.posts.rendering.heading.title == "Small: News"
    assert desk.window.sidebar is not None
    desk.save()
    assert b'title: "Small: News"\n' in post.read_bytes()


def test_undo_covers_form_and_text_as_one_history(desk, post):
    desk.open(post)
    before = post.read_bytes()
    desk.type_at_end("One. ")
    author = desk.field("Author")
    author.selectAll()
    desk.type(author, "steve")
    desk.type_at_end("Two.")
    for _ in range(3):
        desk.do("undo")
    assert desk.session.posts.unsaved() == []
    for _ in range(3):
        desk.do("redo")
    desk.save()
    changed = before.replace(b'author: "badely"', b'author: "steve"')
    assert post.read_bytes() == changed + b"One. Two."


def test_a_change_by_another_program_is_taken_over_when_nothing_is_unsaved(desk, post, qtbot):
    desk.open(post)
    post.write_bytes(post.read_bytes() + b"\nFrom elsewhere.\n")
    desk.session.saving.look_at_disk()
    assert desk.window.text_pane.text().endswith("\nFrom elsewhere.\n")
    assert desk.session.posts.unsaved() == []


@pytest.mark.parametrize("theirs", [b"Bare.\n", b"---\n---\nBare.\n", b"", b"---\nother: 1\n---\n"])
def test_front_matter_may_come_and_go_by_another_program(desk, post, theirs):
    before = post.read_bytes()
    desk.open(post)
    for data in (theirs, before):
        post.write_bytes(data)
        desk.session.saving.look_at_disk()
        assert desk.session.posts.unsaved() == []
        assert desk.session.posts.current.buffer.post.to_bytes() == data
    desk.do("undo")
    assert desk.session.posts.unsaved()


def test_a_change_by_another_program_is_never_overwritten_silently(desk, post, qtbot):
    desk.open(post)
    desk.type_at_end("Mine.")
    theirs = post.read_bytes() + b"Theirs.\n"
    post.write_bytes(theirs)
    desk.do("save")
    qtbot.waitUntil(lambda: desk.window.banners.banner("conflict") is not None, timeout=10_000)
    assert post.read_bytes() == theirs
    assert "Mine." in desk.window.text_pane.text()
    with qtbot.waitSignal(desk.session.saving.saved, timeout=10_000):
        desk.session.saving.keep_mine(desk.session.posts.current)
    assert post.read_bytes().endswith(b"Mine.")


def test_loading_the_other_version_can_be_undone(desk, post, qtbot):
    desk.open(post)
    desk.type_at_end("Mine.")
    post.write_bytes(post.read_bytes().replace(b"badely", b"other") + b"Theirs.\n")
    desk.session.saving.look_at_disk()
    assert desk.window.banners.banner("conflict") is not None
    desk.session.saving.load_theirs(desk.session.posts.current)
    assert desk.window.text_pane.text().endswith("Theirs.\n")
    assert desk.session.posts.current.buffer.front_matter.values["author"] == "other"
    assert desk.session.posts.unsaved() == []
    while desk.session.posts.history.canUndo():
        desk.do("undo")
    assert desk.session.posts.current.buffer.front_matter.values["author"] == "badely"
    assert "Theirs." not in desk.window.text_pane.text()


def test_closing_with_unsaved_work_asks_once_and_saves_by_default(desk, post, monkeypatch):
    asked = []

    def answer(box):
        asked.append(box.informativeText())
        return box.defaultButton() and QMessageBox.StandardButton.Save

    monkeypatch.setattr(QMessageBox, "exec", answer)
    desk.open(post)
    desk.type_at_end("The end.")
    assert desk.window.close()
    assert asked == [f"• {POST}"]
    assert post.read_bytes().endswith(b"The end.")


def test_cancelling_the_question_keeps_the_window_and_the_text(desk, post, monkeypatch):
    monkeypatch.setattr(QMessageBox, "exec", lambda box: QMessageBox.StandardButton.Cancel)
    desk.open(post)
    desk.type_at_end("The end.")
    assert not desk.window.close()
    assert desk.window.isVisible()
    assert desk.window.text_pane.text().endswith("The end.")


def test_unsaved_work_stays_while_another_post_is_shown(desk, post, site_folder):
    other = site_folder / "_posts" / "2025-11-22-other.md"
    other.write_bytes(b"---\ntitle: Other\n---\nOther text.\n")
    desk.open(post)
    desk.type_at_end("Not saved yet.")
    desk.session.open_post("_posts/2025-11-22-other.md")
    assert desk.window.text_pane.text() == "Other text.\n"
    desk.session.open_post(POST)
    assert desk.window.text_pane.text().endswith("Not saved yet.")
    assert [opened.relative for opened in desk.session.posts.unsaved()] == [POST]


def test_a_post_whose_file_has_gone_is_unsaved_and_can_be_written_again(desk, post, monkeypatch):
    desk.open(post)
    before = post.read_bytes()
    post.unlink()
    desk.session.saving.look_at_disk()
    assert [opened.relative for opened in desk.session.posts.unsaved()] == [POST]
    monkeypatch.setattr(QMessageBox, "exec", lambda box: QMessageBox.StandardButton.Cancel)
    assert not desk.window.close()
    desk.save()
    assert post.read_bytes() == before
    assert desk.session.posts.unsaved() == []


def test_closing_writes_a_post_again_whose_file_has_gone(desk, post, monkeypatch):
    desk.open(post)
    before = post.read_bytes()
    post.unlink()
    desk.session.saving.look_at_disk()
    monkeypatch.setattr(QMessageBox, "exec", lambda box: QMessageBox.StandardButton.Save)
    assert desk.window.close()
    assert post.read_bytes() == before


def test_undo_and_redo_are_offered_when_there_is_something_to_undo(desk, post):
    actions = desk.window.actions_by_name
    desk.open(post)
    assert (actions["undo"].isEnabled(), actions["redo"].isEnabled()) == (False, False)
    desk.type_at_end("x")
    assert (actions["undo"].isEnabled(), actions["redo"].isEnabled()) == (True, False)
    desk.do("undo")
    assert (actions["undo"].isEnabled(), actions["redo"].isEnabled()) == (False, True)
