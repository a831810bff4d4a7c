"""Before anything is written the writer sees what an export would do, and only what was agreed to is applied."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from editor.errors import NotASite
from editor.gui.export_dialog import ExportDialog
from editor.gui.theme import DARK, LIGHT
from editor.publish.export import ExportPlan, apply_export, difference, plan_export
from editor.site.site import Site

POST = "_posts/2025-11-21-big-news.md"
IMAGE = "assets/images/17421b3991c0aa5b91e820ced4df2658.jpg"
Open = Callable[..., ExportDialog]


@pytest.fixture
def destination(tmp_path: Path, site_folder: Path) -> Path:
    """Another Jekyll site, still empty; the image of the post is in the site."""
    folder = tmp_path / "destination"
    folder.mkdir()
    (folder / "_config.yml").write_text("title: Other\n")
    (site_folder / IMAGE).parent.mkdir(parents=True)
    (site_folder / IMAGE).write_bytes(b"picture")
    return folder


@pytest.fixture
def make_plan(site_folder: Path, destination: Path, tmp_path: Path) -> Callable[[Path], ExportPlan]:
    def make(folder: Path) -> ExportPlan:
        site = Site.open(site_folder)
        return plan_export(site, folder, sorted(site.find_posts()), state=tmp_path / "state")

    return make


@pytest.fixture
def open_dialog(qtbot: QtBot, make_plan: Callable[[Path], ExportPlan]) -> Iterator[Open]:
    opened = []

    def make(plan: ExportPlan | None = None) -> ExportDialog:
        dialog = ExportDialog(plan, make_plan=make_plan, diff=difference)
        qtbot.addWidget(dialog)
        dialog.show()
        opened.append(dialog)
        return dialog

    yield make
    for dialog in opened:
        dialog.reject()


def texts(dialog: ExportDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog))


def test_without_a_destination_it_asks_for_one_and_compares(
    open_dialog: Open, qtbot: QtBot, destination: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_dialog()
    assert not dialog.export_button.isEnabled()
    monkeypatch.setattr(ExportDialog, "ask_for_folder", lambda _self: destination)

    with qtbot.waitSignal(dialog.planned):
        qtbot.mouseClick(dialog.choose_button, Qt.MouseButton.LeftButton)

    assert [(row.item.target, row.is_wanted) for row in dialog.list.rows] == [(POST, True), (IMAGE, True)]
    assert dialog.export_button.text() == "Export 2 files"
    assert f"→ {destination}" in texts(dialog)
    assert "· 1 post, 1 image, 1 KB" in texts(dialog)


def test_agreeing_gives_a_plan_that_can_be_applied(
    open_dialog: Open, qtbot: QtBot, make_plan: Callable[[Path], ExportPlan], destination: Path, tmp_path: Path
) -> None:
    dialog = open_dialog(make_plan(destination))

    qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)

    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.plan_to_apply is not None
    apply_export(dialog.plan_to_apply, state=tmp_path / "state")
    assert (destination / POST).exists()
    assert (destination / IMAGE).exists()


def test_leaving_agrees_to_nothing(
    open_dialog: Open, qtbot: QtBot, make_plan: Callable[[Path], ExportPlan], destination: Path
) -> None:
    dialog = open_dialog(make_plan(destination))

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert dialog.plan_to_apply is None
    assert not (destination / POST).exists()


def test_what_is_ticked_off_does_not_go(
    open_dialog: Open, qtbot: QtBot, make_plan: Callable[[Path], ExportPlan], destination: Path
) -> None:
    dialog = open_dialog(make_plan(destination))

    dialog.list.rows[0].check.click()
    assert dialog.export_button.text() == "Export 1 file"
    dialog.export_button.click()

    assert dialog.plan_to_apply is not None
    assert [item.target for item in dialog.plan_to_apply.items] == [IMAGE]


def test_a_conflict_is_told_and_left_out_while_the_others_go(
    open_dialog: Open, make_plan: Callable[[Path], ExportPlan], destination: Path
) -> None:
    (destination / "_posts").mkdir()
    (destination / POST).write_text("theirs\n")

    dialog = open_dialog(make_plan(destination))
    row = dialog.list.rows[0]

    assert row.item.target == POST
    assert not row.check.isEnabled()
    assert not row.check.isChecked()
    assert "1 conflict" in texts(dialog)
    assert "— another file is there that Galley did not put there" in texts(dialog)
    assert "The file in conflict is left out." in texts(dialog)
    dialog.export_button.click()
    assert dialog.plan_to_apply is not None
    assert [item.target for item in dialog.plan_to_apply.items] == [IMAGE]


def test_the_difference_is_shown_in_the_row(
    open_dialog: Open,
    make_plan: Callable[[Path], ExportPlan],
    destination: Path,
    site_folder: Path,
    tmp_path: Path,
) -> None:
    apply_export(make_plan(destination), state=tmp_path / "state")
    post = site_folder / POST
    post.write_text(post.read_text().replace("tags: []", "tags: [russia, diplomacy]"))

    dialog = open_dialog(make_plan(destination))
    row = dialog.list.rows[0]

    assert row.is_open
    (view,) = row.findChildren(QPlainTextEdit)
    assert "-tags: []\n+tags: [russia, diplomacy]" in view.toPlainText()
    assert "+1" in texts(dialog)
    assert "−1" in texts(dialog)
    row.open_button.click()
    assert not row.is_open


def test_when_all_is_there_already_there_is_nothing_to_agree_to(
    open_dialog: Open, make_plan: Callable[[Path], ExportPlan], destination: Path, tmp_path: Path
) -> None:
    apply_export(make_plan(destination), state=tmp_path / "state")

    dialog = open_dialog(make_plan(destination))

    assert "nothing to copy" in texts(dialog)
    assert "Everything is there already." in texts(dialog)
    assert not dialog.export_button.isEnabled()
    dialog.accept()
    assert dialog.plan_to_apply is None


def test_missing_images_and_faults_are_told_on_demand(
    open_dialog: Open, make_plan: Callable[[Path], ExportPlan], destination: Path, site_folder: Path
) -> None:
    (site_folder / IMAGE).unlink()
    (site_folder / "_posts/2025-12-01-x.md").write_text("---\ntitle: [\n---\n![x](/none.jpg)")

    dialog = open_dialog(make_plan(destination))

    assert "2 images are missing" in texts(dialog)
    assert "1 post has faults" in texts(dialog)
    assert "none.jpg" not in texts(dialog)
    dialog.checks.show_button.click()
    assert "_posts/2025-12-01-x.md:4 — The image /none.jpg is not in the site" in texts(dialog)


def test_a_folder_that_cannot_be_used_is_told_and_another_can_be_chosen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path) -> ExportPlan:
        raise NotASite(path=folder)

    dialog = ExportDialog(None, make_plan=refuse, diff=difference)
    qtbot.addWidget(dialog)
    dialog.show()
    monkeypatch.setattr(ExportDialog, "ask_for_folder", lambda _self: Path("/none"))
    with qtbot.waitSignal(dialog.planned):
        dialog.choose_destination()

    assert "/none is not a folder" in texts(dialog)
    assert dialog.choose_button.isVisible()
    assert not dialog.export_button.isEnabled()
    dialog.reject()


def test_leaving_the_folder_dialog_changes_nothing(
    open_dialog: Open,
    make_plan: Callable[[Path], ExportPlan],
    destination: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialog = open_dialog(make_plan(destination))
    monkeypatch.setattr(ExportDialog, "ask_for_folder", lambda _self: None)

    dialog.change_button.click()

    assert len(dialog.list.rows) == 2


def test_a_large_export_shows_a_part_and_takes_all(
    open_dialog: Open, make_plan: Callable[[Path], ExportPlan], destination: Path, site_folder: Path
) -> None:
    for number in range(300):
        (site_folder / f"_posts/2024-01-01-post-{number}.md").write_text("text")

    dialog = open_dialog(make_plan(destination))
    assert len(dialog.list.rows) == 200
    assert "… and 102 more files" in texts(dialog)
    dialog.export_button.click()

    assert dialog.plan_to_apply is not None
    assert len(dialog.plan_to_apply.changes) == 302


def test_content_is_plain_text_controls_have_names_and_both_themes_paint(
    open_dialog: Open, make_plan: Callable[[Path], ExportPlan], destination: Path
) -> None:
    dialog = open_dialog(make_plan(destination))
    dialog.set_theme(LIGHT)
    light = dialog.grab().toImage()

    dialog.set_theme(DARK)

    assert dialog.grab().toImage() != light
    shown = [label for label in dialog.findChildren(QLabel) if POST in label.text() or str(destination) in label.text()]
    assert shown
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in shown)
    assert all(check.accessibleName() for check in dialog.findChildren(QCheckBox))
