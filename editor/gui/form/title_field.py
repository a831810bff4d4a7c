"""The title of the post: a large, frameless field that grows to its lines."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPalette
from PySide6.QtWidgets import QWidget

from editor.gui.form.growing_edit import GrowingEdit
from editor.gui.form.wording import from_site
from editor.gui.plain import tool_tip
from editor.gui.theme import LIGHT, Theme, chrome_font
from editor.site.scalars import Value

_SCALE = 22 / 13  # of the interface font


class TitleField(GrowingEdit):
    """One paragraph of text, wrapped as needed; Enter means that the writer goes on to the text."""

    title_edited = Signal(str)
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self.setAccessibleName("Title")
        self.setPlaceholderText("Title")
        self.setFont(chrome_font(scale=_SCALE, weight=QFont.Weight.Bold))
        self.text_edited.connect(self.title_edited)
        self.set_theme(LIGHT)

    def set_title(self, title: str) -> None:
        """Show a title; emits nothing and keeps the caret of a title that is shown already."""
        self.set_text(" ".join(title.split("\n")))

    def set_inherited(self, value: Value, scope: str) -> None:
        """What the site gives a post that has no title of its own, and from where."""
        text = from_site(value)
        self.set_placeholder(text or "Title", is_inherited=bool(text))
        self.setToolTip(tool_tip(f"From {scope}") if text else "")

    def set_read_only(self, read_only: bool) -> None:
        """Let the writer look, or edit."""
        if read_only != self.isReadOnly():
            self.setReadOnly(read_only)
            self.set_theme(self._theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        ink = theme.secondary if self.isReadOnly() else theme.ink
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: transparent; border: none; color: {ink};"
            f" selection-background-color: {theme.accent}; selection-color: {theme.on_accent}; }}"
        )
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.hint)
        self.setPalette(palette)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the way to the text; a title has no line breaks."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as one line."""
        self.insertPlainText(" ".join(source.text().split()))
