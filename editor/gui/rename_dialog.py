"""Asks for another slug of a post, and shows the file and the page that it will get."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editor.errors import AlreadyExists, GalleyError
from editor.gui.messages import words
from editor.gui.name_preview import NamePreview
from editor.gui.plain import repolish
from editor.gui.theme import chrome_font

# Tells the path and URL that a slug would give, and writes nothing. Raises EmptySlug, AlreadyExists.
PlanRename = Callable[[str], tuple[str, str]]


class RenameDialog(QDialog):
    """Afterwards `slug` says what the writer chose."""

    def __init__(self, relative: str, *, plan: PlanRename, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Rename"))
        self.setMinimumWidth(480)
        self._relative = relative
        self._plan = plan
        self._field = QLineEdit(slug_of(relative), self)
        self._field.setAccessibleName(self.tr("Name in the address"))
        self._field.selectAll()
        self._preview = NamePreview(self)
        self._other = QPushButton(self)
        self._other.setAutoDefault(False)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._rename = self._buttons.addButton(self.tr("Rename"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._rename.setProperty("primary", True)
        repolish(self._rename)
        self._rename.setDefault(True)
        self._lay_out()
        self._field.textChanged.connect(self._show_plan)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._other.clicked.connect(lambda: self._field.setText(self._other.property("offer")))
        self._show_plan()

    @property
    def slug(self) -> str:
        return self._field.text().strip()

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Name in the file and the address"), self)
        heading.setFont(chrome_font(scale=1.15, weight=QFont.Weight.DemiBold))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        for widget in (heading, self._field, self._preview):
            column.addWidget(widget)
        column.addWidget(self._other, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(4)
        column.addWidget(self._buttons)

    def _show_plan(self) -> None:
        self._offer("")
        self._rename.setEnabled(False)
        if not self.slug or self.slug == slug_of(self._relative):
            self._preview.show_name(self._relative, "")
            return
        try:
            path, url = self._plan(self.slug)
        except AlreadyExists as error:
            self._preview.show_clash(error)
            self._offer(slug_of(str(error.facts.get("suggestion", ""))))
        except GalleyError as error:
            self._preview.show_fault(words(error))
        else:
            self._preview.show_name(path, url)
            self._rename.setEnabled(True)

    def _offer(self, slug: str) -> None:
        self._other.setProperty("offer", slug)
        self._other.setText(self.tr("Use “{slug}”").format(slug=slug.replace("&", "&&")))
        self._other.setVisible(bool(slug))


def slug_of(path: str) -> str:
    """The slug in a file's name, without date and ending."""
    stem = PurePosixPath(path).stem
    date, rest = stem[:10], stem[11:]
    is_dated = len(date) == 10 and date[4] == date[7] == "-" and date.replace("-", "").isdigit() and stem[10:11] == "-"
    return rest if is_dated else stem
