"""Messages above the text: what happened, what is safe, and what to do next as buttons. They never stop the writer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from editor.gui.icons import icon, pixmap
from editor.gui.theme import Theme

Button = tuple[str, Callable[[], object]]

ROOM_FOR_TEXT = 360  # pixels; with less beside them, the buttons go below the text

_SIGNS = {"warning": "triangle-alert", "info": "info", "error": "circle-x"}


class Banner(QFrame):
    """One message. `kind` is "warning", "info" or "error"; the first button is the one most likely wanted."""

    dismissed = Signal()

    def __init__(self, kind: str, text: str, buttons: Sequence[Button], *, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("banner", kind)
        self._kind = kind
        self._sign = QLabel(self)
        self._text = QLabel(text, self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._text.setSizePolicy(policy)
        self._close = QToolButton(self)
        self._close.setAccessibleName(self.tr("Dismiss"))
        self._close.setToolTip(self.tr("Dismiss"))
        self._close.clicked.connect(self.dismissed)
        self.buttons = [self._button(label, callback) for label, callback in buttons]
        self.setAccessibleName(text)
        self._lay_out()
        self.set_theme(theme)

    @property
    def text(self) -> str:
        return self._text.text()

    def _button(self, label: str, callback: Callable[[], object]) -> QPushButton:
        button = QPushButton(label, self)
        button.clicked.connect(lambda _checked=False: callback())
        return button

    def _lay_out(self) -> None:
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._beside, self._below = QHBoxLayout(), QHBoxLayout()
        for place in (self._beside, self._below):
            place.setSpacing(8)
        self._row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._text, 1)
        self._row.addLayout(self._beside)
        self._row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._below.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 7, 8, 7)
        column.setSpacing(4)
        column.addLayout(self._row)
        column.addLayout(self._below)
        self._sign.setFixedHeight(28)
        self._text.setMinimumHeight(28)
        self._place_buttons(below=False)

    def _place_buttons(self, *, below: bool) -> None:
        """Beside the text, or below it where the text would get too narrow."""
        self._is_below = below
        for button in self.buttons:
            (self._below if below else self._beside).addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        taken = sum(button.sizeHint().width() + 8 for button in self.buttons) + 80
        wanted = self._text.fontMetrics().horizontalAdvance(self._text.text())
        below = self.width() - taken < min(wanted, ROOM_FOR_TEXT)
        if below != self._is_below:
            self._place_buttons(below=below and bool(self.buttons))
        super().resizeEvent(event)

    def set_theme(self, theme: Theme) -> None:
        colors = {"warning": theme.scheduled, "info": theme.accent, "error": theme.error}
        sign = pixmap(_SIGNS[self._kind], colors[self._kind], ratio=self.devicePixelRatioF())
        self._sign.setPixmap(sign)
        self._close.setIcon(icon("x", theme.secondary))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)


class BannerArea(QWidget):
    """The banners of a window, each under a key; showing a key again replaces its banner."""

    fault_told = Signal()  # an error is shown
    focus_left = Signal()  # a banner has gone, and had the focus

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._banners: dict[str, Banner] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 4)
        self._column.setSpacing(8)
        self.setVisible(False)

    def show_banner(self, key: str, *, kind: str, text: str, buttons: Sequence[Button] = ()) -> Banner:
        """Tell the writer something; `kind` is "warning", "info" or "error"."""
        self.hide(key)
        banner = Banner(kind, text, buttons, theme=self._theme, parent=self)
        banner.dismissed.connect(lambda: self.hide(key))
        self._banners[key] = banner
        self._column.addWidget(banner)
        self.setVisible(True)
        _announce(self, text)
        if kind == "error":
            self.fault_told.emit()
        return banner

    def hide(self, key: str | None = None) -> None:
        """Take a banner away; without a key, all of them."""
        for name in [key] if key is not None else list(self._banners):
            banner = self._banners.pop(name, None)
            if banner is not None:
                self._remove(banner)
        self.setVisible(bool(self._banners))

    def _remove(self, banner: Banner) -> None:
        focused = self.window().focusWidget()
        had_focus = focused is not None and banner.isAncestorOf(focused)
        self._column.removeWidget(banner)
        banner.hide()
        banner.deleteLater()
        if had_focus:
            self.focus_left.emit()

    def banner(self, key: str) -> Banner | None:
        """The banner that is shown under a key."""
        return self._banners.get(key)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for banner in self._banners.values():
            banner.set_theme(theme)


def _announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say it: nothing gets the focus, so nothing else would."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
