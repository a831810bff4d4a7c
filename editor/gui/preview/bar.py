"""The bar above the preview: what is shown, at which width, in which scheme, in step with the text or not."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from editor.gui.icons import icon
from editor.gui.theme import LIGHT, Theme

HEIGHT = 40


class PreviewBar(QFrame):
    """Says what the writer chose; the preview acts on it."""

    phone_toggled = Signal(bool)
    scheme_toggled = Signal()
    sync_toggled = Signal(bool)
    browser_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", True)
        self.setProperty("edge", "bottom")
        self.setFixedHeight(HEIGHT)
        self._theme = LIGHT
        self._icons: dict[QToolButton, str] = {}
        self._kind = QLabel(self.tr("Post"), self)
        self._kind.setTextFormat(Qt.TextFormat.PlainText)
        self._kind.setFixedHeight(28)
        self._make_buttons()
        self._lay_out()
        self.set_theme(LIGHT)

    def _make_buttons(self) -> None:
        self._phone = self._button("smartphone", self.tr("Phone width"), checkable=True)
        self._desktop = self._button("monitor", self.tr("Full width"), checkable=True)
        widths = QButtonGroup(self)
        widths.addButton(self._phone)
        widths.addButton(self._desktop)
        self._desktop.setChecked(True)
        self._scheme = self._button("sun-moon", self.tr("Light or dark"))
        self._sync = self._button("arrow-up-down", self.tr("Scroll with the text"), checkable=True)
        self._sync.setChecked(True)
        self._browser = self._button("external-link", self.tr("Open in browser"))
        self._phone.toggled.connect(self.phone_toggled)
        self._scheme.clicked.connect(self.scheme_toggled)
        self._sync.toggled.connect(self.sync_toggled)
        self._browser.clicked.connect(self.browser_wanted)

    def _button(self, icon_name: str, name: str, *, checkable: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(checkable)
        button.setIconSize(QSize(16, 16))
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.toggled.connect(lambda: self._paint(button))
        self._icons[button] = icon_name
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(4)
        row.addWidget(self._kind)
        row.addStretch(1)
        for button in self._icons:
            row.addWidget(button)

    def _paint(self, button: QToolButton) -> None:
        color = self._theme.accent if button.isChecked() else self._theme.secondary
        button.setIcon(icon(self._icons[button], color))

    def set_sync(self, on: bool) -> None:
        """Show whether preview and text scroll together."""
        self._sync.setChecked(on)

    def set_theme(self, theme: Theme) -> None:
        """Follow the window's colours."""
        self._theme = theme
        self._kind.setStyleSheet(
            f"background: {theme.selection}; color: {theme.accent}; "
            "border-radius: 6px; padding: 0 10px; font-weight: 600;"
        )
        for button in self._icons:
            self._paint(button)
