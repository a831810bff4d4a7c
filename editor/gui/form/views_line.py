"""The quiet line below a date: its parts side by side, or one below the other where room is short."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from editor.gui.form.field import SMALL
from editor.gui.plain import in_ink
from editor.gui.theme import chrome_font


class ViewsLine(QLabel):
    """Hidden while there is nothing to say; as high as its words need."""

    def __init__(self) -> None:
        super().__init__(wordWrap=True)
        self._parts: Sequence[str] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(chrome_font(scale=SMALL))
        in_ink(self, "hint")
        self.hide()

    def show_parts(self, parts: Sequence[str]) -> None:
        """Show these parts, or nothing."""
        self._parts = parts
        self.setVisible(bool(parts))

    def fit(self, width: int) -> None:
        """Take the form and the height that the words need at this width."""
        if self._parts:
            line = " · ".join(self._parts)
            self.setText(line if self.fontMetrics().horizontalAdvance(line) <= width else "\n".join(self._parts))
            self.setFixedHeight(max(self.heightForWidth(width), 1))
