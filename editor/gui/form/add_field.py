"""“Add field…”: keys that other posts use, or a new name with a kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.gui.form.suggestions import Suggestions, popup_style
from editor.gui.form.undo_keys import UndoKeys
from editor.gui.icons import icon
from editor.gui.theme import Theme

_IN_MENU = 16  # keys listed at once; the others are offered as one types
NAME = re.compile(r"\w[\w .-]*")
_LABELS = {
    "text": "Text",
    "long text": "Long text",
    "number": "Number",
    "switch": "Yes or no",
    "date": "Date",
    "list": "List",
    "image": "Image",
}


class AddField(QWidget):
    """A button with a menu; “Other…” opens a small row for name and kind."""

    chosen = Signal(tuple)  # (key, kind); kind "" where the key was taken from the menu

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: tuple[str, ...] = ()  # what other posts use and this one has not
        self._all_keys: tuple[str, ...] = ()
        self._taken: frozenset[str] = frozenset()
        self.button = QPushButton("Add field…")
        self.button.setProperty("quiet", True)
        self.menu = QMenu(self)
        self.menu.setToolTipsVisible(False)
        self.button.setMenu(self.menu)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.row = NewField()
        self.row.hide()
        self.row.entered.connect(self._enter)
        self.row.cancelled.connect(lambda: self._show_row(False))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.row)

    def set_keys(self, keys: Sequence[str], *, taken: frozenset[str]) -> None:
        """What to offer, and which keys the post has already."""
        if (tuple(keys), taken) == (self._all_keys, self._taken):
            return
        self._all_keys, self._taken = tuple(keys), taken
        self._keys = tuple(key for key in keys if key not in taken)
        self.row.names.set_words(self._keys)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self.button.setIcon(icon("plus", theme.secondary, size=14))
        self.button.setIconSize(QSize(14, 14))
        self.row.set_theme(theme)

    def _fill_menu(self) -> None:
        self.menu.clear()
        for key in self._keys[:_IN_MENU]:
            self.menu.addAction(key.replace("&", "&&"), partial(self.chosen.emit, (key, "")))
        if self._keys:
            self.menu.addSeparator()
        self.menu.addAction("Other…" if self._keys else "New field…", lambda: self._show_row(True))

    def _show_row(self, visible: bool) -> None:
        self.row.setVisible(visible)
        self.button.setVisible(not visible)
        (self.row.name if visible else self.button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self, key: str) -> None:
        if key in self._taken:
            self.row.refuse("The post has this field already.")
        elif not NAME.fullmatch(key):
            self.row.refuse("Use letters, digits, - and _.")
        else:
            kind = self.row.kind()
            self.row.name.clear()
            self._show_row(False)
            self.chosen.emit((key, kind))


class NewField(QWidget):
    """Name, kind, “Add”, and a cross."""

    entered = Signal(str)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = QLineEdit(placeholderText="Name of the field")
        self.name.setAccessibleName("Name of the new field")
        self.name.installEventFilter(UndoKeys(self))
        self.names = Suggestions(self.name)
        self.name.setCompleter(self.names)
        self._kinds = QComboBox()
        self._kinds.setAccessibleName("Kind of the new field")
        for kind, label in _LABELS.items():
            self._kinds.addItem(label, kind)
        add = self._add = QPushButton("Add")
        self._close = QToolButton()
        self._close.setAccessibleName("Cancel the new field")
        add.clicked.connect(self._enter)
        self.name.returnPressed.connect(self._enter)
        self.name.textEdited.connect(lambda: self.refuse(""))
        self._close.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(7, 0, 0, 0)  # the button above it has its own padding
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        for widget in (self._kinds, add, self._close):
            row.addWidget(widget)

    def tab_stops(self) -> list[QWidget]:
        """What Tab visits, in reading order."""
        return [self.name, self._kinds, self._add, self._close]

    def kind(self) -> str:
        """The chosen kind, one of `KINDS`."""
        return str(self._kinds.currentData())

    def refuse(self, reason: str) -> None:
        """Mark the name as not usable, and say why ("" for usable)."""
        self.name.setProperty("invalid", bool(reason))
        self.name.setToolTip(reason)
        self.name.setAccessibleDescription(reason)
        self.name.style().polish(self.name)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._close.setIcon(icon("x", theme.secondary, size=14))
        self.names.set_theme(theme)
        self._kinds.view().setStyleSheet(popup_style(theme))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves without a field."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        self.entered.emit(self.name.text().strip())
