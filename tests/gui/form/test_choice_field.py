"""Choices offer what the site has, and take anything else."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel

from editor.gui.form.field_edit import FieldEdit
from editor.gui.form.field_shell import EndButton
from editor.gui.form.form_context import FormContext
from editor.gui.theme import DARK, LIGHT
from editor.site.inherited import Inherited, Scope


def notes(field):
    return [label.text() for label in field.findChildren(QLabel) if label.isVisible() and label.text()]


def test_a_missing_layout_is_told(desk, big_news):
    at = desk(big_news.replace("layout: post", "layout: ghost"))
    assert notes(at.field("layout")) == ["The site has no layout “ghost”."]
    combo = at.focus("layout")
    combo.lineEdit().selectAll()
    at.type("page")
    at.press(Qt.Key.Key_Tab)
    assert notes(at.field("layout")) == []


def test_a_choice_from_the_list_is_one_edit(desk, big_news):
    at = desk(big_news)
    combo = at.focus("layout")
    assert isinstance(combo, QComboBox)
    combo.showPopup()
    QTest.keyClick(combo.view(), Qt.Key.Key_Down)
    QTest.keyClick(combo.view(), Qt.Key.Key_Return)
    assert at.edits == [FieldEdit("layout", "page")]
    assert at.front_matter.raw == big_news.replace("layout: post", "layout: page")


def test_a_name_in_other_letters_is_kept_as_typed(desk, big_news):
    at = desk(big_news)
    at.focus("author").lineEdit().selectAll()
    at.type("Editor")
    at.press(Qt.Key.Key_Tab)
    assert at.front_matter.values["author"] == "Editor"


def test_the_wheel_over_a_choice_changes_nothing(desk, big_news):
    at = desk(big_news)
    combo = at.focus("layout")
    none, buttons, keys = QPoint(), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), none, QPoint(0, -120), buttons, keys, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(combo, turn)
    assert at.edits == []
    assert combo.currentText() == "post"


def test_the_button_that_removes_stands_beside_the_arrow_which_keeps_its_place(desk):
    inherited = Inherited(("layout",), "page", Scope("", "posts", "_config.yml", 3))
    at = desk("layout: post\n", context=FormContext(defaults={"layout": "page"}, inherited=(inherited,)))
    layout = at.editor("layout")
    button = next(button for button in at.pane.findChildren(EndButton) if button.isVisible())
    assert button.accessibleName() == "Reset Layout"
    assert layout.width() == at.editor("author").width()
    arrow = layout.mapToGlobal(QPoint(layout.width() - 20, 0)).x()
    assert button.mapToGlobal(QPoint(button.width(), 0)).x() <= arrow


def test_what_is_inherited_stays_slanted_in_another_theme(desk):
    at = desk("title: x\n", context=FormContext(defaults={"author": "desk"}))
    line = at.editor("author").lineEdit()
    assert line.font().italic()
    for theme in (DARK, LIGHT):
        at.pane.set_theme(theme)
        QApplication.instance().setStyleSheet(f"QComboBox {{ color: {theme.ink}; }}")
        QApplication.processEvents()
        assert line.font().italic()
    QApplication.instance().setStyleSheet("")
