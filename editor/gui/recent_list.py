"""The recent folders on the start page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from editor.gui.elided_label import ElidedLabel
from editor.gui.home_path import home_short
from editor.gui.icons import icon
from editor.gui.plain import in_ink
from editor.gui.theme import Theme, chrome_font

MOST_SHOWN = 6


class RecentList(QWidget):
    """A row for each folder; one that is missing is told so and can only be removed."""

    chosen = Signal(object)  # Path
    removed = Signal(object)  # Path

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._folders: tuple[Path, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.rows: list[_Row] = []

    def set_folders(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.rows = [_Row(folder, self) for folder in self._folders[:MOST_SHOWN]]
        if self.rows:
            self._column.addWidget(self._heading())
        for row in self.rows:
            row.set_theme(self._theme)
            row.button.clicked.connect(lambda _c=False, folder=row.folder: self.chosen.emit(folder))
            row.remove.clicked.connect(lambda _c=False, folder=row.folder: self._forget(folder))
            self._column.addWidget(row)
        self.setVisible(bool(self.rows))

    def _heading(self) -> QLabel:
        label = in_ink(QLabel(self.tr("Recent"), self), "secondary")
        font = chrome_font(scale=0.86, weight=QFont.Weight.DemiBold)
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        label.setFont(font)
        label.setContentsMargins(8, 0, 0, 6)
        return label

    def _forget(self, folder: Path) -> None:
        self.set_folders([each for each in self._folders if each != folder])
        self.removed.emit(folder)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for row in self.rows:
            row.set_theme(theme)


class _Row(QWidget):
    """A folder's name and place, as one button, and a small one to remove it from the list."""

    def __init__(self, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.folder = folder
        self.is_missing = not folder.is_dir()
        self.button = QPushButton(self)
        self.button.setProperty("row", True)
        self.button.setAccessibleName(str(folder))
        self.button.setEnabled(not self.is_missing)
        self.remove = QToolButton(self)
        self.remove.setAccessibleName(self.tr("Remove {name} from the list").format(name=folder.name))
        self.remove.setToolTip(self.tr("Remove from the list"))
        name = ElidedLabel(self.button)
        name.setText(folder.name or str(folder))
        name.setFont(chrome_font(weight=QFont.Weight.Medium))
        place = in_ink(ElidedLabel(self.button, mode=Qt.TextElideMode.ElideMiddle), "secondary")
        place.setFont(chrome_font(scale=0.92))
        shown = home_short(folder)
        place.setText(self.tr("{place} · not there any more").format(place=shown) if self.is_missing else shown)
        for label in (name, place):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setEnabled(not self.is_missing)
        inside = QHBoxLayout(self.button)
        inside.setContentsMargins(8, 0, 8, 0)
        inside.setSpacing(12)
        inside.addWidget(name, 0)
        inside.addWidget(place, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.button, 1)
        row.addWidget(self.remove)

    def set_theme(self, theme: Theme) -> None:
        self.remove.setIcon(icon("x", theme.hint))
