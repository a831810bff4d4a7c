"""The bar of formatting commands above the text."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QMenu, QToolButton, QWidget

from editor.gui.icons import icon
from editor.gui.theme import LIGHT, Theme

# Names of commands, and of the menu "heading", with their icons; None is a separator.
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
_ICONS = dict(filter(None, _BUTTONS))
_HEADINGS = ("heading_1", "heading_2", "heading_3", "heading_4", "heading_0")
_MARGIN, _SPACING = 24, 2
_SMALLEST = 160  # pixels


class Commands(Protocol):
    """The window's commands by name."""

    def __getitem__(self, name: str, /) -> QAction: ...


class FormatBar(QWidget):
    """Buttons for the window's formatting commands, and at the right one that hides the front matter's details.

    Where room is short the last commands go into a menu, and the button for the details shows only its icon.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._are_details_hidden = False
        self._parts: list[tuple[QWidget, QAction | None]] = []  # in reading order; separators have no action
        self.setProperty("bar", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Format"))
        self._headings = QMenu(self.tr("Heading"), self)
        self._more = self._menu_button(self.tr("More formats"), QMenu(self))
        self._details = self._tool_button()
        self._details.setProperty("words", True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_MARGIN, 4, _MARGIN, 4)
        self._row.setSpacing(_SPACING)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

    def set_actions(self, actions: Commands) -> None:
        """Fill the bar with buttons for the window's commands; call once."""
        self._headings.addActions([actions[name] for name in _HEADINGS])
        for entry in _BUTTONS:
            self._parts.append(self._part(entry[0] if entry else "", actions))
            self._row.addWidget(self._parts[-1][0])
        self._row.addWidget(self._more)
        self._row.addStretch(1)
        self._row.addWidget(self._details)
        self._connect(actions["hide_details"])
        heading = actions[_HEADINGS[0]]
        for follower in (self._headings.menuAction(), self._more):
            heading.enabledChanged.connect(follower.setEnabled)
            follower.setEnabled(heading.isEnabled())
        self.set_theme(self._theme)

    def _part(self, name: str, actions: Commands) -> tuple[QWidget, QAction | None]:
        if not name:
            return self._separator(), None
        if name == "heading":
            action = self._headings.menuAction()
            button = self._menu_button(self._headings.title(), self._headings)
            action.enabledChanged.connect(button.setEnabled)
        else:
            action = actions[name]
            button = self._tool_button()
            button.setDefaultAction(action)
            button.setAccessibleName(action.text().replace("&", "").rstrip("…"))
        button.setObjectName(name)
        return button, action

    def _tool_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the text
        return button

    def _menu_button(self, name: str, menu: QMenu) -> QToolButton:
        button = self._tool_button()
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button

    def _separator(self) -> QFrame:
        line = QFrame(self)
        line.setProperty("line", True)
        line.setFixedSize(1, 20)
        return line

    def _connect(self, action: QAction) -> None:
        self._details.setToolTip(action.toolTip())
        self._details.clicked.connect(action.trigger)
        self._details.setEnabled(action.isEnabled())
        action.enabledChanged.connect(self._details.setEnabled)
        action.toggled.connect(self._show_details_state)
        self._show_details_state(action.isChecked())

    def _show_details_state(self, are_hidden: bool) -> None:
        self._are_details_hidden = are_hidden
        text = self.tr("Show details") if are_hidden else self.tr("Hide details")
        self._details.setText(text)
        self._details.setAccessibleName(text)
        self._details.setIcon(icon("chevron-down" if are_hidden else "chevron-up", self._theme.secondary))
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part, action in self._parts:
            if isinstance(part, QToolButton) and (action is None or action.icon().isNull() or action.menu()):
                part.setIcon(icon(_ICONS[part.objectName()], theme.secondary))
        self._more.setIcon(icon("ellipsis", theme.secondary))
        self._show_details_state(self._are_details_hidden)

    # -- room --------------------------------------------------------------------------------------------------
    def minimumSizeHint(self) -> QSize:
        return QSize(_SMALLEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show as many buttons as there is room for, the others in the menu."""
        widths = [part.sizeHint().width() + _SPACING for part, _ in self._parts]
        room = self.width() - 2 * _MARGIN
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self._details.setToolButtonStyle(style)
        if sum(widths) + self._details.sizeHint().width() > room:
            self._details.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        room -= self._details.sizeHint().width() + _SPACING
        if sum(widths) > room:
            room -= self._more.sizeHint().width() + _SPACING
        menu = self._more.menu()
        for listed in menu.actions():  # not `clear()`: PySide then takes every action for deleted
            menu.removeAction(listed)
        used = 0
        for (part, action), width in zip(self._parts, widths, strict=True):
            used += width
            part.setVisible(used <= room)
            if used > room and action is not None:
                menu.addAction(action)
        self._more.setVisible(not menu.isEmpty())
