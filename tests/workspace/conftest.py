"""A workspace on a real folder, with a clock that stands still."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor.settings import Folders
from editor.site.site import Site
from editor.workspace.workspace import Workspace

NOW = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "galley" / "config", tmp_path / "galley" / "cache", tmp_path / "galley" / "state")


@pytest.fixture
def workspace(site_folder: Path, folders: Folders) -> Workspace:
    return Workspace(Site.open(site_folder), folders, lambda: NOW)


@pytest.fixture
def make_workspace(tmp_path: Path, folders: Folders) -> Callable[[dict[str, str]], Workspace]:
    """A workspace on a new folder with these files (path to content)."""

    def make(files: dict[str, str]) -> Workspace:
        root = tmp_path / "made"
        root.mkdir()
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode())
        return Workspace(Site.open(root), folders, lambda: NOW)

    return make
