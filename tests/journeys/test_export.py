"""A writer exports a post to another Jekyll site: nothing there is lost, nothing is written twice, and all is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from editor.gui.export_dialog import ExportDialog

pytestmark = [pytest.mark.web, pytest.mark.slow]
POST = "_posts/2025-11-21-big-news.md"
IMAGE = "assets/images/17421b3991c0aa5b91e820ced4df2658.jpg"


@pytest.fixture
def post(site_folder, png):
    """The post, with its image in place."""
    (site_folder / IMAGE).parent.mkdir(parents=True)
    (site_folder / IMAGE).write_bytes(png())
    return site_folder / POST


@pytest.fixture
def other(tmp_path):
    """Another Jekyll site, with a post of its own and a layout that shows the post's image."""
    folder = tmp_path / "other"
    (folder / "_posts").mkdir(parents=True)
    (folder / "_layouts").mkdir()
    (folder / "_config.yml").write_text("title: Other\n")
    (folder / "_posts" / "2024-01-01-own.md").write_text("---\ntitle: Own\n---\nOwn.\n")
    layout = "<html><body><img src='{{ page.image | relative_url }}'>{{ content }}</body></html>"
    (folder / "_layouts" / "post.html").write_text(layout)
    return folder


@pytest.fixture
def export(desk, other, monkeypatch):
    """Exports the open post to the other site: gives what the dialog showed, by target, and what it said below."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(other))
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: QMessageBox.StandardButton.Save)

    def run(*, agree: bool = True) -> tuple[dict[str, str], str]:
        shown: dict[str, str] = {}
        said: list[str] = []

        def compare(dialog: ExportDialog) -> None:
            if not dialog.choose_button.isHidden():  # else it compares with the folder of last time
                dialog.choose_button.click()
            desk.until(lambda: dialog.plan is not None)
            shown.update({row.item.target: row._tag.text() for row in dialog.list.rows})
            said.append(dialog._foot.text())
            if agree:
                dialog.export_button.click()
            else:
                QTest.keyClick(dialog, Qt.Key.Key_Escape)

        with desk.at_dialog(ExportDialog, compare):
            desk.do("export")
        desk.session.disk.wait()
        return shown, said[0]

    return run


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file of a folder with its bytes and time."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): (file.read_bytes(), file.stat().st_mtime_ns) for file in files}


@pytest.mark.jekyll
def test_a_post_arrives_with_its_image_and_is_built_there(desk, post, other, export, site_folder, build_with_jekyll):
    desk.open(post)
    shown, _ = export()
    assert shown == {POST: "new", IMAGE: "new"}
    assert (other / POST).read_bytes() == post.read_bytes()
    assert (other / IMAGE).read_bytes() == (site_folder / IMAGE).read_bytes()
    assert any("Exported 2 files" in text for text in desk.status)
    built = build_with_jekyll(other)
    assert f"<img src='/{IMAGE}'>" in desk.built_page(built)
    assert (built / IMAGE).read_bytes() == (site_folder / IMAGE).read_bytes()


def test_exporting_again_changes_nothing(desk, post, other, export):
    desk.open(post)
    export()
    before = snapshot(other)
    shown, said = export()
    assert shown == {POST: "same", IMAGE: "same"}
    assert said == "Everything is there already."
    assert snapshot(other) == before


def test_looking_at_an_export_writes_nothing(desk, post, other, export):
    before = snapshot(other)
    desk.open(post)
    export(agree=False)
    assert snapshot(other) == before


def test_what_is_typed_is_saved_and_exported_as_an_update(desk, post, other, export):
    desk.open(post)
    export()
    desk.type_at_end("More.")
    shown, _ = export()
    assert shown == {POST: "changed", IMAGE: "same"}
    assert post.read_bytes().endswith(b"More.")
    assert (other / POST).read_bytes() == post.read_bytes()


def test_what_was_changed_there_is_left_alone_and_told(desk, post, other, export):
    desk.open(post)
    export()
    theirs = (other / POST).read_bytes() + b"Theirs.\n"
    (other / POST).write_bytes(theirs)
    desk.type_at_end("Mine.")
    shown, said = export()
    assert shown == {POST: "conflict", IMAGE: "same"}
    assert "conflict" in said
    assert (other / POST).read_bytes() == theirs


def test_a_new_image_goes_along_while_the_post_in_conflict_stays(desk, post, other, export, picture):
    desk.open(post)
    export()
    theirs = (other / POST).read_bytes() + b"Theirs.\n"
    (other / POST).write_bytes(theirs)
    desk.type_at_end("\n")
    desk.paste(picture("#993333"))
    desk.until(lambda: "![](" in desk.window.text_pane.text())
    shown, _ = export()
    assert sorted(shown.values()) == ["conflict", "new", "same"]
    (new,) = (target for target, tag in shown.items() if tag == "new")
    assert (other / new).is_file()
    assert (other / POST).read_bytes() == theirs


def test_a_missing_image_is_told_before_the_export(desk, site_folder, other, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(other))
    desk.open(site_folder / POST)

    def look(dialog: ExportDialog) -> None:
        with desk.qtbot.waitSignal(dialog.planned, timeout=10_000):
            dialog.choose_button.click()
        assert any("1 image is missing" in text for text in desk.labels(dialog))
        assert [row.item.target for row in dialog.list.rows] == [POST]

    with desk.at_dialog(ExportDialog, look):
        desk.do("export")


def test_the_sites_own_folder_is_refused_as_destination(desk, post, site_folder, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(site_folder / "_posts"))
    before = snapshot(site_folder)
    desk.open(post)

    def choose(dialog: ExportDialog) -> None:
        with desk.qtbot.waitSignal(dialog.planned, timeout=10_000):
            dialog.choose_button.click()
        assert not dialog.export_button.isEnabled()
        assert dialog._message.isVisible()
        assert dialog._message.text()

    with desk.at_dialog(ExportDialog, choose):
        desk.do("export")
    assert snapshot(site_folder) == before


def test_an_export_saves_nothing_unasked(desk, post, monkeypatch):
    before = post.read_bytes()
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: QMessageBox.StandardButton.Cancel)
    desk.open(post)
    desk.type_at_end("Not for the file yet.")
    desk.do("export")
    assert post.read_bytes() == before
    assert "Not for the file yet." in desk.window.text_pane.text()


def test_the_folder_of_the_last_export_is_offered_again(desk, post, other, export, monkeypatch):
    desk.open(post)
    export()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: pytest.fail("asked again"))
    shown, _said = export()
    assert set(shown.values()) == {"same"}
