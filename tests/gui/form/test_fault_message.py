"""The message of a fault: wrapped, elided, and a way to the place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.gui.form.fault_message import FaultMessage

LONG = (
    "Line 3, column 1: 🙂 a merge conflict is left here; keep one side, and remove the lines “<<<<<<<” and “>>>>>>>”."
)


@pytest.fixture
def message(qtbot):
    made = FaultMessage()
    qtbot.addWidget(made)
    made.resize(220, made.sizeHint().height())
    made.show()
    return made


def test_a_long_message_is_wrapped_then_elided_and_its_tool_tip_has_all_of_it(message):
    message.show_message(LONG)
    first, last = message.shown_lines()
    assert LONG.startswith(first)
    assert last.endswith("…")
    assert message.toolTip().replace("\n", " ") == LONG
    assert message.accessibleName() == LONG
    assert not message.grab().isNull()


def test_the_room_is_kept_whatever_is_told(message):
    before = message.sizeHint()
    message.show_message(LONG)
    assert message.sizeHint() == before
    message.set_most_lines(3)
    assert message.sizeHint().height() > before.height()
    message.resize(400, message.sizeHint().height())
    assert " ".join("".join(message.shown_lines()).split()) == LONG


def test_mouse_and_space_bar_lead_to_the_place(message, qtbot):
    message.show_message("Line 1, column 2: it is broken.")
    for press in (
        lambda: QTest.mouseClick(message, Qt.MouseButton.LeftButton),
        lambda: QTest.keyClick(message, Qt.Key.Key_Space),
    ):
        with qtbot.waitSignal(message.clicked):
            press()


def test_an_ampersand_is_no_shortcut(message: FaultMessage) -> None:
    message.show_message("Line 1: “a &b” is wrong.")
    assert message.shown_lines() == ["Line 1: “a &b” is wrong."]
    assert message.shortcut().isEmpty()
