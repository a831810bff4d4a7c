"""Maps and lists of maps are rows of the form, each value with the field of its kind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from editor.gui.form.field import Field
from editor.gui.form.folded_line import FoldedLine
from editor.gui.form.form_pane import FormContext
from editor.gui.form.map_field import MapField
from editor.gui.form.text_field import TextField
from editor.site.field_declarations import FieldDeclaration
from editor.site.inherited import Inherited, Scope

SEO = "title: x\nseo:\n  title: Red Square # short\n  description: 'A walk: at dusk'\n\n# end\nlast: 1\n"
GALLERY = (
    "gallery:\n"
    "  - src: /a/one.jpg\n    caption: Red Square at dusk\n"
    "  # the river\n"
    "  - src: /a/two.jpg\n    caption: The river\n"
)


def unknown(at):
    """The keys of the rows below the known fields, from top to bottom."""
    fields = [field for field in at.pane.findChildren(Field) if field.isVisible()]
    known = ("date", "author", "categories", "tags", "layout", "permalink", "excerpt", "image")
    placed = sorted((field.mapTo(at.pane, QPoint(0, 0)).y(), str(field.key), field.key) for field in fields)
    return [key for _, _, key in placed if key not in known]


def button(at, name):
    found = [each for each in at.pane.findChildren(QWidget) if each.accessibleName() == name and not each.isHidden()]
    assert len(found) == 1, f"{name}: {found}"
    return found[0]


def test_a_map_shows_a_row_for_each_key(desk):
    at = desk(SEO, height=1600)
    assert unknown(at) == ["seo", ("seo", "title"), ("seo", "description"), "last"]
    assert at.editor(("seo", "title")).text() == "Red Square"
    assert at.editor(("seo", "title")).accessibleName() == "seo, title"


def test_an_edit_inside_a_map_changes_that_value_alone_and_keeps_the_caret(desk):
    at = desk(SEO)
    field, line = at.field(("seo", "title")), at.focus(("seo", "title"))
    line.setCursorPosition(3)
    at.type("dish")
    assert at.front_matter.raw == SEO.replace("Red Square", "Reddish Square")
    assert [edit.key for edit in at.edits] == [("seo", "title")] * 4
    assert at.field(("seo", "title")) is field
    assert (line.hasFocus(), line.cursorPosition()) == (True, 7)


def test_values_inside_have_the_field_of_their_kind(desk):
    at = desk("m: {n: 1.50, on: yes, tags: [a, b], at: 2025-11-21, no: , long: " + "x " * 60 + "}\n", height=1600)
    kinds = {key[1]: type(at.field(key)).__name__ for key in unknown(at) if isinstance(key, tuple)}
    assert kinds == {
        "n": "NumberField",
        "on": "SwitchField",
        "tags": "ChipsField",
        "at": "DateField",
        "no": "TextField",
        "long": "LongTextField",
    }
    QTest.keyClick(at.focus(("m", "on")), Qt.Key.Key_Space)
    assert "on: no," in at.front_matter.raw


def test_a_list_of_maps_names_each_item_by_its_place_and_first_text(desk):
    at = desk(GALLERY, height=1600)
    assert at.field(("gallery", 0)).heading.title() == "1 · Red Square at dusk"
    at.focus(("gallery", 1, "caption")).selectAll()
    at.type("Ice")
    assert at.front_matter.raw == GALLERY.replace("The river", "Ice")
    assert at.field(("gallery", 1)).heading.title() == "2 · Ice"
    assert at.editor(("gallery", 1, "caption")).accessibleName() == "gallery, 2, caption"


def test_space_on_the_heading_folds_and_unfolds_and_the_state_stays_while_one_edits(desk):
    at = desk(SEO, height=1600)
    at.focus("seo")
    at.press(Qt.Key.Key_Space)
    assert unknown(at) == ["seo", "last"]
    at.focus("last").selectAll()
    at.type("22")
    assert unknown(at) == ["seo", "last"]
    at.focus("seo")
    at.press(Qt.Key.Key_Right)
    assert ("seo", "title") in unknown(at)
    assert at.edits[-1].key == "last"


def test_another_post_begins_with_its_own_folds(desk):
    at = desk(SEO, height=1600)
    at.field("seo").heading.click()
    at.pane.forget_post()
    at.show()
    assert ("seo", "title") in unknown(at)


def test_a_group_stays_open_when_it_grows(desk):
    at = desk("m: {" + ", ".join(f"k{n}: v" for n in range(8)) + "}\n", height=1600)
    at.set_raw(at.front_matter.raw.replace("}", ", k8: v}"))
    assert ("m", "k8") in unknown(at)


def test_large_and_deep_groups_start_folded(desk):
    at = desk("big: {" + ", ".join(f"k{n}: v" for n in range(9)) + "}\na: {b: {c: {d: 1}}}\n", height=1600)
    assert unknown(at) == ["big", "a", ("a", "b"), ("a", "b", "c")]


def test_tab_goes_through_nested_rows_in_reading_order(desk):
    at = desk(GALLERY + "last: x\n", height=1600)
    at.focus("gallery")
    seen = []
    while QApplication.focusWidget() is not at.editor("last"):
        seen.append(QApplication.focusWidget().accessibleName())
        at.press(Qt.Key.Key_Tab)
    item = ["gallery, {}", "Add to gallery, {}", "Remove field gallery, {}"]
    values = ["gallery, {}, src", "Remove field gallery, {0}, src", "gallery, {}, caption"]
    per_item = [*item, *values, "Remove field gallery, {}, caption"]
    assert seen == [
        "gallery",
        "Add to gallery",
        "Remove field gallery",
        *(name.format(place) for place in (1, 2) for name in per_item),
    ]


def test_a_new_key_is_asked_for_in_the_group_and_gets_the_focus(desk):
    at = desk(SEO)
    QTest.mouseClick(button(at, "Add to seo"), Qt.MouseButton.LeftButton)
    at.type("robots")
    at.press(Qt.Key.Key_Return)
    assert at.front_matter.raw == SEO.replace("dusk'\n", 'dusk\'\n  robots: ""\n')
    assert QApplication.focusWidget() is at.editor(("seo", "robots"))
    at.type("none")
    assert '\n  robots: "none"\n' in at.front_matter.raw


def test_a_key_that_is_there_already_is_refused_in_place(desk):
    at = desk(SEO)
    button(at, "Add to seo").click()
    at.type("title")
    at.press(Qt.Key.Key_Return)
    name = QApplication.focusWidget()
    assert (at.edits, name.toolTip()) == ([], "seo has this key already.")
    at.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is button(at, "Add to seo")


def test_an_empty_map_takes_its_first_key(desk):
    at = desk("m: {}\n")
    button(at, "Add to m").click()
    at.type("a")
    at.press(Qt.Key.Key_Return)
    assert at.front_matter.values == {"m": {"a": ""}}


def test_a_new_item_has_the_keys_of_the_last_one(desk):
    at = desk(GALLERY)
    button(at, "Add to gallery").click()
    assert at.front_matter.raw == GALLERY + '  - src: ""\n    caption: ""\n'
    assert QApplication.focusWidget() is at.editor(("gallery", 2, "src"))


def test_a_new_item_gets_an_image_where_the_others_have_one(desk, qtbot):
    context = FormContext(names_image=lambda text: text.endswith(".jpg"))
    at = desk(GALLERY, context=context, height=1600)
    button(at, "Add to gallery").click()
    assert QApplication.focusWidget().accessibleName() == "Choose image, gallery, 3, src"
    with qtbot.waitSignal(at.pane.image_wanted) as wanted:
        QApplication.focusWidget().click()
    assert wanted.args == [("gallery", 2, "src")]
    assert isinstance(at.field(("gallery", 2, "caption")), TextField)


def test_the_cross_takes_out_a_key_or_an_item_alone(desk):
    at = desk(SEO + GALLERY, height=1600)
    button(at, "Remove field seo, title").click()
    assert at.front_matter.raw == (SEO + GALLERY).replace("  title: Red Square # short\n", "")
    button(at, "Remove field gallery, 1").click()
    assert at.front_matter.values["gallery"] == [{"src": "/a/two.jpg", "caption": "The river"}]


def test_alt_and_an_arrow_move_an_item_with_its_fold(desk):
    at = desk(GALLERY, height=1600)
    at.field(("gallery", 0)).heading.click()
    heading = at.focus(("gallery", 0))
    QTest.keyClick(heading, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)  # it is the first
    assert at.edits == []
    QTest.keyClick(heading, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [item["caption"] for item in at.front_matter.values["gallery"]] == ["The river", "Red Square at dusk"]
    assert at.focus(("gallery", 1)).hasFocus()
    assert unknown(at) == [
        "gallery",
        ("gallery", 0),
        *((("gallery", 0, key)) for key in ("src", "caption")),
        ("gallery", 1),
    ]


@pytest.mark.parametrize(
    "raw",
    [
        "a: &a {x: 1}\nb: *a\n",
        "m: !tag {x: 1}\n",
        "a: &a {x: 1}\nb:\n  <<: *a\n  y: 2\n",
        "b: [[1, 2], {x: 1}]\n",
    ],
)
def test_what_is_more_than_its_keys_stays_one_line_of_yaml(desk, raw):
    at = desk(raw, height=1600)
    assert not [field for field in at.pane.findChildren(MapField) if field.isVisible()]


@pytest.mark.parametrize(("raw", "text"), [("n: !!int '3'\n", "!!int '3'"), ("a: &a 3\nn: *a\n", "3")])
def test_a_number_with_a_tag_or_alias_is_edited_as_yaml(desk, raw, text):
    at = desk(raw)
    assert (type(at.field("n")).__name__, at.editor("n").text()) == ("SourceField", text)


def test_the_folded_form_names_an_author_that_is_a_map(desk):
    at = desk("author: {name: Ann, url: https://example.org}\n")
    at.pane.set_folded(True)
    assert at.pane.findChild(FoldedLine).words().endswith("Ann")


def test_more_than_three_levels_end_in_yaml(desk):
    at = desk("a: {b: {c: {d: {e: 1}}}}\n", height=1600)
    at.field(("a", "b", "c")).heading.click()
    assert at.editor(("a", "b", "c", "d")).text() == "{e: 1}"


def test_what_the_site_gives_inside_a_map_has_its_row_and_overriding_writes_that_key_alone(desk):
    scope = Scope(kind="posts", file="_config.yml")
    given = {"seo": {"title": "Shore", "robots": "all"}}
    inherited = tuple(Inherited(("seo", key), value, scope) for key, value in given["seo"].items())
    at = desk("seo:\n  title: Mine\n", height=1600, context=FormContext(defaults=given, inherited=inherited))
    assert unknown(at) == ["seo", ("seo", "title"), ("seo", "robots")]
    assert at.editor(("seo", "robots")).placeholderText() == "from site: all"
    at.focus(("seo", "robots"))
    at.type("no")
    assert at.front_matter.raw == 'seo:\n  title: Mine\n  robots: "no"\n'


def test_a_map_of_the_site_alone_is_shown_and_comes_to_be_with_the_first_key(desk):
    given = {"seo": {"title": "Shore"}}
    inherited = (Inherited(("seo", "title"), "Shore", Scope(file="_config.yml")),)
    at = desk("last: x\n", height=1600, context=FormContext(defaults=given, inherited=inherited))
    at.focus(("seo", "title"))
    at.type("A")
    assert at.front_matter.values == {"last": "x", "seo": {"title": "A"}}


def test_a_post_that_is_only_shown_can_be_unfolded_but_not_changed(desk):
    at = desk(GALLERY, height=1600)
    at.pane.show_front_matter(at.front_matter, read_only=True)
    heading = at.field(("gallery", 1)).heading
    heading.click()
    QTest.keyClick(heading, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert at.field("gallery").tab_stops()[1].isHidden()
    assert at.edits == []


def test_of_many_keys_the_first_hundred_are_shown_and_a_line_leads_to_the_rest(desk):
    at = desk("".join(f"k{n}: v\n" for n in range(10_000)))
    assert len(at.pane.findChildren(Field)) < 120
    more = next(each for each in at.pane.findChildren(QPushButton) if each.text() == "9,900 more: edit as YAML")
    shown = []
    at.pane.yaml_shown.connect(shown.append)
    more.click()
    assert shown == [True]
    assert at.pane.findChild(QWidget, "yaml").isVisible()


def test_of_a_long_list_fifty_items_are_shown_all_folded(desk):
    at = desk("g:\n" + "".join(f"  - src: {n}.jpg\n    alt: b\n" for n in range(60)), height=4000)
    at.field("g").heading.click()
    assert len([key for key in unknown(at) if isinstance(key, tuple)]) == 51
    assert any(each.text() == "10 more: edit as YAML" for each in at.pane.findChildren(QPushButton))


def test_a_long_name_of_a_group_stands_in_the_column_of_the_fields(desk):
    at = desk("opengraph_settings: {type: article}\nseo: {a: b}\n", height=1600)
    left = {key: at.field(key).heading.mapTo(at.pane, QPoint(0, 0)).x() for key in ("opengraph_settings", "seo")}
    assert left["seo"] < at.field("seo").mapTo(at.pane, QPoint(0, 0)).x() <= left["opengraph_settings"]


def test_fields_inside_groups_begin_and_end_at_one_line(desk):
    at = desk(GALLERY + "seo: {a: b}\n", height=1600)
    fields = [at.field(key) for key in (("gallery", 0, "src"), ("gallery", 1, "caption"), ("seo", "a"))]
    assert len({(field.mapTo(at.pane, QPoint(0, 0)).x(), field.width()) for field in fields}) == 1


def test_a_new_item_is_scrolled_to(desk, qtbot):
    at = desk(GALLERY, height=700)
    button(at, "Add to gallery").click()
    line = at.editor(("gallery", 2, "src"))
    qtbot.waitUntil(lambda: line.visibleRegion().boundingRect().height() == line.height())


def test_rows_move_along_when_their_group_gets_a_long_name(desk):
    at = desk("seo: {a: b}\n", height=1600)
    before = at.editor(("seo", "a")).mapTo(at.pane, QPoint(0, 0)).x()
    label = at.field(("seo", "a")).parentWidget().parentWidget()
    assert label.layout().contentsMargins().left() == 0
    at.pane.set_context(FormContext(declared=(FieldDeclaration("seo", label="Search and social"),)))
    row = at.field(("seo", "a")).parentWidget().parentWidget()
    assert row.layout().contentsMargins().left() == 16
    assert at.editor(("seo", "a")).mapTo(at.pane, QPoint(0, 0)).x() == before


def test_adding_to_a_list_of_the_site_gives_the_post_its_own(desk):
    given = {"links": [{"to": "/", "text": "Home"}]}
    inherited = (Inherited(("links",), given["links"], Scope(file="_config.yml")),)
    at = desk("last: x\n", context=FormContext(defaults=given, inherited=inherited))
    button(at, "Add to links").click()
    assert at.front_matter.values["links"] == [{"to": "/", "text": "Home"}, {"to": "", "text": ""}]


def test_items_come_and_go_one_by_one_in_the_history(desk):
    at = desk(GALLERY)
    button(at, "Add to gallery").click()
    button(at, "Remove field gallery, 1").click()
    button(at, "Remove field gallery, 1").click()
    assert [edit.stands_alone for edit in at.edits] == [True] * 3


def test_an_empty_key_has_a_label_too(desk):
    at = desk('"": x\nmap: {"": y}\n')
    labels = [label.text() for label in at.pane.findChildren(QLabel) if label.isVisible()]
    assert labels.count('""') == 2
    assert at.editor("").accessibleName() == '""'
    assert at.editor(("map", "")).accessibleName() == 'map, ""'
