"""The quiet line under the title: where the post is and where it will be; pressing it tells more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from editor.gui.icons import pixmap
from editor.gui.quiet_words import QuietWords
from editor.gui.theme import LIGHT, Theme, chrome_font, fixed_font

PAD = 6  # pixels to the left and right of the words, for the ground of a pressed or focused line
_TOP = 2
_DOT = 7
_GAP = 6  # from the dot to its words
_APART = 14  # from the address to the state
_ARROW = 12
_HOVER = 14  # of 255: how much ink the ground takes, as the application's buttons

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_STEPS = re.compile(r"^/[^/]*/?|[^/]*/|[^/]+")


@dataclass(frozen=True)
class _Piece:
    """What stays on one line. `dot` is the ink of the dot before it, "" without one."""

    text: str
    is_path: bool = True
    dot: str = ""
    before: float = 0.0  # pixels of space, if it does not begin a line


@dataclass(frozen=True)
class _Placed:
    piece: _Piece
    x: float
    line: int


class QuietLine(QAbstractButton):
    """A button that reads as a line of text; it breaks behind slashes, and inside a name only where it must."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QuietWords("")
        self._theme = LIGHT
        self._placed: tuple[int, list[_Placed]] = (-1, [])
        self._path_font = fixed_font(scale=0.88)
        self._state_font = chrome_font(scale=0.92)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, words: QuietWords) -> None:
        """Tell of a post."""
        if words == self._words:
            return
        self._words = words
        self.setText(words.text)
        self.setShortcut(QKeySequence())  # which Qt takes from an “&” in a path
        self.setAccessibleName(self.tr("What Jekyll will do: {words}").format(words=words.text))
        self._placed = (-1, [])
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> QuietWords:
        return self._words

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    # -- places -------------------------------------------------------------------------------------------------
    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._lay_out(width)[-1].line + 1 if self._words.path else 1
        return round(lines * self._line_height) + 2 * _TOP

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(max(self.width(), 320)))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, round(self._line_height) + 2 * _TOP)

    def lines(self) -> list[str]:
        """The text line by line, as it is broken at the present width."""
        placed = self._lay_out(self.width())
        count = placed[-1].line + 1 if placed else 0
        return ["".join(each.piece.text for each in placed if each.line == line) for line in range(count)]

    @property
    def _line_height(self) -> float:
        return max(QFontMetricsF(font).lineSpacing() for font in (self._path_font, self._state_font))

    def _lay_out(self, width: int) -> list[_Placed]:
        """Where each piece goes; worked out once for a width."""
        if self._placed[0] != width:
            self._placed = (width, list(self._place(width - 2 * PAD - _ARROW - 4)))
        return self._placed[1]

    def _place(self, room: float) -> Iterator[_Placed]:
        x, line = 0.0, 0
        for whole in _pieces(self._words):
            parts = [whole] if self._width(whole) <= room else self._broken(whole, room)
            for piece in parts:
                before = piece.before if x else 0.0
                if x and x + before + self._width(piece, trimmed=True) > room:
                    x, line, before = 0.0, line + 1, 0.0
                yield _Placed(piece, x + before, line)
                x += before + self._width(piece)

    def _width(self, piece: _Piece, *, trimmed: bool = False) -> float:
        text = piece.text.rstrip() if trimmed else piece.text
        return QFontMetricsF(self._font(piece)).horizontalAdvance(text) + (_DOT + _GAP if piece.dot else 0)

    def _font(self, piece: _Piece) -> QFont:
        return self._path_font if piece.is_path else self._state_font

    def _broken(self, piece: _Piece, room: float) -> Iterator[_Piece]:
        """A name that is wider than the whole line: behind hyphens and spaces, else anywhere."""
        for number, text in enumerate(re.findall(r"[^-\s]*[-\s]+|[^-\s]+", piece.text)):
            part = piece if number == 0 else replace(piece, dot="", before=0.0)
            while len(text) > 1 and self._width(replace(part, text=text), trimmed=True) > room:
                count = next(n for n in range(len(text) - 1, 0, -1) if n == 1 or self._fits(part, text[:n], room))
                yield replace(part, text=text[:count])
                part, text = replace(part, dot="", before=0.0), text[count:]
            yield replace(part, text=text)

    def _fits(self, piece: _Piece, text: str, room: float) -> bool:
        return self._width(replace(piece, text=text)) <= room

    # -- painting -----------------------------------------------------------------------------------------------
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_pointed_at = self.underMouse() or self.hasFocus() or self.isDown()
        if is_pointed_at:
            self._paint_ground(painter)
        placed = self._lay_out(self.width())
        for each in placed:
            self._paint_piece(painter, each, strong=self.underMouse())
        if is_pointed_at and placed:
            self._paint_arrow(painter, placed[-1])

    def _paint_ground(self, painter: QPainter) -> None:
        ground = QColor(self._theme.ink)
        ground.setAlpha(2 * _HOVER if self.isDown() else _HOVER if self.underMouse() else 0)
        painter.setBrush(ground)
        painter.setPen(QPen(QColor(self._theme.accent), 1) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _paint_piece(self, painter: QPainter, placed: _Placed, *, strong: bool) -> None:
        piece, theme = placed.piece, self._theme
        font = self._font(piece)
        x, base = PAD + placed.x, self._base(placed.line)
        if piece.dot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(getattr(theme, piece.dot)))
            middle = base - QFontMetricsF(font).xHeight() / 2
            painter.drawEllipse(QPointF(x + _DOT / 2, middle), _DOT / 2, _DOT / 2)
            x += _DOT + _GAP
        painter.setFont(font)
        painter.setPen(QColor(theme.ink if strong else theme.secondary))
        painter.drawText(QPointF(x, base), piece.text)

    def _paint_arrow(self, painter: QPainter, last: _Placed) -> None:
        """Behind the words: there is more below."""
        drawn = pixmap("chevron-down", self._theme.secondary, size=_ARROW, ratio=self.devicePixelRatioF())
        x = PAD + last.x + self._width(last.piece) + 4
        middle = self._base(last.line) - QFontMetricsF(self._path_font).xHeight() / 2
        painter.drawPixmap(QPointF(x, middle - _ARROW / 2 + 1), drawn)

    def _base(self, line: int) -> float:
        height = self._line_height
        metrics = QFontMetricsF(self._path_font)
        return _TOP + line * height + (height - metrics.height()) / 2 + metrics.ascent()

    # -- keys and pointer ---------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:  # the system's size has changed
            self._path_font, self._state_font = fixed_font(scale=0.88), chrome_font(scale=0.92)
            self._placed = (-1, [])
            self.updateGeometry()
        super().changeEvent(event)


def _pieces(words: QuietWords) -> Iterator[_Piece]:
    """The line in the pieces between which it may break."""
    *folders, name = _STEPS.findall(_printable(words.path)) or [""]
    yield from map(_Piece, folders)
    yield _Piece(f"{name} → ")
    if words.address:
        yield from map(_Piece, _STEPS.findall(_printable(words.address)))
    else:
        yield _Piece(words.shown_address, is_path=False)
    for state in words.states:
        yield _Piece(_printable(state.text), is_path=False, dot=state.ink, before=_APART)


def _printable(text: str) -> str:
    return _UNPRINTABLE.sub("\ufffd", text)
