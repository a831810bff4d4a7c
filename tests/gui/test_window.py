"""The main window: its views, its menus, what it remembers and what it asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.gui.quiet_words import QuietWords
from editor.gui.theme import DARK, LIGHT, style_sheet
from editor.gui.window import MainWindow
from editor.settings import Folders, Session, load_session, save_session
from editor.site.document import Document, State

Make = Callable[..., Document]


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(config=tmp_path / "config", cache=tmp_path / "cache", state=tmp_path / "state")


@pytest.fixture
def make_window(folders: Folders, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], MainWindow]]:
    from editor.gui.preview import Preview

    monkeypatch.setattr(Preview, "paintEvent", lambda *_: None)  # no web engine here: it has tests of its own

    def make() -> MainWindow:
        window = MainWindow(theme=LIGHT, folders=folders)
        window.setStyleSheet(style_sheet(LIGHT))
        qtbot.addWidget(window)
        window.show()
        return window

    return make


@pytest.fixture
def window(make_window: Callable[[], MainWindow]) -> MainWindow:
    return make_window()


def test_it_begins_with_the_start_page(window: MainWindow) -> None:
    assert window.start_page.isVisible()
    assert not window.sidebar.isVisible()
    assert not window.actions_by_name["new_post"].isEnabled()


def test_a_site_without_an_open_post_invites_to_choose_one(window: MainWindow, qtbot: QtBot) -> None:
    window.show_site()
    assert window.sidebar.isVisible()
    assert window.site_view.nothing_open.isVisible()
    assert not window.text_pane.isVisible()
    assert window.actions_by_name["new_post"].isEnabled()
    assert not window.actions_by_name["save"].isEnabled()
    with qtbot.waitSignal(window.actions_by_name["new_post"].triggered):
        window.site_view.nothing_open.new_post_wanted.emit()


@pytest.fixture
def writing(window: MainWindow, make_document: Make) -> MainWindow:
    """A window with a post open."""
    window.show_site()
    window.set_document_visible(True)
    words = QuietWords("_posts/2025-11-21-big-news.md", "/blog/page.html")
    window.show_document(make_document("Big News", path="_posts/2025-11-21-big-news.md"), words)
    return window


def test_the_quiet_line_tells_the_file_and_the_address(writing: MainWindow, make_document: Make) -> None:
    assert writing.quiet_line.text() == "_posts/2025-11-21-big-news.md → /blog/page.html"
    assert writing.windowTitle() == "Big News[*] — Galley"


def test_drafts_can_be_published_and_posts_unpublished(writing: MainWindow, make_document: Make) -> None:
    publish, unpublish = (writing.actions_by_name[name] for name in ("publish", "unpublish"))
    assert (publish.isEnabled(), unpublish.isEnabled()) == (False, True)
    writing.show_document(make_document("Idea", state=State.DRAFT), QuietWords("_drafts/idea.md"))
    assert (publish.isEnabled(), unpublish.isEnabled()) == (True, False)


def test_views_show_text_both_or_preview(writing: MainWindow) -> None:
    for view, text, preview in (("text", True, False), ("preview", False, True), ("both", True, True)):
        writing.actions_by_name[f"view_{view}"].trigger()
        assert (writing.text_pane.isVisible(), writing.preview.isVisible()) == (text, preview)


def test_the_sidebar_hides_and_go_to_post_brings_it_back(writing: MainWindow) -> None:
    writing.actions_by_name["sidebar"].trigger()
    assert not writing.sidebar.isVisible()
    writing.actions_by_name["go_to_post"].trigger()
    assert writing.sidebar.isVisible()
    assert writing.actions_by_name["sidebar"].isChecked()
    assert writing.sidebar.search.hasFocus() or QApplication.activeWindow() is None


@pytest.mark.parametrize("size", [QSize(1440, 900), QSize(1100, 700)])
def test_the_text_keeps_its_share_of_the_height(writing: MainWindow, size: QSize, qtbot: QtBot) -> None:
    writing.title_field.set_title("Big News: Steve Rosenberg - Putin uncompromising as leaked plan reaches Moscow")
    writing.resize(size)
    column = writing.site_view.column
    qtbot.waitUntil(lambda: writing.text_pane.height() >= 0.38 * column.height())
    assert writing.sidebar.width() == 248
    assert writing.width() == size.width()


def test_hiding_the_details_folds_the_form(writing: MainWindow) -> None:
    before = writing.form.sizeHint().height()
    writing.actions_by_name["hide_details"].trigger()
    assert writing.form.sizeHint().height() < before


def test_the_forms_own_switches_and_the_menu_agree(writing: MainWindow) -> None:
    writing.form.yaml_shown.emit(True)
    assert writing.actions_by_name["yaml"].isChecked()
    writing.form.folded.emit(True)
    assert writing.actions_by_name["hide_details"].isChecked()


def test_enter_in_the_title_leads_to_the_text(writing: MainWindow, qtbot: QtBot) -> None:
    writing.title_field.finished.emit()
    assert writing.focusWidget() is writing.text_pane.focusProxy()


def test_it_asks_before_it_closes(window: MainWindow) -> None:
    window.may_close = lambda: False
    assert not window.close()
    assert window.isVisible()
    window.may_close = lambda: True
    assert window.close()


def test_it_asks_before_it_leaves_a_site(writing: MainWindow, qtbot: QtBot) -> None:
    writing.may_leave = lambda: False
    with qtbot.assertNotEmitted(writing.site_left):
        writing.actions_by_name["close"].trigger()
    assert writing.sidebar.isVisible()
    writing.may_leave = lambda: True
    with qtbot.waitSignal(writing.site_left):
        writing.actions_by_name["close"].trigger()
    assert writing.start_page.isVisible()


def test_panes_are_as_they_were_left(writing: MainWindow, make_window: Callable[[], MainWindow]) -> None:
    writing.resize(760, 560)
    writing.actions_by_name["view_text"].trigger()
    writing.actions_by_name["sidebar"].trigger()
    writing.close()
    again = make_window()
    again.show_site()
    again.set_document_visible(True)
    assert again.site_view.view == "text"
    assert again.actions_by_name["view_text"].isChecked()
    assert not again.preview.isVisible()
    assert not again.sidebar.isVisible()
    assert again.size() == QSize(760, 560)


def test_a_session_file_of_nonsense_does_no_harm(folders: Folders, make_window: Callable[[], MainWindow]) -> None:
    save_session(folders, Session(geometry="ü%$", panes={"outer": "?", "inner": "AAAA", "view": "sideways"}))
    window = make_window()
    assert window.site_view.view == "both"


def test_closing_keeps_the_recent_folders(folders: Folders, window: MainWindow, tmp_path: Path) -> None:
    save_session(folders, Session().with_recent(tmp_path))
    window.close()
    assert load_session(folders).recent == (str(tmp_path),)


def test_recent_folders_are_in_the_menu(folders: Folders, window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    menu = window.actions_by_name.menus["recent"]
    menu.aboutToShow.emit()
    assert [action.isEnabled() for action in menu.actions()] == [False]
    save_session(folders, Session().with_recent(tmp_path / "gone").with_recent(tmp_path))
    menu.aboutToShow.emit()
    assert [action.isEnabled() for action in menu.actions()] == [True, False]
    with qtbot.waitSignal(window.open_wanted) as wanted:
        menu.actions()[0].trigger()
    assert wanted.args == [tmp_path]


def test_a_recent_folder_can_be_forgotten(folders: Folders, window: MainWindow, tmp_path: Path) -> None:
    save_session(folders, Session().with_recent(tmp_path))
    window.start_page.recent_removed.emit(tmp_path)
    assert load_session(folders).recent == ()


def test_a_folder_can_be_dropped_anywhere(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(5, 5), copy, data, left, Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(window.open_wanted) as wanted:
        window.dropEvent(event)
    assert wanted.args == [tmp_path]


def test_themes_are_chosen_in_the_menu(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.scheme_chosen) as chosen:
        window.actions_by_name["theme_dark"].trigger()
    assert chosen.args == ["dark"]
    window.set_theme(DARK)
    assert window.theme is DARK
    window.set_scheme("light")
    assert window.actions_by_name["theme_light"].isChecked()


def test_every_control_of_the_chrome_can_be_named(writing: MainWindow) -> None:
    from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton

    chrome = (writing.top_bar, writing.sidebar, writing.status_bar, writing.banners)
    nameless = [
        control
        for part in chrome
        for kind in (QPushButton, QToolButton, QLineEdit)
        for control in part.findChildren(kind)
        if control.isVisible() and not (control.accessibleName() or getattr(control, "text", str)())
    ]
    # The icon in a search field is Qt's own button, and no stop for the keyboard.
    assert [control for control in nameless if not isinstance(control.parent(), QLineEdit)] == []


def is_in_text(window: MainWindow) -> bool:
    return window.focusWidget() is window.text_pane.focusProxy()


def test_changing_views_leaves_the_writer_in_the_text(writing: MainWindow) -> None:
    writing.text_pane.setFocus()
    for view in ("preview", "both", "preview", "text", "both", "text"):
        writing.actions_by_name[f"view_{view}"].trigger()
        assert is_in_text(writing) is (view != "preview")
    writing.actions_by_name["view_preview"].trigger()
    assert writing.focusWidget() in (writing.preview, writing.preview.view)


def test_changing_views_leaves_the_search_alone(writing: MainWindow) -> None:
    writing.sidebar.focus_search()
    for view in ("preview", "both", "text"):
        writing.actions_by_name[f"view_{view}"].trigger()
        assert writing.focusWidget() is writing.sidebar.search


@pytest.mark.parametrize("name", ["hide_details", "yaml"])
def test_hiding_what_has_the_focus_leads_to_the_text(writing: MainWindow, name: str) -> None:
    writing.actions_by_name["yaml"].setChecked(name == "yaml")
    writing.form.focus_first()
    writing.actions_by_name[name].trigger()
    assert is_in_text(writing)


def test_hiding_the_posts_list_leads_to_the_text(writing: MainWindow) -> None:
    writing.sidebar.focus_search()
    writing.actions_by_name["sidebar"].trigger()
    assert is_in_text(writing)


def test_an_answered_banner_leads_back_to_the_text(writing: MainWindow) -> None:
    banner = writing.banners.show_banner(
        "disk", kind="warning", text="Changed.", buttons=[("Keep mine", lambda: writing.banners.hide("disk"))]
    )
    banner.buttons[0].setFocus()
    banner.buttons[0].click()
    assert is_in_text(writing)


def test_a_banner_that_goes_by_itself_leaves_the_focus_alone(writing: MainWindow) -> None:
    writing.banners.show_banner("disk", kind="warning", text="Changed.")
    writing.sidebar.focus_search()
    writing.banners.hide("disk")
    assert writing.focusWidget() is writing.sidebar.search


def test_one_key_leads_to_the_text_from_anywhere(writing: MainWindow) -> None:
    for view in ("preview", "both"):
        writing.actions_by_name[f"view_{view}"].trigger()
        writing.sidebar.focus_search()
        writing.actions_by_name["go_to_text"].trigger()
        assert is_in_text(writing)
        assert writing.text_pane.isVisible()


def test_the_first_window_fits_the_screen_with_its_frame(window: MainWindow) -> None:
    free = window.screen().availableGeometry()
    content = window.geometry()
    assert free.contains(window.frameGeometry())
    assert free.height() - content.height() >= 40  # a title bar's height
    assert abs(free.center().x() - content.center().x()) <= 4
    assert content.top() <= free.center().y()


def test_undo_and_redo_are_offered_when_there_is_something_to_undo(writing: MainWindow) -> None:
    undo, redo = (writing.actions_by_name[name] for name in ("undo", "redo"))
    writing.set_can_undo(False)
    writing.set_can_redo(False)
    writing.set_document_visible(True)  # another post is opened
    assert (undo.isEnabled(), redo.isEnabled()) == (False, False)
    writing.set_can_undo(True)
    assert (undo.isEnabled(), redo.isEnabled()) == (True, False)
    writing.set_document_visible(False)
    writing.set_can_redo(True)
    assert (undo.isEnabled(), redo.isEnabled()) == (False, False)


def test_the_menu_greys_save_while_nothing_is_unsaved_and_its_key_always_works(writing: MainWindow) -> None:
    save, menu = writing.actions_by_name["save"], writing.actions_by_name.menus["file"]
    writing.text_pane.setFocus()
    menu.aboutToShow.emit()
    assert not save.isEnabled()
    menu.aboutToHide.emit()
    assert save.isEnabled()
    writing.setWindowModified(True)
    menu.aboutToShow.emit()
    assert save.isEnabled()


def test_the_menu_offers_to_save_what_a_field_may_still_hold(writing: MainWindow) -> None:
    writing.form.focus_first()
    writing.actions_by_name.menus["file"].aboutToShow.emit()
    assert writing.actions_by_name["save"].isEnabled()


def test_the_menu_of_headings_waits_for_a_post(window: MainWindow) -> None:
    menu = window.actions_by_name.menus["heading"]
    assert not menu.isEnabled()
    window.show_site()
    assert not menu.isEnabled()
    window.set_document_visible(True)
    assert menu.isEnabled()


def test_a_fault_takes_the_message_of_what_failed_away(writing: MainWindow) -> None:
    from PySide6.QtWidgets import QLabel

    def shown() -> list[str]:
        return [label.text() for label in writing.status_bar.findChildren(QLabel)]

    writing.status_bar.show_message("Publishing…")
    assert "Publishing…" in shown()
    writing.banners.show_banner("publish", kind="error", text="The disk is full.")
    assert "Publishing…" not in shown()
