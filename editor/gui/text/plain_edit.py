"""The text field itself: keys, paste and drop; what is edited in it stays lossless."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from editor.gui.text.column_edit import ColumnEdit
from editor.gui.text.document import is_lossless
from editor.gui.text.edits import break_merging, change_lines, insert
from editor.gui.text.highlighter import is_in_fence
from editor.gui.text.keys import shift_tab, shift_tab_in_code, tab, tab_in_code
from editor.gui.text.lists import enter
from editor.gui.text.offered import offered_files, offered_images
from editor.gui.text.passage import Passage
from editor.gui.text.toggles import is_url, toggle_link

__all__ = ["PlainEdit", "is_lossless"]

_KEPT_KEYS = (  # with Ctrl or Alt, what stays the field's own; all else may be a shortcut of the window
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll,
)
_MOVES = frozenset(
    (
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
    )
)


class PlainEdit(ColumnEdit):
    """A plain text field for Markdown. It leaves undo and redo to the window, which has one history for all."""

    image_offered = Signal(object)  # OfferedImage
    file_dropped = Signal(object)  # Path
    image_dragged = Signal(bool)  # an image is held over the field, or no longer

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tab_leaves = False
        self.setAcceptDrops(True)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not self._is_own(event):
            event.ignore()
            return True
        if isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent | QDragLeaveEvent):
            return self._forward_drag(event)
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        break_merging(self.document())  # typing elsewhere is another undo step
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's own menu without undo and redo, which are the window's."""
        menu = self.createStandardContextMenu(event.pos())
        for action in menu.actions()[:3]:
            if action.isSeparator() or action.objectName() in ("edit-undo", "edit-redo"):
                menu.removeAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    # -- keys --------------------------------------------------------------------------------------------------
    def _is_own(self, event: QKeyEvent) -> bool:
        """Whether a key is the field's own before any shortcut of the window."""
        if any(event.matches(key) for key in _KEPT_KEYS):
            return True
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            return False
        is_plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        is_move = event.key() in _MOVES
        is_function = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
        return (is_plain or is_move) and not is_function and event.key() != Qt.Key.Key_Escape

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            event.ignore()
            return
        leaves, self._tab_leaves = self._tab_leaves, event.key() == Qt.Key.Key_Escape
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._tab(event, leaves=leaves or self.isReadOnly())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isReadOnly():
            self._enter(event)
        else:
            self._begin_step(event)
            super().keyPressEvent(event)

    def _tab(self, event: QKeyEvent, *, leaves: bool) -> None:
        """Tab indents; with Ctrl, or after Escape, it leaves the field, so that the keyboard is never trapped."""
        is_forward = event.key() == Qt.Key.Key_Tab and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        event.accept()
        if leaves or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.setTabChangesFocus(True)  # without it Qt refuses the move
            self.focusNextPrevChild(is_forward)
            self.setTabChangesFocus(False)
        elif is_in_fence(self.textCursor().block()):
            change_lines(self, tab_in_code if is_forward else shift_tab_in_code)
        else:
            change_lines(self, tab if is_forward else shift_tab, around=True)
        self.ensureCursorVisible()

    def _enter(self, event: QKeyEvent) -> None:
        """Enter goes on with a list or quote; with Shift it only breaks the line (Qt would insert U+2028)."""
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            event.ignore()
            return
        is_plain = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        block = self.textCursor().block()
        if is_plain or is_in_fence(block) or not change_lines(self, enter, around=True):
            break_merging(self.document())
            text = block.text()
            indent = text[: len(text) - len(text.lstrip(" \t"))][: self.textCursor().positionInBlock()]
            insert(self, "\n" + indent)
        self.ensureCursorVisible()

    def _begin_step(self, event: QKeyEvent) -> None:
        """A new undo step where a new word begins."""
        text, cursor = event.text(), self.textCursor()
        if not text or not text.isprintable() or text.isspace():
            return
        if cursor.atBlockStart() or self.document().characterAt(cursor.position() - 1).isspace():
            break_merging(self.document())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._tab_leaves = False
        super().focusInEvent(event)

    # -- paste and drop ----------------------------------------------------------------------------------------
    def createMimeDataFromSelection(self) -> QMimeData:
        """The selected text as it is; Qt would make spaces of its no-break spaces."""
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace("\u2029", "\n"))
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or bool(offered_images(source)) or bool(offered_files(source))

    def insertFromMimeData(self, source: QMimeData) -> None:
        images, files = offered_images(source), offered_files(source)
        if images or files:
            for image in images:
                self.image_offered.emit(image)
            for path in files:
                self.file_dropped.emit(path)
            return
        text = source.text().replace("\r\n", "\n").replace("\r", "\n")
        if not text or self.isReadOnly():
            return
        if self.textCursor().hasSelection() and is_url(text.strip()):
            change_lines(self, lambda passage: _linked(passage, text.strip()))
        else:
            insert(self, text)
        self.ensureCursorVisible()

    def _forward_drag(self, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            self.dragEnterEvent(event)
        elif isinstance(event, QDragMoveEvent):
            self.dragMoveEvent(event)
        elif isinstance(event, QDropEvent):
            self.dropEvent(event)
        elif isinstance(event, QDragLeaveEvent):
            self.dragLeaveEvent(event)
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        super().dragEnterEvent(event)
        if offered_images(event.mimeData()) and not self.isReadOnly():
            event.acceptProposedAction()
            self.image_dragged.emit(True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        if event.mimeData().hasUrls() and self.canInsertFromMimeData(event.mimeData()):
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.image_dragged.emit(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.image_dragged.emit(False)
        super().dropEvent(event)


def _linked(passage: Passage, url: str) -> Passage | None:
    """The selection as a link to `url`; an address or several lines are just replaced."""
    if "\n" in passage.selected or is_url(passage.selected.strip()):
        return passage.replaced(passage.start, passage.end, url).with_selection(passage.start + len(url))
    return toggle_link(passage, url=url)
