"""The list of problems leads to each of them and closes as other dialogs do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editor.gui.problems_panel import ProblemsPanel
from editor.gui.theme import LIGHT
from editor.site.problem import Problem

BROKEN = Problem("invalid-yaml", "not YAML", "_posts/a.md", line=3)


@pytest.fixture
def panel(qtbot: QtBot) -> ProblemsPanel:
    panel = ProblemsPanel()
    qtbot.addWidget(panel)
    panel.show_problems([BROKEN], of="Big News", theme=LIGHT)
    panel.show()
    return panel


def test_a_problem_that_is_chosen_is_told(panel: ProblemsPanel, qtbot: QtBot) -> None:
    panel.list.setCurrentRow(0)
    with qtbot.waitSignal(panel.problem_chosen) as chosen:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert chosen.args == [BROKEN]


def test_it_closes_by_a_button_in_words(panel: ProblemsPanel, qtbot: QtBot) -> None:
    close = next(b for b in panel.findChildren(QPushButton) if b.text() == "Close")
    assert close.icon().isNull()
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not panel.isVisible()
