"""A site's own fields and defaults in the form, down to the bytes of the file and what Jekyll builds of them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from editor.gui.form.chip import Chip
from editor.gui.form.field_shell import EndButton
from editor.gui.form.image_field import ImageField

pytestmark = [pytest.mark.web, pytest.mark.slow]
POST = "news/_posts/2025-11-21-a.md"
TEXT = "---\ntitle: A\n# who wrote it\nauthor: Ada\ncover: assets/images/a.png\n---\n\nText.\n"
CONFIG = """\
title: Fields
defaults:
  - scope: {path: "", type: posts}
    values: {license: CC BY, tags: [dispatch]}
  - scope: {path: news, type: posts}
    values: {categories: [World]}
galley:
  fields:
    subtitle: {label: Subtitle, required: true, help: One line below the title.}
    stars: {choices: [1, 2, 3]}
    odd: {kind: colour}
"""


@pytest.fixture
def site(tmp_path):
    root = tmp_path / "site"
    (root / POST).parent.mkdir(parents=True)
    (root / POST).write_text(TEXT, encoding="utf-8")
    (root / "_config.yml").write_text(CONFIG, encoding="utf-8")
    (root / "assets/images").mkdir(parents=True)
    QImage(40, 20, QImage.Format.Format_RGB32).save(str(root / "assets/images/a.png"))
    return root


def words(desk):
    return [label.text() for label in desk.window.form.findChildren(QLabel) if label.isVisible()]


def resets(desk):
    buttons = desk.window.form.findChildren(EndButton)
    return [each for each in buttons if each.accessibleName().startswith("Reset") and not each.isHidden()]


def test_overriding_writes_one_line_and_resetting_gives_back_every_byte(desk, site):
    post = site / POST
    desk.open(post)
    license_field = desk.field("license")
    assert license_field.placeholderText() == "from site: CC BY"
    desk.type(license_field, "MIT")
    desk.save()
    assert post.read_text() == TEXT.replace("a.png\n", "a.png\nlicense: MIT\n")
    (button,) = resets(desk)
    assert "Reset to “CC BY” (from _config.yml, all posts)" in button.toolTip()
    button.click()
    desk.save()
    assert post.read_text() == TEXT
    assert desk.field("license").placeholderText() == "from site: CC BY"


def test_a_required_field_is_missed_until_it_is_filled_in(desk, site):
    desk.open(site / POST)
    assert "This site’s posts need it. One line below the title." in words(desk)
    assert [each.rule for each in desk.session.posts.document.problems] == ["required-field"]
    desk.type(desk.field("Subtitle"), "B")
    desk.wait_rendered()
    assert desk.session.posts.document.problems == ()
    desk.save()
    assert (site / POST).read_text() == TEXT.replace("title: A\n", "title: A\nsubtitle: B\n")


def test_what_is_wrong_with_a_declaration_is_told_above_the_window(desk, site):
    desk.open(site / POST)
    told = [label.text() for label in desk.window.banners.findChildren(QLabel) if not label.isHidden()]
    (text,) = [text for text in told if "colour" in text]
    assert text.startswith("_config.yml, line 11: The field “odd” has the unknown kind “colour”.")


def test_categories_of_folder_and_defaults_are_seen_beside_the_posts_own(desk, site):
    desk.open(site / POST)
    names = {chip.accessibleName() for chip in desk.window.form.findChildren(Chip)}
    assert {"news", "World"} <= names


def test_an_image_under_any_key_has_its_thumbnail(desk, site):
    desk.open(site / POST)
    (cover,) = [each for each in desk.window.form.findChildren(ImageField) if each.key == "cover"]
    desk.until(lambda: any("40 × 20" in label.text() for label in cover.findChildren(QLabel)))


@pytest.mark.jekyll
def test_jekyll_builds_what_the_form_shows(desk, site, build_with_jekyll):
    (site / "_layouts").mkdir()
    page = "{{ page.license }}|{{ page.stars | plus: 1 }}|{{ page.categories | join: ',' }}|{{ page.tags | join: ',' }}"
    (site / "_layouts/post.html").write_text(page)
    (site / "_config.yml").write_text(CONFIG.replace("license: CC BY", "license: CC BY, layout: post"))
    desk.open(site / POST)
    desk.type(desk.field("stars"), "2")
    desk.type(desk.field("Categories"), "Ports,")
    desk.save()
    built = build_with_jekyll(site)
    assert (built / desk.session.posts.document.output).read_text() == "CC BY|3|news,World,Ports|dispatch"


def test_another_declaration_is_seen_once_the_configuration_is_saved(desk, site):
    desk.open(site / POST)
    assert desk.field("Subtitle")
    (site / "_config.yml").write_text(CONFIG.replace("label: Subtitle", "label: Standfirst").replace("CC BY", "MIT"))
    desk.session.refresh()
    desk.until(lambda: "Standfirst *" in words(desk))
    assert desk.field("license").placeholderText() == "from site: MIT"
