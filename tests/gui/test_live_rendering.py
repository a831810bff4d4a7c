"""The open post is rendered off the GUI thread; a long one shows its beginning first."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from editor.gui.live_rendering import LiveRendering
from editor.settings import Folders
from editor.site.post import Post
from editor.workspace.workspace import Workspace

POST = "_posts/2025-11-21-big-news.md"


@pytest.fixture
def live(qtbot, site_folder, tmp_path):
    own = Folders(config=tmp_path / "config", cache=tmp_path / "cache", state=tmp_path / "state")
    workspace, _ = Workspace.open(site_folder, own, lambda: datetime(2026, 1, 1, tzinfo=UTC))
    made = LiveRendering(None)
    made.set_workspace(workspace)
    yield made
    made.stop()


def long_post(paragraphs):
    body = "".join(f"Paragraph {number} of *many*.\n\n" for number in range(paragraphs))
    return Post.from_bytes(f"---\ntitle: Long\n---\n{body}".encode())


def test_a_rendering_comes_with_what_jekyll_makes_of_the_post(qtbot, live):
    with qtbot.waitSignal(live.rendered, timeout=10_000) as rendered:
        live.render(Post.from_bytes(b"---\ntitle: T\n---\n*a*\n"), POST)
    (shown,) = rendered.args
    assert (shown.relative, shown.document.title) == (POST, "T")
    assert [block.html for block in shown.rendering.blocks] == ["<p><em>a</em></p>"]


def test_a_long_post_that_is_new_begins_with_its_first_screens(qtbot, live):
    told = []
    live.begun.connect(told.append)
    live.rendered.connect(told.append)
    live.render(long_post(2_000), POST, is_new=True)
    qtbot.waitUntil(lambda: len(told) == 2, timeout=10_000)
    begun, rendered = (shown.rendering for shown in told)
    count = len(begun.blocks)
    assert 50 < count < 500
    assert begun.heading == rendered.heading
    assert begun.blocks == rendered.blocks[:count]


@pytest.mark.parametrize(("paragraphs", "is_new"), [(2_000, False), (20, True)])
def test_what_is_shown_already_or_short_comes_at_once(qtbot, live, paragraphs, is_new):
    with qtbot.assertNotEmitted(live.begun), qtbot.waitSignal(live.rendered, timeout=10_000):
        live.render(long_post(paragraphs), POST, is_new=is_new)


def test_a_state_that_is_overtaken_is_left_out(qtbot, live):
    posts = [long_post(2_000), long_post(2_001), long_post(2_002)]
    told = []
    live.rendered.connect(told.append)
    for post in posts:
        live.render(post, POST)
    qtbot.waitUntil(lambda: not live.is_busy, timeout=10_000)
    assert len(told[-1].rendering.blocks) == 2_002
    assert len(told) < 3
