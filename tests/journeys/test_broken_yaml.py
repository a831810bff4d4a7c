"""Front matter that breaks, and edits that cannot be made: told, led to, mended, and never a byte more than wanted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from editor.gui.form.field import Field
from editor.gui.form.yaml_view import YamlView

NAME = "_posts/2025-12-01-post.md"
BROKEN = b"---\r\nlayout: post\r\ntitle: Big News: Steve  # a note\r\ntags: [a]\r\n---\r\n\r\nThe text.\r\n"
REPEATED = b"---\ntitle: Twice\nlayout: post\ntitle: Twice\n---\n\nThe text.\n"
ANCHORED = b"---\nlayout: post\ntitle: &t Big News\nexcerpt: *t\ntags: &l [a]\nkeywords: *l\n---\n\nThe text.\n"


@pytest.fixture
def write(tmp_path):
    """Writes a post of a site, and gives its path."""
    (tmp_path / "_config.yml").write_bytes(b"title: Site\n")

    def write_post(content, name=NAME):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        return path

    return write_post


def view_of(desk):
    return desk.window.form.findChild(YamlView)


def caret_line(desk):
    return view_of(desk).edit.textCursor().blockNumber() + 1


def fields(desk):
    return [field for field in desk.window.form.findChildren(Field) if field.isVisible()]


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_colon_typed_into_the_yaml_is_told_mended_and_saved(desk, write):
    post = write(b"---\nlayout: post\ntitle: Big News\ntags: [a]\n---\n\nThe text.\n")
    desk.open(post)
    desk.do("yaml")
    view = view_of(desk)
    cursor = view.edit.textCursor()
    cursor.setPosition(len("layout: post\ntitle: Big News"))
    view.edit.setTextCursor(cursor)
    desk.type(view.edit, ": Steve")
    assert view.message.text() == "Line 2, column 16: a value with a colon needs quotes."
    assert view.fault_line() == 2
    click(view.fix)
    assert view.edit.toPlainText() == 'layout: post\ntitle: "Big News: Steve"\ntags: [a]'
    assert not view.message.isVisible()
    assert view.isVisible(), "the writer was typing there"
    desk.do("undo")
    assert view.edit.toPlainText() == "layout: post\ntitle: Big News: Steve\ntags: [a]"
    desk.do("redo")
    desk.save()
    assert post.read_bytes() == b'---\nlayout: post\ntitle: "Big News: Steve"\ntags: [a]\n---\n\nThe text.\n'


def test_a_post_that_is_broken_on_disk_is_mended_by_one_button_and_the_form_is_back(desk, write):
    post = write(BROKEN)
    desk.open(post)
    view = view_of(desk)
    assert view.isVisible()
    assert fields(desk) == []
    click(view.message)
    assert (caret_line(desk), view.edit.textCursor().positionInBlock()) == (2, 15)
    click(view.fix)
    assert not view.isVisible()
    assert fields(desk)
    assert desk.window.title_field.toPlainText() == "Big News: Steve"
    assert desk.window.form.isAncestorOf(desk.window.focusWidget())
    desk.save()
    assert post.read_bytes() == BROKEN.replace(b"Big News: Steve", b'"Big News: Steve"')
    desk.do("undo")
    assert view.isVisible()
    desk.save()
    assert post.read_bytes() == BROKEN


def test_the_text_of_a_broken_post_is_written_and_saved_as_ever(desk, write):
    post = write(BROKEN)
    desk.open(post)
    desk.type_at_end("More.\n")
    desk.save()
    assert post.read_bytes() == BROKEN + b"More.\r\n"
    assert desk.session.posts.unsaved() == []


def test_everything_that_tells_of_a_post_tells_that_it_is_broken(desk, write):
    desk.open(write(BROKEN))
    desk.wait_rendered()
    document = desk.session.documents[NAME]
    assert document.state.value == "broken"
    assert any("A value with a colon needs quotes." in text for text in desk.status)
    desk.window.status_bar.problems_clicked.emit()
    panel = next(each for each in QApplication.topLevelWidgets() if each.windowTitle() == "Problems")
    assert panel.list.item(0).text() == f"A value with a colon needs quotes.\n{NAME}, line 3, column 16"
    desk.window.text_pane.setFocus()
    panel.list.itemActivated.emit(panel.list.item(0))
    assert (caret_line(desk), view_of(desk).edit.textCursor().positionInBlock()) == (2, 15)
    assert desk.window.focusWidget() is view_of(desk).edit
    panel.close()


def test_a_key_that_stands_twice_is_a_fault_with_a_remedy(desk, write):
    post = write(REPEATED)
    desk.open(post)
    view = view_of(desk)
    assert view.message.text() == "Line 3: “title” stands twice. Remove one of them as text."
    assert view.fix.text() == "Remove the second “title”"
    click(view.fix)
    desk.save()
    assert post.read_bytes() == b"---\ntitle: Twice\nlayout: post\n---\n\nThe text.\n"


def test_a_title_that_cannot_be_changed_leads_to_its_line_and_keeps_what_was_typed(desk, write):
    post = write(ANCHORED)
    desk.open(post)
    title = desk.window.title_field
    title.setFocus()
    title.moveCursor(QTextCursor.MoveOperation.End)
    desk.type(title, " of today")
    assert title.toPlainText() == "Big News of today", "nothing happens to what one is typing"
    assert "Not taken: “Big News of today”." in desk.banner("front-matter")
    assert "depends on it" in desk.banner("front-matter")
    view = view_of(desk)
    desk.until(view.isVisible)
    assert caret_line(desk) == 2
    assert desk.window.focusWidget() is view.edit
    assert [each.cursor.blockNumber() for each in view.edit.extraSelections()] == [1]
    assert title.toPlainText() == "Big News"
    assert desk.session.posts.unsaved() == []
    assert not desk.session.posts.history.canUndo()
    desk.save()
    assert post.read_bytes() == ANCHORED
    desk.type(view.edit, "x")
    assert view.edit.extraSelections() == []


def test_a_long_value_that_was_not_taken_can_be_copied(desk, write):
    desk.open(write(ANCHORED))
    title = desk.window.title_field
    long = "A very long title that does not fit into any banner, because it goes on and on"
    title.setFocus()
    title.selectAll()
    title.insertPlainText(long)
    assert "A very long title" in desk.banner("front-matter")
    assert long not in desk.banner("front-matter")
    click(desk.button(desk.window.banners, "Copy what you typed"))
    assert QApplication.clipboard().text() == long


def test_a_tag_that_cannot_be_added_leads_to_its_line(desk, write):
    post = write(ANCHORED)
    desk.open(post)
    desk.type(desk.field("Tags"), "b\n")
    desk.until(view_of(desk).isVisible)
    assert caret_line(desk) == 4
    assert "Not taken: “[a, b]”." in desk.banner("front-matter")
    desk.save()
    assert post.read_bytes() == ANCHORED


def test_a_switch_that_cannot_be_switched_leads_to_its_line_and_stays_as_it_was(desk, write):
    raw = b"---\nlayout: post\ntoc: &t true\nmenu: *t\n---\n\nThe text.\n"
    post = write(raw)
    desk.open(post)
    switch = next(field for field in fields(desk) if field.key == "toc").editor()
    switch.setFocus()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    desk.until(view_of(desk).isVisible)
    assert caret_line(desk) == 2
    assert "Not taken: “false”." in desk.banner("front-matter")
    desk.do("yaml")
    assert next(field for field in fields(desk) if field.key == "toc").editor().isChecked()
    desk.save()
    assert post.read_bytes() == raw


def test_a_refusal_unfolds_the_form_and_leaves_the_preview(desk, write):
    desk.open(write(ANCHORED))
    desk.do("hide_details")
    title = desk.window.title_field
    title.setFocus()
    desk.type(title, "x")
    desk.until(lambda: view_of(desk).isVisible())
    assert not desk.window.actions_by_name["hide_details"].isChecked()
    assert desk.window.actions_by_name["yaml"].isChecked()
    assert isinstance(desk.window.focusWidget(), QPlainTextEdit)


def test_another_post_hears_nothing_of_a_refusal(desk, write):
    other = write(b"---\ntitle: Other\n---\n\nText.\n", "_posts/2025-12-02-other.md")
    desk.open(write(ANCHORED))
    title = desk.window.title_field
    title.setFocus()
    desk.type(title, "x")
    desk.session.open_post(f"_posts/{other.name}")
    QTest.qWait(800)
    assert desk.banner("front-matter") == ""
    assert fields(desk)
