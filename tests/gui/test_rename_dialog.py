"""The rename dialog shows the file's new name and offers another where it is taken."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from editor.errors import AlreadyExists
from editor.gui.rename_dialog import RenameDialog, slug_of
from editor.gui.theme import LIGHT, style_sheet


def plan(slug: str) -> tuple[str, str]:
    if slug == "taken":
        raise AlreadyExists(path=Path("/home/me/site/_posts/2025-11-21-taken.md"), suggestion="2025-11-21-taken-2.md")
    return f"_posts/2025-11-21-{slug}.md", f"/{slug}.html"


@pytest.fixture
def dialog(qtbot: QtBot) -> RenameDialog:
    dialog = RenameDialog("_posts/2025-11-21-big-news.md", plan=plan)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def shown(dialog: RenameDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def accept_button(dialog: RenameDialog) -> QPushButton:
    box = dialog.findChild(QDialogButtonBox)
    return next(b for b in box.buttons() if box.buttonRole(b) is QDialogButtonBox.ButtonRole.AcceptRole)


def test_it_starts_with_the_present_slug_which_is_no_change(dialog: RenameDialog) -> None:
    assert dialog.slug == "big-news"
    assert not accept_button(dialog).isEnabled()


def test_the_new_file_is_shown_while_typing(dialog: RenameDialog) -> None:
    dialog.findChild(QLineEdit).setText("other")
    assert "_posts/2025-11-21-other.md" in shown(dialog)
    assert accept_button(dialog).isEnabled()


def test_a_clash_is_told_and_the_free_name_is_one_click_away(dialog: RenameDialog) -> None:
    dialog.findChild(QLineEdit).setText("taken")
    assert not accept_button(dialog).isEnabled()
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "Use “taken-2”").click()
    assert dialog.slug == "taken-2"
    assert accept_button(dialog).isEnabled()


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("_posts/2025-11-21-big-news.md", "big-news"),
        ("_drafts/idea.markdown", "idea"),
        ("notes/2025-plan.md", "2025-plan"),
    ],
)
def test_the_slug_of_a_path(path: str, slug: str) -> None:
    assert slug_of(path) == slug


def test_a_clash_is_told_in_few_words(dialog: RenameDialog) -> None:
    dialog.findChild(QLineEdit).setText("taken")
    assert "There is already a file _posts/2025-11-21-taken.md." in shown(dialog)
    assert "/home" not in shown(dialog)


def test_the_wanted_button_stands_at_the_right(dialog: RenameDialog) -> None:
    dialog.setStyleSheet(style_sheet(LIGHT))
    cancel = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Cancel)
    assert cancel.x() < accept_button(dialog).x()
