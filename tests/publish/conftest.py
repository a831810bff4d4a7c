"""A site with a post and a picture, a destination, and what is on disk in both."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from editor.publish.export import ExportPlan, apply_export, plan_export
from editor.site.site import Site

POST = "_posts/2025-11-21-big-news.md"
IMAGE = "assets/images/17421b3991c0aa5b91e820ced4df2658.jpg"

Write = Callable[[str, bytes | str], Path]


@pytest.fixture
def in_site(site_folder: Path) -> Write:
    return _writer(site_folder)


@pytest.fixture
def destination(tmp_path: Path) -> Path:
    folder = tmp_path / "destination"
    (folder / "_posts").mkdir(parents=True)
    (folder / "_config.yml").write_text("title: Other\n")
    return folder


@pytest.fixture
def in_destination(destination: Path) -> Write:
    return _writer(destination)


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def plan(site_folder: Path, destination: Path, state: Path) -> Callable[..., ExportPlan]:
    """The plan for posts (the news by default); its image is in the site."""
    if not (site_folder / IMAGE).exists():
        _writer(site_folder)(IMAGE, b"picture")

    def make(*posts: str, to: Path = destination) -> ExportPlan:
        return plan_export(Site.open(site_folder), to, posts or (POST,), state=state)

    return make


@pytest.fixture
def export(plan: Callable[..., ExportPlan], state: Path) -> Callable[..., list[str]]:
    """Plan and apply; the targets that were written."""

    def run(*posts: str, **options: Path) -> list[str]:
        return [item.target for item in apply_export(plan(*posts, **options), state=state)]

    return run


@pytest.fixture
def snapshot(tmp_path: Path) -> Callable[[], dict[str, object]]:
    """Every file of the test's folder with its bytes, time and inode."""

    def take() -> dict[str, object]:
        files = (file for file in sorted(tmp_path.rglob("*")) if ".git" not in file.parts)
        return {
            str(file): (file.read_bytes(), file.stat().st_mtime_ns, file.stat().st_ino) if file.is_file() else "folder"
            for file in files
        }

    return take


def _writer(root: Path) -> Write:
    def write(path: str, content: bytes | str) -> Path:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    return write
