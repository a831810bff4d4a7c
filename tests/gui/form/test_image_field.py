"""The image of the post: what it is, how large, and what to do when it is missing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton

from editor.gui.elided_label import ElidedLabel
from editor.gui.form.form_pane import FormContext, ImageInfo
from editor.gui.form.image_field import ImageField

PATH = "assets/images/17421b3991c0aa5b91e820ced4df2658.jpg"


@pytest.fixture
def picture(tmp_path):
    file = tmp_path / "picture.png"
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    image.save(str(file))
    return file


def words(field):
    return [label.text() for label in field.findChildren(QLabel) if label.isVisible() and label.text()]


def test_tells_name_size_and_use(desk, big_news, picture):
    at = desk(big_news)
    at.pane.set_images([ImageInfo(PATH, picture, 1024, 576, 86_016, 1)])
    assert words(at.field("image")) == [PATH, "1024 × 576 · 84 KB · used in 1 post"]
    assert at.editor("image").text() == "Replace…"
    middle = at.field("image").grab().toImage().pixelColor(44, 26)
    assert middle.red() > 200
    assert middle.blue() < 50


def test_a_missing_image_is_told_calmly(desk, big_news, qtbot):
    at = desk(big_news)
    at.pane.set_images([ImageInfo(PATH, None)])
    assert words(at.field("image")) == [PATH, "Image not found"]
    with qtbot.waitSignal(at.pane.image_wanted) as wanted:
        QTest.mouseClick(at.editor("image"), Qt.MouseButton.LeftButton)
    assert wanted.args == ["image"]
    assert at.editor("image").text() == "Choose image…"


def test_facts_of_another_image_are_not_shown(desk, big_news, picture):
    at = desk(big_news)
    at.pane.set_images([ImageInfo("assets/images/other.png", picture, 1, 1, 1, 1)])
    assert words(at.field("image")) == [PATH]


def test_the_cross_removes_the_image(desk, big_news):
    at = desk(big_news)
    QTest.mouseClick(at.field("image").findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert "image" not in at.front_matter.values
    assert not at.field("image").findChild(QToolButton).isVisible()
    assert at.editor("image").text() == "Choose image…"


def test_what_is_no_picture_is_no_crash(desk, big_news, tmp_path):
    file = tmp_path / "torn.jpg"
    file.write_bytes(b"no picture")
    at = desk(big_news)
    at.pane.set_images([ImageInfo(PATH, file, 0, 0, 12, 3)])
    assert words(at.field("image"))[-1] == "12 bytes · used in 3 posts"
    at.pane.set_images([ImageInfo(PATH, tmp_path / "gone.jpg", 0, 0, 12, 3)])
    at.pane.grab()


def test_the_whole_name_is_in_the_tooltip_where_it_is_cut(desk, big_news):
    at = desk(big_news, width=420, height=1400)
    assert PATH in at.field("image").findChild(ElidedLabel).toolTip()


def test_a_screen_reader_is_told_of_which_image_a_button_is(desk, big_news):
    at = desk(f"{big_news}gallery:\n- src: {PATH}\n", context=FormContext(names_image=lambda text: text == PATH))
    images = at.pane.findChildren(ImageField)
    assert [field.editor().accessibleName() for field in images] == ["Replace image", "Replace image, gallery, 1, src"]
