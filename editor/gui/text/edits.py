"""Takes passages out of a text field and puts changed ones back, each as one undo step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit

from editor.gui.text.document import raw_text
from editor.gui.text.passage import Passage, difference

_AROUND = 500  # lines: as far as a list is looked at above and below the caret


def units(text: str, position: int) -> int:
    """A position counted in characters, as Qt counts it: in UTF-16, where some characters take two places."""
    if text.isascii():
        return position
    return position + sum(character > "\uffff" for character in text[:position])


def characters(text: str, position: int) -> int:
    """The way back: a position counted in UTF-16, in characters."""
    if text.isascii() or len(text) == units(text, len(text)):
        return min(position, len(text))
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * position].decode("utf-16-le", "replace"))


def break_merging(document: QTextDocument) -> None:
    """Let what is typed next begin a new undo step: a document joins typing only while it is "modified"."""
    document.setModified(False)


def selected_lines(edit: QPlainTextEdit) -> tuple[QTextBlock, QTextBlock]:
    """The first and last line that the selection touches."""
    cursor, document = edit.textCursor(), edit.document()
    return document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())


def with_lines_around(first: QTextBlock, last: QTextBlock) -> tuple[QTextBlock, QTextBlock]:
    """The same lines with those of the list around them."""
    document = first.document()
    above = document.findBlockByNumber(max(0, first.blockNumber() - _AROUND))
    below = document.findBlockByNumber(min(document.blockCount() - 1, last.blockNumber() + _AROUND))
    return above, below


def take(edit: QPlainTextEdit, first: QTextBlock, last: QTextBlock) -> Passage:
    """The lines from `first` to `last` as a passage with the selection in them."""
    lines = []
    block = first
    while block.isValid():
        lines.append(block.text())
        if block == last:
            break
        block = block.next()
    text = "\n".join(lines)
    cursor, start = edit.textCursor(), first.position()
    return Passage(text, characters(text, cursor.anchor() - start), characters(text, cursor.position() - start))


def put(edit: QPlainTextEdit, start: int, before: Passage, after: Passage) -> None:
    """Make the passage `before`, which begins at `start`, into `after`: text and selection, as one undo step."""
    change(edit.document(), start, before.text, after.text)
    cursor = edit.textCursor()
    cursor.setPosition(start + units(after.text, after.anchor))
    cursor.setPosition(start + units(after.text, after.caret), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def change(document: QTextDocument, start: int, old: str, new: str) -> None:
    """Replace only what differs between `old`, which begins at `start`, and `new`."""
    if old == new:
        return
    found = difference(old, new)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.setPosition(start + units(old, found.start))
    cursor.setPosition(start + units(old, found.end), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(found.new)
    cursor.endEditBlock()
    break_merging(document)


def change_lines(edit: QPlainTextEdit, command: Callable[[Passage], Passage | None], *, around: bool = False) -> bool:
    """Let `command` change the selected lines; with `around` it sees the lines of the list around them too.

    False when it does not apply there.
    """
    first, last = selected_lines(edit)
    if around:
        first, last = with_lines_around(first, last)
    before = take(edit, first, last)
    after = command(before)
    if after is None:
        return False
    if after != before:
        put(edit, first.position(), before, after)
    return True


def replace_all(edit: QPlainTextEdit, new: str) -> None:
    """Make the whole text `new`, as one undo step that touches only what differs."""
    change(edit.document(), 0, raw_text(edit.document()), new)


def insert(edit: QPlainTextEdit, text: str) -> None:
    """Put `text` in the place of the selection, as one undo step."""
    cursor = edit.textCursor()
    cursor.beginEditBlock()
    cursor.insertText(text)
    cursor.endEditBlock()
    edit.setTextCursor(cursor)
    break_merging(edit.document())


def insert_block(edit: QPlainTextEdit, text: str) -> None:
    """Put `text` at the caret as a block of its own, with a blank line before and after where there is text."""
    cursor = edit.textCursor()
    document = edit.document()
    first, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    before = first.text()[: characters(first.text(), cursor.selectionStart() - first.position())]
    after = last.text()[characters(last.text(), cursor.selectionEnd() - last.position()) :]
    lead = _gap(before, first.previous())
    tail = _gap(after, last.next())
    insert(edit, lead + text.strip("\n") + tail)
    if tail:
        cursor = edit.textCursor()
        cursor.setPosition(cursor.position() - len(tail))
        edit.setTextCursor(cursor)


def _gap(beside: str, neighbour: QTextBlock) -> str:
    """The line ends between a block and what is beside it in its line, or in the next line."""
    if beside.strip():
        return "\n\n"
    return "\n" if neighbour.isValid() and neighbour.text().strip() else ""
