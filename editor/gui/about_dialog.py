"""What Galley is, its version and its licence."""

from __future__ import annotations

import platform

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from editor import __version__
from editor.gui.icons import application_icon
from editor.gui.plain import in_ink
from editor.gui.theme import chrome_font


class AboutDialog(QDialog):
    """Its facts can be selected, for a report of a fault."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Galley"))
        mark = QLabel(self)
        mark.setPixmap(application_icon().pixmap(64, 64))
        name = QLabel("Galley", self)
        name.setFont(chrome_font(scale=1.54, weight=QFont.Weight.DemiBold))
        what = QLabel(self.tr("An editor for people who write on Jekyll sites."), self)
        facts = in_ink(QLabel(versions(), self), "secondary")
        facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        licences = in_ink(QLabel(self.tr("MIT licence. Icons: Lucide, ISC licence."), self), "secondary")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        words = QVBoxLayout()
        words.setSpacing(8)
        for widget in (name, what, facts, licences):
            words.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(row)
        column.addWidget(buttons)


def versions() -> str:
    """The versions that a report of a fault needs."""
    return f"Galley {__version__} · PySide6 {PySide6.__version__} · Python {platform.python_version()}"
