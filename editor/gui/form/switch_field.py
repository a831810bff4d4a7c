"""A field for a truth value: a switch."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from editor.gui.form.field import Field
from editor.gui.form.field_edit import FieldEdit
from editor.gui.form.field_frame import HEIGHT, FieldFrame
from editor.gui.form.field_value import FieldValue
from editor.gui.form.wording import from_site
from editor.gui.theme import LIGHT, Theme
from editor.site.key_path import Key
from editor.site.scalars import Value

_WIDTH, _HEIGHT = 32, 18
_PAIRS = (("true", "false"), ("yes", "no"), ("on", "off"))
_SPELLED = [(spell(yes), spell(no)) for yes, no in _PAIRS for spell in (str.lower, str.capitalize, str.upper)]
_OPPOSITES = dict(_SPELLED) | {no: yes for yes, no in _SPELLED}


class Switch(QAbstractButton):
    """A check box drawn as a switch, with its state in words beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = LIGHT
        self.word = ""  # as the post spells it
        self.is_own = True  # not inherited, and not missing
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the switch and its words."""
        return QSize(_WIDTH + 8 + self.fontMetrics().horizontalAdvance(self._words()) + 8, HEIGHT)

    def _words(self) -> str:
        return self.word or ("true" if self.isChecked() else "false")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Track, knob, word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, on = self.theme, self.isChecked()
        ink = theme.accent if self.isEnabled() and self.is_own else theme.hint
        track = QRectF(1, (self.height() - _HEIGHT) / 2, _WIDTH, _HEIGHT)
        painter.setPen(QPen(QColor(ink if on or self.hasFocus() else theme.hint), 1.0))
        painter.setBrush(QColor(ink if on else theme.field))
        painter.drawRoundedRect(track, _HEIGHT / 2, _HEIGHT / 2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(track.adjusted(-1, -2, 1, 2), _HEIGHT / 2 + 2, _HEIGHT / 2 + 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.on_accent if on else theme.hint))
        left = track.right() - _HEIGHT + 3 if on else track.left() + 3
        painter.drawEllipse(QRectF(left, track.top() + 3, _HEIGHT - 6, _HEIGHT - 6))
        painter.setPen(QColor(theme.secondary if self.is_own else theme.hint))
        font = self.font()
        font.setItalic(not self.is_own)
        painter.setFont(font)
        words = self.rect().adjusted(_WIDTH + 9, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words())


class SwitchField(Field):
    """True or false, as one click or the space bar."""

    origin_inset = 9

    def __init__(self, key: Key, label: str) -> None:
        super().__init__(key, label, frame=NoFrame())
        self._switch = Switch()
        self._switch.setAccessibleName(label)
        self._switch.clicked.connect(self._turn)
        row: QHBoxLayout = self._frame.row
        row.addWidget(self._switch)
        row.addStretch(1)

    def accepts(self, value: Value) -> bool:
        """A truth value, or nothing yet."""
        return value is None or isinstance(value, bool)

    def editor(self) -> QWidget:
        """The switch."""
        return self._switch

    def set_read_only(self, read_only: bool) -> None:
        """Let the writer look, or edit."""
        super().set_read_only(read_only)
        self._switch.setEnabled(not read_only)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        super().set_theme(theme)
        self._switch.theme = theme
        self._switch.update()

    def show_value(self, shown: FieldValue) -> None:
        """Show the state, in the post's own word, or what the post inherits."""
        switch = self._switch
        switch.is_own = shown.value is not None
        switch.setChecked(bool(shown.value if switch.is_own else shown.inherited))
        switch.word = shown.written if shown.written in _OPPOSITES else ""
        if not switch.is_own:
            switch.word = from_site(shown.inherited) or "not set"
        switch.updateGeometry()
        switch.update()

    def _turn(self, on: bool) -> None:
        opposite = _OPPOSITES.get(self._switch.word)
        self.edited.emit(FieldEdit(self.key, on, source=opposite, stands_alone=True))


class NoFrame(FieldFrame):
    """The place of a box, without drawing one."""

    def __init__(self) -> None:
        super().__init__(left=0, right=0)
        self.row.setContentsMargins(0, 0, 0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Nothing: the switch has its own outline."""
