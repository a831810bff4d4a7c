"""How long the window takes from a key to its letter and to the patched page, and to list a large site."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.gui.text.column_edit import ColumnEdit

pytestmark = [pytest.mark.bench, pytest.mark.web]

KEYS = 30
TIMES = 3


@pytest.fixture
def painted(monkeypatch):
    """The times at which the text has been painted."""
    times: list[float] = []
    paint = ColumnEdit.paintEvent

    def paint_and_note(edit, event):
        paint(edit, event)
        times.append(time.perf_counter())

    monkeypatch.setattr(ColumnEdit, "paintEvent", paint_and_note)
    return times


@pytest.mark.parametrize("kilobytes", [5, 50, 300])
def test_a_key(qtbot, new_window, post_of, painted, report, kilobytes):
    window, session = new_window()
    with qtbot.waitSignal(window.preview.ready, timeout=60_000):
        session.open_path(post_of(kilobytes))
    qtbot.waitUntil(lambda: not session.posts.is_rendering, timeout=60_000)
    letters, pages = [], []
    edit = window.text_pane.edit
    edit.setFocus()
    for place in (0.1, 0.5, 0.9):
        window.text_pane.set_caret(int(edit.document().blockCount() * place))
        qtbot.wait(600)  # words are counted, the preview has scrolled
        for _ in range(KEYS // 3):
            qtbot.wait(60)
            painted.clear()
            with qtbot.waitSignal(window.preview.patched, timeout=10_000):
                began = time.perf_counter()
                QTest.keyClick(edit, Qt.Key.Key_E)
            pages.append((time.perf_counter() - began) * 1000)
            letters.append((painted[0] - began) * 1000)
    report(f"A key in the window, {kilobytes} KB, ms", {"letter painted": letters, "page patched": pages})


def test_a_folder_of_a_thousand_posts(qtbot, new_window, many_posts, report):
    first, all_ = [], []
    for _ in range(TIMES):
        window, session = new_window()
        model = window.sidebar.model
        began = time.perf_counter()
        with qtbot.waitSignal(session.listed, timeout=60_000):
            assert session.open_path(many_posts)
            qtbot.waitUntil(lambda model=model: model.rowCount() > 0, timeout=60_000)
            first.append((time.perf_counter() - began) * 1000)
        all_.append((time.perf_counter() - began) * 1000)
    report("Opening a folder of 1,000 posts, ms", {"first rows": first, "whole list": all_})
