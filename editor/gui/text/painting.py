"""What the text field paints below Qt's own painting: the ground of code blocks and the whole height of selections."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QTextBlock, QTextLine
from PySide6.QtWidgets import QPlainTextEdit

from editor.gui.text.highlighter import is_in_fence

_LINE_END = 6  # pixels that show a selected line end


def visible_blocks(edit: QPlainTextEdit) -> Iterator[tuple[QTextBlock, QRectF]]:
    """The lines that are seen, with their places in the viewport."""
    layout = edit.document().documentLayout()
    block = edit.firstVisibleBlock()
    top = edit.blockBoundingGeometry(block).translated(edit.contentOffset()).top()
    while block.isValid() and top <= edit.viewport().height():
        rect = layout.blockBoundingRect(block).translated(edit.contentOffset().x(), top)
        yield block, rect
        top = rect.bottom()
        block = block.next()


def paint_code_ground(edit: QPlainTextEdit, painter: QPainter, color: QColor, spacing: int) -> None:
    """A quiet band behind fenced code blocks, as wide as the text."""
    width = edit.viewport().width()
    for block, rect in visible_blocks(edit):
        layout = block.layout()
        if is_in_fence(block) and layout.lineCount():
            first, last = layout.lineAt(0), layout.lineAt(layout.lineCount() - 1)
            top = rect.top() + first.y() - spacing // 2
            bottom = rect.top() + last.y() + last.height() + spacing - spacing // 2
            painter.fillRect(QRectF(0, top, width, bottom - top), color)


def paint_selection(edit: QPlainTextEdit, painter: QPainter, color: QColor, spacing: int) -> None:
    """The selection over the full height of its lines; Qt leaves out the room between them."""
    cursor = edit.textCursor()
    if not cursor.hasSelection():
        return
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    for block, rect in visible_blocks(edit):
        first, last = start - block.position(), end - block.position()
        if last < 0:
            return
        if first >= block.length():
            continue
        layout = block.layout()
        for number in range(layout.lineCount()):
            band = _band(layout.lineAt(number), first, last, is_last=number == layout.lineCount() - 1)
            if band is not None:
                band.adjust(0, -(spacing // 2), 0, spacing - spacing // 2)
                painter.fillRect(band.translated(rect.topLeft()), color)


def _band(line: QTextLine, first: int, last: int, *, is_last: bool) -> QRectF | None:
    """What of a line of text is selected, or None."""
    begin, end = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
    has_line_end = is_last and last > line.textStart() + line.textLength()
    if end < begin or (begin == end and not has_line_end):
        return None
    left, right = _x(line, begin), _x(line, end)
    return QRectF(left, line.y(), right - left + (_LINE_END if has_line_end else 0), line.height())


def _x(line: QTextLine, position: int) -> float:
    found: object = line.cursorToX(position)
    place = found[0] if isinstance(found, tuple) else found  # the place, and the position that it belongs to
    assert isinstance(place, float)
    return place
