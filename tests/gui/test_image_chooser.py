"""The writer finds an image of the site by sight or by name, or adds one, and gets exactly that one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image as Pillow
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from editor.errors import NotAnImage
from editor.gui.image_chooser import ImageChooser
from editor.gui.theme import DARK, LIGHT
from editor.gui.thumbnails import Thumbnails, read_thumbnail
from editor.images import Image, ImageUse

Open = Callable[..., ImageChooser]


@pytest.fixture
def uses(tmp_path: Path) -> list[ImageUse]:
    """Three pictures; b.png is the newest."""
    made = []
    for age, (name, users) in enumerate({"b.png": (), "a.png": ("_posts/rome.md",), "c.png": ("x", "y")}.items()):
        file = tmp_path / "assets" / name
        file.parent.mkdir(exist_ok=True)
        Pillow.new("RGB", (30, 20), "navy").save(file)
        os.utime(file, (1000 - age, 1000 - age))
        made.append(ImageUse(Image(f"assets/{name}", file.stat().st_size, 30, 20), users))
    return sorted(made, key=lambda use: use.image.path)


@pytest.fixture
def open_chooser(qtbot: QtBot, tmp_path: Path, uses: list[ImageUse]) -> Iterator[Open]:
    opened = []

    def make(images: list[ImageUse] | None = None, add: Callable[[Path], Image] | None = None) -> ImageChooser:
        def refuse(file: Path) -> Image:
            raise NotAnImage(path=file.name, reason="its content is something else")

        chooser = ImageChooser(
            uses if images is None else images, root=tmp_path, add_file=add or refuse, purpose="Insert <b>an</b> image"
        )
        qtbot.addWidget(chooser)
        chooser.show()
        opened.append(chooser)
        return chooser

    yield make
    for chooser in opened:
        chooser.reject()


def shown(chooser: ImageChooser) -> list[str]:
    model = chooser.grid.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def texts(chooser: ImageChooser) -> list[str]:
    return [label.text() for label in chooser.findChildren(QLabel)]


def test_the_newest_images_come_first(open_chooser: Open) -> None:
    chooser = open_chooser()

    assert shown(chooser) == ["b.png", "a.png", "c.png"]
    assert "3 images · 1 KB" in texts(chooser)


def test_one_image_is_counted_as_one(open_chooser: Open, uses: list[ImageUse]) -> None:
    assert "1 image · 1 KB" in texts(open_chooser(uses[:1]))


def test_tab_goes_from_the_search_through_the_images_to_the_choice(open_chooser: Open, qtbot: QtBot) -> None:
    chooser = open_chooser()
    chooser.activateWindow()
    qtbot.waitUntil(chooser.isActiveWindow)
    visited = [chooser.focusWidget()]
    for _ in range(4):
        qtbot.keyClick(visited[-1], Qt.Key.Key_Tab)
        visited.append(chooser.focusWidget())
    assert visited[:3] == [chooser.search, chooser.add_button, chooser.grid]
    assert visited[-1] is chooser.choose_button


def test_what_tab_leads_to_is_outlined(open_chooser: Open, qtbot: QtBot) -> None:
    chooser = open_chooser()
    assert chooser.selected is None
    chooser.activateWindow()
    qtbot.waitUntil(chooser.isActiveWindow)
    chooser.grid.setFocus(Qt.FocusReason.TabFocusReason)
    assert [index.data() for index in chooser.grid.selectedIndexes()] == ["b.png"]
    assert chooser.selected is not None
    assert chooser.choose_button.isEnabled()
    chooser.grid.clearSelection()
    assert chooser.selected is None
    assert not chooser.choose_button.isEnabled()


@pytest.mark.parametrize("count", [4, 9, 30])
@pytest.mark.parametrize("width", range(600, 1000, 40))
def test_cards_fill_the_width_from_the_start(open_chooser: Open, count: int, width: int) -> None:
    chooser = open_chooser([ImageUse(Image(f"assets/{n}.png", 9, 1, 1), ()) for n in range(count)])
    chooser.resize(width, 560)
    grid = chooser.grid
    chooser.grab()
    rects = [grid.visualRect(grid.model().index(row, 0)) for row in range(count)]
    columns = sum(rect.top() == rects[0].top() for rect in rects)
    assert columns == min(count, grid.viewport().width() // grid.gridSize().width())


def test_search_narrows_by_name_and_by_post(open_chooser: Open, qtbot: QtBot) -> None:
    chooser = open_chooser()

    qtbot.keyClicks(chooser.search, "ROME")
    assert shown(chooser) == ["a.png"]
    assert chooser.selected is not None
    chooser.search.setText("nothing like it")
    assert shown(chooser) == []
    assert chooser.grid.empty_words == "No image matches “nothing like it”."
    assert not chooser.choose_button.isEnabled()


def test_enter_after_a_search_chooses_the_first_match(open_chooser: Open, qtbot: QtBot) -> None:
    chooser = open_chooser()

    qtbot.keyClicks(chooser.search, "c.png")
    qtbot.keyClick(chooser.search, Qt.Key.Key_Return)

    assert chooser.result() == QDialog.DialogCode.Accepted
    assert chooser.chosen is not None
    assert chooser.chosen.path == "assets/c.png"


def test_the_keyboard_alone_reaches_every_image(open_chooser: Open, qtbot: QtBot) -> None:
    chooser = open_chooser()

    qtbot.keyClick(chooser.search, Qt.Key.Key_Down)
    qtbot.keyClick(chooser.grid, Qt.Key.Key_Right)
    qtbot.keyClick(chooser.grid, Qt.Key.Key_Return)

    assert chooser.chosen is not None
    assert chooser.chosen.path == "assets/a.png"


def test_nothing_is_chosen_by_leaving(open_chooser: Open, qtbot: QtBot) -> None:
    chooser = open_chooser()
    chooser.select("assets/a.png")

    qtbot.keyClick(chooser, Qt.Key.Key_Escape)

    assert chooser.result() == QDialog.DialogCode.Rejected
    assert chooser.chosen is None


def test_the_selected_image_is_described(open_chooser: Open) -> None:
    chooser = open_chooser()

    chooser.select("assets/a.png")

    assert "a.png · 30 × 20 · 1 KB · assets" in texts(chooser)


def test_a_file_that_is_added_is_the_choice(open_chooser: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    added = Image("assets/new.png", 9, 1, 1)
    asked = []
    chooser = open_chooser(add=lambda file: (asked.append(file), added)[1])
    monkeypatch.setattr(ImageChooser, "ask_for_file", lambda _self: Path("/pictures/new.png"))

    qtbot.mouseClick(chooser.add_button, Qt.MouseButton.LeftButton)

    assert asked == [Path("/pictures/new.png")]
    assert chooser.chosen == added
    assert chooser.result() == QDialog.DialogCode.Accepted


def test_a_file_that_is_no_picture_is_told_and_nothing_is_lost(
    open_chooser: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    chooser = open_chooser()
    monkeypatch.setattr(ImageChooser, "ask_for_file", lambda _self: Path("/notes.txt"))

    qtbot.mouseClick(chooser.add_button, Qt.MouseButton.LeftButton)

    assert any("notes.txt is not a picture" in text for text in texts(chooser))
    assert chooser.isVisible()
    assert chooser.chosen is None


def test_leaving_the_file_dialog_adds_nothing(
    open_chooser: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    chooser = open_chooser()
    monkeypatch.setattr(ImageChooser, "ask_for_file", lambda _self: None)

    qtbot.mouseClick(chooser.add_button, Qt.MouseButton.LeftButton)

    assert chooser.isVisible()


def test_dropped_files_are_added_and_selected(open_chooser: Open) -> None:
    chooser = open_chooser(add=lambda file: Image(f"assets/{file.name}", 9, 1, 1))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/pictures/new.png"), QUrl("https://elsewhere.example/x.png")])
    enter = QDragEnterEvent(
        QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    drop = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )

    chooser.dragEnterEvent(enter)
    chooser.dropEvent(drop)

    assert enter.isAccepted()
    assert shown(chooser)[0] == "new.png"
    assert chooser.selected is not None
    assert chooser.selected.image.path == "assets/new.png"


def test_an_empty_site_says_what_to_do(open_chooser: Open) -> None:
    chooser = open_chooser([])

    assert "Drop a picture here" in chooser.grid.empty_words
    assert not chooser.choose_button.isEnabled()


def test_content_is_shown_as_plain_text_and_controls_have_names(open_chooser: Open) -> None:
    chooser = open_chooser()

    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in chooser.findChildren(QLabel))
    assert chooser.search.accessibleName()
    assert chooser.grid.accessibleName()
    index = chooser.grid.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "b.png, unused, 1 KB"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "assets/b.png"


def test_it_paints_in_both_themes(open_chooser: Open, qtbot: QtBot) -> None:
    chooser = open_chooser()
    chooser.select("assets/a.png")
    chooser.set_theme(LIGHT)
    qtbot.waitUntil(lambda: not chooser.grab().isNull())
    light = chooser.grab().toImage()

    chooser.set_theme(DARK)

    assert chooser.grab().toImage() != light


def test_thumbnails_fill_their_place_the_right_way_up(tmp_path: Path) -> None:
    exif = Pillow.Exif()
    exif[0x0112] = 6
    Pillow.new("RGB", (400, 200), "navy").save(tmp_path / "lying.jpg", exif=exif)
    Pillow.new("RGB", (4000, 2), "navy").save(tmp_path / "strip.png")
    (tmp_path / "torn.png").write_bytes(b"\x89PNG\r\n\x1a\n")

    assert read_thumbnail(tmp_path / "lying.jpg", QSize(90, 60)).size() == QSize(90, 60)
    assert read_thumbnail(tmp_path / "strip.png", QSize(90, 60)).width() == 90
    assert read_thumbnail(tmp_path / "torn.png", QSize(90, 60)).isNull()


def test_a_thumbnail_is_read_once_and_told(qtbot: QtBot, tmp_path: Path, uses: list[ImageUse]) -> None:
    thumbnails = Thumbnails(tmp_path)
    with qtbot.waitSignal(thumbnails.ready) as told:
        assert thumbnails.get("assets/a.png") is None
    first = thumbnails.get("assets/a.png")

    assert told.args == ["assets/a.png"]
    assert first is not None
    assert not first.isNull()
    assert thumbnails.get("assets/a.png") is first
    thumbnails.stop()
