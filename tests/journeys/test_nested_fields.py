"""A writer edits what stands inside maps and lists of the front matter, and nothing beside it changes on disk."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

pytestmark = [pytest.mark.web, pytest.mark.slow]
FRONT_MATTER = (
    "---\r\nlayout: post\r\ntitle: A walk\r\n"
    "seo: # for search engines\r\n  title: 'Red Square'\r\n\r\n  description: At dusk   # short\r\n"
    'gallery:\r\n- {src: /a/one.jpg, caption: Home}\r\n-   src: /a/two.jpg\r\n    caption: "The river"\r\n'
    "---\r\n"
)


@pytest.fixture
def post(site_folder):
    path = site_folder / "_posts/2025-11-22-walk.md"
    path.write_bytes((FRONT_MATTER + "Text.\n").encode())
    return path


def type_over(desk, name, text):
    line = desk.field(name)
    line.setFocus()
    line.selectAll()
    desk.type(line, text)


def button(desk, name):
    return next(each for each in desk.window.form.findChildren(QWidget) if each.accessibleName() == name)


def test_an_edit_of_a_nested_value_changes_its_bytes_alone(desk, post):
    before = post.read_bytes()
    desk.open(post)
    type_over(desk, "seo, description", "It's: late")
    type_over(desk, "gallery, 2, caption", "Ice")
    desk.save()
    after = before.replace(b"At dusk ", b'"It\'s: late" ').replace(b'"The river"', b'"Ice"')
    assert post.read_bytes() == after


def test_undo_takes_nested_edits_back_one_by_one(desk, post):
    before = post.read_bytes()
    desk.open(post)
    type_over(desk, "seo, title", "Dusk")
    type_over(desk, "gallery, 1, caption", "Out")
    desk.do("undo")
    assert desk.field("gallery, 1, caption").text() == "Home"
    assert desk.field("seo, title").text() == "Dusk"
    desk.do("undo")
    assert desk.session.posts.unsaved() == []
    desk.do("redo")
    desk.save()
    assert post.read_bytes() == before.replace(b"'Red Square'", b"'Dusk'")


def test_keys_and_items_come_and_go_without_touching_the_others(desk, post):
    before = post.read_bytes()
    desk.open(post)
    button(desk, "Add to gallery").click()
    desk.type(desk.window.focusWidget(), "/a/3.jpg")
    button(desk, "Remove field seo, title").click()
    desk.save()
    added = b'"The river"\r\n- src: "/a/3.jpg"\r\n  caption: ""\r\n'
    assert post.read_bytes() == before.replace(b"  title: 'Red Square'\r\n", b"").replace(b'"The river"\r\n', added)
    button(desk, "Remove field gallery, 3").click()
    desk.do("undo")
    desk.do("undo")
    desk.save()
    assert b"Red Square" in post.read_bytes()


def test_a_folded_group_stays_folded_until_another_post_is_opened(desk, post):
    desk.open(post)
    heading = next(each for each in desk.window.form.findChildren(QWidget) if each.accessibleName() == "seo")
    heading.setFocus()
    QTest.keyClick(heading, Qt.Key.Key_Space)
    type_over(desk, "gallery, 2, caption", "Ice")
    names = {each.accessibleName() for each in desk.window.form.findChildren(QWidget) if each.isVisible()}
    assert "seo" in names
    assert "seo, title" not in names
