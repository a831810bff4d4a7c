"""The bar above the panes: which site is open, new post, images, what is shown, publish and export."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from editor.gui.actions import Actions
from editor.gui.elided_label import ElidedLabel
from editor.gui.home_path import home_short
from editor.gui.plain import in_ink, tool_tip
from editor.gui.theme import chrome_font


class TopBar(QFrame):
    """Buttons for the commands one needs most; all of them are actions, so that menus, keys and bar agree."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", True)
        self.setProperty("edge", "bottom")
        self.setFixedHeight(44)
        self._name = ElidedLabel(self)
        self._name.setFont(chrome_font(weight=QFont.Weight.DemiBold))
        self._folder = in_ink(ElidedLabel(self, mode=Qt.TextElideMode.ElideMiddle), "secondary")
        self._publish = _push_button(actions["publish"], self.tr("Publish"))
        self._publish.hide()
        self._export = _push_button(actions["export"], self.tr("Export…"))
        self._export.setProperty("primary", True)
        self._lay_out(actions)

    def _lay_out(self, actions: Actions) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(4)
        row.addWidget(_icon_button(actions["sidebar"]))
        row.addSpacing(4)
        row.addWidget(self._name, 0)
        row.addSpacing(4)
        row.addWidget(self._folder, 1)
        row.addWidget(_word_button(actions["new_post"], self.tr("New post")))
        row.addWidget(_word_button(actions["images"], self.tr("Images")))
        row.addWidget(self._separator())
        for name in ("view_text", "view_both", "view_preview"):
            row.addWidget(_icon_button(actions[name]))
        row.addWidget(self._separator())
        row.addWidget(self._publish)
        row.addSpacing(4)
        row.addWidget(self._export)

    def _separator(self) -> QWidget:
        line = QFrame(self)
        line.setProperty("line", True)
        line.setFixedSize(1, 20)
        holder = QWidget(self)
        box = QHBoxLayout(holder)
        box.setContentsMargins(8, 0, 8, 0)
        box.addWidget(line)
        return holder

    def set_site(self, name: str, root: Path) -> None:
        """Name the open site and its folder, the home folder written as ~."""
        self._name.setText(name)
        self._folder.setText(home_short(root))

    def set_draft(self, is_draft: bool) -> None:
        """Offer to publish while a draft is open."""
        self._publish.setVisible(is_draft)


def _icon_button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setAccessibleName(action.text().replace("&", ""))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _word_button(action: QAction, text: str) -> QToolButton:
    """A button with icon and its own short text, which a default action would overwrite."""
    button = QToolButton()
    button.setProperty("words", True)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setText(f" {text}")  # Qt puts the icon too near to the words
    button.setAccessibleName(text)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(action.trigger)

    def follow() -> None:
        button.setIcon(action.icon())
        button.setEnabled(action.isEnabled())
        button.setToolTip(tool_tip(action.toolTip()))

    action.changed.connect(follow)
    follow()
    return button


def _push_button(action: QAction, text: str) -> QPushButton:
    button = QPushButton(text)
    button.clicked.connect(action.trigger)

    def follow() -> None:
        button.setEnabled(action.isEnabled())
        button.setToolTip(tool_tip(action.toolTip()))

    action.changed.connect(follow)
    follow()
    return button
