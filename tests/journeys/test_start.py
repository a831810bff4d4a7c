"""A writer starts, opens folders and files in every way there is, finds posts, and leaves again."""

from __future__ import annotations

import shutil

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from editor.gui.application import build
from editor.gui.posts_model import Filter
from editor.workspace.sample import SAMPLE_POST

pytestmark = [pytest.mark.web, pytest.mark.slow]
POST = "_posts/2025-11-21-big-news.md"


@pytest.fixture
def titles(desk):
    """The titles in the posts list, in its order."""

    def read() -> list[str]:
        model = desk.window.sidebar.model
        found = (model.document(model.index(row)) for row in range(model.rowCount()))
        return [document.title for document in found if document is not None]

    return read


@pytest.fixture
def full_site(site_folder):
    """The site with two drafts and a post of tomorrow."""
    (site_folder / "_drafts").mkdir()
    (site_folder / "_drafts" / "idea.md").write_text("---\ntitle: An idea\n---\nIdea.\n")
    (site_folder / "_drafts" / "cafe.md").write_text("---\ntitle: Café Übersee\n---\nCoffee.\n")
    (site_folder / "_posts" / "2026-03-15-tomorrow.md").write_text("---\ntitle: Tomorrow\n---\nLater.\n")
    return site_folder


def test_the_window_starts_with_the_start_page(desk):
    assert desk.window.start_page.isVisible()
    assert desk.window.windowTitle() == "Galley"
    for command in ("save", "publish", "export", "new_post"):
        assert not desk.window.actions_by_name[command].isEnabled()


def test_the_sample_site_opens_with_a_click_and_is_the_writers_own(desk, titles, folders):
    with desk.qtbot.waitSignal(desk.session.listed, timeout=10_000):
        QTest.mouseClick(desk.window.start_page.sample_button, Qt.MouseButton.LeftButton)
    desk.wait_rendered()
    assert len(titles()) >= 12
    assert desk.session.workspace.site.root.is_relative_to(folders.state)
    assert desk.session.posts.current.relative == SAMPLE_POST
    assert desk.session.posts.document.problems == ()
    assert desk.window.banners.isHidden()
    title = desk.session.posts.document.title
    assert desk.window.windowTitle() == f"{title}[*] — Galley"
    desk.type_at_end("Mine.")
    desk.until(desk.window.isWindowModified)
    desk.save()
    assert not desk.window.isWindowModified()


def test_every_post_of_the_sample_site_opens_without_a_fault(desk):
    with desk.qtbot.waitSignal(desk.session.listed, timeout=10_000):
        desk.session.open_sample()
    for path, document in desk.session.documents.items():
        assert document.problems == (), path
        assert desk.session.open_post(path)
        desk.wait_rendered()
        assert desk.session.posts.rendering.problems == (), path
        assert desk.session.posts.unsaved() == []


def test_a_chosen_folder_opens_and_is_remembered(desk, site_folder, folders, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(site_folder))
    with desk.qtbot.waitSignal(desk.session.listed, timeout=10_000):
        QTest.mouseClick(desk.window.start_page.open_button, Qt.MouseButton.LeftButton)
    desk.do("close")
    assert desk.window.start_page.isVisible()
    assert desk.window.windowTitle() == "Galley"
    (row,) = desk.window.start_page.recent.rows
    with desk.qtbot.waitSignal(desk.session.listed, timeout=10_000):
        QTest.mouseClick(row.button, Qt.MouseButton.LeftButton)
    assert desk.session.workspace.site.root == site_folder
    assert POST in desk.session.documents


def test_another_window_knows_the_recent_folder_and_that_it_is_gone(desk, site_folder, folders, qtbot):
    desk.open(site_folder)
    shutil.rmtree(site_folder)
    window, session = build(folders)
    (row,) = window.start_page.recent.rows
    assert row.folder == site_folder
    assert row.is_missing
    assert not row.button.isEnabled()
    assert not session.open_path(site_folder)
    window.show()
    assert any(str(site_folder.name) in text and "not there" in text for text in desk.labels(window.start_page))
    window.close()
    shiboken6.delete(window)


def test_a_file_opens_in_the_site_that_holds_it(desk, site_folder, titles):
    desk.open(site_folder / POST)
    assert desk.session.workspace.site.root == site_folder
    assert desk.session.posts.current.relative == POST
    assert len(titles()) == 1
    view = desk.window.sidebar.view
    assert view.currentIndex() == desk.window.sidebar.model.index_of(POST)


def test_a_file_that_is_no_post_is_refused_in_words(desk, site_folder):
    (site_folder / "picture.png").write_bytes(b"\x89PNG")
    assert not desk.session.open_path(site_folder / "picture.png")
    assert any("picture.png" in text for text in desk.labels(desk.window.start_page))
    assert not desk.session.open_path(site_folder / "missing.md")
    assert any("missing.md" in text for text in desk.labels(desk.window.start_page))
    desk.open(site_folder)
    assert not desk.session.open_path(site_folder / "picture.png")
    assert "picture.png" in desk.banner("open")
    assert desk.session.workspace.site.root == site_folder


def test_a_folder_dropped_on_the_window_opens(desk, site_folder):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(site_folder))])
    with desk.qtbot.waitSignal(desk.session.listed, timeout=10_000):
        desk.drop(desk.window.start_page, mime)
    assert POST in desk.session.documents


def test_a_post_dropped_into_the_text_opens_and_is_not_inserted(desk, full_site):
    desk.open(full_site / POST)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(full_site / "_drafts" / "idea.md"))])
    desk.drop(desk.text_edit.viewport(), mime)
    assert desk.session.posts.current.relative == "_drafts/idea.md"
    assert desk.session.posts.unsaved() == []


def test_another_folder_is_opened_only_when_unsaved_work_is_settled(desk, full_site, tmp_path, monkeypatch):
    other = tmp_path / "other"
    (other / "_posts").mkdir(parents=True)
    (other / "_posts" / "2025-01-01-there.md").write_text("There.\n")
    answers = [QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Save]
    monkeypatch.setattr(QMessageBox, "exec", lambda box: answers.pop(0))
    desk.open(full_site / POST)
    desk.type_at_end("Mine.")
    assert not desk.session.open_path(other)
    assert desk.session.posts.current.relative == POST
    desk.open(other)
    assert (full_site / POST).read_bytes().endswith(b"Mine.")
    assert desk.session.posts.current is None
    assert list(desk.session.documents) == ["_posts/2025-01-01-there.md"]
    assert answers == []


def test_tabs_show_all_drafts_or_scheduled_posts(desk, full_site, titles):
    desk.open(full_site)
    tabs = desk.window.sidebar.tabs
    assert [tabs[each].text() for each in Filter] == ["All 4", "Drafts 2", "Scheduled 1"]
    QTest.mouseClick(tabs[Filter.DRAFTS], Qt.MouseButton.LeftButton)
    assert sorted(titles()) == ["An idea", "Café Übersee"]
    QTest.mouseClick(tabs[Filter.SCHEDULED], Qt.MouseButton.LeftButton)
    assert titles() == ["Tomorrow"]
    QTest.mouseClick(tabs[Filter.ALL], Qt.MouseButton.LeftButton)
    assert len(titles()) == 4


def test_a_post_is_found_by_a_part_of_its_title_and_opened_by_return(desk, full_site, titles):
    desk.open(full_site)
    desk.do("go_to_post")
    search = desk.window.sidebar.search
    assert desk.window.focusWidget() is search
    desk.type(search, "ubers")
    assert titles() == ["Café Übersee"]
    QTest.keyClick(search, Qt.Key.Key_Return)
    desk.wait_rendered()
    assert desk.session.posts.current.relative == "_drafts/cafe.md"
    assert desk.has_caret_in_text
    search.clear()
    assert len(titles()) == 4
    desk.type(search, "nothing like it")
    assert titles() == []
    assert any("nothing like it" in text for text in desk.labels(desk.window.sidebar))


def test_the_list_follows_title_and_date_as_they_are_typed(desk, full_site, titles):
    desk.open(full_site / POST)
    title = desk.window.title_field
    title.selectAll()
    desk.type(title, "Zebra")
    desk.wait_rendered()
    assert "Zebra" in titles()
    assert desk.window.sidebar.tabs[Filter.SCHEDULED].text() == "Scheduled 1"
    date = desk.field("Date")
    date.selectAll()
    desk.type(date, "2030-01-01")
    QTest.keyClick(date, Qt.Key.Key_Return)
    desk.wait_rendered()
    desk.until(lambda: desk.window.sidebar.tabs[Filter.SCHEDULED].text() == "Scheduled 2")


def test_posts_that_come_and_go_on_disk_come_and_go_in_the_list(desk, full_site, titles):
    desk.open(full_site)
    (full_site / "_posts" / "2026-01-01-new.md").write_text("---\ntitle: From elsewhere\n---\n")
    desk.until(lambda: "From elsewhere" in titles())
    (full_site / "_posts" / "2026-01-01-new.md").unlink()
    desk.until(lambda: "From elsewhere" not in titles())


def test_a_folder_that_vanishes_takes_no_text_with_it(desk, site_folder):
    before = (site_folder / POST).read_bytes()
    desk.open(site_folder / POST)
    desk.type_at_end("Mine.")
    shutil.rmtree(site_folder)
    desk.do("save")
    desk.until(lambda: desk.banner("conflict"))
    assert "Your text is still here" in desk.banner("conflict")
    assert desk.window.text_pane.text().endswith("Mine.")
    with desk.qtbot.waitSignal(desk.session.saving.saved, timeout=10_000):
        desk.button(desk.window.banners, "Write it again").click()
    assert (site_folder / POST).read_bytes() == before + b"Mine."
    assert desk.banner("conflict") == ""
    assert desk.session.posts.unsaved() == []


def test_a_copy_can_be_saved_elsewhere_when_saving_fails(desk, site_folder, tmp_path, monkeypatch):
    desk.open(site_folder / POST)
    desk.type_at_end("Mine.")
    shutil.rmtree(site_folder)
    copy = tmp_path / "rescued.md"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(copy), ""))
    desk.do("save")
    desk.until(lambda: desk.banner("conflict"))
    desk.button(desk.window.banners, "Save elsewhere…").click()
    desk.until(copy.is_file)
    desk.session.disk.wait()
    assert copy.read_bytes().endswith(b"Mine.")
    assert any(copy.name in text for text in desk.status)


def test_the_window_comes_back_as_it_was_left(desk, site_folder, folders):
    desk.open(site_folder)
    desk.do("view_text")
    desk.do("sidebar")
    desk.window.resize(760, 560)
    desk.window.save_session()
    window, session = build(folders)
    assert (window.width(), window.height()) == (760, 560)  # as large as the offscreen screen allows
    assert window.site_view.view == "text"
    assert window.sidebar.isHidden()
    session.may_close()
    shiboken6.delete(window)
