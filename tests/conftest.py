"""Fixtures that every test may use, and the guard that must run before the first Qt import."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.immortals import keep_singletons_alive

keep_singletons_alive()
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")  # Chromium refuses to start as root with its sandbox

BIG_NEWS = b"""---
layout: post
title: "Big News: Steve Rosenberg - Putin uncompromising as leaked plan reaches Moscow"
date: 2025-11-21T18:21:53
author: "badely"
categories: [News]
tags: []
excerpt: "Russia and Ukraine may be about to enter a period of intense diplomacy, writes the BBC's Russia editor."
image: assets/images/17421b3991c0aa5b91e820ced4df2658.jpg
---

On Friday night, President Putin said he had seen the US settlement plan for Ukraine.
"""


EXIT_STATUS = pytest.StashKey[int]()


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    session.config.stash[EXIT_STATUS] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave at once: what failed tests still hold of Qt would die in an order that Chromium may not survive."""
    if "PySide6.QtWebEngineCore" in sys.modules and EXIT_STATUS in config.stash:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(config.stash[EXIT_STATUS])


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if shutil.which("jekyll"):
        return
    skip = pytest.mark.skip(reason="Jekyll is not installed (Debian: apt-get install jekyll)")
    for item in items:
        if "jekyll" in item.keywords:
            item.add_marker(skip)


@pytest.fixture
def site_folder(tmp_path: Path) -> Path:
    """A small real site with the post that every journey must handle."""
    folder = tmp_path / "site"
    (folder / "_posts").mkdir(parents=True)
    (folder / "_config.yml").write_bytes(b"title: The Daily Proof\n")
    (folder / "_layouts").mkdir()
    (folder / "_layouts" / "post.html").write_bytes(
        b"<html><head><title>{{ page.title }}</title></head><body>{{ content }}</body></html>\n"
    )
    (folder / "_posts" / "2025-11-21-big-news.md").write_bytes(BIG_NEWS)
    return folder


@pytest.fixture(scope="session")
def qapp_cls():
    """Qt's application class; WebEngine wants the preview's scheme to be known before there is one."""
    from PySide6.QtWidgets import QApplication

    from editor.gui.preview import register_scheme

    register_scheme()
    return QApplication


@pytest.fixture(autouse=True)
def plain_application() -> Iterator[None]:
    """What one test dresses the application in, the next one must not wear."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    application = widgets.QApplication.instance() if widgets else None
    if application is not None and application.styleSheet():
        application.setStyleSheet("")
        application.setPalette(application.style().standardPalette())
