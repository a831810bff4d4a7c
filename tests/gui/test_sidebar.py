"""The posts list as the writer uses it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editor.gui.post_row import PostRow
from editor.gui.posts_model import Filter
from editor.gui.sidebar import Sidebar
from editor.gui.theme import DARK, LIGHT, style_sheet
from editor.site.document import Document, State

Make = Callable[..., Document]


@pytest.fixture
def sidebar(qtbot: QtBot) -> Sidebar:
    sidebar = Sidebar(LIGHT)
    sidebar.setStyleSheet(style_sheet(LIGHT))
    sidebar.resize(248, 600)
    qtbot.addWidget(sidebar)
    sidebar.show()
    return sidebar


def click(qtbot: QtBot, sidebar: Sidebar, path: str) -> None:
    where = sidebar.view.visualRect(sidebar.model.index_of(path)).center()
    qtbot.mouseClick(sidebar.view.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_a_click_chooses_a_post(sidebar: Sidebar, make_document: Make, qtbot: QtBot) -> None:
    sidebar.set_documents([make_document("A", path="a.md"), make_document("B", path="b.md")])
    with qtbot.waitSignal(sidebar.post_chosen) as chosen:
        click(qtbot, sidebar, "b.md")
    assert chosen.args == ["b.md"]


def test_arrow_keys_look_around_and_return_chooses(sidebar: Sidebar, make_document: Make, qtbot: QtBot) -> None:
    sidebar.set_documents([make_document("A", path="a.md"), make_document("B", path="b.md")])
    sidebar.focus_search()
    qtbot.keyClick(sidebar.search, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(sidebar.post_chosen):
        qtbot.keyClick(sidebar.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(sidebar.post_chosen) as chosen:
        qtbot.keyClick(sidebar.view, Qt.Key.Key_Return)
    assert chosen.args == ["b.md"]


def test_return_in_the_search_field_opens_the_first_match(sidebar: Sidebar, make_document: Make, qtbot: QtBot) -> None:
    sidebar.set_documents([make_document("Night trains", path="a.md"), make_document("Lighthouse", path="b.md")])
    qtbot.keyClicks(sidebar.search, "light")
    with qtbot.waitSignal(sidebar.post_chosen) as chosen:
        qtbot.keyClick(sidebar.search, Qt.Key.Key_Return)
    assert chosen.args == ["b.md"]
    qtbot.keyClick(sidebar.search, Qt.Key.Key_Escape)
    assert sidebar.search.text() == ""
    assert sidebar.model.index_of("a.md").isValid()


def test_tabs_tell_their_counts(sidebar: Sidebar, make_document: Make) -> None:
    sidebar.set_documents([make_document(f"Post {n}") for n in range(1284)] + [make_document("D", state=State.DRAFT)])
    texts = [tab.text() for tab in sidebar.tabs.values()]
    assert texts[0].replace(",", "").replace(".", "") == "All 1285"
    assert texts[1:] == ["Drafts 1", "Scheduled 0"]


def test_tabs_filter(sidebar: Sidebar, make_document: Make, qtbot: QtBot) -> None:
    sidebar.set_documents([make_document("A", path="a.md"), make_document("D", path="d.md", state=State.DRAFT)])
    qtbot.mouseClick(sidebar.tabs[Filter.DRAFTS], Qt.MouseButton.LeftButton)
    assert not sidebar.model.index_of("a.md").isValid()
    assert sidebar.model.index_of("d.md").isValid()


def texts_shown(sidebar: Sidebar) -> str:
    from PySide6.QtWidgets import QLabel

    return " ".join(label.text() for label in sidebar.findChildren(QLabel) if label.isVisible())


def test_an_empty_search_says_so(sidebar: Sidebar, make_document: Make, qtbot: QtBot) -> None:
    sidebar.set_documents([make_document("A")])
    qtbot.keyClicks(sidebar.search, "<b>lighthuose")
    assert "No post matches “<b>lighthuose”." in texts_shown(sidebar)


def test_a_site_without_posts_offers_to_write_one(sidebar: Sidebar, qtbot: QtBot) -> None:
    assert "No posts yet." in texts_shown(sidebar)
    button = next(b for b in sidebar.findChildren(QPushButton) if b.isVisible() and b.text() == "New post")
    with qtbot.waitSignal(sidebar.new_post_wanted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_list_that_is_being_read_says_so_until_the_first_posts_come(sidebar: Sidebar, make_document: Make) -> None:
    sidebar.set_reading(True)
    assert "Reading posts…" in texts_shown(sidebar)
    assert sidebar.tabs[Filter.ALL].text() == "All …"
    assert not any(button.isVisible() for button in sidebar.findChildren(QPushButton) if button.text() == "New post")
    sidebar.add_documents([make_document("A")])
    assert "Reading" not in texts_shown(sidebar)
    assert sidebar.tabs[Filter.ALL].text() == "All 1"
    sidebar.set_documents([])
    sidebar.set_reading(False)
    assert "No posts yet." in texts_shown(sidebar)


def test_the_open_post_stays_marked_when_its_file_moves(sidebar: Sidebar, make_document: Make, qtbot: QtBot) -> None:
    sidebar.set_documents([make_document("A", path="_drafts/a.md", state=State.DRAFT), make_document("B")])
    with qtbot.assertNotEmitted(sidebar.post_chosen):
        sidebar.select("_drafts/a.md")
        sidebar.update_document("_drafts/a.md", make_document("A", path="_posts/a.md"))
    assert sidebar.view.currentIndex() == sidebar.model.index_of("_posts/a.md")


def test_the_menu_of_a_post_reports_what_is_wanted(sidebar: Sidebar, make_document: Make, qtbot: QtBot) -> None:
    draft = make_document("A", path="_drafts/a.md", state=State.DRAFT)
    menu = sidebar.menu_for(draft)
    assert [action.text() for action in menu.actions()] == ["Open", "Publish", "Rename…", "Show in File Manager"]
    for row, wish in enumerate(
        (sidebar.post_chosen, sidebar.publish_wanted, sidebar.rename_wanted, sidebar.file_wanted)
    ):
        with qtbot.waitSignal(wish) as wanted:
            menu.actions()[row].trigger()
        assert wanted.args == ["_drafts/a.md"]
    published = sidebar.menu_for(make_document("B", path="b.md"))
    with qtbot.waitSignal(sidebar.unpublish_wanted) as wanted:
        published.actions()[1].trigger()
    assert wanted.args == ["b.md"]


def test_the_row_of_the_open_post_is_painted_in_the_theme(sidebar: Sidebar, make_document: Make, qtbot: QtBot) -> None:
    sidebar.set_documents([make_document("A", path="a.md")])
    sidebar.select("a.md")
    for theme in (LIGHT, DARK):
        sidebar.set_theme(theme)
        rect = sidebar.view.visualRect(sidebar.model.index_of("a.md"))
        image = sidebar.view.viewport().grab().toImage()
        assert image.pixelColor(rect.left() + 1, rect.center().y()).name().upper() == theme.accent
        assert image.pixelColor(rect.left() + 8, rect.top() + 3).name().upper() == theme.selection


def heights(sidebar: Sidebar) -> set[tuple[str, int]]:
    """Each kind of row with its height."""
    model, view = sidebar.model, sidebar.view
    rows = [model.index(row) for row in range(model.rowCount())]
    return {("post" if model.document(row) else "heading", view.visualRect(row).height()) for row in rows}


def test_every_row_keeps_its_height_whatever_is_shown(sidebar: Sidebar, make_document: Make, qtbot: QtBot) -> None:
    months = [make_document(f"Post {n}", path=f"{n}.md", month=12 - n // 2) for n in range(8)]
    sidebar.set_documents(months)
    designed = heights(sidebar)
    assert len(designed) == 2
    qtbot.keyClicks(sidebar.search, "post 7")
    assert heights(sidebar) == designed
    sidebar.search.clear()
    assert heights(sidebar) == designed
    sidebar.update_document(None, make_document("New", path="new.md", state=State.DRAFT))
    assert heights(sidebar) == designed
    sidebar.update_document("new.md", make_document("New", path="published.md", month=10))
    assert heights(sidebar) == designed


def test_a_row_reached_by_arrow_keys_looks_as_the_open_one(sidebar: Sidebar, make_document: Make, qtbot: QtBot) -> None:
    sidebar.set_documents([make_document("A", path="a.md"), make_document("B", path="b.md")])
    sidebar.focus_search()
    qtbot.keyClick(sidebar.search, Qt.Key.Key_Down)
    qtbot.keyClick(sidebar.view, Qt.Key.Key_Down)
    for theme in (LIGHT, DARK):
        sidebar.set_theme(theme)
        rect = sidebar.view.visualRect(sidebar.model.index_of("b.md"))
        image = sidebar.view.viewport().grab().toImage()
        assert image.pixelColor(rect.left() + 1, rect.center().y()).name().upper() == theme.accent
        assert image.pixelColor(rect.right() - 8, rect.center().y()).name().upper() == theme.selection


@pytest.mark.slow
def test_fifty_thousand_posts_can_be_searched(sidebar: Sidebar, make_document: Make, qtbot: QtBot) -> None:
    sidebar.set_documents([make_document(f"Post {n}", path=f"{n}.md", year=1990 + n % 35) for n in range(50_000)])
    qtbot.keyClicks(sidebar.search, "49999")
    assert sidebar.model.rowCount() == 2
    sidebar.search.clear()
    assert sidebar.model.rowCount() == 50_000 + 35


def test_a_changed_post_repaints_its_row_and_no_other(
    qtbot: QtBot, sidebar: Sidebar, make_document: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    sidebar.set_documents([make_document(name, path=f"{name}.md") for name in "abc"])
    sidebar.select("b.md")
    painted: list[str] = []
    paint = PostRow.paint
    monkeypatch.setattr(PostRow, "paint", lambda *args: painted.append(args[3].data()) or paint(*args))
    sidebar.show()
    qtbot.waitExposed(sidebar)
    qtbot.waitUntil(lambda: set(painted) >= {"a", "b", "c"})
    qtbot.wait(50)
    painted.clear()
    sidebar.update_document("b.md", make_document("new", path="b.md"))
    qtbot.waitUntil(lambda: bool(painted))
    qtbot.wait(50)
    assert set(painted) == {"new"}
