"""What else the menus and banners offer does what it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QPlainTextEdit

from editor.gui.difference_dialog import DifferenceDialog
from editor.gui.problems_panel import ProblemsPanel

pytestmark = [pytest.mark.web, pytest.mark.slow]
POST = "_posts/2025-11-21-big-news.md"
OTHER = "_posts/2025-11-22-other.md"


@pytest.fixture
def post(site_folder):
    (site_folder / OTHER).write_bytes(b"---\ntitle: Other\nlayout: post\n---\nOther text.\n")
    return site_folder / POST


@pytest.fixture
def handed_over(monkeypatch):
    """What was given to other programs."""
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toLocalFile()))
    return opened


def test_the_browser_gets_the_post_as_it_stands(desk, post, handed_over):
    before = post.read_bytes()
    desk.open(post)
    desk.type_at_end("\nNot *saved*.\n")
    desk.window.preview.browser_wanted.emit()
    desk.until(lambda: handed_over)
    assert "<p>Not <em>saved</em>.</p>" in Path(handed_over[0]).read_text(encoding="utf-8")
    assert post.read_bytes() == before


def test_the_file_manager_gets_the_folder_of_the_post(desk, post, handed_over):
    desk.open(post)
    desk.do("show_file")
    assert handed_over == [str(post.parent)]


def test_the_whole_site_is_checked_and_a_problem_leads_to_its_post(desk, post):
    desk.open(post)
    desk.session.open_post(OTHER)
    desk.do("problems")
    panel = desk.window.findChild(ProblemsPanel)
    desk.until(panel.isVisible)
    (missing,) = (row for row in range(panel.list.count()) if "17421b39" in panel.list.item(row).text())
    panel.list.itemActivated.emit(panel.list.item(missing))
    assert desk.session.posts.current.relative == POST
    panel.close()


def test_the_recent_menu_opens_a_folder(desk, post, site_folder, tmp_path):
    second = tmp_path / "second"
    (second / "_posts").mkdir(parents=True)
    desk.open(site_folder)
    desk.open(second)
    menu = desk.window.actions_by_name.menus["recent"]
    menu.aboutToShow.emit()
    (action,) = (each for each in menu.actions() if each.text().endswith("site"))
    with desk.qtbot.waitSignal(desk.session.listed, timeout=10_000):
        action.trigger()
    assert desk.session.workspace.site.root == site_folder


def test_versions_in_conflict_can_be_compared_and_one_kept(desk, post):
    desk.open(post)
    desk.type_at_end("Mine.\n")
    post.write_bytes(post.read_bytes() + b"Theirs.\n")
    desk.do("save")
    desk.until(lambda: desk.banner("conflict"))

    def read(dialog: DifferenceDialog) -> None:
        text = dialog.findChild(QPlainTextEdit).toPlainText()
        assert "-Theirs." in text
        assert "+Mine." in text

    with desk.at_dialog(DifferenceDialog, read):
        desk.button(desk.window.banners, "Compare…").click()
    with desk.qtbot.waitSignal(desk.session.saving.saved, timeout=10_000):
        desk.button(desk.window.banners, "Keep mine").click()
    assert post.read_bytes().endswith(b"Ukraine.\nMine.\n")
    assert desk.banner("conflict") == ""


def test_a_conflict_while_closing_keeps_the_window_and_saves_what_can_be_saved(desk, post, site_folder, monkeypatch):
    monkeypatch.setattr(QMessageBox, "exec", lambda box: QMessageBox.StandardButton.Save)
    desk.open(post)
    desk.type_at_end("Mine.")
    desk.session.open_post(OTHER)
    desk.type_at_end("More.")
    theirs = post.read_bytes() + b"Theirs.\n"
    post.write_bytes(theirs)
    assert not desk.window.close()
    assert desk.window.isVisible()
    assert desk.session.posts.current.relative == POST
    desk.until(lambda: desk.banner("conflict"))
    assert post.read_bytes() == theirs
    assert desk.window.text_pane.text().endswith("Mine.")
    desk.button(desk.window.banners, "Keep mine").click()
    desk.until(lambda: post.read_bytes().endswith(b"Mine."))
    desk.session.disk.wait()
    assert desk.window.close()
    assert (site_folder / OTHER).read_bytes().endswith(b"More.")


def test_a_conflict_banner_goes_with_its_post_and_comes_back_with_it(desk, post):
    desk.open(post)
    desk.type_at_end("Mine.")
    theirs = post.read_bytes() + b"Theirs.\n"
    post.write_bytes(theirs)
    desk.do("save")
    desk.until(lambda: desk.banner("conflict"))
    desk.session.open_post(OTHER)
    assert desk.banner("conflict") == ""
    desk.session.open_post(POST)
    desk.until(lambda: desk.banner("conflict"))
    assert post.read_bytes() == theirs


def test_a_post_that_changed_while_another_was_shown_is_read_again(desk, post):
    desk.open(post)
    desk.session.open_post(OTHER)
    post.write_bytes(post.read_bytes() + b"Theirs.\n")
    desk.session.open_post(POST)
    assert desk.window.text_pane.text().endswith("Theirs.\n")
    assert desk.session.posts.unsaved() == []


def test_a_save_in_the_background_of_another_post_is_not_told_as_this_ones(desk, post):
    desk.open(post)
    desk.type_at_end("Mine.")
    desk.do("save")
    desk.session.open_post(OTHER)  # while the save is under way
    desk.type_at_end("x")
    desk.session.disk.wait()
    assert post.read_bytes().endswith(b"Mine.")
    desk.until(lambda: "Unsaved" in desk.status)
    assert [opened.relative for opened in desk.session.posts.unsaved()] == [OTHER]
    desk.do("undo")
    assert desk.session.posts.unsaved() == []


def test_a_conflict_of_a_post_that_was_left_is_told_by_name_and_touches_no_other(desk, post, site_folder):
    desk.open(post)
    desk.type_at_end("Mine.")
    theirs = post.read_bytes() + b"Theirs.\n"
    post.write_bytes(theirs)
    desk.do("save")
    desk.session.open_post(OTHER)  # before the save has failed
    desk.until(lambda: desk.banner("save-failed"))
    assert "big-news.md" in desk.banner("save-failed")
    assert desk.banner("conflict") == ""
    assert desk.window.text_pane.text() == "Other text.\n"
    desk.type_at_end("x")
    desk.save()
    assert desk.banner("save-failed"), "saving another post is no news of this one"
    desk.button(desk.window.banners, "Show it").click()
    assert desk.session.posts.current.relative == POST
    desk.until(lambda: desk.banner("conflict"))
    assert desk.banner("save-failed") == ""
    desk.button(desk.window.banners, "Load theirs").click()
    assert desk.window.text_pane.text().endswith("Theirs.\n")
    assert post.read_bytes() == theirs
    assert (site_folder / OTHER).read_bytes().endswith(b"Other text.\nx")
