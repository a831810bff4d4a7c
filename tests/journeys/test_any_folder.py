"""Any folder of posts opens as it is: odd places, files and bytes are shown, and only what is edited changes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from editor.gui.posts_model import Filter

pytestmark = [pytest.mark.web, pytest.mark.slow]


@pytest.fixture
def folder(tmp_path):
    """Makes a folder of files: paths to bytes."""

    def make(files: dict[str, bytes]):
        root = tmp_path / "blog"
        for path, data in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
        return root

    return make


@pytest.fixture
def listed(desk):
    """The paths in the posts list, in its order."""

    def read() -> list[str]:
        model = desk.window.sidebar.model
        found = (model.document(model.index(row)) for row in range(model.rowCount()))
        return [document.path for document in found if document is not None]

    return read


@pytest.mark.jekyll
def test_posts_and_drafts_are_found_wherever_they_are(desk, folder, listed, build_with_jekyll):
    root = folder(
        {
            "_config.yml": b"title: Odd\n",
            "_posts/2025-01-01-top.md": b"---\ntitle: Top\n---\nTop.\n",
            "news/_posts/deep/2025-02-01-deep.md": b"---\ntitle: Deep\n---\nDeep.\n",
            "news/_drafts/idea.md": b"---\ntitle: Idea\n---\nIdea.\n",
            "vendor/bundle/_posts/2020-01-01-not-ours.md": b"---\n---\nNot ours.\n",
            "_site/_posts/2020-01-01-built.md": b"---\n---\nBuilt.\n",
        }
    )
    desk.open(root)
    assert listed() == ["news/_drafts/idea.md", "news/_posts/deep/2025-02-01-deep.md", "_posts/2025-01-01-top.md"]
    assert desk.session.open_post("news/_posts/deep/2025-02-01-deep.md")
    desk.wait_rendered()
    assert "Deep." in desk.built_page(build_with_jekyll(root))


@pytest.mark.jekyll
def test_a_collections_dir_is_followed(desk, folder, listed, build_with_jekyll):
    root = folder(
        {
            "_config.yml": b"collections_dir: content\n",
            "content/_posts/2025-01-01-inside.md": b"---\ntitle: Inside\n---\nInside.\n",
            "_posts/2025-01-02-outside.md": b"---\ntitle: Outside\n---\nJekyll does not see this one.\n",
        }
    )
    desk.open(root / "content/_posts/2025-01-01-inside.md")
    assert "content/_posts/2025-01-01-inside.md" in listed()
    assert "Inside." in desk.built_page(build_with_jekyll(root))
    assert desk.session.workspace.create_post("Next").startswith("content/_posts/")


def test_a_bare_folder_of_posts_opens_without_a_configuration(desk, folder, listed):
    root = folder({"2025-01-01-one.md": b"# One\n", "2025-02-01-two.md": b"---\ntitle: Two\n---\nTwo.\n"})
    desk.open(root)
    assert listed() == ["2025-02-01-two.md", "2025-01-01-one.md"]
    desk.session.open_post("2025-01-01-one.md")
    desk.type_at_end("More.")
    desk.save()
    assert (root / "2025-01-01-one.md").read_bytes() == b"# One\nMore."


def test_a_post_without_front_matter_gets_it_with_the_first_field(desk, folder):
    root = folder({"_config.yml": b"", "_posts/2025-01-01-bare.md": b"Just text.\n"})
    post = root / "_posts/2025-01-01-bare.md"
    desk.open(post)
    desk.type_at_end("More.\n")
    desk.save()
    assert post.read_bytes() == b"Just text.\nMore.\n"
    title = desk.window.title_field
    title.setFocus()
    title.selectAll()
    desk.type(title, "Bare")
    desk.save()
    assert post.read_bytes() == b"---\ntitle: Bare\n---\nJust text.\nMore.\n"
    while desk.session.posts.history.canUndo():
        desk.do("undo")
    desk.save()
    assert post.read_bytes() == b"Just text.\n"


def test_broken_yaml_is_shown_at_its_line_and_the_text_stays_editable(desk, folder):
    raw = b"---\ntitle: Fine\ntags: [a, b\nauthor: me\n---\n\nThe text.\n"
    root = folder({"_config.yml": b"", "_posts/2025-01-01-broken.md": raw})
    post = root / "_posts/2025-01-01-broken.md"
    desk.open(post)
    view = desk.window.form._yaml
    assert view.isVisible()
    assert view.edit.toPlainText() == "title: Fine\ntags: [a, b\nauthor: me"
    assert view.fault_line() in (2, 3)
    assert view.message.isVisible()
    desk.type_at_end("More.\n")
    desk.save()
    assert post.read_bytes() == raw + b"More.\n"
    cursor = view.edit.textCursor()
    cursor.setPosition(len("title: Fine\ntags: [a, b"))
    view.edit.setTextCursor(cursor)
    desk.type(view.edit, "]")
    assert not view.message.isVisible()
    desk.save()
    assert post.read_bytes() == raw.replace(b"[a, b\n", b"[a, b]\n") + b"More.\n"
    desk.wait_rendered()
    assert desk.session.documents["_posts/2025-01-01-broken.md"].tags == ("a", "b")


def test_a_file_that_is_not_utf8_is_shown_and_never_changed(desk, folder):
    raw = "---\ntitle: Müsli\n---\nÄpfel.\n".encode("latin-1")
    root = folder({"_config.yml": b"", "_posts/2025-01-01-old.md": raw})
    post = root / "_posts/2025-01-01-old.md"
    desk.open(post)
    assert "not UTF-8" in desk.banner("open")
    assert desk.window.text_pane.text() == "Äpfel.\n"
    assert "Latin-1 · LF" in desk.status
    desk.type_at_end("More.")
    desk.type(desk.window.title_field, "More.")
    for command in ("bold", "table", "replace"):
        assert not desk.window.actions_by_name[command].isEnabled()
    assert desk.window.text_pane.text() == "Äpfel.\n"
    assert desk.session.posts.unsaved() == []
    desk.save()
    assert post.read_bytes() == raw


def test_odd_files_are_listed_with_their_fault(desk, folder, listed):
    root = folder(
        {
            "_config.yml": b"",
            "_posts/no-date.md": b"---\ntitle: No date\n---\nText.\n",
            "_posts/2025-13-45-impossible.md": b"---\ntitle: Impossible\n---\nText.\n",
            "_posts/2025-01-01-good.md": b"---\ntitle: Good\n---\nText.\n",
            "_posts/2025-01-02-deep.md": b"---\na: " + b"[" * 5000 + b"\n---\nText.\n",
            "_posts/2025-01-03-empty.md": b"",
            "_posts/2025-01-04-binary.md": bytes(range(256)),
        }
    )
    desk.open(root)
    assert len(listed()) == 6
    for path in listed():
        assert desk.session.open_post(path), path
        desk.wait_rendered()
    problems = {path: desk.session.documents[path].problems for path in listed()}
    assert problems["_posts/no-date.md"]
    assert problems["_posts/2025-13-45-impossible.md"]
    assert problems["_posts/2025-01-02-deep.md"]
    assert not problems["_posts/2025-01-01-good.md"]
    desk.session.open_post("_posts/no-date.md")
    desk.wait_rendered()
    assert any("problem" in text for text in desk.status)


def test_only_the_edited_place_changes_in_the_bytes(desk, folder):
    head = "\ufeff---\r\ntitle:   'Odd'   # a comment\r\nrating: 4.50\r\ntags: [ b,a ]\r\n---\r\n\r\n"
    body = "Fünf\u00a0Euro und\u2028eine Zeile.\r\nTab\tund 😀 Bild.  \r\n\r\nSchluss ohne Zeilenende"
    root = folder({"_config.yml": b"", "_posts/2025-01-01-odd.md": (head + body).encode()})
    post = root / "_posts/2025-01-01-odd.md"
    desk.open(post)
    assert "UTF-8 BOM · CRLF" in desk.status
    desk.window.text_pane.set_caret(1, len("Fünf\u00a0Euro"))
    desk.type(desk.text_edit, " und mehr")
    desk.save()
    assert post.read_bytes() == (head + body.replace("Euro", "Euro und mehr")).encode()
    author = desk.field("Author")
    desk.type(author, "me")
    desk.save()
    added = head.replace("# a comment\r\n", "# a comment\r\nauthor: me\r\n")
    assert post.read_bytes() == (added + body.replace("Euro", "Euro und mehr")).encode()
    desk.window.text_pane.set_caret(3, 0)
    desk.type(desk.text_edit, "\n")
    desk.save()
    assert post.read_bytes().count(b"\r\n") == (added + body).encode().count(b"\r\n") + 1
    assert post.read_bytes().count(b"\n") == post.read_bytes().count(b"\r\n")


def test_a_long_post_opens_and_takes_a_key(desk, folder):
    text = "".join(f"Paragraph {n} with *words* and a [link](/{n}).\n\n" for n in range(7000))
    raw = b"---\ntitle: Long\n---\n" + text.encode()
    assert len(raw) > 300_000
    root = folder({"_config.yml": b"", "_posts/2025-01-01-long.md": raw})
    post = root / "_posts/2025-01-01-long.md"
    desk.open(post)
    desk.window.text_pane.set_caret(7000, 0)
    desk.type(desk.text_edit, "X")
    desk.save()
    lines = raw.decode().split("\n")
    lines[3 + 7000] = "X" + lines[3 + 7000]
    assert post.read_bytes() == "\n".join(lines).encode()
    desk.wait_rendered()
    desk.shows("[...document.querySelectorAll('article > p')].some(p => p.textContent.startsWith('XParagraph 3500 '))")


@pytest.mark.parametrize("name", ["_posts", "_drafts"])
def test_opening_the_posts_folder_means_its_site(desk, folder, name):
    root = folder({"_config.yml": b"title: Mine\n", f"{name}/2025-01-01-a.md": b"---\n---\nA.\n"})
    desk.open(root / name)
    assert desk.session.workspace.site.root == root
    assert desk.window.sidebar.model.count(Filter.ALL) == 1


def test_a_configuration_that_cannot_be_read_is_told_and_the_posts_are_there(desk, folder, listed):
    root = folder({"_config.yml": b"title: [a\n", "_posts/2025-01-01-a.md": b"---\ntitle: A\n---\nA.\n"})
    desk.open(root)
    assert "_config.yml" in desk.banner("site")
    assert listed() == ["_posts/2025-01-01-a.md"]


@pytest.mark.jekyll
def test_a_configuration_that_is_edited_meanwhile_counts_at_once(desk, folder, build_with_jekyll):
    root = folder({"_config.yml": b"title: [a\n", "_posts/2025-01-01-a.md": b"---\ntitle: A\n---\nA.\n"})
    desk.open(root / "_posts/2025-01-01-a.md")
    assert "_config.yml" in desk.banner("site")
    desk.type_at_end("Mine.")
    (root / "_config.yml").write_text("title: Mine\nbaseurl: /blog\npermalink: /:title/\n")
    QGuiApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    desk.until(lambda: desk.url == "/blog/a/")
    desk.until(lambda: desk.banner("site") == "")
    assert "Mine" in desk.labels(desk.window.top_bar)
    assert desk.window.text_pane.text() == "A.\nMine."
    desk.do("undo")
    assert desk.window.text_pane.text() == "A.\n"
    desk.do("redo")
    desk.save()
    built = build_with_jekyll(root)
    assert "Mine." in (built / "a" / "index.html").read_text()


def test_a_warning_that_was_dismissed_stays_away(desk, folder):
    root = folder({"_config.yml": b"title: [a\n", "_posts/2025-01-01-a.md": b"---\ntitle: A\n---\nA.\n"})
    desk.open(root / "_posts/2025-01-01-a.md")
    desk.window.banners.banner("site").dismissed.emit()
    desk.type_at_end("Mine.")
    desk.save()
    with desk.qtbot.waitSignal(desk.session.listed, timeout=10_000):
        desk.session.refresh()
    assert desk.banner("site") == ""


def test_a_post_opens_by_a_click_in_the_list(desk, folder):
    root = folder(
        {
            "_config.yml": b"",
            **{f"_posts/2025-01-0{n}-p.md": b"---\ntitle: P\n---\nText %d.\n" % n for n in range(1, 5)},
        }
    )
    desk.open(root)
    view = desk.window.sidebar.view
    place = view.visualRect(desk.window.sidebar.model.index_of("_posts/2025-01-02-p.md")).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    desk.wait_rendered()
    assert desk.window.text_pane.text() == "Text 2.\n"
    assert desk.has_caret_in_text
