"""How long the renderer takes for a post that it has not seen, and for a keystroke in it."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor.render.renderer import Renderer
from editor.site.post import Post
from editor.site.site import Site

pytestmark = pytest.mark.bench

NOW = datetime(2026, 1, 1, tzinfo=UTC)
RELATIVE = "_posts/2025-11-21-big-news.md"
KEYS = 60


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


@pytest.mark.parametrize("kilobytes", [5, 50, 300])
def test_rendering(site_folder: Path, text_of, report, kilobytes: int):
    renderer = Renderer(Site.open(site_folder))
    post = Post.from_bytes(b"---\ntitle: T\n---\n").with_text(text_of(kilobytes * 1000))
    versions = [post, *(post.with_text(text) for text in _edits(post.text))]
    times = []
    for version in versions:
        began = time.perf_counter()
        rendering = renderer.render(version, RELATIVE, now=NOW)
        times.append((time.perf_counter() - began) * 1000)
    title = f"Rendering {kilobytes} KB, {len(rendering.blocks)} blocks, ms"
    report(title, {"first time": times[:1], "after a key": times[1:]})
