"""Shows what a new name would come to, a file and its page, or why it cannot be."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from editor.errors import AlreadyExists
from editor.gui.elided_label import ElidedLabel
from editor.gui.plain import in_ink
from editor.gui.theme import chrome_font


class NamePreview(QWidget):
    """Two quiet lines, file and page; a fault takes their place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file = in_ink(ElidedLabel(self, mode=Qt.TextElideMode.ElideMiddle), "secondary")
        self._page = in_ink(ElidedLabel(self, mode=Qt.TextElideMode.ElideMiddle), "secondary")
        self._fault = in_ink(QLabel(self), "error")
        self._fault.setTextFormat(Qt.TextFormat.PlainText)
        self._fault.setWordWrap(True)
        self._names = [in_ink(QLabel(text, self), "hint") for text in (self.tr("File"), self.tr("Page"))]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._fault, 0, 0, 1, 2)
        for row, (name, value) in enumerate(zip(self._names, (self._file, self._page), strict=True), start=1):
            name.setFont(chrome_font(scale=0.92))
            value.setFont(chrome_font(scale=0.92))
            grid.addWidget(name, row, 0)
            grid.addWidget(value, row, 1)
        grid.setRowStretch(3, 1)
        self.setMinimumHeight(3 * self.fontMetrics().height())
        self.show_name("", "")

    @property
    def text(self) -> str:
        """What is shown, fault or names."""
        return self._fault.text() or f"{self._file.text()} {self._page.text()}".strip()

    def show_name(self, file: str, page: str) -> None:
        self._tell("", file, page)

    def show_fault(self, text: str) -> None:
        self._tell(text, "", "")

    def show_clash(self, error: AlreadyExists) -> None:
        """The name is taken; nothing has been tried yet."""
        path = PurePath(str(error.facts["path"]))
        self.show_fault(self.tr("There is already a file {path}.").format(path="/".join(path.parts[-2:])))

    def _tell(self, fault: str, file: str, page: str) -> None:
        self._fault.setText(fault)
        self._file.setText(file)
        self._page.setText(page)
        self._fault.setVisible(bool(fault))
        for label, text in zip(self._names, (file, page), strict=True):
            label.setVisible(bool(text))
