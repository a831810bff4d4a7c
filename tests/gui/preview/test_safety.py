"""What hostile posts try in the preview, and what comes of it: nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from editor.gui.preview import Preview
from editor.gui.preview.scheme import PAGE
from editor.render.rendering import Rendering

pytestmark = [pytest.mark.web, pytest.mark.slow]


@pytest.fixture
def canary() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine, and the paths that were asked of it."""
    hits: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            hits.append(self.path)
            self.send_response(204)
            self.end_headers()

        do_POST = do_HEAD = do_OPTIONS = do_GET  # noqa: N815 - http.server's names

        def log_message(self, *_: object) -> None:
            """Not on the terminal."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    # A connection alone (preconnect) counts as well.
    server.verify_request = lambda request, address: not hits.append(f"connection from {address}")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", hits
    server.shutdown()
    thread.join()
    server.server_close()


HOSTILE = """
<p>visible</p>
<script>document.title = "ran"; fetch("{url}/script")</script>
<script src="{url}/script.js"></script>
<img src="x.png" onerror="document.title = 'ran'; new Image().src = '{url}/onerror'">
<img src="{url}/img.png" srcset="{url}/srcset.png 2x"> <img src="//127.0.0.1/x.png">
<svg onload="document.title = 'ran'"><image href="{url}/svg.png"/><script>document.title = 'ran'</script></svg>
<iframe src="{url}/iframe"></iframe> <iframe srcdoc="<script>parent.document.title = 'ran'</script>"></iframe>
<object data="{url}/object"></object> <embed src="{url}/embed">
<meta http-equiv="refresh" content="0; url={url}/refresh"> <base href="{url}/">
<link rel="preconnect" href="{url}"> <link rel="stylesheet" href="{url}/style.css"> <link rel="prefetch" href="{url}/x">
<style>@import "{url}/import.css"; p {{ background: url({url}/background.png) }}
@font-face {{ font-family: x; src: url({url}/font) }} p {{ font-family: x }}</style>
<video src="{url}/video.mp4" poster="{url}/poster.png" autoplay></video> <audio src="{url}/audio.mp3" autoplay></audio>
<form action="{url}/form"><button id="send" autofocus>send</button></form>
<a id="ping" href="javascript:document.title = 'ran'" ping="{url}/ping">javascript</a>
<a id="data" href="data:text/html,<script>document.title = 'ran'</script>">data</a>
<a id="file" href="file:///etc/passwd">file</a>
<div style="background: url({url}/inline.png)" onclick="document.title = 'ran'" id="div">click</div>
<img src="file:///etc/hostname"> <img src="qrc:/x.png"> <input autofocus onfocus="document.title = 'ran'">
<details open ontoggle="document.title = 'ran'">x</details> <template><img src="{url}/template"></template>
"""


def test_a_hostile_post_runs_nothing_reads_nothing_and_goes_nowhere(
    qtbot: QtBot,
    preview: Preview,
    ask: Callable[[str], Any],
    show: Callable[[Rendering], None],
    rendering: Callable[..., Rendering],
    canary: tuple[str, list[str]],
):
    url, hits = canary
    with qtbot.assertNotEmitted(preview.link_clicked):
        show(rendering(HOSTILE.format(url=url), "<p>after</p>"))
        qtbot.wait(500)
        for name in ("send", "ping", "data", "file", "div"):
            ask(f"document.getElementById('{name}').click(); 1")
        qtbot.wait(1_000)
    assert hits == []
    assert ask("document.title") == "Preview"
    assert ask("location.protocol + document.baseURI.startsWith('galley://site/')") == "galley:true"
    assert "visible" in ask("document.body.innerText")
    assert "after" in ask("document.body.innerText")
    assert ask("[...document.images].filter(i => i.naturalWidth && !i.src.startsWith('data:')).length") == 0


def test_the_page_never_leaves_for_another_address(
    qtbot: QtBot, preview: Preview, ask: Callable[[str], Any], canary: tuple[str, list[str]]
):
    url, hits = canary
    for address in (f"{url}/go", "file:///etc/passwd", "https://example.org/", f"{PAGE}?again", PAGE):
        ask(f"window.mark = 1; location.href = {address!r}; 1")
        qtbot.wait(150)
        assert ask("window.mark") == 1
    assert hits == []


@pytest.mark.parametrize(
    "source",
    [
        "/blog/../secret.png",
        "/blog/%2e%2e/secret.png",
        "/blog/assets/..%2f..%2fsecret.png",
        "/blog/assets/link.png",
        "/blog/folder/secret.png",
        "/blog/.hidden/secret.png",
        "/assets/a%20b.png",
        "galley://other/blog/assets/a%20b.png",
    ],
)
def test_a_picture_outside_the_site_is_not_served(
    qtbot: QtBot,
    ask: Callable[[str], Any],
    show: Callable[[Rendering], None],
    rendering: Callable[..., Rendering],
    picture_site: Path,
    source: str,
):
    secret = picture_site.parent / "secret.png"
    secret.write_bytes((picture_site / "assets" / "a b.png").read_bytes())
    (picture_site / "assets" / "link.png").symlink_to(secret)
    (picture_site / "folder").symlink_to(picture_site.parent)
    (picture_site / ".hidden").mkdir()
    (picture_site / ".hidden" / "secret.png").write_bytes(secret.read_bytes())
    show(rendering(f'<p><img src="{source}"></p>', url="/blog/2025/x.html"))
    qtbot.waitUntil(lambda: ask("document.querySelector('p img').src").startswith("data:"), timeout=5_000)
