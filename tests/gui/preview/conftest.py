"""A preview that runs in a real WebEngine, and how to ask its page."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from editor.gui.preview import Preview, register_scheme
from editor.render.rendering import Block, Heading, Rendering

register_scheme()  # must happen before any test makes the QApplication


@pytest.fixture
def rendering() -> Callable[..., Rendering]:
    """A rendering of pieces of HTML; each comes from two lines, or is a pair of HTML and number of lines."""

    def make(*pieces: str | tuple[str, int], url: str = "/2025/x.html", **heading: str) -> Rendering:
        blocks = [Block(*piece) if isinstance(piece, tuple) else Block(piece, 2) for piece in pieces]
        parts = {"title": "", "byline": "", "image": "", "image_missing": ""} | heading
        return Rendering(Heading(**parts), tuple(blocks), url)

    return make


@pytest.fixture
def picture_site(tmp_path: Path) -> Path:
    """A folder with one picture of 30 × 20 pixels in `assets`."""
    root = tmp_path / "site"
    (root / "assets").mkdir(parents=True)
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    assert image.save(str(root / "assets" / "a b.png"))
    return root


@pytest.fixture
def preview(qtbot: QtBot, picture_site: Path) -> Iterator[Preview]:
    """The preview, shown and loaded, of a site under `/blog`."""
    widget = Preview()
    widget.set_site(picture_site, "/blog")
    widget.resize(640, 480)
    widget.show()
    qtbot.waitUntil(lambda: widget._loaded, timeout=30_000)
    yield widget
    widget.close()
    # At once: WebEngine complains where a page is still there when the program ends.
    shiboken6.delete(widget)


@pytest.fixture
def ask(qtbot: QtBot, preview: Preview) -> Callable[[str], Any]:
    """The value of a JavaScript expression in the page, in the world of our own script."""
    from editor.gui.preview.page import WORLD

    def run(script: str) -> Any:
        results: list[Any] = []
        # Arrays do not come through as they are.
        whole = f"JSON.stringify(eval({json.dumps(script)}) ?? null)"
        preview.view.page().runJavaScript(whole, WORLD, results.append)
        qtbot.waitUntil(lambda: bool(results), timeout=10_000)
        return json.loads(results[0])

    return run


@pytest.fixture
def show(qtbot: QtBot, preview: Preview) -> Callable[[Rendering], None]:
    """Show a rendering and wait until the page has it."""

    def run(wanted: Rendering) -> None:
        with qtbot.waitSignal(preview.patched, timeout=10_000):
            preview.show_rendering(wanted)

    return run
