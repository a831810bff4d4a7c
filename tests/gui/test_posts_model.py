"""The rows of the posts list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import Qt as QtText
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from editor.gui.post_words import row_state, told_at_length
from editor.gui.posts_model import Filter, PostsModel, folded
from editor.site.document import Document, State

Make = Callable[..., Document]


@pytest.fixture
def model(qtbot: QtBot) -> PostsModel:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    return PostsModel()


def shown(model: PostsModel) -> list[str]:
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def spoken(model: PostsModel, path: str) -> str:
    return str(model.index_of(path).data(Qt.ItemDataRole.AccessibleTextRole))


def test_posts_stand_under_their_month_newest_first(model: PostsModel, make_document: Make) -> None:
    model.set_documents([make_document("Old", month=10), make_document("Older", month=10, day=2), make_document("New")])
    assert shown(model) == ["November 2025", "New", "October 2025", "Old", "Older"]


def test_drafts_stand_on_top_and_files_without_a_date_are_not_hidden(model: PostsModel, make_document: Make) -> None:
    model.set_documents(
        [
            make_document("Post"),
            make_document("Odd", dated=False, state=State.IGNORED),
            make_document("Draft", state=State.DRAFT),
        ]
    )
    assert shown(model) == ["Drafts", "Draft", "Without a date", "Odd", "November 2025", "Post"]


def test_search_wants_all_words_whatever_case_and_accents(model: PostsModel, make_document: Make) -> None:
    model.set_documents([make_document("Le Café de la Gare"), make_document("Cafe Noir"), make_document("Öl")])
    model.set_search("CAFE gare")
    assert shown(model)[1:] == ["Le Café de la Gare"]
    model.set_search("ol")
    assert shown(model)[1:] == ["Öl"]
    model.set_search("")
    assert model.rowCount() == 4


def test_tabs_show_drafts_or_scheduled_posts_and_count_them(model: PostsModel, make_document: Make) -> None:
    model.set_documents(
        [
            make_document("A"),
            make_document("B", state=State.DRAFT),
            make_document("C", state=State.SCHEDULED, year=2027),
        ]
    )
    assert [model.count(chosen) for chosen in Filter] == [3, 1, 1]
    model.set_filter(Filter.DRAFTS)
    assert shown(model) == ["Drafts", "B"]
    model.set_filter(Filter.SCHEDULED)
    assert shown(model) == ["November 2027", "C"]


def test_a_changed_title_repaints_one_row_and_keeps_the_list(
    model: PostsModel, make_document: Make, qtbot: QtBot
) -> None:
    model.set_documents([make_document("A", path="a.md"), make_document("B", path="b.md")])
    with qtbot.waitSignal(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.update_document("a.md", make_document("Z", path="a.md"))
    assert shown(model) == ["November 2025", "Z", "B"]


def test_a_changed_date_moves_the_row(model: PostsModel, make_document: Make) -> None:
    model.set_documents([make_document("A", path="a.md"), make_document("B", path="b.md", day=1)])
    model.update_document("a.md", make_document("A", path="a.md", month=3))
    assert shown(model) == ["November 2025", "B", "March 2025", "A"]


def test_documents_come_move_and_go(model: PostsModel, make_document: Make) -> None:
    model.update_document(None, make_document("A", path="_drafts/a.md", state=State.DRAFT))
    assert shown(model) == ["Drafts", "A"]
    model.update_document("_drafts/a.md", make_document("A", path="_posts/a.md"))
    assert shown(model) == ["November 2025", "A"]
    assert model.count(Filter.DRAFTS) == 0
    model.update_document("_posts/a.md", None)
    assert shown(model) == []
    assert model.count(Filter.ALL) == 0


def test_an_empty_list_forgets_the_last_one(model: PostsModel, make_document: Make) -> None:
    model.set_documents([make_document("A")])
    model.set_documents([])
    assert shown(model) == []
    assert model.count(Filter.ALL) == 0


def test_documents_read_in_batches_end_up_all_shown(model: PostsModel, make_document: Make) -> None:
    for number in range(40):
        model.add_documents([make_document(f"Post {number}-{each}") for each in range(5)])
    assert model.count(Filter.ALL) == 200
    model.show_waiting()
    assert model.rowCount() == 201


def test_a_row_says_its_state_in_words_and_not_by_colour_alone(model: PostsModel, make_document: Make) -> None:
    model.set_documents(
        [
            make_document("A", path="a.md"),
            make_document("B", path="b.md", state=State.BROKEN, fault="Line 3: <b>no</b>"),
        ]
    )
    model.set_unsaved(frozenset({"a.md"}))
    assert spoken(model, "a.md") == "A, Live, 21 Nov 2025, 18:21, News, edited"
    assert "Broken" in spoken(model, "b.md")
    tip = str(model.index_of("b.md").data(Qt.ItemDataRole.ToolTipRole))
    assert "Line 3: <b>no</b>" in tip
    assert not QtText.mightBeRichText(tip)


def test_a_post_without_title_shows_its_file_name(model: PostsModel, make_document: Make) -> None:
    model.set_documents([make_document("", path="_posts/2025-01-01-x.md")])
    assert shown(model)[1] == "2025-01-01-x.md"


def test_it_keeps_the_rules_of_qt_models(qtmodeltester: ModelTester, model: PostsModel, make_document: Make) -> None:
    model.set_documents([make_document("A"), make_document("B", state=State.DRAFT)])
    qtmodeltester.check(model)


@settings(deadline=None)
@given(st.text())
def test_folding_twice_folds_no_further(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_a_page_that_is_open_is_no_ignored_file(make_document: Callable[..., Document]) -> None:
    page = replace(make_document("About", state=State.IGNORED, dated=False), url="/about/")
    ignored = replace(page, url="")
    assert (row_state(page), row_state(ignored)) == ("Page", "Ignored by Jekyll")
    assert "Page" in told_at_length(page)


def test_rows_that_stay_where_they_are_are_shown_anew_without_a_reset(
    qtbot: QtBot, model: PostsModel, make_document: Make
) -> None:
    one, two = make_document("One", path="1.md"), make_document("Two", path="2.md")
    model.set_documents([one, two])
    before = shown(model)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.set_documents([replace(one, title="Another"), two])
    assert shown(model) == [row.replace("One", "Another") for row in before]
    with qtbot.waitSignal(model.modelReset):
        model.set_documents([two])
    assert model.index_of("1.md").isValid() is False
