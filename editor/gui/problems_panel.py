"""The list of problems of a post or of the whole site; choosing one leads to its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from editor.gui.severity import severity_icon
from editor.gui.theme import Theme
from editor.site.problem import Problem


class ProblemsPanel(QDialog):
    """A window beside the main one that stays open while the writer mends what it lists."""

    problem_chosen = Signal(object)  # Problem

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(False)
        self.setWindowTitle(self.tr("Problems"))
        self.resize(640, 320)
        self._heading = QLabel(self)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Problems"))
        self.list.setWordWrap(True)
        self.list.setUniformItemSizes(False)
        self.list.itemActivated.connect(self._on_activated)
        self.list.itemClicked.connect(self._on_activated)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)  # Qt's own would bring an icon
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        for widget in (self._heading, self.list, buttons):
            layout.addWidget(widget)

    def show_problems(self, problems: Sequence[Problem], *, of: str, theme: Theme) -> None:
        """List these problems of the post or site named `of`."""
        count = len(problems)
        texts = {0: self.tr("No problems found"), 1: self.tr("1 problem")}
        found = texts.get(count, self.tr("{count} problems").format(count=count))
        self._heading.setText(f"{of}: {found}")
        self.list.clear()
        for problem in problems:
            self.list.addItem(_item(problem, theme))

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.problem_chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)


def _item(problem: Problem, theme: Theme) -> QListWidgetItem:
    place = _place(problem)
    item = QListWidgetItem(f"{problem.message}\n{place}")
    item.setIcon(severity_icon(problem.severity, theme))
    item.setData(Qt.ItemDataRole.UserRole, problem)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{problem.severity}: {problem.message} ({place})")
    return item


def _place(problem: Problem) -> str:
    if not problem.line:
        return problem.path
    column = f", column {problem.column}" if problem.column > 1 else ""
    return f"{problem.path}, line {problem.line}{column}"
