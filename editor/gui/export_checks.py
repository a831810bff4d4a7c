"""The line that says at a glance whether an export is sound: front matter, images, conflicts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.gui.plain import in_ink
from editor.publish.export import ExportPlan

_MAX_MESSAGES = 40


class ExportChecks(QFrame):
    """✓ and ▲ for a plan; "Show" lists the problems."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "paper")
        self.setProperty("edge", "bottom")
        self._row = QHBoxLayout()
        self._row.setContentsMargins(20, 4, 16, 4)
        self._row.setSpacing(6)
        self.show_button = QPushButton(self.tr("Show"), self)
        self.show_button.setProperty("link", True)
        self.show_button.setCheckable(True)
        self.show_button.setAutoDefault(False)
        self._messages = QLabel(self)
        self._messages.setTextFormat(Qt.TextFormat.PlainText)
        self._messages.setWordWrap(True)
        self._messages.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._messages.setContentsMargins(20, 0, 20, 10)
        self._messages.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(in_ink(self._messages, "secondary"))
        self.show_button.toggled.connect(self._messages.setVisible)

    def show_plan(self, plan: ExportPlan) -> None:
        """Say how things stand."""
        self._clear()
        for is_good, text in self._findings(plan):
            mark = in_ink(QLabel("✓" if is_good else "▲", self), "live" if is_good else "scheduled")
            label = QLabel(text, self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            self._row.addWidget(mark)
            self._row.addWidget(label)
            self._row.addSpacing(12)
        self._row.addStretch(1)
        self._row.addWidget(self.show_button)
        self.show_button.setChecked(False)
        self.show_button.setVisible(bool(plan.problems))
        lines = [f"{each.path}:{each.line or 1} — {each.message}" for each in plan.problems[:_MAX_MESSAGES]]
        if len(plan.problems) > _MAX_MESSAGES:
            lines.append(self.tr("… and {count} more").format(count=len(plan.problems) - _MAX_MESSAGES))
        self._messages.setText("\n".join(lines))

    def _findings(self, plan: ExportPlan) -> list[tuple[bool, str]]:
        missing = sum(problem.rule == "missing-image" for problem in plan.problems)
        faults = len({problem.path for problem in plan.problems if problem.rule != "missing-image"})
        images = sum(item.is_image for item in plan.items)
        conflicts = len(plan.conflicts)
        found = [(not faults, self._count(faults, "1 post has faults", "{count} posts have faults"))]
        if not faults:
            found = [(True, self.tr("Front matter is valid"))]
        if images:
            found.append((True, self._count(images, "1 image found", "{count} images found")))
        if missing:
            found.append((False, self._count(missing, "1 image is missing", "{count} images are missing")))
        if conflicts:
            found.append((False, self._count(conflicts, "1 conflict", "{count} conflicts")))
        return found

    def _count(self, count: int, one: str, many: str) -> str:
        return self.tr(one) if count == 1 else self.tr(many).format(count=count)

    def _clear(self) -> None:
        while (entry := self._row.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None and widget is not self.show_button:
                widget.deleteLater()
