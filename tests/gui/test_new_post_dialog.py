"""The dialog for a new post shows the file and page, and never offers what is taken."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from editor.errors import AlreadyExists, EmptySlug
from editor.gui.new_post_dialog import NewPostDialog
from editor.gui.theme import LIGHT, style_sheet

TAKEN = {"taken", "taken-2"}


def plan(title: str, *, draft: bool) -> tuple[str, str]:
    slug = title.lower().replace(" ", "-").strip("!")
    if not slug:
        raise EmptySlug(title=title)
    if slug in TAKEN:
        raise AlreadyExists(path=Path(f"/home/me/site/_posts/{slug}.md"), suggestion=f"{slug}-2.md")
    return (f"_drafts/{slug}.md", "") if draft else (f"_posts/2025-11-21-{slug}.md", f"/2025/11/21/{slug}.html")


@pytest.fixture
def dialog(qtbot: QtBot) -> NewPostDialog:
    dialog = NewPostDialog(plan=plan)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def shown(dialog: NewPostDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def create(dialog: NewPostDialog) -> QPushButton:
    box = dialog.findChild(QDialogButtonBox)
    return next(b for b in box.buttons() if box.buttonRole(b) is QDialogButtonBox.ButtonRole.AcceptRole)


def test_the_file_and_page_follow_the_title(dialog: NewPostDialog, qtbot: QtBot) -> None:
    assert not create(dialog).isEnabled()
    qtbot.keyClicks(dialog.findChild(QLineEdit), "Big News")
    assert "_posts/2025-11-21-big-news.md" in shown(dialog)
    assert "/2025/11/21/big-news.html" in shown(dialog)
    assert create(dialog).isEnabled()
    assert (dialog.title, dialog.is_draft) == ("Big News", False)


def test_a_draft_goes_to_the_drafts(dialog: NewPostDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.findChild(QLineEdit), "Idea")
    dialog.findChild(QCheckBox).setChecked(True)
    assert "_drafts/idea.md" in shown(dialog)
    assert dialog.is_draft


def test_a_clash_is_told_and_a_free_name_offered(dialog: NewPostDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.findChild(QLineEdit), "Taken")
    assert "_posts/taken.md" in shown(dialog)
    assert not create(dialog).isEnabled()
    offer = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Use “Taken 3”")
    offer.click()
    assert dialog.title == "Taken 3"
    assert create(dialog).isEnabled()


def test_a_title_without_letters_is_refused(dialog: NewPostDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.findChild(QLineEdit), "!!!")
    assert "no letters" in shown(dialog)
    assert not create(dialog).isEnabled()


def test_a_clash_is_told_in_few_words(dialog: NewPostDialog) -> None:
    dialog.findChild(QLineEdit).setText("Taken")
    assert "There is already a file _posts/taken.md." in shown(dialog)
    assert "/home" not in shown(dialog)


def test_the_wanted_button_stands_at_the_right(dialog: NewPostDialog) -> None:
    dialog.setStyleSheet(style_sheet(LIGHT))
    cancel = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Cancel)
    assert cancel.x() < create(dialog).x()
