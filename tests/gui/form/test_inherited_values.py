"""What a post inherits is seen in the form; overriding writes one key, and resetting removes it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from editor.gui.form.field_shell import EndButton
from editor.gui.form.image_field import ImageField
from editor.gui.form.switch_field import SwitchField
from editor.site.config import load_config
from editor.site.defaults import defaults_for, inherited_values

CONFIG = """
defaults:
  - scope: {path: "", type: posts}
    values: {layout: post, license: CC, toc: true}
  - scope: {path: news}
    values: {seo: {robots: index}, image: a.png, tags: [x, y]}
"""


@pytest.fixture
def site(context, tmp_path):
    """The context of a post in `news`, which inherits."""
    (tmp_path / "_config.yml").write_text(CONFIG, encoding="utf-8")
    config, post = load_config(tmp_path), "news/_posts/2025-11-21-a.md"
    return replace(context, defaults=defaults_for(config, post), inherited=inherited_values(config, post, {}))


def texts(at):
    return [label.text() for label in at.pane.findChildren(QLabel) if label.isVisible()]


def reset(at, key):
    """The button that goes back to the site's value."""
    names = [button for button in at.pane.findChildren(EndButton) if button.isVisible()]
    return next(button for button in names if button.accessibleName().startswith("Reset") and button._field.key == key)


def test_a_known_field_says_what_it_inherits_and_from_where(desk, site):
    at = desk("title: a\n", context=site)
    line = at.editor("layout").lineEdit()
    assert line.placeholderText() == "from site: post"
    assert line.font().italic()
    assert "_config.yml, all posts" in line.toolTip()


def test_a_key_that_only_the_defaults_have_is_a_row_with_its_scope(desk, site):
    at = desk("title: a\n", context=site, width=900, height=1600)
    assert at.editor("license").placeholderText() == "from site: CC"
    assert "_config.yml, all posts" in texts(at)
    assert isinstance(at.field("toc"), SwitchField)
    assert at.editor("toc").isChecked()


def test_editing_such_a_row_writes_only_its_key(desk, site):
    at = desk("title: a\n", context=site, height=1600)
    at.focus("license")
    at.type("MIT")
    assert at.front_matter.raw == "title: a\nlicense: MIT\n"
    QTest.mouseClick(at.editor("toc"), Qt.MouseButton.LeftButton)
    assert at.front_matter.raw == "title: a\nlicense: MIT\ntoc: false\n"


def test_a_nested_default_is_overridden_alone(desk, site):
    at = desk("title: a\n", context=site, height=1600)
    assert at.editor(("seo", "robots")).placeholderText() == "from site: index"
    at.focus(("seo", "robots"))
    at.type("n")
    assert at.front_matter.values == {"title": "a", "seo": {"robots": "n"}}
    reset(at, ("seo", "robots")).click()
    assert at.front_matter.raw == "title: a\n"


def test_a_nested_reset_leaves_the_keys_beside_it(desk, site):
    at = desk("seo:\n  robots: n # why\n  title: b\n", context=site, height=1600)
    reset(at, ("seo", "robots")).click()
    assert at.front_matter.raw == "seo:\n  title: b\n"


def test_reset_removes_only_its_key(desk, site):
    raw = "title: a\n# mine\nlayout: page # kept?\nlicense: MIT\n"
    at = desk(raw, context=site, height=1600)
    button = reset(at, "license")
    assert button.accessibleName() == "Reset license"
    assert "Reset to “CC” (from _config.yml, all posts)" in button.toolTip()
    button.click()
    assert at.front_matter.raw == raw.replace("license: MIT\n", "")
    assert at.editor("license").text() == ""
    reset(at, "layout").click()
    assert at.editor("layout").lineEdit().placeholderText() == "from site: post"


def test_the_reset_is_reached_by_key_and_seen_while_it_has_the_focus(desk, site):
    at = desk("license: MIT\n", context=site, height=1600)
    button = reset(at, "license")
    assert button.icon().isNull()
    at.focus("license")
    at.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is button
    assert not button.icon().isNull()
    at.press(Qt.Key.Key_Space)
    assert at.front_matter.raw == ""
    assert at.editor("license").hasFocus()


def test_a_known_field_without_a_default_has_nothing_to_reset(desk, context):
    at = desk("layout: page\nauthor: x\n", context=context)
    assert [button for button in at.pane.findChildren(EndButton) if button.isVisible()] == []


def test_an_empty_value_keeps_the_default_and_says_so(desk, site):
    at = desk("license:\n", context=site, height=1600)
    assert at.editor("license").placeholderText() == "from site: CC"
    assert "Left empty, the site’s value stays: “CC”." in texts(at)


def test_an_empty_text_overrides(desk, site):
    at = desk("license: ''\n", context=site, height=1600)
    assert at.editor("license").placeholderText() == "empty"
    assert reset(at, "license").isVisible()


def test_emptied_tags_override_those_of_the_defaults(desk, site):
    at = desk("tags: [z]\n", context=site)
    at.focus("tags")
    at.press(Qt.Key.Key_Backspace)
    assert at.front_matter.raw == "tags: []\n"
    assert at.editor("tags").placeholderText() == "Add a tag…"
    reset(at, "tags").click()
    assert at.editor("tags").placeholderText() == "from site: x, y"


def test_an_inherited_image_is_shown_and_comes_back_by_reset(desk, site):
    at = desk("image: b.png\n", context=site, height=1600)
    field = at.field("image")
    assert isinstance(field, ImageField)
    button = next(each for each in field.tab_stops() if each.accessibleName() == "Reset image")
    assert "every file in “news”" in button.toolTip()
    button.click()
    assert field.path == "a.png"
    assert "from _config.yml, every file in “news”" in texts(at)
    assert not button.isVisible()


def test_an_empty_image_keeps_the_default(desk, site):
    at = desk("image:\n", context=site, height=1600)
    assert at.field("image").path == "a.png"
    assert "Left empty, the site’s value stays: “a.png”." in texts(at)
