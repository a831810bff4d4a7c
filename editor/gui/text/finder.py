"""Finds and replaces in the text field, and shows the matches that are in view."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor.gui.text.column_edit import ColumnEdit
from editor.gui.text.document import raw_text
from editor.gui.text.edits import break_merging
from editor.gui.text.painting import visible_blocks
from editor.gui.text.search import Match, Query, matches, replacement
from editor.gui.theme import LIGHT, Theme


class Finder(QObject):
    """The matches of a query in a text field; follows the text as it changes."""

    found = Signal()  # the number of matches, or which of them is selected, has changed

    def __init__(self, edit: ColumnEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._query = Query("")
        self._matches: list[Match] = []
        self._is_stale = False
        self._theme = LIGHT
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._search_again)
        edit.document().contentsChange.connect(self._on_text_changed)
        edit.updateRequest.connect(self._on_update)
        edit.cursorPositionChanged.connect(self._on_caret_moved)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._show()

    def set_query(self, query: Query) -> None:
        """Look for something else; an empty query ends the search."""
        self._query = query
        self._search_again()

    @property
    def count(self) -> int:
        return len(self._fresh())

    @property
    def current(self) -> int:
        """Number of the selected match from 1, or 0."""
        cursor = self._edit.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        index = bisect_left(self._fresh(), start, key=lambda match: match.start)
        at = self._matches[index] if index < len(self._matches) else None
        return index + 1 if at and (at.start, at.end) == (start, end) else 0

    def select_next(self) -> bool:
        """Select the match after the caret, or the first one of the text. False without a match."""
        found, cursor = self._fresh(), self._edit.textCursor()
        from_ = cursor.selectionEnd() if cursor.hasSelection() or not self.current else cursor.position() + 1
        index = bisect_left(found, from_, key=lambda match: match.start)
        return self._select(index % len(found)) if found else False

    def select_previous(self) -> bool:
        """Select the match before the caret, or the last one of the text. False without a match."""
        found, cursor = self._fresh(), self._edit.textCursor()
        index = bisect_left(found, cursor.selectionStart(), key=lambda match: match.start) - 1
        return self._select(index % len(found)) if found else False

    def select_from(self, position: int) -> bool:
        """Select the first match that begins at `position` or after it, for searching while one types the query."""
        found = self._fresh()
        index = bisect_left(found, position, key=lambda match: match.start)
        return self._select(index % len(found)) if found else False

    def replace_current(self, template: str) -> None:
        """Replace the selected match and go to the next; only go to the next where none is selected."""
        number = self.current
        if number and not self._edit.isReadOnly():
            match = self._matches[number - 1]
            cursor = self._edit.textCursor()
            cursor.beginEditBlock()
            cursor.insertText(replacement(self._query, match, template))
            cursor.endEditBlock()
            self._edit.setTextCursor(cursor)
            break_merging(self._edit.document())
        self.select_next()

    def replace_all(self, template: str) -> int:
        """Replace every match, as one undo step; how many there were."""
        found = self._fresh()
        if not found or self._edit.isReadOnly():
            return 0
        cursor = QTextCursor(self._edit.document())
        cursor.beginEditBlock()
        for match in reversed(found):  # from the end, so that the places before it stay right
            cursor.setPosition(match.start)
            cursor.setPosition(match.end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(replacement(self._query, match, template))
        cursor.endEditBlock()
        break_merging(self._edit.document())
        self._soon.stop()
        self._search_again()
        return len(found)

    def _select(self, index: int) -> bool:
        match = self._matches[index]
        cursor = self._edit.textCursor()
        cursor.setPosition(match.start)
        cursor.setPosition(match.end, QTextCursor.MoveMode.KeepAnchor)
        self._edit.setTextCursor(cursor)
        self._edit.ensureCursorVisible()
        return True

    # -- keeping up with the text ------------------------------------------------------------------------------
    def _on_text_changed(self, _position: int, removed: int, added: int) -> None:
        if self._query.text and (removed or added):
            self._is_stale = True
            self._soon.start()

    def _fresh(self) -> list[Match]:
        if self._is_stale:
            self._is_stale = False
            self._matches = matches(self._query, raw_text(self._edit.document()))
        return self._matches

    def _search_again(self) -> None:
        self._is_stale = True
        self._fresh()
        self._show()
        self.found.emit()

    def _on_caret_moved(self) -> None:
        if self._query.text and not self._is_stale:
            self._show()
            self.found.emit()

    def _on_update(self, _rect: object, scrolled: int) -> None:
        if scrolled and self._matches:
            self._show()

    def _show(self) -> None:
        """Colour the matches in view."""
        shown = []
        blocks = list(visible_blocks(self._edit)) if self._matches and not self._is_stale else []
        if blocks:
            last = blocks[-1][0]
            first = bisect_left(self._matches, blocks[0][0].position(), key=lambda match: match.end)
            stop = bisect_right(self._matches, last.position() + last.length(), key=lambda match: match.start)
            shown = [self._selection(match) for match in self._matches[first:stop]]
        self._edit.setExtraSelections(shown)
        self._edit.set_selection_strong(bool(blocks) and self.current > 0)

    def _selection(self, match: Match) -> QTextEdit.ExtraSelection:
        shown = QTextEdit.ExtraSelection()
        cursor = self._edit.textCursor()
        cursor.setPosition(match.start)
        cursor.setPosition(match.end, QTextCursor.MoveMode.KeepAnchor)
        color = QColor(self._theme.scheduled)
        color.setAlpha(70)
        shown.cursor = cursor
        shown.format.setBackground(color)
        return shown
