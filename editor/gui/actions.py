"""The window's QActions and menus, built from the table of commands."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from editor.gui.commands import MENUS, Command, Menu, commands, key_sequences
from editor.gui.icons import icon
from editor.gui.theme import Theme


def words(text: str) -> str:
    """A menu text in the language of the window, without its mnemonic and dots."""
    return QCoreApplication.translate("Actions", text).replace("&", "").rstrip("…")


class Actions(QObject):
    """The window's QActions by name: `actions["save"]`; recoloured with the theme, enabled with site and post."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commands = {command.name: command for menu in MENUS for command in commands(menu)}
        self._groups: dict[str, QActionGroup] = {}
        self._actions = {name: self._build(command) for name, command in self._commands.items()}
        self.menus: dict[str, QMenu] = {}
        self._open = {"": True, "site": False, "post": False}
        self._idle: set[str] = set()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def _build(self, command: Command) -> QAction:
        action = QAction(QCoreApplication.translate("Actions", command.text), self)
        action.setObjectName(command.name)
        action.setShortcuts(key_sequences(command))
        action.setMenuRole(command.role)
        action.setIconVisibleInMenu(False)  # menus stay calm; the bars show the icons
        action.setToolTip(_tool_tip(words(command.text), action))
        action.setEnabled(not command.needs)
        if command.checked is not None:
            action.setCheckable(True)
            action.setChecked(command.checked)
        if command.group:
            self._groups.setdefault(command.group, QActionGroup(self)).addAction(action)
        return action

    def fill(self, bar: QMenuBar) -> None:
        """Build all menus of the menu bar; `menus` then has each by name, "recent" to be filled by its owner."""
        for menu in MENUS:
            self._fill(bar.addMenu(QCoreApplication.translate("Actions", menu.text)), menu)
        self.menus["heading"].setEnabled(self._open["post"])

    def _fill(self, target: QMenu, menu: Menu) -> None:
        self.menus[menu.name] = target
        for row in menu.rows:
            if isinstance(row, Command):
                target.addAction(self[row.name])
            elif isinstance(row, Menu):
                self._fill(target.addMenu(QCoreApplication.translate("Actions", row.text)), row)
            else:
                target.addSeparator()

    def set_open(self, *, site: bool, post: bool) -> None:
        """Enable what can be done now: with a site open, with a post open."""
        self._open |= {"site": site, "post": post}
        for name in self._commands:
            self._enable(name)
        if "heading" in self.menus:
            self.menus["heading"].setEnabled(post)

    def set_possible(self, name: str, possible: bool) -> None:
        """Whether a command has something to do; it also waits for its site or post."""
        (self._idle.discard if possible else self._idle.add)(name)
        self._enable(name)

    def _enable(self, name: str) -> None:
        self[name].setEnabled(self._open[self._commands[name].needs] and name not in self._idle)

    def set_theme(self, theme: Theme) -> None:
        for name, command in self._commands.items():
            if command.icon:
                self[name].setIcon(icon(command.icon, theme.secondary))


def _tool_tip(text: str, action: QAction) -> str:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text} ({keys})" if keys else text
