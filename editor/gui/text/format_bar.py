"""The bar of formatting commands above the text."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from editor.gui.icons import icon
from editor.gui.theme import LIGHT, Theme

# A name of a command with its icon; None is a separator.
_BUTTONS: tuple[tuple[str, str] | None, ...] = (
    ("bold", "bold"),
    ("italic", "italic"),
    ("strikethrough", "strikethrough"),
    ("heading", "heading"),
    None,
    ("quote", "text-quote"),
    ("bullets", "list"),
    ("numbers", "list-ordered"),
    ("tasks", "list-checks"),
    None,
    ("table", "table"),
    ("image", "image"),
    ("code_block", "square-code"),
    ("link", "link"),
)
_HEADINGS = ("heading_1", "heading_2", "heading_3", "heading_4", "heading_0")
_DETAILS = "hide_details"


class Commands(Protocol):
    """The window's commands by name."""

    def __getitem__(self, name: str, /) -> QAction: ...


class FormatBar(QWidget):
    """Buttons for the window's formatting commands, and at the right for hiding the details of the front matter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._buttons: dict[str, QToolButton] = {}
        self.setProperty("bar", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Format"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 4, 24, 4)
        self._row.setSpacing(2)

    def set_actions(self, actions: Commands) -> None:
        """Fill the bar with buttons for the window's commands; call once."""
        for entry in _BUTTONS:
            if entry is None:
                self._row.addWidget(self._separator())
            elif entry[0] == "heading":
                self._add(entry[0], self._heading_button(actions))
            else:
                self._add(entry[0], self._button(actions[entry[0]]))
        self._row.addStretch(1)
        self._add(_DETAILS, self._details_button(actions[_DETAILS]))
        self.set_theme(self._theme)

    def _add(self, name: str, button: QToolButton) -> None:
        self._buttons[name] = button
        self._row.addWidget(button)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setAccessibleName(action.text().replace("&", "").rstrip("…"))
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _heading_button(self, actions: Commands) -> QToolButton:
        button = QToolButton(self)
        menu = QMenu(button)
        menu.addActions([actions[name] for name in _HEADINGS])
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setIconSize(QSize(16, 16))
        button.setToolTip(self.tr("Heading"))
        button.setAccessibleName(self.tr("Heading"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _details_button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("words", True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        action.toggled.connect(self._show_details_state)
        action.enabledChanged.connect(button.setEnabled)
        button.setEnabled(action.isEnabled())
        self._details_hidden = action.isChecked()
        return button

    def _show_details_state(self, hidden: bool) -> None:
        self._details_hidden = hidden
        self.set_theme(self._theme)

    def _separator(self) -> QFrame:
        line = QFrame(self)
        line.setProperty("line", True)
        line.setFixedSize(1, 20)
        line.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return line

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for name, icon_name in filter(None, _BUTTONS):
            button = self._buttons.get(name)
            if button is None:
                continue
            if button.defaultAction() is None or name == "heading":
                button.setIcon(icon(icon_name, theme.secondary))
            elif button.defaultAction().icon().isNull():
                button.defaultAction().setIcon(icon(icon_name, theme.secondary))
        details = self._buttons.get(_DETAILS)
        if details is not None:
            text = self.tr("Show details") if self._details_hidden else self.tr("Hide details")
            details.setText(text)
            details.setAccessibleName(text)
            details.setIcon(icon("chevron-down" if self._details_hidden else "chevron-up", theme.secondary))
