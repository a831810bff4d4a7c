"""The two ways out where a date's day moves: keep its clock time, or keep its moment."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QWidget

from editor.gui.form.date_lines import choice_words, clock_choice
from editor.gui.form.field import SMALL
from editor.gui.plain import tool_tip
from editor.gui.theme import chrome_font
from editor.site.date_views import DateViews

_SPACE = 12


class DateChoices(QWidget):
    """Two buttons side by side, or one below the other where room is short; hidden where there is no choice."""

    chosen = Signal(str)  # YAML

    def __init__(self) -> None:
        super().__init__()
        self._views: DateViews | None = None
        self.clock = QPushButton()
        self.moment = QPushButton("Keep the moment")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_SPACE)
        for button in self.buttons():
            button.setProperty("choice", True)
            button.setFont(chrome_font(scale=SMALL))
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            self._row.addWidget(button)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clock.clicked.connect(self._choose_clock)
        self.moment.clicked.connect(self._choose_moment)
        self.hide()

    def buttons(self) -> list[QPushButton]:
        """The buttons in reading order."""
        return [self.clock, self.moment]

    def show_choices(self, views: DateViews | None, *, template: str) -> None:
        """Offer the two spellings; hide where there are none."""
        self._views = views if views is not None and views.keep_clock and views.keep_instant else None
        if self._views is not None:
            shown = self._views
            self.clock.setText(clock_choice(shown))
            self._describe(self.clock, choice_words(shown.keep_clock, template, shown.meant))
            self._describe(self.moment, choice_words(shown.keep_instant, template, shown.read))
            self._fit()
        self.setVisible(self._views is not None)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider button: the layout turns."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room."""
        super().resizeEvent(event)
        self._fit()

    @staticmethod
    def _describe(button: QPushButton, words: str) -> None:
        button.setToolTip(tool_tip(words))
        button.setAccessibleDescription(words)

    def _fit(self) -> None:
        wanted = sum(button.sizeHint().width() for button in self.buttons()) + _SPACE
        is_narrow = wanted > self.width()
        self._row.setSpacing(0 if is_narrow else _SPACE)
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        if direction != self._row.direction():
            self._row.setDirection(direction)
            self.updateGeometry()

    def _choose_clock(self) -> None:
        if self._views is not None:
            self.chosen.emit(self._views.keep_clock)

    def _choose_moment(self) -> None:
        if self._views is not None:
            self.chosen.emit(self._views.keep_instant)
