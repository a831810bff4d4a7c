"""Chips and a line to type the next one, flowing over as many lines as they need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor.gui.form.bare_line import BareLine
from editor.gui.form.chip import HEIGHT, Chip
from editor.gui.form.suggestions import Suggestions
from editor.gui.theme import LIGHT, Theme

_GAP = 4
_LEAST = 64  # pixels that the line needs to stay beside the last chip
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChipsBox(QWidget):
    """Shows texts as chips; reports the wish to add or remove one and leaves the texts to its owner."""

    added = Signal(list)  # list of new texts
    removed = Signal(int)  # position of the chip

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._is_read_only = False
        self._hint = ("", False)  # and whether it is an inherited value
        self._given: list[Chip] = []  # what the site gives, in front of the post's own
        self.chips: list[Chip] = []
        self.line = _ChipsLine(self)
        self.suggestions = Suggestions(self)
        self.suggestions.setWidget(self.line)
        self.suggestions.activated.connect(self._enter)
        self.line.textEdited.connect(self._on_text_edited)
        self.line.left.connect(self.commit)
        self.line.entered.connect(self.commit)
        self.line.erased.connect(lambda: self._remove(len(self.chips) - 1))
        self.line.opened.connect(lambda: self.suggestions.offer(self.line.text()))
        self.line.moved_left.connect(lambda: self._focus(len(self.chips) - 1))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def texts(self) -> list[str]:
        """What the chips say."""
        return [chip.text for chip in self.chips]

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show these chips; what is being typed stays."""
        if list(texts) == self.texts():
            return
        focused = next((at for at, chip in enumerate(self.chips) if chip.hasFocus()), None)
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [self._made(text, at) for at, text in enumerate(texts)]
        self._place()
        if focused is not None:
            self._focus(min(focused, len(self.chips) - 1))

    def show_given(self, given: Mapping[str, str]) -> None:
        """Show what the site gives, and by which scope: nobody can remove that here."""
        if [(chip.text, chip.accessibleDescription()) for chip in self._given] == [
            (text, f"From {scope}") for text, scope in given.items()
        ]:
            return
        for chip in self._given:
            chip.hide()
            chip.deleteLater()
        self._given = [Chip(text, self, given_by=scope) for text, scope in given.items()]
        for chip in self._given:
            chip.show()
        self._dress()

    def set_hint(self, text: str, *, is_inherited: bool = False) -> None:
        """What the line says while it is empty; where nothing can be typed it invites to nothing."""
        self._hint = (text, is_inherited)
        is_shown = is_inherited or not self._is_read_only
        self.line.set_placeholder(text if is_shown else "", is_inherited=is_inherited)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.suggestions.set_theme(theme)
        self._dress()

    def set_read_only(self, read_only: bool) -> None:
        """A read-only box has no crosses."""
        self._is_read_only = read_only
        self.line.setReadOnly(read_only)
        text, is_inherited = self._hint
        self.set_hint(text, is_inherited=is_inherited)
        self._dress()

    def _dress(self) -> None:
        for chip in (*self._given, *self.chips):
            chip.set_look(self._theme, read_only=self._is_read_only)
        self._place()

    def commit(self) -> None:
        """Make chips of what is typed, commas between them."""
        text = self.line.text()
        if self._is_read_only or not text.strip():
            return
        self._enter(text)

    def _made(self, text: str, at: int) -> Chip:
        chip = Chip(text, self)
        chip.set_look(self._theme, read_only=self._is_read_only)
        chip.removed.connect(partial(self._remove, at))
        chip.arrow_pressed.connect(lambda step: self._focus(at + step))
        chip.show()
        return chip

    def _on_text_edited(self, text: str) -> None:
        if "," in text:
            self.commit()
        elif text.strip():
            self.suggestions.offer(text.strip())
        else:
            self.suggestions.close()

    def _enter(self, text: str) -> None:
        self.suggestions.close()
        self.line.clear()
        texts = [part.strip() for part in text.split(",")]
        known = {*self.texts(), *(chip.text for chip in self._given)}
        fresh = list(dict.fromkeys(part for part in texts if part and part not in known))
        if fresh:
            self.added.emit(fresh)

    def _remove(self, at: int) -> None:
        if 0 <= at < len(self.chips) and not self._is_read_only:
            self.removed.emit(at)

    def _focus(self, at: int) -> None:
        target: QWidget = self.chips[at] if 0 <= at < len(self.chips) else self.line
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- the flow ------------------------------------------------------------------------------------------------
    def _place(self) -> None:
        """Put chips side by side, then the line in what is left, and take the height that this needs."""
        left = top = 0
        for chip in (*self._given, *self.chips):
            width = min(chip.sizeHint().width(), max(self.width(), 1))
            if left and left + width > self.width():
                left, top = 0, top + HEIGHT + _GAP
            chip.setGeometry(left, top, width, HEIGHT)
            left += width + _GAP
        if left and left + _LEAST > self.width():
            left, top = 0, top + HEIGHT + _GAP
        start = left + 2 if left else 0
        self.line.setGeometry(start, top, max(self.width() - start, 1), HEIGHT)
        if self.minimumHeight() != top + HEIGHT:
            self.setFixedHeight(top + HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Flow again."""
        super().resizeEvent(event)
        self._place()

    def sizeHint(self) -> QSize:
        """One line; the width is the layout's."""
        return QSize(_LEAST, HEIGHT)


class _ChipsLine(BareLine):
    """Tells of the keys that mean something to the chips."""

    entered = Signal()
    erased = Signal()
    opened = Signal()
    moved_left = Signal()

    def __init__(self, box: ChipsBox) -> None:
        super().__init__(box)
        self._box = box

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds, Backspace at the start removes the last, Down offers, Escape clears what is typed."""
        key, at_start = event.key(), self.cursorPosition() == 0 and not self.hasSelectedText()
        if key in (*_ENTER, Qt.Key.Key_Escape) and self._box.suggestions.is_open():
            self._keep_popup_key(event)
        elif key in _ENTER:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.erased.emit()
        elif key == Qt.Key.Key_Left and at_start:
            self.moved_left.emit()
        elif key == Qt.Key.Key_Down:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def _keep_popup_key(self, event: QKeyEvent) -> None:
        """With the popup open: Enter takes what is chosen there, or else what is typed; Escape closes the popup."""
        if event.key() in _ENTER and not self._box.suggestions.has_choice():
            self.entered.emit()
        else:
            event.ignore()
