"""The column in which one writes, as the keyboard goes through it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.actions import Actions
from editor.gui.document_column import LEAST_TEXT, DocumentColumn
from editor.site.front_matter import FrontMatter


@pytest.fixture
def column(qtbot: QtBot) -> Iterator[DocumentColumn]:
    window = QMainWindow()
    actions = Actions(window)
    actions.set_open(site=True, post=True)
    column = DocumentColumn(actions, window)
    window.setCentralWidget(column)
    window.resize(900, 900)
    qtbot.addWidget(window)
    window.show()
    for front_matter in ("title: A\n", "title: A\nmood: calm\n"):  # another post brings other fields
        column.form.show_front_matter(FrontMatter(front_matter))
    yield column
    window.close()


def stops(column: DocumentColumn, first: QWidget, last: QWidget, key: Qt.Key, qtbot: QtBot) -> list[QWidget]:
    """What the key visits from the first widget to the last."""
    window = column.window()
    first.setFocus()
    visited = [window.focusWidget()]
    while visited[-1] is not last and len(visited) < 60:
        qtbot.keyClick(visited[-1], key)
        visited.append(window.focusWidget())
    return visited


def test_tab_goes_through_the_parts_in_reading_order(column: DocumentColumn, qtbot: QtBot) -> None:
    visited = stops(column, column.title_field, column.text_pane.focusProxy(), Qt.Key.Key_Tab, qtbot)
    parts = (column.title_field, column.quiet_line, column.form, column.format_bar, column.text_pane)
    order = [next(at for at, part in enumerate(parts) if part is w or part.isAncestorOf(w)) for w in visited]
    assert order == sorted(order)
    assert set(order) == {0, 1, 2, 3, 4}


def test_tab_goes_along_the_format_bar(column: DocumentColumn, qtbot: QtBot) -> None:
    visited = stops(column, column.title_field, column.text_pane.focusProxy(), Qt.Key.Key_Tab, qtbot)
    places = [w.mapTo(column, QPoint()).x() for w in visited if column.format_bar.isAncestorOf(w)]
    assert len(places) > 10
    assert places == sorted(places)


@pytest.mark.parametrize(("width", "height"), [(600, 760), (300, 375)])
def test_a_title_of_five_thousand_characters_leaves_room_for_the_rest(
    column: DocumentColumn, qtbot: QtBot, width: int, height: int
) -> None:
    column.window().resize(width, height)
    column.title_field.set_title("Long title " * 450)
    qtbot.waitUntil(lambda: column.quiet_line.y() >= column.title_field.geometry().bottom())
    assert column.text_pane.height() >= LEAST_TEXT
    assert column.title_field.line_count() >= 100
    column.title_field.set_title("Short")
    qtbot.waitUntil(lambda: column.title_field.height() < 40)
