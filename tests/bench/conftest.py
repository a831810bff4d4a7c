"""What the benchmarks share: posts of any length, a site of many, the window on them, and the table that is printed."""

from __future__ import annotations

import os
import random
import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from editor.gui.application import build
from editor.gui.site_session import SiteSession
from editor.gui.window import MainWindow
from editor.settings import Folders

NOW = datetime(2026, 1, 1, tzinfo=UTC)
PROSE = "the tide had gone out and left *a long* shore, `wet` and grey as [slate](/slate.html) under the sky"
POSTS = 1_000

Report = Callable[[str, Mapping[str, Sequence[float]]], None]


@pytest.fixture
def text_of() -> Callable[[int], str]:
    """Prose of a given length with headers, lists, code, footnotes and links, as long posts have them."""

    def make(size: int, seed: int = 7) -> str:
        chooser, vocabulary = random.Random(seed), PROSE.split()
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

    return make


@pytest.fixture
def post_of(site_folder: Path, text_of: Callable[[int], str]) -> Callable[[int], Path]:
    """A post whose text has so many kilobytes, in a site of a few posts."""

    def make(kilobytes: int) -> Path:
        post = site_folder / "_posts" / "2025-12-01-long.md"
        post.write_text(f"---\ntitle: Long\nlayout: post\n---\n{text_of(kilobytes * 1000)}", encoding="utf-8")
        return post

    return make


@pytest.fixture
def site_of(site_folder: Path, text_of: Callable[..., str]) -> Callable[[int], Path]:
    """A site of so many posts of two kilobytes."""

    def make(posts: int) -> Path:
        _fill(site_folder, posts, text_of)
        return site_folder

    return make


@pytest.fixture
def many_posts(site_of: Callable[[int], Path]) -> Path:
    """A site of a thousand posts."""
    return site_of(POSTS)


def _fill(site_folder: Path, posts: int, text_of: Callable[..., str]) -> None:
    for number in range(posts - 1):
        day = NOW - timedelta(days=number * 3)
        front_matter = (
            f'layout: post\ntitle: "Post {number}"\ndate: {day:%Y-%m-%d %H:%M:%S} +0000\n'
            f"author: author-{number % 4}\ncategories: [news]\ntags: [tag-{number % 20}, tag-{number % 7}]\n"
        )
        path = site_folder / "_posts" / f"{day:%Y-%m-%d}-post-{number}.md"
        path.write_text(f"---\n{front_matter}---\n{text_of(2_000, number)}", encoding="utf-8")


@pytest.fixture
def new_window(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], tuple[MainWindow, SiteSession]]]:
    """Makes a shown window with nothing open; the one before is closed."""
    made: list[MainWindow] = []

    def close() -> None:
        for window in made:
            window.may_close = lambda: True
            window.close()
            shiboken6.delete(window)
        made.clear()

    def make() -> tuple[MainWindow, SiteSession]:
        close()
        own = tmp_path / "own"
        window, session = build(Folders(own / "config", own / "cache", own / "state"), now=lambda: NOW)
        made.append(window)
        window.resize(1440, 900)
        window.show()
        qtbot.waitExposed(window)
        window.destroyed.connect(session.closing)
        return window, session

    yield make
    close()


@pytest.fixture
def as_installed() -> dict[str, str]:
    """The environment for a new process; an installed program has its bytecode beside it."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@pytest.fixture
def report(capsys: pytest.CaptureFixture[str]) -> Report:
    """Prints a table of times in milliseconds: the median and, of many, the 95th percentile."""

    def show(title: str, rows: Mapping[str, Sequence[float]]) -> None:
        with capsys.disabled():
            print(f"\n{title:<52}{'median':>10}{'95 %':>10}")
            for name, times in rows.items():
                most = f"{sorted(times)[int(len(times) * 0.95)]:10.1f}" if len(times) >= 20 else ""
                print(f"  {name:<50}{statistics.median(times):10.1f}{most}")

    return show
