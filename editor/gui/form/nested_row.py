"""A row inside a group: indented in the column of the fields, with its label beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from editor.gui.elided_label import ElidedLabel
from editor.gui.form.field_frame import HEIGHT
from editor.gui.plain import in_ink
from editor.site.key_path import KeyPath

LABEL = 96  # pixels of the labels, indentation included: all fields begin at one line
_STEP, _GAP = 16, 8


class NestedRow(QWidget):
    """Holds the shell of a field; a group inside another has its heading for a label."""

    def __init__(self, shell: QWidget, label: QLabel | None, *, indent: int, is_centred: bool) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(indent, 0, 0, 0)
        row.setSpacing(_GAP)
        if label is not None:
            label.setFixedWidth(LABEL - indent)
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter if is_centred else Qt.AlignmentFlag.AlignTop)
        row.addWidget(shell, 1, Qt.AlignmentFlag.AlignTop)


def nested_label(text: str, buddy: QWidget) -> QLabel:
    """The label of a nested row; a long key gives way in its middle."""
    label = in_ink(ElidedLabel(mode=Qt.TextElideMode.ElideMiddle), "secondary")
    label.setText(text)
    label.setFixedHeight(HEIGHT)
    label.setBuddy(buddy)
    return label


def indent_of(path: KeyPath, *, is_beside: bool) -> int:
    """Pixels from the left end of the fields; `is_beside`: the outermost heading stands in the labels' column."""
    return _STEP * (len(path) - (2 if is_beside else 1))
