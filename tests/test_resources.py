"""Resources are found wherever Galley runs from."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor import resources
from editor.resources import resource


def test_a_checkout_finds_its_resources() -> None:
    assert resource("sample-site/_config.yml").is_file()


def test_an_installed_wheel_finds_the_resources_inside_the_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    package = tmp_path / "editor"
    (package / "_resources").mkdir(parents=True)
    monkeypatch.setattr(resources, "__file__", str(package / "resources.py"))
    assert resource("icons/plus.svg") == package / "_resources" / "icons" / "plus.svg"
