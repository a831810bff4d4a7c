"""The form as a whole: what it shows, what an edit changes, and what stays."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from editor.gui.form.fault_message import FaultMessage
from editor.gui.form.field import Field
from editor.gui.form.field_frame import FieldFrame
from editor.gui.form.field_shell import EndButton
from editor.gui.form.form_pane import FieldEdit, FormContext, FormPane
from editor.gui.theme import DARK, LIGHT
from editor.site.field_declarations import FieldDeclaration
from editor.site.front_matter import FrontMatter


def shown_order(pane: FormPane) -> list[str]:
    fields = [field for field in pane.findChildren(Field) if field.isVisible()]
    places = {field: field.mapTo(pane, QPoint(0, 0)) for field in fields}
    return [field.key for field in sorted(fields, key=lambda field: (places[field].y(), places[field].x()))]


KNOWN = ["date", "author", "categories", "tags", "layout", "permalink", "excerpt", "image"]


def test_shows_the_fields_in_the_order_of_the_design(desk, big_news):
    assert shown_order(desk(big_news).pane) == KNOWN


def test_falls_to_one_column_where_the_window_is_narrow(desk, big_news):
    pane = desk(big_news, width=420, height=1400).pane
    lefts = {field.mapTo(pane, QPoint(0, 0)).x() for field in pane.findChildren(Field)}
    assert len(lefts) == 1
    assert shown_order(pane) == KNOWN


def test_no_field_reaches_out_of_the_form_or_over_another(desk, big_news):
    for width in (380, 420, 479, 480, 620, 900):
        pane = desk(big_news, width=width, height=1400).pane
        fields = pane.findChildren(Field)
        boxes = [field.rect().translated(field.mapTo(pane, QPoint(0, 0))) for field in fields]
        assert all(pane.rect().contains(box) for box in boxes), width
        assert not any(one.intersects(two) for one in boxes for two in boxes if one is not two), width


def test_leaves_more_than_half_of_a_small_window_to_the_text(desk, big_news):
    at = desk(big_news, width=420, height=700)
    assert at.pane.height() <= 0.46 * 700


def test_showing_emits_nothing_and_changes_nothing(desk, big_news):
    at = desk(big_news)
    at.show()
    at.pane.set_theme(DARK)
    at.pane.set_yaml_visible(True)
    at.pane.set_yaml_visible(False)
    at.pane.set_folded(True)
    at.pane.set_folded(False)
    assert at.edits == []
    assert at.front_matter.raw == big_news


def test_walking_through_all_fields_changes_nothing(desk, big_news):
    at = desk(big_news + "featured: yes\nweight: 0.50\nmap: {a: 1}\n")
    at.pane.focus_first()
    for _ in range(40):
        at.press(Qt.Key.Key_Tab)
    assert at.edits == []


def test_tab_follows_the_reading_order(desk, big_news):
    at = desk(big_news)
    at.pane.focus_first()
    seen = []
    for _ in range(12):
        field = QApplication.focusWidget()
        while field is not None and not isinstance(field, Field):
            field = field.parentWidget()
        if field is not None and field.key not in seen:
            seen.append(field.key)
        at.press(Qt.Key.Key_Tab)
    assert seen == KNOWN


def test_tab_comes_to_the_buttons_below_after_the_fields_and_then_leaves_the_form(desk, big_news):
    at = desk(big_news, width=900)
    before, after, middle = QLineEdit(accessibleName="before"), QLineEdit(accessibleName="after"), QWidget()
    column = QVBoxLayout(middle)
    for widget in (before, at.pane, after):
        column.addWidget(widget)
    at.window.setCentralWidget(middle)
    middle.show()
    at.set_raw(big_news + "toc: true\n")
    before.setFocus()
    seen = []
    while QApplication.focusWidget() is not after and len(seen) < 30:
        at.press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        seen.append(focused.accessibleName() or focused.text())
    assert seen == [
        "Date",
        "Choose date from a calendar",
        "Author",
        "Categories",
        "Tags",
        "Layout",
        "Permalink",
        "Excerpt",
        "Replace image",
        "Remove image",
        "toc",
        "Remove field toc",
        "Add field…",
        "YAML",
        "after",
    ]


def test_editing_the_author_changes_only_its_line(desk, big_news):
    at = desk(big_news)
    at.focus("author").lineEdit().selectAll()
    at.type("Ann")
    assert at.front_matter.raw == big_news.replace('author: "badely"', 'author: "Ann"')
    assert [edit.value for edit in at.edits] == ["A", "An", "Ann"]


def test_an_emptied_permalink_is_no_key_of_the_post(desk, big_news):
    at = desk(big_news + "permalink: /x/\n")
    at.focus("permalink").selectAll()
    at.press(Qt.Key.Key_Delete)
    assert at.edits == [FieldEdit("permalink", removed=True)]
    assert at.front_matter.raw == big_news


def test_typing_over_an_inherited_value_gives_the_post_its_own(desk, big_news):
    at = desk(big_news.replace("layout: post\n", ""), context=FormContext(defaults={"layout": "post"}))
    line = at.focus("layout").lineEdit()
    assert line.placeholderText() == "from site: post"
    assert line.font().italic()
    at.type("page")
    assert at.front_matter.values["layout"] == "page"
    assert not line.font().italic()


def test_a_post_without_front_matter_shows_empty_fields_and_takes_a_first_edit(desk):
    at = desk("")
    assert shown_order(at.pane) == KNOWN
    at.focus("author")
    at.type("A")
    assert at.front_matter.raw == "author: A\n"


def test_a_change_from_elsewhere_shows_in_the_field_with_the_focus(desk, big_news):
    at = desk(big_news)
    at.focus("author").lineEdit().selectAll()
    at.type("Ann")
    at.set_raw(big_news)
    assert at.editor("author").currentText() == "badely"
    at.set_raw(big_news.replace("badely", "Ann"))
    assert at.editor("author").currentText() == "Ann"


def test_selection_and_caret_survive_being_shown_again(desk, big_news):
    at = desk(big_news)
    line = at.focus("author").lineEdit()
    line.setSelection(1, 3)
    at.show()
    assert (line.selectionStart(), line.selectionLength()) == (1, 3)
    assert QApplication.focusWidget() is at.editor("author")


def test_unknown_keys_come_as_rows_of_their_kind(desk, big_news):
    raw = big_news + (
        "featured: true\nweight: 0.50\nupdated: 2025-11-22\nsubtitle: Short\nsummary: " + "long " * 30 + "\n"
        "redirect_from: [/a/, /b/]\nnav: {title: Docs}\nodd: [[1]]\n"
    )
    at = desk(raw, height=1600)
    kinds = [type(at.field(key)).__name__ for key in ("featured", "weight", "updated", "subtitle", "summary")]
    assert kinds == ["SwitchField", "NumberField", "DateField", "TextField", "LongTextField"]
    kinds = [type(at.field(key)).__name__ for key in ("redirect_from", "nav", "odd")]
    assert kinds == ["ChipsField", "MapField", "SourceField"]


def test_a_known_key_with_an_unusual_value_is_still_editable(desk, big_news):
    at = desk(big_news.replace('author: "badely"', "author: [[Ann]]"))
    assert at.editor("author").text() == "[[Ann]]"
    assert at.editor("author").accessibleName() == "Author"


def test_the_cross_of_an_unknown_row_removes_its_key(desk, big_news):
    at = desk(big_news + "subtitle: Short\n")
    cross = next(w for w in at.pane.findChildren(QWidget) if w.accessibleName() == "Remove field subtitle")
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert at.front_matter.raw == big_news
    assert "subtitle" not in shown_order(at.pane)


def test_a_text_that_grows_long_keeps_its_field_while_it_is_typed(desk):
    at = desk("subtitle: Short\n")
    field = at.field("subtitle")
    at.focus("subtitle")
    at.press(Qt.Key.Key_End)
    at.type(" and now rather long" * 6)
    assert at.field("subtitle") is field
    assert QApplication.focusWidget() is field.editor()


def test_the_title_is_not_among_the_fields(desk, big_news):
    assert "title" not in shown_order(desk(big_news).pane)


def test_broken_yaml_is_shown_as_text_with_its_fault_and_comes_back_as_form(desk, big_news):
    at = desk(big_news)
    at.set_raw(big_news.replace("[News]", "[News"))
    view = at.pane.findChild(QPlainTextEdit, "yaml")
    assert view.isVisible()
    assert not any(field.isVisible() for field in at.pane.findChildren(Field))
    assert at.pane.findChild(FaultMessage).isVisible()
    at.set_raw(big_news)
    assert shown_order(at.pane) == KNOWN


def test_the_form_waits_while_the_writer_mends_the_yaml(desk, big_news):
    at = desk(big_news.replace("[News]", "[News"))
    view = at.pane.findChild(QPlainTextEdit, "yaml")
    view.setFocus()
    cursor = view.textCursor()
    cursor.setPosition(view.toPlainText().index("[News") + 5)
    view.setTextCursor(cursor)
    at.type("]")
    assert at.front_matter.raw == big_news
    assert view.isVisible()
    assert QApplication.focusWidget() is view
    at.pane.set_yaml_visible(False)
    assert shown_order(at.pane) == KNOWN


def test_fields_and_yaml_view_are_in_step(desk, big_news):
    at = desk(big_news)
    at.focus("author").lineEdit().selectAll()
    at.type("Ann")
    at.pane.set_yaml_visible(True)
    view = at.pane.findChild(QPlainTextEdit, "yaml")
    assert 'author: "Ann"' in view.toPlainText()
    view.selectAll()
    at.type("author: Bob")
    at.pane.set_yaml_visible(False)
    assert at.yaml[-1] == "author: Bob\n"
    assert at.editor("author").currentText() == "Bob"


def test_folding_leaves_one_line_that_opens_again(desk, big_news, qtbot):
    at = desk(big_news)
    at.pane.set_folded(True)
    line = next(w for w in at.pane.findChildren(QWidget) if w.accessibleName().startswith("Show details"))
    assert line.words() == "21 Nov 2025, 21:21:53 · badely · News · 17421b3991c0aa5b91e820ced4df2658.jpg"
    qtbot.waitUntil(lambda: at.pane.height() <= 44)
    with qtbot.waitSignal(at.pane.folded) as told:
        QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert told.args == [False]
    assert shown_order(at.pane) == KNOWN


def test_undo_keys_go_to_the_window(desk, big_news):
    at = desk(big_news + "subtitle: Short\nsummary: " + "long " * 30 + "\nweight: 1\n", height=1600)
    undone = []
    undo = QAction(at.window)
    undo.setShortcut(QKeySequence.StandardKey.Undo)
    undo.triggered.connect(lambda: undone.append(QApplication.focusWidget()))
    at.window.addAction(undo)
    keys = ("date", "author", "tags", "layout", "permalink", "excerpt", "subtitle", "summary", "weight")
    for key in keys:
        at.focus(key)
        at.type("1")
        before = at.front_matter.raw
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert at.front_matter.raw == before, key
        override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        override.ignore()
        QApplication.sendEvent(QApplication.focusWidget(), override)
        assert not override.isAccepted(), key
    assert len(undone) == len(keys)


def test_content_is_shown_as_plain_text(desk):
    evil = "<img src=x>"
    at = desk(f"author: '{evil}'\n'{evil}': '{evil}'\nlayout: '{evil}'\ntags: ['{evil}']\nimage: '{evil}'\n")
    for label in at.pane.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or "<" not in label.text()
    for widget in at.pane.findChildren(QWidget):
        assert "<img" not in widget.toolTip()
    assert at.editor("author").currentText() == evil


def test_every_control_has_a_name(desk, big_news):
    at = desk(big_news + "featured: true\nweight: 1\nnav: {a: b}\n", height=1600)
    for widget in at.pane.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            name = widget.accessibleName() or getattr(widget, "text", str)()
            assert name, widget
    assert at.editor("excerpt").accessibleName() == "Excerpt"


def test_a_locked_post_can_be_read_but_not_changed(desk, big_news):
    at = desk(big_news + "featured: true\n")
    at.pane.show_front_matter(at.front_matter, read_only=True)
    for key in ("date", "author", "tags", "permalink", "excerpt", "featured"):
        at.focus(key)
        at.type("x ")
        at.press(Qt.Key.Key_Backspace, Qt.Key.Key_Return)
    assert at.edits == []


def test_a_tag_without_enter_is_taken_before_saving(desk, big_news):
    at = desk(big_news)
    at.focus("tags")
    at.type("russia")
    at.pane.commit()
    assert at.line("tags") == "tags: [russia]"


def test_another_post_takes_the_place_of_the_first(desk, big_news):
    at = desk(big_news + "subtitle: Short\n")
    at.front_matter = FrontMatter("layout: page\nrating: 5\n")
    at.show()
    assert shown_order(at.pane) == [*KNOWN, "rating"]
    assert at.editor("layout").currentText() == "page"
    assert at.editor("excerpt").text() == ""
    assert at.edits == []


def test_a_long_list_of_tags_does_not_hide_other_fields(desk):
    at = desk("tags: [" + ", ".join(f"tag{n}" for n in range(40)) + "]\n", height=2000)
    assert shown_order(at.pane) == KNOWN
    assert isinstance(at.editor("tags"), QLineEdit)


def test_all_rows_end_at_the_same_line(desk, big_news, qtbot):
    at = desk(big_news + "subtitle: x\nlist: [a]\nweight: 1\nlong: |\n  a\n  b\n", width=900, height=2400)
    frames = [field.findChild(FieldFrame) for field in at.pane.findChildren(Field) if field.key not in ("image",)]

    def end(widget: QWidget) -> int:
        return widget.mapTo(at.pane, QPoint(widget.width(), 0)).x()

    def show_two_ends() -> None:  # the left column's and the right one's
        ends = {end(frame) for frame in frames}
        assert (len(ends), max(ends)) == (2, end(at.field("excerpt")))

    qtbot.waitUntil(show_two_ends)  # rows that wrap are laid out again
    for cross in filter(QWidget.isVisible, at.pane.findChildren(EndButton)):
        frame = cross.parent().findChild(FieldFrame)
        assert frame.rect().translated(frame.mapTo(cross.parent(), QPoint(0, 0))).contains(cross.geometry())


def test_a_post_that_cannot_be_edited_looks_so_and_nothing_in_it_can_be_changed(desk, big_news):
    at = desk(big_news + "toc: true\nsubtitle: x\n", height=2400)
    at.pane.show_front_matter(at.front_matter, read_only=True)
    for cross in at.pane.findChildren(EndButton):
        assert not cross.isEnabled()
        cross.click()
    assert at.edits == []
    for key in ("date", "author", "categories", "permalink", "excerpt", "subtitle"):
        frame = at.field(key).findChild(FieldFrame)
        place = QPoint(frame.width() // 2, 3)
        assert frame.grab().toImage().pixelColor(place).name().upper() == LIGHT.chrome, key
    assert at.editor("tags").placeholderText() == ""
    assert at.editor("subtitle").palette().text().color().name().upper() == LIGHT.secondary
    at.pane.show_front_matter(at.front_matter)
    assert at.editor("subtitle").palette().text().color().name().upper() == LIGHT.ink
    assert at.editor("tags").placeholderText() != ""


@pytest.mark.parametrize("width", [300, 700])
def test_a_field_gets_the_height_that_its_help_needs_when_the_window_becomes_narrow_or_wide(desk, qtbot, width):
    declared = FieldDeclaration("subtitle", help="One sentence under the headline, for the front page of the site")
    at = desk("subtitle: x\n", width=1000 - width, context=FormContext(declared=(declared,)))
    at.window.resize(width, 900)
    field = at.field("subtitle")
    qtbot.waitUntil(lambda: at.pane.width() == width)
    qtbot.waitUntil(lambda: field.height() == field.sizeHint().height())
