"""Marks in the YAML view."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from editor.gui.form.yaml_marks import fault_marks, place
from editor.gui.theme import DARK, LIGHT


@pytest.fixture
def edit(qtbot):
    made = QPlainTextEdit("a: 1\n🙂 b: c d\n\n")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("line", "column", "marked"),
    [(2, 1, ["🙂", "🙂"]), (2, 3, ["b", "b:"]), (2, 99, ["d", "d"]), (2, 0, []), (3, 1, []), (2, 2, [" ", " "])],
)
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_line_is_tinted_and_the_word_at_the_column_is_struck(edit, line, column, marked, theme):
    marks = fault_marks(edit.document(), line, column, theme)
    assert {mark.cursor.blockNumber() for mark in marks} == {line - 1}
    assert [mark.cursor.selectedText() for mark in marks if mark.cursor.hasSelection()] == marked


def test_a_place_counts_characters_not_qt_units(edit):
    assert place(edit.document(), 2, 3).positionInBlock() == 3
    assert place(edit.document(), 2, 1).positionInBlock() == 0
