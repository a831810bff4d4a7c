"""How long a keystroke takes to a rendering, and to the patched page in a real WebEngine."""

from __future__ import annotations

import random
import statistics
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from editor.gui.preview import Preview, register_scheme
from editor.render.renderer import Renderer
from editor.site.post import Post
from editor.site.site import Site

register_scheme()
pytestmark = [pytest.mark.bench, pytest.mark.web]

NOW = datetime(2026, 1, 1, tzinfo=UTC)
RELATIVE = "_posts/2025-11-21-big-news.md"
PROSE = "the tide had gone out and left *a long* shore, `wet` and grey as [slate](/slate.html) under the sky"
KEYS = 60


def _text(size: int) -> str:
    """Prose with headers, lists, quotes, code, footnotes and links, as long posts have them."""
    chooser, vocabulary = random.Random(7), PROSE.split()
    parts: list[str] = []
    length = number = 0
    while length < size:
        number += 1
        words = [chooser.choice(vocabulary) for _ in range(chooser.randint(40, 110))]
        part = " ".join(words)
        if number % 6 == 0:
            part = f"## Part {number}"
        elif number % 9 == 0:
            part = "\n".join(f"- {' '.join(words[start : start + 8])}" for start in range(0, 40, 8))
        elif number % 17 == 0:
            part = f"```ruby\nputs {number}\n\nexit\n```"
        elif number % 13 == 0:
            part += f"[^{number}]\n\n[^{number}]: A note."
        parts.append(part)
        length += len(part) + 2
    return "\n\n".join(parts) + "\n"


def _edits(text: str) -> list[str]:
    """The text after each of some keystrokes: runs of typing at three places, now and then a new paragraph."""
    versions: list[str] = []
    for place in (0.1, 0.5, 0.9):
        at = text.index("\n\n", int(len(text) * place))
        for number in range(KEYS // 3):
            key = "\n\n" if number == 10 else "e"
            text = text[:at] + key + text[at:]
            at += len(key)
            versions.append(text)
    return versions


def _row(name: str, times: list[float]) -> str:
    times = sorted(times)
    return f"{name:<34}{statistics.median(times):9.1f}{times[int(len(times) * 0.95)]:9.1f}"


@pytest.mark.parametrize("kilobytes", [5, 50, 300])
def test_keystroke_to_patched_page(qtbot: QtBot, site_folder: Path, capsys: pytest.CaptureFixture[str], kilobytes: int):
    site = Site.open(site_folder)
    renderer, preview = Renderer(site), Preview()
    preview.set_site(site.root, "")
    preview.resize(640, 900)
    post = Post.from_bytes(b"---\ntitle: T\n---\n").with_text(_text(kilobytes * 1000))
    began = time.perf_counter()
    rendering = renderer.render(post, RELATIVE, now=NOW)
    first = (time.perf_counter() - began) * 1000
    with qtbot.waitSignal(preview.ready, timeout=60_000):
        preview.show_rendering(rendering)
        preview.show()
    rendered, patched = [], []
    for text in _edits(post.text):
        post = post.with_text(text)
        began = time.perf_counter()
        rendering = renderer.render(post, RELATIVE, now=NOW)
        rendered.append((time.perf_counter() - began) * 1000)
        with qtbot.waitSignal(preview.patched, timeout=10_000):
            preview.show_rendering(rendering)
        patched.append((time.perf_counter() - began) * 1000)
    shiboken6.delete(preview)
    with capsys.disabled():
        print(f"\n{f'{kilobytes} KB, {len(rendering.blocks)} blocks, ms':<34}{'median':>9}{'p95':>9}")
        print(_row("keystroke to rendering", rendered))
        print(_row("keystroke to patched page", patched))
        print(_row("first rendering", [first]))
