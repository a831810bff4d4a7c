"""Completion for fields: a popup of what the whole site uses, filtered as one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QStringListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QListView, QWidget

from editor.gui.theme import Theme

_VISIBLE = 10
_LEAST_WIDTH = 200  # behind some chips the line may be narrower than any word
_GAP = 4  # from the line to the list, so that the border of the field is seen


class Suggestions(QCompleter):
    """Words that contain what is typed, wherever and in whatever case."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = QStringListModel(self)
        self.setModel(self._words)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setMaxVisibleItems(_VISIBLE)
        view = self._list()
        if isinstance(view, QListView):
            view.setUniformItemSizes(True)  # thousands of words: measure one

    def words(self) -> list[str]:
        """What is offered."""
        return self._words.stringList()

    def set_words(self, words: Sequence[str]) -> None:
        """Offer other words; does nothing when they are the same."""
        if list(words) != self._words.stringList():
            self._words.setStringList(list(words))

    def offer(self, text: str) -> None:
        """Show the words that contain `text`, or nothing when there are none."""
        self.setCompletionPrefix(text)
        below = self.widget()
        if self.completionCount() and below is not None:
            self.complete(QRect(0, 0, max(below.width(), _LEAST_WIDTH), below.height() + _GAP))
        else:
            self.close()

    def close(self) -> None:
        """Show no words."""
        self._list().hide()

    def is_open(self) -> bool:
        """Whether words are shown."""
        return self._list().isVisible()

    def has_choice(self) -> bool:
        """Whether one of the words shown is chosen, so that Enter means that word."""
        return self.is_open() and self._list().currentIndex().isValid()

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours: the list is a window of its own, which inherits none."""
        self._list().setStyleSheet(popup_style(theme))

    def _list(self) -> QAbstractItemView:
        view = self.popup()
        assert view is not None  # Qt makes one when it is asked for
        return view


def popup_style(theme: Theme) -> str:
    """The look of lists that drop down from a field."""
    return (
        f"QAbstractItemView {{ background: {theme.paper}; color: {theme.ink}; border: 1px solid {theme.line};"
        f" outline: none; }}"  # no padding: Qt forgets it in the height, and would need a scroll bar
        "QAbstractItemView::item { min-height: 24px; margin: 0 4px; padding: 0 6px; border-radius: 4px; }"
        f"QAbstractItemView::item:selected {{ background: {theme.selection}; color: {theme.ink}; }}"
    )
