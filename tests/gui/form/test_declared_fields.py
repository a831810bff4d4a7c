"""Fields that the site declares: they look as it says, and behave as the post needs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from editor.gui.form.chips_box import ChipsBox
from editor.gui.form.chips_field import ChipsField
from editor.gui.form.choice_field import ChoiceField, LayoutField
from editor.gui.form.date_field import DateField
from editor.gui.form.field import Field
from editor.gui.form.form_pane import FormContext, ImageInfo
from editor.gui.form.image_field import ImageField
from editor.gui.form.long_text_field import LongTextField
from editor.gui.form.number_field import NumberField
from editor.gui.form.switch_field import SwitchField
from editor.gui.form.text_field import TextField
from editor.site.field_declarations import FieldDeclaration, read_declarations


@pytest.fixture
def site(context):
    """`site(fields)`: the context of a site with these declared fields."""
    return lambda fields: replace(context, declared=read_declarations({"fields": fields}).fields)


def order(at):
    return [field.key for field in at.pane.findChildren(Field) if field.isVisible()]


def texts(at):
    return [label.text() for label in at.pane.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize(
    ("kind", "made"),
    [
        ("text", TextField),
        ("long text", LongTextField),
        ("number", NumberField),
        ("switch", SwitchField),
        ("date", DateField),
        ("list", ChipsField),
        ("choice", ChoiceField),
        ("image", ImageField),
        ("layout", LayoutField),
    ],
)
def test_a_declared_key_that_the_post_lacks_is_an_empty_row_of_its_kind(desk, site, kind, made):
    at = desk("title: a\n", context=site({"x": kind}), height=1600)
    assert type(at.field("x")) is made
    assert at.edits == []


def test_declared_rows_come_after_the_known_ones_in_the_declared_order(desk, site):
    at = desk("other: 1\nb: x\n", context=site({"c": "text", "b": "text", "a": "text"}), height=1600)
    assert order(at)[-4:] == ["c", "b", "a", "other"]


def test_the_first_edit_adds_the_key_and_emptying_an_optional_one_removes_it_again(desk, site):
    at = desk("title: a\n", context=site({"subtitle": "text", "weight": "number", "words": "list"}), height=1600)
    at.focus("subtitle")
    at.type("Hi")
    assert at.front_matter.raw == "title: a\nsubtitle: Hi\n"
    assert at.editor("subtitle").hasFocus()
    at.press(Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert at.front_matter.raw == "title: a\n"
    at.focus("weight")
    at.type("5")
    assert at.front_matter.raw == "title: a\nweight: 5\n"
    at.press(Qt.Key.Key_Backspace)
    assert at.front_matter.raw == "title: a\n"
    at.focus("words")
    at.type("one,")
    assert at.line("words")
    at.press(Qt.Key.Key_Backspace)
    assert at.front_matter.raw == "title: a\n"


def test_a_required_field_is_marked_and_missed_while_it_is_empty(desk, site):
    at = desk("title: a\n", context=site({"subtitle": {"label": "Subtitle", "required": True}}), height=1600)
    assert "Subtitle *" in texts(at)
    assert "This site’s posts need it." in texts(at)
    at.focus("subtitle")
    at.type("x")
    assert "This site’s posts need it." not in texts(at)
    at.press(Qt.Key.Key_Backspace)
    assert at.line("subtitle") == 'subtitle: ""'
    assert at.editor("subtitle").accessibleDescription() == "This site’s posts need it."


def test_help_stands_below_the_field_and_is_read_out(desk, site):
    at = desk("title: a\n", context=site({"pin": {"kind": "switch", "help": "Shown <first>."}}), height=1600)
    assert "Shown <first>." in texts(at)
    assert at.editor("pin").accessibleDescription() == "Shown <first>."


def test_a_declared_label_is_that_of_a_known_field_too(desk, site):
    at = desk("title: a\n", context=site({"author": {"label": "Byline", "choices": ["Ada", "Grace"]}}), height=1600)
    assert "Byline" in texts(at)
    assert at.editor("author").accessibleName() == "Byline"
    assert [at.editor("author").itemText(place) for place in range(at.editor("author").count())] == ["Ada", "Grace"]


def test_a_choice_writes_the_declared_value_not_its_text(desk, site):
    at = desk("title: a\n", context=site({"stars": {"choices": [1, 2, 3]}}), height=1600)
    combo = at.editor("stars")
    combo.activated.emit(combo.findText("2"))
    assert at.line("stars") == "stars: 2"
    assert combo.currentText() == "2"


def test_any_other_text_may_be_typed_into_a_choice(desk, site):
    at = desk("title: a\n", context=site({"section": {"choices": ["News", "World"]}}), height=1600)
    at.focus("section")
    at.type("Arts")
    assert at.line("section") == "section: Arts"


def test_the_chips_of_a_declared_list_are_completed_from_its_choices_first(desk, site):
    context = replace(site({"who": {"kind": "list", "choices": ["Zoe", "Ada"]}}), words={"who": ("Ada", "Bob")})
    at = desk("title: a\n", context=context, height=1600)
    assert at.field("who").findChild(ChipsBox).suggestions.words() == ["Zoe", "Ada", "Bob"]


def test_a_value_that_the_declared_kind_cannot_show_is_shown_by_its_own(desk, site):
    at = desk("weight: heavy\n", context=site({"weight": "number"}), height=1600)
    assert type(at.field("weight")) is TextField
    assert at.editor("weight").text() == "heavy"


def test_another_declaration_is_seen_at_once(desk, site):
    at = desk("title: a\n", context=site({"x": {"label": "One", "kind": "text"}}), height=1600)
    at.pane.set_context(site({"x": {"label": "Two", "kind": "text", "help": "Help."}}))
    assert {"Two", "Help."} <= set(texts(at))
    assert "One" not in texts(at)
    at.pane.set_context(FormContext())
    assert "x" not in order(at)


def test_an_image_is_chosen_for_its_own_key(desk, site, qtbot):
    at = desk("title: a\n", context=site({"cover": "image"}), height=1600)
    with qtbot.waitSignal(at.pane.image_wanted) as wanted:
        QTest.mouseClick(at.editor("cover"), Qt.MouseButton.LeftButton)
    assert wanted.args == ["cover"]


def test_each_field_shows_its_own_image(desk, site, tmp_path):
    file = tmp_path / "b.png"
    QImage(20, 10, QImage.Format.Format_RGB32).save(str(file))
    at = desk("image: a.png\ncover: b.png\n", context=site({"cover": "image"}), height=1600)
    assert at.pane.shown_images() == ("a.png", "b.png")
    at.pane.set_images([ImageInfo("a.png", None), ImageInfo("b.png", file, 20, 10, 99, 1)])
    assert {"Image not found", "20 × 10 · 99 bytes · used in 1 post"} <= set(texts(at))


def test_a_text_that_names_an_image_of_the_site_has_a_thumbnail(desk, context):
    at = desk("photo: a.png\nother: b.png\n", context=replace(context, names_image=lambda value: value == "a.png"))
    assert type(at.field("photo")) is ImageField
    assert type(at.field("other")) is TextField


def test_a_themes_layouts_are_not_known_so_none_is_missed(desk, context):
    at = desk("layout: fancy\n", context=context)
    assert "The site has no layout “fancy”." in texts(at)
    at.pane.set_context(replace(context, has_theme=True))
    assert "The site has no layout “fancy”." not in texts(at)


def test_declarations_are_only_of_whole_keys():
    context = FormContext(declared=(FieldDeclaration("seo", label="SEO"),))
    assert context.declaration("seo").label == "SEO"
    assert context.declaration(("seo", "title")) is None
