"""Asks for the title of a new post, and shows the file and the page that it will get."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editor.errors import AlreadyExists, GalleyError
from editor.gui.messages import words
from editor.gui.name_preview import NamePreview
from editor.gui.plain import repolish
from editor.gui.theme import chrome_font


class PlanPost(Protocol):
    """Tells the path and URL that a post would get, and writes nothing. Raises EmptySlug, AlreadyExists."""

    def __call__(self, title: str, *, draft: bool) -> tuple[str, str]: ...


class NewPostDialog(QDialog):
    """Afterwards `title` and `is_draft` say what the writer chose."""

    def __init__(self, *, plan: PlanPost, draft: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New Post"))
        self.setMinimumWidth(480)
        self._plan = plan
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(self.tr("Title"))
        self._field.setAccessibleName(self.tr("Title"))
        self._draft = QCheckBox(self.tr("Keep it as a &draft"), self)
        self._draft.setChecked(draft)
        self._preview = NamePreview(self)
        self._other = QPushButton(self)
        self._other.setAutoDefault(False)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._create = self._buttons.addButton(self.tr("Create"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._create.setProperty("primary", True)
        repolish(self._create)
        self._create.setDefault(True)
        self._lay_out()
        self._connect()
        self._show_plan()

    @property
    def title(self) -> str:
        return " ".join(self._field.text().split())

    @property
    def is_draft(self) -> bool:
        return self._draft.isChecked()

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("What is it called?"), self)
        heading.setFont(chrome_font(scale=1.15, weight=QFont.Weight.DemiBold))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        for widget in (heading, self._field, self._draft, self._preview):
            column.addWidget(widget)
        column.addWidget(self._other, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(4)
        column.addWidget(self._buttons)

    def _connect(self) -> None:
        self._field.textChanged.connect(self._show_plan)
        self._draft.toggled.connect(self._show_plan)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._other.clicked.connect(lambda: self._field.setText(self._other.property("offer")))

    def _show_plan(self) -> None:
        self._offer("")
        self._create.setEnabled(False)
        if not self.title:
            self._preview.show_name("", "")
            return
        try:
            path, url = self._plan(self.title, draft=self.is_draft)
        except AlreadyExists as error:
            self._preview.show_clash(error)
            self._offer(free_title(self.title, self._is_free))
        except GalleyError as error:
            self._preview.show_fault(words(error))
        else:
            self._preview.show_name(path, url)
            self._create.setEnabled(True)

    def _is_free(self, title: str) -> bool:
        try:
            self._plan(title, draft=self.is_draft)
        except GalleyError:
            return False
        return True

    def _offer(self, title: str) -> None:
        self._other.setProperty("offer", title)
        self._other.setText(self.tr("Use “{title}”").format(title=title.replace("&", "&&")))
        self._other.setVisible(bool(title))


def free_title(title: str, is_free: Callable[[str], bool]) -> str:
    """The title with the first number from 2 on whose file is not taken; "" when 100 are."""
    return next((f"{title} {n}" for n in range(2, 100) if is_free(f"{title} {n}")), "")
