"""One history over text and form: the document's undo stack and ours never part."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextDocumentLayout
from pytestqt.qtbot import QtBot

from editor.gui.history import History
from editor.gui.text.text_pane import TextPane


@dataclass
class Writer:
    """A writer at a document and a form, as the history sees them."""

    document: QTextDocument
    history: History
    form: dict[str, str] = field(default_factory=dict)

    def type(self, text: str) -> None:
        cursor = QTextCursor(self.document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        for character in text:
            cursor.insertText(character)

    def change(self, key: str, value: str, *, merge: bool = False) -> None:
        before, after = dict(self.form), {**self.form, key: value}
        self.form = after
        self.history.push_change(
            f"Change {key}",
            undo=lambda: setattr(self, "form", before),
            redo=lambda: setattr(self, "form", after),
            merge_key=key if merge else "",
        )

    def state(self) -> tuple[str, dict[str, str]]:
        return self.document.toRawText(), dict(self.form)


@pytest.fixture
def writer(qapp: object) -> Writer:
    document = QTextDocument()
    document.setDocumentLayout(QPlainTextDocumentLayout(document))
    history = History()
    history.attach(document)
    return Writer(document, history)


def test_typing_is_one_step(writer: Writer) -> None:
    writer.type("abc")
    assert writer.history.count() == 1
    writer.history.undo()
    assert writer.state() == ("", {})
    writer.history.redo()
    assert writer.state() == ("abc", {})


def test_a_change_of_the_form_divides_the_typing_around_it(writer: Writer) -> None:
    writer.type("abc")
    writer.change("title", "T")
    writer.type("def")
    writer.history.undo()
    assert writer.state() == ("abc", {"title": "T"})
    writer.history.undo()
    assert writer.state() == ("abc", {})
    writer.history.undo()
    assert writer.state() == ("", {})


def test_a_change_is_not_made_again_when_it_is_pushed(writer: Writer) -> None:
    made: list[str] = []
    writer.history.push_change("x", undo=lambda: made.append("undo"), redo=lambda: made.append("redo"))
    assert made == []


def test_typing_in_one_field_is_one_step(writer: Writer) -> None:
    for value in ("T", "Ti", "Tit"):
        writer.change("title", value, merge=True)
    assert writer.history.count() == 1
    writer.history.undo()
    assert writer.form == {}
    writer.history.redo()
    assert writer.form == {"title": "Tit"}


def test_text_between_two_changes_of_a_field_keeps_them_apart(writer: Writer) -> None:
    writer.change("title", "T", merge=True)
    writer.type("a")
    writer.change("title", "Ti", merge=True)
    assert writer.history.count() == 3


def test_another_field_keeps_changes_apart(writer: Writer) -> None:
    writer.change("title", "T", merge=True)
    writer.change("author", "A", merge=True)
    writer.change("title", "Ti", merge=True)
    assert writer.history.count() == 3


def test_typing_after_a_save_is_a_new_step_and_unsaved(writer: Writer) -> None:
    writer.type("abc")
    writer.history.setClean()
    writer.type("d")
    assert not writer.history.isClean()
    writer.history.undo()
    assert writer.history.isClean()
    assert writer.state() == ("abc", {})


def test_typing_after_an_undo_drops_what_could_be_redone(writer: Writer) -> None:
    writer.type("abc")
    writer.change("title", "T")
    writer.type("def")
    writer.history.undo()
    writer.history.undo()
    writer.type("x")
    assert not writer.history.canRedo()
    writer.history.undo()
    assert writer.state() == ("abc", {})
    writer.history.undo()
    assert writer.state() == ("", {})


def test_a_change_after_an_undo_drops_what_could_be_redone(writer: Writer) -> None:
    writer.type("abc")
    writer.history.undo()
    writer.change("title", "T")
    assert not writer.history.canRedo()
    assert not writer.document.isRedoAvailable()


def test_a_change_made_while_undoing_is_no_new_step(writer: Writer) -> None:
    writer.history.push_change("x", undo=lambda: writer.change("title", "echo"), redo=lambda: None)
    writer.history.undo()
    assert writer.history.count() == 1
    assert writer.history.canRedo()


def test_new_content_of_the_document_begins_a_new_history(writer: Writer) -> None:
    writer.type("abc")
    writer.change("title", "T")
    writer.document.setPlainText("another post")
    assert not writer.history.canUndo()
    writer.type("x")
    writer.history.undo()
    assert writer.document.toRawText() == "another post"


def test_content_set_after_everything_was_undone_cannot_be_redone_over(writer: Writer) -> None:
    writer.type("abc")
    writer.history.undo()
    writer.document.setPlainText("another post")
    writer.history.redo()
    assert writer.document.toRawText() == "another post"


def test_a_document_attached_before_no_longer_counts(writer: Writer) -> None:
    other = QTextDocument()
    writer.history.attach(other)
    writer.type("abc")
    assert not writer.history.canUndo()


def _edit_block(writer: Writer, chance: random.Random) -> None:
    """A replace-all: several edits in one step."""
    cursor = QTextCursor(writer.document)
    cursor.beginEditBlock()
    for _ in range(chance.randint(1, 4)):
        length = writer.document.characterCount() - 1
        start = chance.randint(0, length)
        cursor.setPosition(start)
        cursor.setPosition(chance.randint(start, length), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(chance.choice(["", "x", "new\nlines", "😀"]))
    cursor.endEditBlock()


def _backspace(writer: Writer, chance: random.Random) -> None:
    cursor = QTextCursor(writer.document)
    cursor.setPosition(chance.randint(0, writer.document.characterCount() - 1))
    for _ in range(chance.randint(1, 3)):
        cursor.deletePreviousChar()


_ACTS: dict[str, Callable[[Writer, random.Random], None]] = {
    "type": lambda writer, chance: writer.type(chance.choice(["a", "bc", "d e", "\n"])),
    "backspace": _backspace,
    "replace": _edit_block,
    "change": lambda writer, chance: writer.change(chance.choice("kl"), str(chance.random())),
    "merge": lambda writer, chance: writer.change("m", str(chance.random()), merge=True),
    "undo": lambda writer, chance: writer.history.undo(),
    "redo": lambda writer, chance: writer.history.redo(),
    "save": lambda writer, chance: writer.history.setClean(),
}


@pytest.mark.parametrize("seed", range(60))
def test_any_sequence_can_be_taken_back_and_made_again(writer: Writer, seed: int) -> None:
    """Each index of the history has exactly one state, however it is reached."""
    chance = random.Random(seed)
    writer.document.setPlainText("The beginning.\n" * chance.randint(0, 3))
    start = writer.state()
    for _ in range(120):
        _ACTS[chance.choice(list(_ACTS))](writer, chance)
    end = writer.state()
    while writer.history.canRedo():
        writer.history.redo()
    last = writer.state()
    seen = {writer.history.index(): last}
    while writer.history.canUndo():
        writer.history.undo()
        seen[writer.history.index()] = writer.state()
    assert writer.state() == start
    assert end in seen.values()
    while writer.history.canRedo():
        writer.history.redo()
        assert writer.state() == seen[writer.history.index()]
    assert writer.state() == last


def test_a_restart_in_the_middle_leaves_both_stacks_in_step(writer: Writer) -> None:
    chance = random.Random(7)
    for _ in range(12):
        writer.document.setPlainText("start")
        writer.history.clear()
        writer.form = {}
        for _ in range(25):
            _ACTS[chance.choice(list(_ACTS))](writer, chance)
        while writer.history.canUndo():
            writer.history.undo()
        assert writer.state() == ("start", {})


_KEYS = [Qt.Key.Key_A, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backspace, Qt.Key.Key_Up]
_COMMANDS = [
    TextPane.toggle_bold,
    TextPane.toggle_bullets,
    TextPane.toggle_numbers,
    TextPane.insert_table,
    TextPane.insert_code_block,
    lambda pane: pane.replace_text(pane.text().replace("a", "ä")),
    lambda pane: pane.edit.selectAll(),
    lambda pane: pane.set_caret(1, 2),
]


@pytest.mark.parametrize("seed", range(15))
def test_whatever_is_done_in_the_real_pane_can_be_taken_back_and_made_again(qtbot: QtBot, seed: int) -> None:
    pane = TextPane()
    qtbot.addWidget(pane)
    writer = Writer(pane.document(), History(pane))
    writer.history.attach(pane.document())
    pane.set_text("- one 😀\n- two\n\nThe end.\n")
    start, chance = writer.state(), random.Random(seed)
    seen = {0: start}
    for _ in range(100):
        act = chance.choice(["key", "key", "key", "command", "change", "merge", "undo", "redo", "save"])
        if act == "key":
            QTest.keyClick(pane.edit, chance.choice(_KEYS))
        elif act == "command":
            chance.choice(_COMMANDS)(pane)
        else:
            _ACTS[act](writer, chance)
        index = writer.history.index()
        seen = {known: state for known, state in seen.items() if known < index}
        seen[index] = writer.state()
    while writer.history.canUndo():
        writer.history.undo()
        assert writer.state() == seen.get(writer.history.index(), writer.state())
    assert writer.state() == start
    for _ in range(max(seen)):
        writer.history.redo()
    assert writer.state() == seen[max(seen)]
