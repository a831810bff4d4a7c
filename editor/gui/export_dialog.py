"""Shows what an export to another Jekyll folder would do, file by file, before it is done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editor.errors import GalleyError
from editor.gui.background import Serial
from editor.gui.elided_label import ElidedLabel
from editor.gui.export_checks import ExportChecks
from editor.gui.export_list import ExportList
from editor.gui.home_path import home_short
from editor.gui.messages import words
from editor.gui.plain import in_ink
from editor.gui.size_words import size_words
from editor.gui.surrounding_theme import surrounding_theme
from editor.gui.theme import Theme, chrome_font
from editor.publish.export import ExportItem, ExportPlan


class ExportDialog(QDialog):
    """Afterwards `plan_to_apply` is what the writer agreed to, or None.

    `make_plan` compares the site with a folder, off the GUI thread (raises GalleyError); `diff` says what would change
    in a file.
    """

    planned = Signal()  # the comparison has ended, well or not

    def __init__(
        self,
        plan: ExportPlan | None,
        *,
        make_plan: Callable[[Path], ExportPlan],
        diff: Callable[[ExportPlan, ExportItem], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.plan: ExportPlan | None = None
        self.plan_to_apply: ExportPlan | None = None
        self._make_plan = make_plan
        self._diff = diff
        self._theme = surrounding_theme(self)
        self._work = Serial(self)
        self.setWindowTitle(self.tr("Export"))
        self.resize(840, 560)
        self.choose_button = QPushButton(self.tr("Choose folder…"), self)
        self.change_button = QPushButton(self.tr("Change…"), self)
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        self.export_button = QPushButton(self.tr("Export"), self)
        self.checks, self.list = ExportChecks(self), ExportList(self)
        self._route, self._message = QLabel(self), QLabel(self)
        self._facts, self._foot = ElidedLabel(self), ElidedLabel(self)
        self._pages = QStackedWidget(self)
        self._lay_out()
        self._connect()
        if plan is None:
            self._say(self.tr("Choose the folder of the Jekyll site to copy to. Nothing is written before you agree."))
        else:
            self._show_plan(plan)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self.plan is not None:
            self._show_plan(self.plan)

    # -- building ----------------------------------------------------------------------------------------------
    def _lay_out(self) -> None:
        self._pages.addWidget(self._message_page())
        self._pages.addWidget(self._plan_page())
        self.export_button.setProperty("primary", True)
        self.choose_button.setProperty("primary", True)
        for button in (self.change_button, self.cancel_button):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._pages, 1)
        column.addWidget(self._footer())

    def _head(self) -> QWidget:
        bar = _bar(self, "bottom")
        heading = QLabel(self.tr("Export to another Jekyll site"), bar)
        heading.setFont(chrome_font(scale=1.2, weight=QFont.Weight.DemiBold))
        self._route.setTextFormat(Qt.TextFormat.PlainText)
        self.change_button.setProperty("link", True)
        self.change_button.setAccessibleName(self.tr("Change the destination"))
        self._under_heading = QWidget(bar)
        line = QHBoxLayout(self._under_heading)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(in_ink(self._route, "secondary"))
        line.addWidget(self.change_button)
        line.addWidget(in_ink(self._facts, "secondary"), 1)
        column = QVBoxLayout(bar)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(0)
        column.addWidget(heading)
        column.addWidget(self._under_heading)
        return bar

    def _message_page(self) -> QWidget:
        page = QFrame(self)
        page.setProperty("surface", "paper")
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setWordWrap(True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(page)
        column.setContentsMargins(80, 20, 80, 20)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(self._message)
        column.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        return page

    def _plan_page(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.checks)
        column.addWidget(self.list, 1)
        return page

    def _footer(self) -> QWidget:
        bar = _bar(self, "top")
        row = QHBoxLayout(bar)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(8)
        row.addWidget(self._foot, 1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.export_button)
        return bar

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self.choose_destination)
        self.change_button.clicked.connect(self.choose_destination)
        self.cancel_button.clicked.connect(self.reject)
        self.export_button.clicked.connect(self.accept)
        self.list.ticked.connect(self._show_total)
        self.finished.connect(self._work.stop)

    # -- choosing where ----------------------------------------------------------------------------------------
    def ask_for_folder(self) -> Path | None:
        """The folder that the writer picks in the system's dialog."""
        start = "" if self.plan is None else str(self.plan.destination)
        name = QFileDialog.getExistingDirectory(self, self.tr("Export to"), start)
        return Path(name) if name else None

    def choose_destination(self) -> None:
        """Ask for a folder and compare with it."""
        folder = self.ask_for_folder()
        if folder is not None:
            self.compare(folder)

    def compare(self, folder: Path) -> None:
        """Make a plan for a folder, off the GUI thread; `planned` tells when it is shown."""
        self._say(self.tr("Comparing with {folder}…").format(folder=home_short(folder)), busy=True)
        self._work.submit(lambda: self._make_plan(folder), then=self._on_planned, otherwise=self._on_failed)

    def _on_planned(self, plan: ExportPlan) -> None:
        self._show_plan(plan)
        self.planned.emit()

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, GalleyError):
            raise error
        self._say(words(error), ink="error")
        self.planned.emit()

    # -- showing -----------------------------------------------------------------------------------------------
    def _say(self, text: str, *, ink: str = "secondary", busy: bool = False) -> None:
        """Show a sentence in place of a plan."""
        self.plan = None
        in_ink(self._message, ink).setText(text)
        self.choose_button.setVisible(not busy)
        self._foot.setText("")
        self._under_heading.hide()
        self.export_button.setText(self.tr("Export"))
        self.export_button.setEnabled(False)
        self._pages.setCurrentIndex(0)

    def _show_plan(self, plan: ExportPlan) -> None:
        self.plan = plan
        self._route.setText(f"{home_short(plan.site)} → {home_short(plan.destination)}")
        self._under_heading.show()
        self.checks.show_plan(plan)
        self.list.show_plan(plan, diff=self._diff, theme=self._theme)
        self._pages.setCurrentIndex(1)
        self.export_button.setDefault(True)
        self._show_total()
        self.export_button.setFocus()

    def _show_total(self) -> None:
        agreed = self._agreed()
        if agreed is None:
            return
        changes = agreed.changes
        self.export_button.setEnabled(bool(changes))
        count = len(changes)
        self.export_button.setText(
            self.tr("Export 1 file")
            if count == 1
            else self.tr("Export {count} files").format(count=count)
            if count
            else self.tr("Export")
        )
        self._facts.setText(f"· {self._describe(changes)}")
        conflicts = len(self.plan.conflicts) if self.plan else 0
        in_ink(self._foot, "scheduled" if conflicts else "secondary").setText(
            self._foot_words(conflicts, bool(changes))
        )

    def _describe(self, changes: tuple[ExportItem, ...]) -> str:
        posts = sum(not item.is_image for item in changes)
        images = len(changes) - posts
        parts = [
            self.tr("1 post") if posts == 1 else self.tr("{count} posts").format(count=posts),
            self.tr("1 image") if images == 1 else self.tr("{count} images").format(count=images),
        ]
        shown = [part for part, count in zip(parts, (posts, images), strict=True) if count]
        return (
            ", ".join([*shown, size_words(sum(item.size for item in changes))]) if shown else self.tr("nothing to copy")
        )

    def _foot_words(self, conflicts: int, has_changes: bool) -> str:
        if conflicts == 1:
            return self.tr("The file in conflict is left out. Commit or move the other one, then export again.")
        if conflicts:
            return self.tr("Files in conflict are left out. Commit or move the others, then export again.")
        return "" if has_changes else self.tr("Everything is there already.")

    def _agreed(self) -> ExportPlan | None:
        if self.plan is None:
            return None
        return self.plan.only({item.target for item in self.plan.items} - self.list.unwanted).without_conflicts()

    def accept(self) -> None:
        agreed = self._agreed()
        if agreed is not None and agreed.changes:
            self.plan_to_apply = agreed
            super().accept()


def _bar(parent: QWidget, edge: str) -> QFrame:
    bar = QFrame(parent)
    bar.setProperty("bar", True)
    bar.setProperty("edge", edge)
    return bar
