"""Lists every command with its keys, by menu."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from editor.gui.actions import words
from editor.gui.commands import MENUS, Menu, commands, key_sequences
from editor.gui.plain import in_ink
from editor.gui.theme import chrome_font

_COLUMNS = 2


class ShortcutsDialog(QDialog):
    """Made from the table of commands, so it is complete."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard Shortcuts"))
        self.resize(720, 560)
        area = QScrollArea(self)
        area.setProperty("plain", True)
        area.setWidgetResizable(True)
        area.setWidget(self._sheet())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 12, 16)
        column.addWidget(area, 1)
        column.addWidget(buttons)

    def _sheet(self) -> QWidget:
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setHorizontalSpacing(40)
        grid.setVerticalSpacing(20)
        for number, menu in enumerate(MENUS):
            top = Qt.AlignmentFlag.AlignTop
            grid.addLayout(_section(menu), number // _COLUMNS, number % _COLUMNS, top)
        grid.setRowStretch(len(MENUS), 1)
        return sheet


def _section(menu: Menu) -> QGridLayout:
    """A menu's name, and below it its commands that have keys."""
    grid = QGridLayout()
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(0, 1)
    heading = QLabel(words(menu.text))
    heading.setFont(chrome_font(weight=QFont.Weight.DemiBold))
    grid.addWidget(heading, 0, 0, 1, 2)
    for command in commands(menu):
        keys = key_sequences(command)
        if keys:
            row = grid.rowCount()
            told = keys[0].toString(QKeySequence.SequenceFormat.NativeText)
            grid.addWidget(QLabel(_name(command.name, command.text)), row, 0)
            grid.addWidget(in_ink(QLabel(told), "secondary"), row, 1, Qt.AlignmentFlag.AlignRight)
    return grid


def _name(name: str, text: str) -> str:
    if not name.startswith("heading_") or name == "heading_0":
        return words(text)
    return QCoreApplication.translate("ShortcutsDialog", "Heading, {level}").format(level=words(text).lower())
