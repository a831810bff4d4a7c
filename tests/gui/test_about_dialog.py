"""The About box."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor import __version__
from editor.gui.about_dialog import AboutDialog


def test_about_tells_the_version(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    assert any(f"Galley {__version__}" in label.text() for label in dialog.findChildren(QLabel))
