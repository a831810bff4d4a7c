"""One undo history for the open post: edits of the text and changes of the front matter, in their order."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument, QUndoCommand, QUndoStack

_MERGEABLE = 1  # id of commands that may become one step; -1 is Qt's "never"


class _Steps:
    """What the commands share: the document and whether a step is being taken just now.

    The commands hold this and not the stack that owns them: Qt destroys a stack in a ring of Python
    references at a moment when its own signals still call back, and the process dies.
    """

    def __init__(self) -> None:
        self.document: QTextDocument | None = None
        self.is_restoring = False
        self.run = 0  # changes merge only within one run: text edits, undo and redo begin a new one

    def restore(self, step: Callable[[], None]) -> None:
        """Take one step back or forth."""
        self.is_restoring = True
        try:
            step()
        finally:
            self.is_restoring = False
            self.run += 1
            self.break_merging()

    def break_merging(self) -> None:
        """Let the next typed character begin a new command of the document."""
        if self.document is not None:
            self.document.setModified(False)


class _TextEdit(QUndoCommand):
    """Stands in this history for one undo step of the document, which keeps the step itself."""

    def __init__(self, steps: _Steps, document: QTextDocument) -> None:
        super().__init__("Typing")
        self._steps = steps
        self._document = document
        self._is_new = True

    def redo(self) -> None:
        if self._is_new:
            self._is_new = False  # the push itself: the writer has just made the edit
        elif self._document.isRedoAvailable():
            self._steps.restore(self._document.redo)
        else:
            self.setObsolete(True)

    def undo(self) -> None:
        if self._document.isUndoAvailable():
            self._steps.restore(self._document.undo)
        else:
            self.setObsolete(True)


class _Change(QUndoCommand):
    """A change outside the text, with the functions that take it back and make it again."""

    def __init__(
        self, steps: _Steps, text: str, *, undo: Callable[[], None], redo: Callable[[], None], merge_key: str
    ) -> None:
        super().__init__(text)
        self._steps = steps
        self._undo = undo
        self._redo = redo
        self._merge_key = (merge_key, steps.run) if merge_key else None
        self._is_new = True

    def id(self) -> int:
        return -1 if self._merge_key is None else _MERGEABLE

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Change) or other._merge_key != self._merge_key:
            return False
        self._redo = other._redo
        return True

    def redo(self) -> None:
        if self._is_new:
            self._is_new = False
        else:
            self._steps.restore(self._redo)

    def undo(self) -> None:
        self._steps.restore(self._undo)


class History(QUndoStack):
    """The undo stack of the open post.

    The document keeps its own undo commands; each enters this stack as a stand-in, so both always have the same
    order. They would part if typing went on in a document command from before an undo, a save or a change of a
    field: the document would grow that command without telling. A document merges typing only while it is
    "modified", so that flag is put down at each of these moments; it has no other use in Galley.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps = _Steps()

    def attach(self, document: QTextDocument) -> None:
        """Let the document's undo commands enter this history from now on; a document attached before leaves it."""
        before = self._steps.document
        if before is document:
            return
        if before is not None:
            before.undoCommandAdded.disconnect(self._take_text_edit)
            before.undoAvailable.disconnect(self._on_undo_available)
        self._steps.document = document
        document.undoCommandAdded.connect(self._take_text_edit)
        document.undoAvailable.connect(self._on_undo_available)

    def push_change(
        self, text: str, *, undo: Callable[[], None], redo: Callable[[], None], merge_key: str = ""
    ) -> None:
        """Add a change that has been made already (`redo` is not called now).

        Consecutive changes with the same non-empty `merge_key` become one step. A change made by an undo or redo
        itself is no step of the writer and is left out.
        """
        if self._steps.is_restoring:
            return
        self._steps.break_merging()
        document = self._steps.document
        if document is not None and document.isRedoAvailable():
            document.clearUndoRedoStacks(QTextDocument.Stacks.RedoStack)
        self.push(_Change(self._steps, text, undo=undo, redo=redo, merge_key=merge_key))

    def setClean(self) -> None:
        """The state of now is the saved one; typing goes on in a new step, or it would not count as unsaved."""
        super().setClean()
        self._steps.break_merging()

    def _take_text_edit(self) -> None:
        if not self._steps.is_restoring and self._steps.document is not None:
            self._steps.run += 1
            self.push(_TextEdit(self._steps, self._steps.document))

    def _on_undo_available(self, available: bool) -> None:
        """The document forgets its undo commands when it gets a new content: they can no longer be stood for."""
        if not available and not self._steps.is_restoring:
            self.clear()
