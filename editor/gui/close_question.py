"""Asks what becomes of unsaved work, once for all posts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

SHOWN = 8  # names; more would not fit


def ask_to_save(names: Sequence[str], parent: QWidget) -> QMessageBox.StandardButton:
    """Save, Discard or Cancel for these posts; Save is the default, and Escape is Cancel."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(_say("Save your changes before closing?"))
    more = ["…"] if len(names) > SHOWN else []
    box.setInformativeText("\n".join([*(f"• {name}" for name in names[:SHOWN]), *more]))
    buttons = QMessageBox.StandardButton
    box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
    box.setDefaultButton(buttons.Save)
    box.button(buttons.Discard).setText(_say("Don’t Save"))
    return buttons(box.exec())


def _say(text: str) -> str:
    return QCoreApplication.translate("CloseQuestion", text)
