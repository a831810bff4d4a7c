"""The list of shortcuts is complete."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.gui.actions import words
from editor.gui.commands import MENUS, commands, key_sequences
from editor.gui.shortcuts_dialog import ShortcutsDialog


def test_every_command_with_keys_is_listed(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog()
    qtbot.addWidget(dialog)
    listed = [label.text() for label in dialog.findChildren(QLabel)]
    for menu in MENUS:
        for command in commands(menu):
            if keys := key_sequences(command):
                assert keys[0].toString(QKeySequence.SequenceFormat.NativeText) in listed
                assert command.name.startswith("heading") or words(command.text) in listed
