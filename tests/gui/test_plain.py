"""Foreign text where Qt would read markup: shown as it is written, and told to screen readers without tags."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QAccessible, QTextDocument
from PySide6.QtGui import Qt as QtText
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.gui.plain import tool_tip


def test_a_screen_reader_is_told_the_words_of_a_tool_tip_and_no_tags(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    label.setToolTip(tool_tip("from site: post\nFrom _config.yml, all posts & pages"))
    told = QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Description)
    assert told == "from site: post\nFrom _config.yml, all posts & pages"


@given(st.text(alphabet="ab <>&/='\"\n", max_size=300))
def test_a_tool_tip_is_markup_only_where_qt_would_take_the_text_for_it_and_then_says_the_text(text: str) -> None:
    tip = tool_tip(text)
    if QtText.mightBeRichText(text):
        document = QTextDocument()
        document.setHtml(tip)
        assert document.toPlainText().split() == text.split()
    else:
        assert not QtText.mightBeRichText(tip)
        assert tip.split() == text.split()


def test_a_long_line_is_wrapped() -> None:
    assert max(map(len, tool_tip("a long sentence " * 40).split("\n"))) <= 80
    assert tool_tip("/" + "x" * 200).replace("\n", "") == "/" + "x" * 200
