"""Undo and redo belong to the window, which has one history for form and text: fields pass these keys on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu

_COMMAND = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_UNDO_KEYS = {(Qt.Key.Key_Z, _COMMAND), (Qt.Key.Key_Z, _COMMAND | _SHIFT), (Qt.Key.Key_Y, _COMMAND)}
_UNDO_ACTIONS = {"edit-undo", "edit-redo"}  # Qt's own names for the first entries of its standard menus


class UndoKeys(QObject):
    """An event filter that keeps a text widget from undoing by itself."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuse undo and redo, so that the window's actions get them."""
        if isinstance(event, QKeyEvent) and event.type() in _KEY_EVENTS and is_undo_key(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


_KEY_EVENTS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


def is_undo_key(event: QKeyEvent) -> bool:
    """Whether a key means undo or redo."""
    standard = QKeySequence.StandardKey
    if event.matches(standard.Undo) or event.matches(standard.Redo):
        return True
    return (Qt.Key(event.key()), event.modifiers()) in _UNDO_KEYS


def without_undo(menu: QMenu) -> QMenu:
    """A standard context menu without its undo and redo entries."""
    for action in menu.actions():
        if action.objectName() in _UNDO_ACTIONS:
            menu.removeAction(action)
    first = menu.actions()[:1]
    if first and first[0].isSeparator():
        menu.removeAction(first[0])
    return menu
