"""How long the window takes from a key to its letter and to the patched page, and to list a large site."""

from __future__ import annotations

import time
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

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


def _opened(qtbot, new_window, site):
    """The window with a site of which all posts are listed, and one is open."""
    window, session = new_window()
    with qtbot.waitSignal(session.listed, timeout=120_000):
        assert session.open_path(site)
    assert session.open_post(min(session.documents))
    qtbot.waitUntil(lambda: not session.posts.is_rendering, timeout=60_000)
    return window, session


@pytest.mark.parametrize("posts", [1_000, 5_000])
def test_a_key_in_the_form(qtbot, new_window, site_of, report, posts):
    """The time for which no other key can be taken; what the threads do meanwhile is not in it."""
    window, session = _opened(qtbot, new_window, site_of(posts))
    author = next(field for field in window.form.findChildren(QLineEdit) if field.text().startswith("author-"))
    rows = {}
    for name, edit in (("in the title", window.title_field), ("in a field", author)):
        edit.setFocus()
        rows[name] = times = []
        for _ in range(KEYS):
            qtbot.wait(60)
            with qtbot.waitSignal(session.posts.described, timeout=10_000):
                began = time.perf_counter()
                QTest.keyClick(edit, Qt.Key.Key_E)
                times.append((time.perf_counter() - began) * 1000)
    report(f"A key in the form, site of {posts:,} posts, ms", rows)


@pytest.mark.parametrize("posts", [1_000, 5_000])
def test_another_configuration(qtbot, new_window, site_of, report, posts):
    """From the change on the disk; the system's own message and 200 ms for its writer to end are in it."""
    site = site_of(posts)
    window, session = _opened(qtbot, new_window, site)
    told, all_, longest = [], [], []
    for number in range(TIMES):
        with stalls() as waits, qtbot.waitSignal(session.listed, timeout=120_000):
            began = time.perf_counter()
            (site / "_config.yml").write_text(f"permalink: /{number}/:title/\n", encoding="utf-8")
            qtbot.waitUntil(lambda number=number: f" /{number}/" in window.quiet_line.text(), timeout=10_000)
            told.append((time.perf_counter() - began) * 1000)
        all_.append((time.perf_counter() - began) * 1000)
        longest.append(max(waits))
        qtbot.wait(1_000)
    rows = {"quiet line tells it": told, "whole list follows it": all_, "longest wait for a key": longest}
    report(f"Another configuration, site of {posts:,} posts, ms", rows)


@contextmanager
def stalls():
    """Milliseconds between two turns of the event loop; the first is 0."""
    waits, last = [0.0], time.perf_counter()

    def note():
        nonlocal last
        waits.append((time.perf_counter() - last) * 1000)
        last = time.perf_counter()

    timer = QTimer(interval=1)
    timer.timeout.connect(note)
    timer.start()
    yield waits
    timer.stop()
