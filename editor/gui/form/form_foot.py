"""The line below the form: “Add field…” and the YAML switch."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from editor.gui.form.add_field import AddField
from editor.gui.theme import Theme


class FormFoot(QWidget):
    """Quiet buttons, in reading order after the fields."""

    yaml_switched = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_field = AddField()
        self.yaml = QPushButton("YAML")
        self.yaml.setCheckable(True)
        self.yaml.setProperty("quiet", True)
        self.yaml.setToolTip("Show the front matter as text")
        self.yaml.clicked.connect(self.yaml_switched)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.add_field, 1)
        row.addWidget(self.yaml, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_yaml_state(self, *, is_shown: bool, is_forced: bool) -> None:
        """Show where the switch stands; while the YAML has a fault it cannot be switched off."""
        self.yaml.setChecked(is_shown)
        self.yaml.setEnabled(not is_forced)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self.add_field.set_theme(theme)
