"""Shows a unified diff: what differs between two versions of a post."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFontDatabase, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from editor.gui.theme import Theme


class DiffColors(QSyntaxHighlighter):
    """Green for added lines, red for removed ones, grey for places."""

    def __init__(self, edit: QPlainTextEdit, theme: Theme) -> None:
        super().__init__(edit.document())
        self._colors = {"+": theme.live, "-": theme.error, "@": theme.hint}

    def highlightBlock(self, text: str) -> None:
        color = self._colors.get(text[:1])
        if color:
            shape = QTextCharFormat()
            shape.setForeground(QColor(color))
            self.setFormat(0, len(text), shape)


class DifferenceDialog(QDialog):
    """A read-only look at a diff; "" says that both are the same."""

    def __init__(self, diff: str, *, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(760, 520)
        self.text = QPlainTextEdit(diff or self.tr("Both versions are the same."), self)
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(title)
        self._colors = DiffColors(self.text, theme)
        legend = QLabel(self.tr("− on disk    + in Galley"), self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self.text, legend, buttons):
            layout.addWidget(widget)
