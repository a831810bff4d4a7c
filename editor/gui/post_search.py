"""The search field above the posts list; its keys lead into the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from editor.gui.icons import icon
from editor.gui.plain import in_ink
from editor.gui.theme import Theme, chrome_font


class PostSearch(QLineEdit):
    """Down asks for the list, Return for its first row, Escape clears."""

    list_wanted = Signal()
    first_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Search posts…"))
        self.setAccessibleName(self.tr("Search posts by title"))
        self.setClearButtonEnabled(True)
        self._icon = QAction(self)
        self.addAction(self._icon, QLineEdit.ActionPosition.LeadingPosition)
        self._hint = in_ink(QLabel(), "hint")
        self._hint.setText(QKeySequence("Ctrl+P").toString(QKeySequence.SequenceFormat.NativeText))
        self._hint.setFont(chrome_font(scale=0.86))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.addStretch()
        row.addWidget(self._hint)
        self.textChanged.connect(lambda text: self._hint.setVisible(not text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.list_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.first_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def set_theme(self, theme: Theme) -> None:
        self._icon.setIcon(icon("search", theme.secondary))
