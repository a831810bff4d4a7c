"""A writer pastes, drops and chooses images: each is stored once, shown at once, and resolves in the built site."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from editor.gui.image_chooser import ImageChooser

pytestmark = [pytest.mark.web, pytest.mark.slow]
POST = "_posts/2025-11-21-big-news.md"
MISSING = "assets/images/17421b3991c0aa5b91e820ced4df2658.jpg"
PICTURE_LOADED = "(document.querySelector('article > p img')?.naturalWidth ?? 0) === 30"


@pytest.fixture
def post(site_folder):
    return site_folder / POST


@pytest.fixture
def stored(site_folder):
    """The names of the files in the site's images folder."""
    return lambda: sorted(file.name for file in (site_folder / "assets" / "images").glob("[!.]*"))


class _Pictures(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.sources: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag == "img":
            self.sources.append(dict(attrs)["src"])


def pictures_of(page: str, built: Path, baseurl: str = "") -> list[Path]:
    """The files that the pictures of a built page mean, seen as a server under `baseurl` would."""
    parser = _Pictures()
    parser.feed(page)
    for source in parser.sources:
        assert source.startswith(baseurl + "/"), source
    return [built / unquote(source).removeprefix(baseurl).lstrip("/") for source in parser.sources]


@pytest.mark.jekyll
def test_a_pasted_picture_is_stored_shown_and_built(
    desk, post, stored, site_folder, picture, digest, build_with_jekyll
):
    before = post.read_text()
    desk.open(post)
    desk.type_at_end("\nLook:\n")
    desk.paste(picture())
    desk.until(stored)
    (name,) = stored()
    data = (site_folder / "assets" / "images" / name).read_bytes()
    assert name == f"{digest(data)}.png"
    desk.shows(PICTURE_LOADED)
    desk.save()
    assert post.read_text() == before + f"\nLook:\n\n![](/assets/images/{name})"
    built = build_with_jekyll(site_folder)
    (file,) = pictures_of(desk.built_page(built), built)
    assert file.read_bytes() == data


@pytest.mark.jekyll
def test_a_pasted_picture_works_under_a_baseurl(desk, post, stored, site_folder, picture, build_with_jekyll):
    (site_folder / "_config.yml").write_text("title: Blog\nbaseurl: /blog\n")
    desk.open(post)
    desk.type_at_end("\n")
    desk.paste(picture())
    desk.until(stored)
    desk.shows(PICTURE_LOADED)
    desk.save()
    assert "relative_url" in post.read_text()
    built = build_with_jekyll(site_folder)
    (file,) = pictures_of(desk.built_page(built, "/blog"), built, "/blog")
    assert file.is_file()


def test_the_same_picture_twice_is_one_file(desk, post, stored, picture):
    desk.open(post)
    desk.type_at_end("\n")
    desk.paste(picture())
    desk.until(lambda: desk.window.text_pane.text().count("![](") == 1)
    desk.paste(picture())
    desk.until(lambda: desk.window.text_pane.text().count("![](") == 2)
    assert len(stored()) == 1
    desk.paste(picture("#993333"))
    desk.until(lambda: desk.window.text_pane.text().count("![](") == 3)
    assert len(stored()) == 2


def test_a_pasted_picture_is_one_step_back_and_forth(desk, post, picture):
    desk.open(post)
    before = desk.window.text_pane.text()
    desk.type_at_end("\nLook: ")
    desk.paste(picture())
    desk.until(lambda: "![](" in desk.window.text_pane.text())
    after = desk.window.text_pane.text()
    desk.do("undo")
    assert desk.window.text_pane.text() == before + "\nLook: "
    desk.do("redo")
    assert desk.window.text_pane.text() == after


def test_a_dropped_file_is_copied_byte_for_byte_where_it_is_dropped(desk, post, stored, tmp_path, png, digest):
    file = tmp_path / "A red square.png"
    file.write_bytes(png("#ff0000"))
    desk.open(post)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    desk.drop(desk.text_edit.viewport(), mime)
    desk.until(lambda: "![" in desk.window.text_pane.text())
    assert stored() == [f"{digest(file.read_bytes())}.png"]
    assert f"![A red square](/assets/images/{stored()[0]})" in desk.window.text_pane.text()
    desk.shows(PICTURE_LOADED)


def test_what_is_no_picture_is_refused_in_words(desk, post, stored, tmp_path):
    file = tmp_path / "fake.png"
    file.write_bytes(b"not a picture")
    desk.open(post)
    before = desk.window.text_pane.text()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    desk.drop(desk.text_edit.viewport(), mime)
    desk.until(lambda: desk.banner("image"))
    assert "fake.png" in desk.banner("image")
    assert desk.window.text_pane.text() == before
    assert stored() == []


def test_a_picture_goes_into_the_post_it_was_pasted_into(desk, post, stored, site_folder, picture):
    other = site_folder / "_posts" / "2025-11-22-other.md"
    other.write_bytes(b"---\ntitle: Other\n---\nOther text.\n")
    desk.open(post)
    desk.type_at_end("\n")
    desk.paste(picture())
    desk.session.open_post("_posts/2025-11-22-other.md")
    desk.until(stored)
    desk.session.disk.wait()
    assert desk.window.text_pane.text() == "Other text.\n"
    desk.session.open_post(POST)
    desk.until(lambda: f"![](/assets/images/{stored()[0]})" in desk.window.text_pane.text())


def test_a_missing_image_put_in_place_by_another_program_is_seen_on_return(desk, post, site_folder, png):
    desk.open(post)
    desk.until(lambda: "Image not found" in desk.labels(desk.window.form))
    (site_folder / MISSING).parent.mkdir(parents=True)
    (site_folder / MISSING).write_bytes(png())
    QGuiApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    desk.until(lambda: any("used in 1 post" in text for text in desk.labels(desk.window.form)))
    desk.shows("document.querySelector('header .lead')?.naturalWidth === 30")


# -- the post's own image -----------------------------------------------------------------------------------------
def image_line(post: Path) -> str:
    return next(line for line in post.read_text().splitlines() if line.startswith("image:"))


def test_a_missing_image_is_told_in_form_preview_and_status_bar(desk, post):
    desk.open(post)
    desk.until(lambda: "Image not found" in desk.labels(desk.window.form))
    assert desk.button(desk.window.form, "Choose image…").isEnabled()
    desk.shows("document.querySelector('.missing')?.innerText.includes('17421b3991c0aa5b91e820ced4df2658.jpg')")
    assert any("17421b3991c0aa5b91e820ced4df2658.jpg" in text or "image" in text for text in desk.status)


@pytest.mark.jekyll
def test_choosing_an_image_changes_its_line_alone(desk, post, site_folder, png, build_with_jekyll):
    before = post.read_bytes()
    (site_folder / "assets" / "images").mkdir(parents=True)
    (site_folder / "assets" / "images" / "kremlin.png").write_bytes(png())
    desk.open(post)
    desk.until(lambda: "Image not found" in desk.labels(desk.window.form))

    def choose(dialog: ImageChooser) -> None:
        assert "kremlin" in " ".join(use.image.path for use in dialog._model.everything)
        dialog.select("assets/images/kremlin.png")
        dialog.choose_button.click()

    with desk.at_dialog(ImageChooser, choose):
        desk.button(desk.window.form, "Choose image…").click()
    desk.until(lambda: any("used in 1 post" in text for text in desk.labels(desk.window.form)))
    assert any("30 × 20" in text for text in desk.labels(desk.window.form))
    desk.shows("document.querySelector('header .lead')?.naturalWidth === 30")
    assert desk.ask_page("document.querySelector('.missing')") is None
    desk.save()
    assert post.read_bytes() == before.replace(MISSING.encode(), b"assets/images/kremlin.png")
    desk.until(lambda: any("used in 1 post" in text for text in desk.labels(desk.window.form)))
    assert (build_with_jekyll(site_folder) / image_line(post).split()[1]).read_bytes() == png()
    desk.do("undo")
    assert MISSING in desk.session.posts.current.buffer.front_matter.values["image"]


def test_an_image_from_elsewhere_is_added_and_chosen_at_once(
    desk, post, site_folder, tmp_path, png, digest, monkeypatch
):
    file = tmp_path / "from the camera.png"
    file.write_bytes(png())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_more: (str(file), ""))
    desk.open(post)
    desk.shows("!!document.querySelector('.missing')")
    with desk.at_dialog(ImageChooser, lambda dialog: dialog.add_button.click()):
        desk.ask_page("document.querySelector('.missing').click(); 1")
    desk.until(lambda: "image" in desk.session.posts.current.buffer.front_matter.values)
    desk.save()
    assert image_line(post) == f"image: assets/images/{digest(png())}.png"


def test_an_image_value_with_a_slash_is_found_too(desk, post, site_folder, png):
    (site_folder / "assets" / "images").mkdir(parents=True)
    (site_folder / "assets" / "images" / "kremlin.png").write_bytes(png())
    post.write_text(post.read_text().replace(f"image: {MISSING}", "image: /assets/images/kremlin.png"))
    desk.open(post)
    desk.until(lambda: any("used in 1 post" in text for text in desk.labels(desk.window.form)))


def test_an_image_of_the_site_is_inserted_at_the_caret(desk, post, site_folder, png):
    (site_folder / "assets" / "images").mkdir(parents=True)
    (site_folder / "assets" / "images" / "kremlin.png").write_bytes(png())
    desk.open(post)
    desk.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)

    def choose(dialog: ImageChooser) -> None:
        dialog.search.setText("krem")
        dialog.choose_button.click()

    with desk.at_dialog(ImageChooser, choose):
        desk.do("image")
    assert desk.window.text_pane.text().startswith("![](/assets/images/kremlin.png)\n")
    desk.shows(PICTURE_LOADED)
    desk.do("undo")
    assert desk.session.posts.unsaved() == []


def test_no_image_is_offered_where_none_can_be_written(desk, site_folder):
    latin, broken = site_folder / "_posts/2025-01-01-latin.md", site_folder / "_posts/2025-01-02-broken.md"
    latin.write_bytes("---\ntitle: Müsli\n---\nText.\n".encode("latin-1"))
    broken.write_text("---\ntags: [a\n---\nText.\n")
    for post in (latin, broken):
        desk.session.open_path(post)
        desk.wait_rendered()
        desk.window.preview.image_wanted.emit()
        QTest.qWait(200)
        assert QApplication.activeModalWidget() is None
    assert desk.window.focusWidget().accessibleName() == "Front matter as YAML", "what is wrong is shown"
