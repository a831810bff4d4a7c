"""The line below rows that are too many to show all of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from editor.gui.form.field import Field
from editor.gui.form.field_value import FieldValue
from editor.gui.form.switch_field import NoFrame
from editor.site.key_path import Key
from editor.site.scalars import Value

MORE = -1  # the last step of its path, which no entry has


class MoreLine(Field):
    """Says how many are left, and leads to the YAML view, which has them all."""

    yaml_wanted = Signal()

    def __init__(self, key: Key, label: str) -> None:
        super().__init__(key, label, frame=NoFrame())
        self._button = QPushButton(label)
        self._button.setProperty("quiet", True)
        self._button.clicked.connect(self.yaml_wanted)
        self._frame.row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)

    def accepts(self, _value: Value) -> bool:
        """No value: it stands for many."""
        return False

    def editor(self) -> QWidget:
        """The button."""
        return self._button

    def show_value(self, shown: FieldValue) -> None:
        """Nothing to show but the label."""


def more_words(count: int) -> str:
    """What the line says of so many entries."""
    return f"{count:,} more: edit as YAML"
