"""Colours Markdown and Liquid in the text pane, line by line as they change."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextDocument, QTextFormat

from editor.gui.text.markdown_spans import (
    BOLD,
    CODE,
    COLORS,
    FENCE,
    HEADING,
    HEADING_1,
    HEADING_2,
    HEADING_3,
    HTML,
    ITALIC,
    LINK,
    LIQUID,
    MARKUP,
    MATH,
    NORMAL,
    QUOTE,
    STRIKE,
    TEXT,
    TITLE,
    URL,
    is_underline,
    painted,
    spans,
)
from editor.gui.theme import Theme

AT_ONCE = 200  # lines of a new text that are coloured with it: more than a screen shows
_NOT_COLOURED = -1  # the state of a line that the highlighter has not seen
STEP = 150  # lines that are coloured while nothing else is to be done: some five milliseconds


class Highlighter(QSyntaxHighlighter):
    """Sets the formats of the document's lines; a line's state tells what goes on in the next."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        self._theme = theme
        self._is_gfm = True
        self._formats: dict[int, QTextCharFormat] = {}
        self._reached: int | None = None  # the lines from here on are still to be coloured
        self._count = 0  # of the document's lines, then
        super().__init__(document)
        document.contentsChange.connect(self._look_above)

    def set_theme(self, theme: Theme) -> None:
        """Colour everything anew."""
        self._theme = theme
        self._formats.clear()
        self.rehighlight()

    def set_gfm(self, is_gfm: bool) -> None:
        """Whether the text is read with GitHub's additions to kramdown."""
        if is_gfm != self._is_gfm:
            self._is_gfm = is_gfm
            self.rehighlight()

    def _look_above(self, position: int, _removed: int, _added: int) -> None:
        """A line that has become a row of `=` or `-`, or was one, changes the look of the line above it."""
        block = self.document().findBlock(position)
        above = block.previous()
        state = above.userState()
        if state in (TITLE, HEADING) and is_underline(block.text()) != (state == HEADING):
            with QSignalBlocker(self.document()):  # another look is no edit of its own
                self.rehighlightBlock(above)

    def begin(self) -> None:
        """Another text comes: colour its first lines with it, and the others by `reach` and `go_on`."""
        self._reached = AT_ONCE
        self._count = 0

    def go_on(self) -> bool:
        """Colour some more lines; whether any are left."""
        if self._reached is not None:
            self.reach(self._reached + STEP)
        return self._reached is not None

    def reach(self, line: int) -> None:
        """Colour all lines before this one."""
        if self._reached is None or line <= self._reached:
            return
        count = self.document().blockCount()
        block = self.document().findBlockByNumber(self._reached - max(self._count - count, 0))  # lines may have gone
        self._reached, self._count = line, count
        while block.isValid() and block.blockNumber() < line:
            if block.userState() == _NOT_COLOURED:
                self.rehighlightBlock(block)  # and those after it, as they now begin in another state
            block = block.next()
        if not block.isValid():
            self._reached = None

    def highlightBlock(self, text: str) -> None:
        if self._reached is not None and self.currentBlock().blockNumber() >= self._reached:
            return
        below = self.currentBlock().next().text()
        found, state = spans(text, max(self.previousBlockState(), NORMAL), below=below, gfm=self._is_gfm)
        self.setCurrentBlockState(state)
        if not found:
            return
        runs = painted(found, len(text))
        if not text.isascii() and max(text) > "\uffff":
            runs = [(_units(text, start), _units(text, end), style) for start, end, style in runs]
        for start, end, style in runs:
            self.setFormat(start, end - start, self._format(style))

    def _format(self, style: int) -> QTextCharFormat:
        made = self._formats.get(style)
        if made is None:
            made = self._formats[style] = _format(style, self._theme)
        return made


def is_in_fence(block: QTextBlock) -> bool:
    """Whether the line is inside a fenced code block or one of its two fences."""
    return block.userState() >= FENCE or block.previous().userState() >= FENCE


def _units(text: str, position: int) -> int:
    """Qt counts in UTF-16: a character beyond the basic plane takes two places."""
    return position + sum(character > "\uffff" for character in text[:position])


def _format(style: int, theme: Theme) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(_color(style, theme)))
    if style & (BOLD | HEADING_1 | HEADING_2 | HEADING_3):
        made.setFontWeight(QFont.Weight.Bold)
    if style & ITALIC:
        made.setFontItalic(True)
    if style & STRIKE:
        made.setFontStrikeOut(True)
    if style & CODE:
        made.setBackground(QColor(theme.chrome))
    if style & (HEADING_1 | HEADING_2):
        made.setProperty(QTextFormat.Property.FontSizeAdjustment, 1)
    return made


def _color(style: int, theme: Theme) -> str:
    colors = {
        TEXT: theme.ink,
        MARKUP: theme.hint,
        LINK: theme.accent,
        URL: theme.accent,
        LIQUID: theme.liquid,
        QUOTE: theme.secondary,
        HTML: theme.secondary,
        MATH: theme.secondary,
    }
    color = colors.get(style & COLORS)
    if color:
        return color
    return theme.accent if style & (HEADING_1 | HEADING_2 | HEADING_3) else theme.ink
