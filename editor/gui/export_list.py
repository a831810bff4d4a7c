"""The files of an export, those that need a look first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from editor.gui.export_row import ExportRow
from editor.gui.plain import in_ink
from editor.gui.theme import Theme
from editor.publish.export import Action, ExportItem, ExportPlan

_MAX_ROWS = 200  # more would be slow to lay out, and nobody reads them
_MAX_COUNTED = 20
_ORDER = (Action.CONFLICT, Action.UPDATE, Action.CREATE, Action.KEEP)


class ExportList(QScrollArea):
    """Rows that can be ticked off; what does not fit is summed up in a last line and goes along."""

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[ExportRow, ...] = ()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_plan(self, plan: ExportPlan, *, diff: Callable[[ExportPlan, ExportItem], str], theme: Theme) -> None:
        """Show all files of a plan."""
        items = sorted(plan.items, key=lambda item: _ORDER.index(item.action))
        page = QWidget(self)
        page.setProperty("surface", "paper")
        self.rows = tuple(
            ExportRow(item, diff=lambda item=item: diff(plan, item), theme=theme, parent=page)  # type: ignore[misc]
            for item in items[:_MAX_ROWS]
        )
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self.rows:
            row.ticked.connect(self.ticked)
            column.addWidget(row)
        if len(items) > _MAX_ROWS:
            more = QLabel(self.tr("… and {count} more files").format(count=len(items) - _MAX_ROWS), page)
            more.setContentsMargins(20, 8, 20, 8)
            column.addWidget(in_ink(more, "secondary"))
        column.addStretch(1)
        self._show_diffs()
        self.setWidget(page)

    @property
    def unwanted(self) -> set[str]:
        """The targets that the writer ticked off, or that must not be written."""
        return {row.item.target for row in self.rows if row.item.action is not Action.KEEP and not row.is_wanted}

    def _show_diffs(self) -> None:
        with_diff = [row for row in self.rows if row.has_diff]
        for row in with_diff[:_MAX_COUNTED]:
            row.show_counts()
        if len(with_diff) == 1:
            with_diff[0].open_diff(True)
