"""The bar for find and replace, under the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from editor.gui.icons import icon
from editor.gui.text.finder import Finder
from editor.gui.text.search import Query, pattern
from editor.gui.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QWidget):
    """Two lines: what to look for, and what to put in its place (the second only for replace)."""

    closed = Signal()

    def __init__(self, finder: Finder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finder = finder
        self._outcome = ""  # what "Replace all" has done, while nothing is left to be found
        self._start = 0  # where the search begins while one types
        self.setProperty("bar", True)
        self.setProperty("edge", "top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Find and replace"))
        self._build()
        self._lay_out()
        self._connect()
        self.hide()

    def _build(self) -> None:
        self.query_field = self._field(self.tr("Find"))
        self.replacement_field = self._field(self.tr("Replace with"))
        self.case_switch = self._tool(self.tr("Match case"), "case-sensitive", is_switch=True)
        self.word_switch = self._tool(self.tr("Whole words"), "whole-word", is_switch=True)
        self.regex_switch = self._tool(self.tr("Regular expression"), "regex", is_switch=True)
        self.previous_button = self._tool(self.tr("Previous match (Shift+Enter)"), "chevron-up")
        self.next_button = self._tool(self.tr("Next match (Enter)"), "chevron-down")
        self.close_button = self._tool(self.tr("Close (Esc)"), "x")
        self.replace_button = QPushButton(self.tr("Replace"), self)
        self.replace_all_button = QPushButton(self.tr("Replace all"), self)
        self.message = QLabel(self)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setMinimumWidth(96)
        self.message.setMaximumWidth(220)
        self.message.setWordWrap(True)  # what is wrong with a pattern may take a few words

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(name)
        field.setAccessibleName(name)
        field.setMinimumWidth(120)
        field.installEventFilter(self)
        return field

    def _tool(self, name: str, icon_name: str, *, is_switch: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(icon_name)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setCheckable(is_switch)
        return button

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(28, 6, 12, 6)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        first = (
            self.query_field,
            self.case_switch,
            self.word_switch,
            self.regex_switch,
            self.previous_button,
            self.next_button,
            self.message,
            self.close_button,
        )
        for column, part in enumerate(first):
            grid.addWidget(part, 0, column)
        grid.addWidget(self.replacement_field, 1, 0)
        grid.addWidget(self.replace_button, 1, 1, 1, 3)
        grid.addWidget(self.replace_all_button, 1, 4, 1, 3)
        order = [self.query_field, self.replacement_field, *first[1:6], self.replace_button, self.replace_all_button]
        for one, other in zip(order, [*order[1:], self.close_button], strict=True):
            QWidget.setTabOrder(one, other)

    def _connect(self) -> None:
        self.query_field.textChanged.connect(self._on_query_typed)
        for switch in (self.case_switch, self.word_switch, self.regex_switch):
            switch.toggled.connect(self._search)
        self.next_button.clicked.connect(self._finder.select_next)
        self.previous_button.clicked.connect(self._finder.select_previous)
        self.close_button.clicked.connect(self.close_bar)
        self.replace_button.clicked.connect(self._replace)
        self.replace_all_button.clicked.connect(self._replace_all)
        self._finder.found.connect(self._tell)

    def set_theme(self, theme: Theme) -> None:
        for button in self.findChildren(QToolButton):
            button.setIcon(icon(button.objectName(), theme.secondary))

    def open(self, *, selected: str, caret: int, with_replace: bool) -> None:
        """Show the bar and look for what is selected, or for what was looked for last."""
        for part in (self.replacement_field, self.replace_button, self.replace_all_button):
            part.setVisible(with_replace)
        self._start = caret
        if selected and "\n" not in selected:
            self.query_field.setText(selected)
        self.show()
        self._search()
        self.query_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.query_field.selectAll()

    def close_bar(self) -> None:
        """Hide the bar; the text gets the focus back, with what is selected in it."""
        self.hide()
        self._finder.set_query(Query(""))
        self.closed.emit()

    @property
    def query(self) -> Query:
        return Query(
            self.query_field.text(),
            is_case_sensitive=self.case_switch.isChecked(),
            is_whole_word=self.word_switch.isChecked(),
            is_regex=self.regex_switch.isChecked(),
        )

    def _on_query_typed(self) -> None:
        self._search()
        self._finder.select_from(self._start)

    def _search(self) -> None:
        self._outcome = ""
        if self.isVisible():
            self._finder.set_query(self.query)

    def _replace(self) -> None:
        self._finder.replace_current(self.replacement_field.text())

    def _replace_all(self) -> None:
        count = self._finder.replace_all(self.replacement_field.text())
        if count:
            self._outcome = self.tr("%n replaced", "", count)
            self._say(self._outcome)

    def _tell(self) -> None:
        """How many matches there are and which one is selected, or why there can be none."""
        compiled = pattern(self.query)
        if not self.query.text:
            self._say("")
        elif not compiled.isValid():
            self._say(self.tr("Not a valid pattern: {0}").format(compiled.errorString()), is_fault=True)
        elif not self._finder.count:
            self._say(self._outcome or self.tr("No match"), is_fault=not self._outcome)
        elif self._finder.current:
            self._say(self.tr("{0} of {1}").format(self._finder.current, self._finder.count))
        else:
            self._say(self.tr("%n match(es)", "", self._finder.count))

    def _say(self, text: str, *, is_fault: bool = False) -> None:
        self.message.setText(text)
        self.message.setAccessibleName(text)
        self.message.setProperty("ink", "error" if is_fault else "secondary")
        self.message.style().unpolish(self.message)
        self.message.style().polish(self.message)

    # -- keys --------------------------------------------------------------------------------------------------
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the next match, with Shift to the one before; in the second field it replaces."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._finder.select_previous()
            elif watched is self.replacement_field:
                self._replace()
            else:
                self._finder.select_next()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)
