"""A form in a window, with a small session behind it that applies each edit and shows the result again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.errors import FrontMatterError
from editor.gui.form.field import Field
from editor.gui.form.form_pane import FieldEdit, FormContext, FormPane
from editor.site.front_matter import FrontMatter

CONTEXT = FormContext(
    layouts=("post", "page"),
    authors=("badely", "editor"),
    categories=("News", "World"),
    tags=("russia", "ukraine", "rust"),
    permalink="/:year/:title.html",
    zone=ZoneInfo("Europe/Moscow"),
    other_keys=("toc", "author", "subtitle"),
)


class Desk:
    """The form at work: what it shows, what was edited, and the front matter that came of it."""

    def __init__(self, raw: str, context: FormContext, *, width: int, height: int) -> None:
        self.front_matter = FrontMatter(raw)
        self.edits: list[FieldEdit] = []
        self.yaml: list[str] = []
        self.refusals: list[FrontMatterError] = []  # the window tells them
        self.pane = FormPane()
        self.pane.field_edited.connect(self._apply)
        self.pane.yaml_edited.connect(self._apply_yaml)
        self.window = QMainWindow()
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pane)
        column.addStretch(1)
        self.window.setCentralWidget(middle)
        self.pane.set_context(context)
        self.show()
        self.window.resize(width, height)

    def show(self) -> None:
        self.pane.show_front_matter(self.front_matter)

    def _apply(self, edit: FieldEdit) -> None:
        self.edits.append(edit)
        try:
            self.front_matter = edit.applied_to(self.front_matter)
        except FrontMatterError as error:
            self.refusals.append(error)
        self.show()

    def _apply_yaml(self, text: str) -> None:
        self.yaml.append(text)
        self.set_raw(text)

    def set_raw(self, raw: str) -> None:
        """The front matter changed elsewhere: undo, reload, the YAML view."""
        self.front_matter = replace(self.front_matter, raw=raw)
        self.show()

    def field(self, key: str) -> Field:
        found = [field for field in self.pane.findChildren(Field) if field.key == key and not field.isHidden()]
        assert len(found) == 1, f"{key}: {found}"
        return found[0]

    def editor(self, key: str) -> QWidget:
        return self.field(key).editor()

    def focus(self, key: str) -> QWidget:
        editor = self.editor(key)
        editor.setFocus()
        return editor

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        QTest.keyClicks(QApplication.focusWidget(), text)

    def press(self, *keys: object) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget(), key)

    def notes(self, key: str) -> list[str]:
        """What is said in and below a field."""
        labels = self.field(key).findChildren(QLabel)
        return [label.text() for label in labels if label.isVisible() and label.text()]

    def line(self, key: str) -> str:
        """The line of a key in the front matter."""
        return next(line for line in self.front_matter.raw.split("\n") if line.startswith(f"{key}:"))


@pytest.fixture
def desk(qtbot: QtBot) -> Callable[..., Desk]:
    """`desk(raw, width=620, height=900, context=…)`: a shown, active window with the form."""
    made_desks: list[Desk] = []  # pytest-qt keeps only weak references

    def make(raw: str, *, width: int = 620, height: int = 900, context: FormContext = CONTEXT) -> Desk:
        made = Desk(raw, context, width=width, height=height)
        made_desks.append(made)
        qtbot.addWidget(made.window)
        made.window.show()
        made.window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is made.window)
        return made

    return make


@pytest.fixture
def context() -> FormContext:
    return CONTEXT


@pytest.fixture
def big_news() -> str:
    """The front matter of the post that every journey uses."""
    return (
        "layout: post\n"
        'title: "Big News: Steve Rosenberg - Putin uncompromising as leaked plan reaches Moscow"\n'
        "date: 2025-11-21T18:21:53\n"
        'author: "badely"\n'
        "categories: [News]\n"
        "tags: []\n"
        'excerpt: "Russia and Ukraine may be about to enter a period of intense diplomacy, '
        "writes the BBC's Russia editor.\"\n"
        "image: assets/images/17421b3991c0aa5b91e820ced4df2658.jpg\n"
    )
