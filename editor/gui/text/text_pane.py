"""The text pane: the field in which one writes the post's body, with colours, formatting commands and find."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.gui.text import edits, line_marks, toggles
from editor.gui.text.document import is_lossless, raw_text
from editor.gui.text.drop_overlay import DropOverlay
from editor.gui.text.find_bar import FindBar
from editor.gui.text.finder import Finder
from editor.gui.text.highlighter import AT_ONCE, Highlighter
from editor.gui.text.measure import LARGEST, SMALLEST, text_font
from editor.gui.text.offered import OfferedImage
from editor.gui.text.passage import Passage
from editor.gui.text.plain_edit import PlainEdit
from editor.gui.text.words import WordCounter, count_words
from editor.gui.theme import LIGHT, Theme
from editor.settings import Settings

__all__ = ["OfferedImage", "TextPane", "is_lossless"]

_TO_FILL_IN = "Heading"
_TABLE = "| Heading | Heading |\n| ------- | ------- |\n| Cell    | Cell    |"


class TextPane(QWidget):
    """A post's body as Markdown; tells what the writer does with it."""

    text_edited = Signal()  # by the writer, also by undo and redo; never by `set_text`
    caret_moved = Signal(int)  # line from 0
    view_scrolled = Signal(float)  # line at the top of the view, when the writer scrolls
    selection_changed = Signal()
    image_offered = Signal(object)  # OfferedImage; the caret is already where it was dropped
    file_dropped = Signal(object)  # Path of a folder or Markdown file

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = Settings()
        self._fence_sign = "`"
        self._zoom = 0
        self._top = 0.0  # as it was told or set last
        self._is_quiet = False  # while the program itself sets the text or scrolls
        self.edit = PlainEdit(self)
        self._words = WordCounter()
        self.edit.setObjectName("text")
        self.edit.setAccessibleName(self.tr("Text of the post"))
        self._highlighter = Highlighter(self.edit.document(), LIGHT)
        self._colour_soon = QTimer(self, interval=0)  # while nothing else is to be done
        self._finder = Finder(self.edit)
        self.find_bar = FindBar(self._finder, self)
        self._overlay = DropOverlay(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.edit, 1)
        column.addWidget(self.find_bar)
        self.setFocusProxy(self.edit)
        self._connect()
        self.set_settings(self._settings)

    def _connect(self) -> None:
        edit = self.edit
        self._colour_soon.timeout.connect(self._colour_on)
        edit.textChanged.connect(self._on_text_changed)
        edit.cursorPositionChanged.connect(self._on_caret_moved)
        edit.selectionChanged.connect(self.selection_changed)
        edit.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        edit.image_offered.connect(self.image_offered)
        edit.file_dropped.connect(self.file_dropped)
        edit.image_dragged.connect(self._overlay.set_shown)
        edit.zoom_wanted.connect(self._zoom_by)
        self.find_bar.closed.connect(self.edit.setFocus)

    # -- the text ----------------------------------------------------------------------------------------------
    def set_text(self, text: str, *, read_only: bool = False) -> None:
        """Show another text; nothing of it can be undone, and the caret is at its start."""
        self._highlighter.begin()
        with self._quietly():
            self.edit.setPlainText(text)
            self.edit.setReadOnly(read_only)
            self.edit.setTextInteractionFlags(
                self.edit.textInteractionFlags() | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            self.edit.verticalScrollBar().setValue(0)
            edits.break_merging(self.edit.document())
        self._colour_soon.start()

    def _colour_on(self) -> None:
        with self._quietly():
            if not self._highlighter.go_on():
                self._colour_soon.stop()

    def _colour_to(self, line: int) -> None:
        """Colour what will be seen with this line."""
        with self._quietly():
            self._highlighter.reach(line + AT_ONCE)

    def replace_text(self, text: str) -> None:
        """Make the text another, as one undo step; caret and view stay where they are."""
        caret, top = self.caret(), self.top_line()
        edits.replace_all(self.edit, text)
        self.set_caret(*caret)
        self.scroll_to_line(top)

    def text(self) -> str:
        """The text, exactly."""
        return raw_text(self.edit.document())

    def document(self) -> QTextDocument:
        """The document, for the undo history."""
        return self.edit.document()

    def counts(self) -> tuple[int, int]:
        """Words of the text and of the selection."""
        selected = self.edit.textCursor().selectedText().replace("\u2029", "\n")
        return self._words.count(self.text()), count_words(selected) if selected else 0

    def insert(self, markdown: str) -> None:
        """Put text at the caret, in the place of what is selected, as one undo step."""
        edits.insert(self.edit, markdown)
        self.edit.ensureCursorVisible()

    def insert_block(self, markdown: str) -> None:
        """Put text at the caret as a block of its own, with blank lines around it where they are missing."""
        edits.insert_block(self.edit, markdown)
        self.edit.ensureCursorVisible()

    # -- caret and view ----------------------------------------------------------------------------------------
    def caret(self) -> tuple[int, int]:
        """Line and column from 0."""
        cursor = self.edit.textCursor()
        block = cursor.block()
        return block.blockNumber(), edits.characters(block.text(), cursor.positionInBlock())

    def set_caret(self, line: int, column: int = 0) -> None:
        """Put the caret there, or as near as there is text, and make it visible."""
        self._colour_to(line)
        block = self._block(line)
        cursor = self.edit.textCursor()
        column = min(max(column, 0), len(block.text()))
        cursor.setPosition(block.position() + edits.units(block.text(), column))
        with self._quietly():
            self.edit.setTextCursor(cursor)
            self.edit.ensureCursorVisible()
        self._on_caret_moved()

    def _block(self, line: int) -> QTextBlock:
        document = self.edit.document()
        return document.findBlockByNumber(min(max(line, 0), document.blockCount() - 1))

    def top_line(self) -> float:
        """The line at the top of the view, with how far it is scrolled out."""
        block = self.edit.firstVisibleBlock()
        hidden = self.edit.verticalScrollBar().value() - block.firstLineNumber()
        return block.blockNumber() + min(max(hidden, 0) / max(block.lineCount(), 1), 1.0)

    def scroll_to_line(self, line: float) -> None:
        """Scroll so that `line` is at the top of the view."""
        self._colour_to(int(line))
        block = self._block(int(line))
        self.edit.document().documentLayout().blockBoundingRect(block)  # breaks its lines, so that they are counted
        hidden = round((line - int(line)) * block.lineCount()) if line >= 0 else 0
        with self._quietly():
            self.edit.verticalScrollBar().setValue(block.firstLineNumber() + min(hidden, block.lineCount()))

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        before, self._is_quiet = self._is_quiet, True
        try:
            yield
        finally:
            self._is_quiet = before

    def _on_text_changed(self) -> None:
        if not self._is_quiet:
            self.text_edited.emit()

    def _on_caret_moved(self) -> None:
        if not self._is_quiet:
            self.caret_moved.emit(self.edit.textCursor().blockNumber())

    def _on_scrolled(self) -> None:
        """Tell it where the view itself has moved; the bar also moves as Qt learns how lines above are broken."""
        top = self.top_line()
        before, self._top = self._top, top
        if not self._is_quiet and top != before:
            self.view_scrolled.emit(top)

    # -- looks -------------------------------------------------------------------------------------------------
    def set_theme(self, theme: Theme) -> None:
        with self._quietly():
            self.edit.set_theme(theme)
            self._highlighter.set_theme(theme)
        self.find_bar.set_theme(theme)
        self._finder.set_theme(theme)
        self._overlay.set_theme(theme)

    def set_settings(self, settings: Settings) -> None:
        """Take the writer's font, line width and line spacing."""
        self._settings = settings
        with self._quietly():
            self.edit.setFont(text_font(settings, self._zoom))
            self.edit.set_measure(characters=settings.line_width, line_spacing=settings.line_spacing)

    def set_images_folder(self, folder: str) -> None:
        """Where dropped images go, for the words shown while one is held over the text."""
        self._overlay.folder = folder

    def _zoom_by(self, steps: int) -> None:
        self._set_zoom(self._zoom + steps)

    def _set_zoom(self, zoom: int) -> None:
        top = self.top_line()
        self._zoom = round(min(max(zoom, SMALLEST - self._settings.font_size), LARGEST - self._settings.font_size))
        self.set_settings(self._settings)
        self.scroll_to_line(top)

    def zoom_in(self) -> None:
        self._zoom_by(1)

    def zoom_out(self) -> None:
        self._zoom_by(-1)

    def zoom_reset(self) -> None:
        self._set_zoom(0)

    # -- formatting, one undo step each ------------------------------------------------------------------------
    def _change(self, command: Callable[[Passage], Passage]) -> None:
        if not self.edit.isReadOnly():
            edits.change_lines(self.edit, command)
            self.edit.ensureCursorVisible()

    def toggle_bold(self) -> None:
        self._change(partial(toggles.toggle, mark=toggles.BOLD))

    def toggle_italic(self) -> None:
        self._change(partial(toggles.toggle, mark=toggles.ITALIC))

    def toggle_strikethrough(self) -> None:
        self._change(partial(toggles.toggle, mark=toggles.STRIKETHROUGH))

    def set_fence_sign(self, sign: str) -> None:
        """What new fences of code blocks are made of; plain kramdown knows only tildes, and is coloured so."""
        self._fence_sign = sign
        with self._quietly():
            self._highlighter.set_gfm(sign == "`")

    def toggle_code(self) -> None:
        self._change(partial(toggles.toggle_code, fence_sign=self._fence_sign))

    def set_heading(self, level: int) -> None:
        """Make the selected lines headings of `level`; 0, or the level they have, makes them plain text."""
        self._change(partial(line_marks.set_heading, level=level))

    def toggle_quote(self) -> None:
        self._change(line_marks.toggle_quote)

    def toggle_bullets(self) -> None:
        self._change(line_marks.toggle_bullets)

    def toggle_numbers(self) -> None:
        self._change(line_marks.toggle_numbers)

    def toggle_tasks(self) -> None:
        self._change(line_marks.toggle_tasks)

    def toggle_link(self) -> None:
        self._change(toggles.toggle_link)

    def insert_code_block(self) -> None:
        """Put the selected lines, or an empty line, between fences."""
        self._change(partial(toggles.code_block, fence_sign=self._fence_sign))

    def insert_table(self) -> None:
        """Insert a small table to fill in, with its first heading selected."""
        if self.edit.isReadOnly():
            return
        self.insert_block(_TABLE)
        cursor = self.edit.textCursor()
        start = cursor.position() - len(_TABLE) + _TABLE.index(_TO_FILL_IN)
        cursor.setPosition(start)
        cursor.setPosition(start + len(_TO_FILL_IN), QTextCursor.MoveMode.KeepAnchor)
        self.edit.setTextCursor(cursor)
        self.edit.ensureCursorVisible()

    # -- find and replace --------------------------------------------------------------------------------------
    def find(self) -> None:  # type: ignore[override]  # QWidget's static look-up by window id, which nobody needs
        """Open the find bar, with what is selected as the query."""
        self._open_find_bar(with_replace=False)

    def replace(self) -> None:
        """Open the find bar with its second line."""
        self._open_find_bar(with_replace=not self.edit.isReadOnly())

    def _open_find_bar(self, *, with_replace: bool) -> None:
        cursor = self.edit.textCursor()
        selected = cursor.selectedText().replace("\u2029", "\n")
        self.find_bar.open(selected=selected, caret=cursor.selectionStart(), with_replace=with_replace)

    def find_next(self) -> None:
        if self.find_bar.isHidden():
            self.find()
        else:
            self._finder.select_next()

    def find_previous(self) -> None:
        if self.find_bar.isHidden():
            self.find()
        else:
            self._finder.select_previous()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape in the text closes the find bar too."""
        if event.key() == Qt.Key.Key_Escape and not self.find_bar.isHidden():
            self.find_bar.close_bar()
        else:
            super().keyPressEvent(event)
