"""The front matter as text, with its fault marked where it has one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from editor.errors import FrontMatterError
from editor.gui.form.fault_message import FaultMessage
from editor.gui.form.growing_edit import line_height
from editor.gui.form.undo_keys import UndoKeys, without_undo
from editor.gui.form.yaml_highlighter import YamlHighlighter
from editor.gui.form.yaml_marks import fault_marks, line_marks, place
from editor.gui.theme import LIGHT, Theme, fixed_font
from editor.site.yaml_text.fixes import Fix, find_fix

_FEWEST, _MOST = 4, 14  # lines that the view asks room for
_FRAME = 16  # pixels of border and margin
_GAP = 4
_BUTTON = 30
_NARROW = 480
_INDENT = "  "
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_PARAGRAPH = "\u2029"


class YamlView(QWidget):
    """Shows and edits the YAML between the fences; the last line end stays out of sight.

    Below it stand what is wrong and, where that is certain, a button that mends it.
    """

    yaml_edited = Signal(str)
    fix_chosen = Signal(object)  # Fix
    grown = Signal()  # or shrunk, by its lines

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._fault: FrontMatterError | None = None
        self._fix: Fix | None = None
        self._place = 0  # the line that the writer was led to, until the next edit
        self._is_ours = False
        self.edit = _YamlEdit()
        self.message = FaultMessage()
        self.fix = QPushButton()
        self._foot = QWidget()
        self._highlighter = YamlHighlighter(self.edit.document())
        self._arrange()
        self.edit.document().documentLayout().documentSizeChanged.connect(lambda: self.grown.emit())
        self.edit.wrapped_anew.connect(self._mark)
        self.edit.textChanged.connect(self._on_text_changed)
        self.message.clicked.connect(self._go_to_fault)
        self.fix.clicked.connect(self._choose_fix)

    def _arrange(self) -> None:
        self.fix.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the caret where it is
        self._foot.hide()
        policy = self._foot.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # a line that is not finished yet must not move what one types
        self._foot.setSizePolicy(policy)
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.message, 1)
        row.addWidget(self.fix)
        self._give_message_room()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self.edit, 1)
        column.addWidget(self._foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The less room beside the button, the more lines the message needs."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._give_message_room()

    def _give_message_room(self) -> None:
        self.message.set_most_lines(3 if self.width() < _NARROW else 2)
        height = max(self.message.sizeHint().height(), _BUTTON)
        if height != self._foot.height():
            self._foot.setFixedHeight(height)
            self.grown.emit()

    def show_yaml(self, raw: str, *, fault: FrontMatterError | None, read_only: bool) -> None:
        """Show the text and its fault; emits nothing, and leaves a text that is shown already alone."""
        text = raw.replace("\r\n", "\n").removesuffix("\n")
        self._is_ours = True
        old = self._text()
        if old.removesuffix("\n") != text:
            _replace(self.edit, old, text)
            if not old:
                self.edit.moveCursor(QTextCursor.MoveOperation.Start)
        self._is_ours = False
        if self.edit.isReadOnly() != read_only:
            self.edit.setReadOnly(read_only)
            self.edit.style().unpolish(self.edit)
            self.edit.style().polish(self.edit)
        self._fault = fault
        self._fix = find_fix(raw, fault) if fault and not read_only else None
        self._tell()
        self._mark()

    def _tell(self) -> None:
        told = told_in_view(self._fault) if self._fault else ""
        self.message.show_message(told)
        self.fix.setText(self._fix.label if self._fix else "")
        self.fix.setVisible(self._fix is not None)
        self._foot.setVisible(self._fault is not None)
        self.edit.setAccessibleDescription(told)

    def go_to(self, line: int, column: int = 1) -> None:
        """Lead the writer to a place, counted from 1; its line is marked until the next edit."""
        self._place = min(max(line, 1), self.edit.blockCount())
        self.edit.setTextCursor(place(self.edit.document(), self._place, column))
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._mark()
        self.edit.ensureCursorVisible()
        QTimer.singleShot(0, self.edit, self.edit.ensureCursorVisible)  # shown just now, it has no size yet

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self._is_ours = True
        self._highlighter.set_theme(theme)
        self._is_ours = False
        self.message.set_theme(theme)
        self._mark()

    def fault_line(self) -> int:
        """The marked line, counted from 1; 0 without a fault or where it has no place."""
        line = self._fault.line if self._fault else None
        return min(line, self.edit.blockCount()) if line else 0

    def sizeHint(self) -> QSize:
        """As high as the text, within limits."""
        lines = max(_FEWEST, min(_MOST, round(self.edit.document().size().height())))
        return QSize(240, lines * line_height(self.edit) + _FRAME + _GAP + self._foot.height())

    def _text(self) -> str:
        return self.edit.document().toRawText().replace(_PARAGRAPH, "\n")

    def _on_text_changed(self) -> None:
        if self._is_ours:
            return
        self._place = 0
        text = self._text()
        self.yaml_edited.emit(text + "\n" if text and not text.endswith("\n") else text)

    def _go_to_fault(self) -> None:
        if self._fault is not None:
            self.go_to(self.fault_line() or 1, self._fault.column or 1)

    def _choose_fix(self) -> None:
        if self._fix is not None:
            self.fix_chosen.emit(self._fix)

    def _mark(self) -> None:
        document, line = self.edit.document(), self.fault_line()
        marks = line_marks(document, self._place, self._theme.accent) if self._place not in (0, line) else []
        if line and self._fault is not None:
            marks += fault_marks(document, line, self._fault.column or 0, self._theme)
        self.edit.setExtraSelections(marks)


def told_in_view(fault: FrontMatterError) -> str:
    """The message where the front matter is what one looks at."""
    text = str(fault).removeprefix("Front matter, ").removeprefix("Front matter: ")
    return text[:1].upper() + text[1:]


class _YamlEdit(QPlainTextEdit):
    """Monospace; Tab inserts spaces (YAML knows no tabs), Escape and Shift+Tab move on; undo is the window's."""

    wrapped_anew = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("yaml")
        self.setAccessibleName("Front matter as YAML")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(fixed_font())
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.document().setDocumentMargin(6)
        self.setTabChangesFocus(True)  # else Qt refuses to move on by any key
        self.installEventFilter(UndoKeys(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps lines elsewhere."""
        super().resizeEvent(event)
        self.wrapped_anew.emit()

    def sizeHint(self) -> QSize:
        """The view decides."""
        return QSize(240, 60)

    def minimumSizeHint(self) -> QSize:
        """At least two lines."""
        return QSize(80, 2 * self.fontMetrics().lineSpacing() + 14)

    def event(self, event: QEvent) -> bool:
        """Take Tab before Qt moves the focus by it."""
        is_tab = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab and not event.modifiers()
        if is_tab and event.type() is QEvent.Type.KeyPress and not self.isReadOnly():
            self.textCursor().insertText(_INDENT)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is the way out that Tab is not; Enter keeps the indentation."""
        if event.key() == Qt.Key.Key_Escape:
            self.focusNextChild()
        elif event.key() in _ENTER and not event.modifiers() & _COMMANDS and not self.isReadOnly():
            cursor = self.textCursor()
            before = cursor.block().text()[: cursor.positionInBlock()]
            cursor.insertText("\n" + before[: len(before) - len(before.lstrip(" "))])
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as plain text."""
        self.insertPlainText(source.text())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's menu without its own undo."""
        menu = without_undo(self.createStandardContextMenu())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())


def _replace(edit: QPlainTextEdit, old: str, new: str) -> None:
    """Change only what differs, so that caret and scrolling stay. Offsets are Qt's (UTF-16), hence the detour."""
    shortest = min(len(old), len(new))
    start = _longest(shortest, lambda count: old[:count] == new[:count])
    end = _longest(shortest - start, lambda count: old[len(old) - count :] == new[len(new) - count :])
    cursor = QTextCursor(edit.document())
    cursor.setPosition(_units(old[:start]))
    cursor.setPosition(_units(old[: len(old) - end]), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(new[start : len(new) - end])


def _longest(most: int, is_same: Callable[[int], bool]) -> int:
    """The largest count, up to `most`, for which as many characters are the same."""
    return bisect_left(range(1, most + 1), True, key=lambda count: not is_same(count))


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)
