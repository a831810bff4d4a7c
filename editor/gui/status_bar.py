"""The line below the panes: saved or not, words, caret; problems, dialect, encoding."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from editor.gui.elided_label import ElidedLabel
from editor.gui.plain import in_ink, tool_tip
from editor.gui.severity import severity_icon
from editor.gui.theme import Theme, chrome_font

WORDS_A_MINUTE = 238  # silent reading of prose in English: Brysbaert 2019, a meta-analysis of 190 studies
MESSAGE_SECONDS = 8
_THIN_SPACE = "\u2009"  # Qt puts a button's icon too near to its words


class StatusBar(QFrame):
    """Everything here is told in words; a part without words is hidden."""

    problems_clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", True)
        self.setProperty("edge", "top")
        self.setFixedHeight(26)
        self._dot = _Dot(self)
        self._save_state, self._counts, self._caret = self._label(), self._label(), self._label()
        self._message = in_ink(ElidedLabel(self), "secondary")
        self._message.setFont(chrome_font(scale=0.92))
        self._dialect, self._encoding = self._label(), self._label()
        self._problems = self._button("")
        self._problems.clicked.connect(self.problems_clicked)
        self._theme, self._severity = theme, "warning"
        self._message_end = QTimer(self)
        self._message_end.setSingleShot(True)
        self._message_end.timeout.connect(lambda: self.show_message(""))
        self._lay_out()
        self.set_theme(theme)
        self.clear()

    def _label(self) -> QLabel:
        label = in_ink(QLabel(self), "secondary")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(chrome_font(scale=0.92))
        label.hide()
        return label

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("slim", True)
        button.setFont(chrome_font(scale=0.92))
        button.hide()
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(18)
        state = QHBoxLayout()
        state.setSpacing(6)
        state.addWidget(self._dot)
        state.addWidget(self._save_state)
        row.addLayout(state)
        row.addWidget(self._counts)
        row.addWidget(self._caret)
        row.addWidget(self._message, 1)
        for widget in (self._problems, self._dialect, self._encoding):
            row.addWidget(widget)

    # -- what is told ---------------------------------------------------------------------------------------
    def clear(self) -> None:
        """No post is open."""
        self._dot.hide()
        for label in (self._save_state, self._counts, self._caret, self._dialect, self._encoding):
            _tell(label, "")
        self._problems.hide()

    def set_save_state(self, text: str, modified: bool) -> None:
        """For example "Saved"; a dot goes with unsaved work."""
        _tell(self._save_state, text)
        self._dot.setVisible(modified and bool(text))

    def set_counts(self, words: int, selected_words: int = 0) -> None:
        """Words and the minutes they take to read, or the words of the selection."""
        number = QLocale().toString
        if selected_words:
            text = self.tr("{selected} of {words} words").format(selected=number(selected_words), words=number(words))
        elif words == 1:
            text = self.tr("1 word")
        else:
            text = self.tr("{words} words").format(words=number(words))
        if words and not selected_words:
            text += " · " + self.tr("{minutes} min").format(minutes=number(reading_minutes(words)))
        _tell(self._counts, text)

    def set_caret(self, line: int, column: int) -> None:
        """Line and column, counted from 0 here and from 1 on the screen."""
        number = QLocale().toString
        _tell(self._caret, self.tr("Ln {line}, Col {column}").format(line=number(line + 1), column=number(column + 1)))

    def set_problems(self, count: int, text: str = "", *, severity: str = "warning") -> None:
        """How many problems the post has, and the first in few words; `severity` gives the sign."""
        if severity != self._severity:
            self._severity = severity
            self._show_sign()
        told = self.tr("1 problem") if count == 1 else self.tr("{n} problems").format(n=QLocale().toString(count))
        whole = f"{told}: {text}" if text else told
        if whole == self._problems.accessibleName() and self._problems.isHidden() is (count == 0):
            return
        room = self._problems.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, 360)
        self._problems.setText(_THIN_SPACE + room.replace("&", "&&"))
        self._problems.setAccessibleName(whole)
        self._problems.setToolTip(tool_tip(whole))
        self._problems.setVisible(count > 0)

    def set_dialect(self, text: str, *, explanation: str = "") -> None:
        """For example "kramdown GFM"; what that means comes where the pointer rests on it."""
        if (text, explanation) == (self._dialect.text(), self._dialect.accessibleDescription()):
            return  # a letter in the text seldom changes it
        _tell(self._dialect, text)
        self._dialect.setToolTip(tool_tip(explanation) if explanation else "")
        self._dialect.setAccessibleDescription(explanation)

    def set_encoding(self, text: str) -> None:
        """For example "UTF-8 · LF"."""
        _tell(self._encoding, text)

    def show_message(self, text: str) -> None:
        """A brief message that goes by itself; "" takes it away."""
        self._message.setText(text)
        if text:
            self._message_end.start(MESSAGE_SECONDS * 1000)
        else:
            self._message_end.stop()

    def set_theme(self, theme: Theme) -> None:
        self._dot.color = theme.secondary
        self._dot.update()
        self._theme = theme
        self._show_sign()

    def _show_sign(self) -> None:
        self._problems.setIcon(severity_icon(self._severity, self._theme))


class _Dot(QWidget):
    """The mark of unsaved work."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.color = ""
        self.setFixedSize(8, 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.color))
        painter.drawEllipse(self.rect())


def reading_minutes(words: int) -> int:
    """Whole minutes that reading takes, at least one."""
    return max(1, round(words / WORDS_A_MINUTE))


def _tell(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
